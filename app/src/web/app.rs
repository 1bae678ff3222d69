//! What every page is made with: what the domain works with, and how its owner wants it to look.

use std::{collections::HashMap, ops::Deref, sync::Arc};

use domain::{Services, clock::Timestamp, gateway::Forwarder};
use mail::Mailbox;

use super::{
    DrawnFiles, SharedContents, SupportChannel, UpstreamProbe, sessions::Sessions,
    waiting::WaitingCounts,
};

/// The state of the site; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<AppState>);

struct AppState {
    parts: AppParts,
    sessions: Sessions,
    waiting: WaitingCounts,
    files: DrawnFiles,
    contents: SharedContents,
}

pub struct AppParts {
    pub services: Arc<Services>,
    /// Forwards the calls that are made from pages.
    pub forwarder: Arc<dyn Forwarder>,
    pub brand: Brand,
    pub assets: Assets,
    pub support: Vec<SupportChannel>,
    /// Whom to tell of a weakness, if the owner says.
    pub security: Option<SecurityContact>,
    /// Whether the public URL is https: cookies are then `Secure` and carry the `__Host-` prefix.
    pub https: bool,
    /// Tries whether an upstream answers.
    pub upstreams: Arc<dyn UpstreamProbe>,
    /// Mail of a development run, which its mailbox page shows.
    pub mailbox: Option<Mailbox>,
}

/// How the owner of the portal appears.
#[derive(Clone, Debug)]
pub struct Brand {
    pub name: String,
    /// Address of a logo on this site; the portal's own mark when there is none.
    pub logo: Option<String>,
    /// Address of the style sheet with the owner's accent colour.
    pub stylesheet: Option<String>,
    /// The same colour for pictures: red, green and blue.
    pub accent: Option<[u8; 3]>,
}

/// Addresses of the site's files, under their hashed names.
#[derive(Clone, Debug)]
pub struct Assets {
    pub stylesheet: String,
    pub favicon: String,
    pub boot: String,
    /// Brings copy buttons to life.
    pub copy: String,
    /// Asks for passkeys.
    pub passkey: String,
    pub islands_script: String,
    pub islands_wasm: String,
    /// By their paths in `app/public`.
    pub pictures: Arc<HashMap<String, String>>,
}

impl Assets {
    /// The address of a picture, if there is one at this path.
    #[must_use]
    pub fn picture(&self, path: &str) -> Option<&str> {
        self.pictures.get(path).map(String::as_str)
    }
}

/// Whom to tell of a weakness of the portal (RFC 9116).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityContact {
    /// `mailto:`, `tel:` or `https:`, the preferred one first; at least one.
    pub addresses: Vec<String>,
    /// From when on this should no longer be relied on.
    pub expires: Timestamp,
}

impl App {
    #[must_use]
    pub fn new(parts: AppParts) -> Self {
        Self(Arc::new(AppState {
            parts,
            sessions: Sessions::default(),
            waiting: WaitingCounts::default(),
            files: DrawnFiles::default(),
            contents: SharedContents::default(),
        }))
    }

    /// The sessions that the database told of a moment ago.
    #[must_use]
    pub fn sessions(&self) -> &Sessions {
        &self.0.sessions
    }

    /// How many requests waited for contract managers a moment ago.
    #[must_use]
    pub fn waiting(&self) -> &WaitingCounts {
        &self.0.waiting
    }

    /// The files that were drawn for readers.
    #[must_use]
    pub fn files(&self) -> &DrawnFiles {
        &self.0.files
    }

    /// The contents of pages that were drawn for all readers.
    #[must_use]
    pub fn contents(&self) -> &SharedContents {
        &self.0.contents
    }
}

impl Deref for App {
    type Target = AppParts;

    fn deref(&self) -> &AppParts {
        &self.0.parts
    }
}
