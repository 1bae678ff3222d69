//! A page: its title, its content, and how it is answered.

use std::{sync::Arc, time::Duration};

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use locales::common;

use super::{Flash, Public, Reader, Visit, to_html};
use crate::components::{shell, wait};

/// The addresses of links that open something to whoever has them.
const LINKS: [&str; 2] = ["/acesso/", "/avisos/"];
/// The name of the form field that holds the page to return to.
pub const RETURN_TO: &str = "continuar";

/// Marks of an island in a drawn page.
const ISLAND: &str = "<leptos-island";

/// Marks of a button for passkeys in a drawn page.
const PASSKEY: &str = "data-passkey=";

/// Said of an answer that holds nothing of its reader's: neither a secret nor a personal datum.
#[derive(Clone, Copy, Debug)]
pub struct ForEverybody;

/// Where what a page tells can be followed.
pub struct Feed {
    pub address: String,
    pub title: &'static str,
}

/// Said of a page for everybody that is drawn from its address, a language and the catalogue, and
/// from nothing else: whoever asks for it later gets the same.
#[derive(Clone, Copy, Debug)]
pub struct OfCatalogue;

/// What a page is drawn from, which decides who may keep it; a later one is kept by fewer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum PageKind {
    #[default]
    Plain,
    OfCatalogue,
    /// Never drawn twice alike.
    Unique,
    Secret,
}

pub struct Page {
    visit: Visit,
    title: String,
    description: Option<String>,
    feed: Option<Feed>,
    public: Option<Public>,
    content: Arc<str>,
    status: StatusCode,
    narrow: bool,
    copies: bool,
    kind: PageKind,
    retry_after: Option<Duration>,
}

impl Page {
    /// Draws the content of a page.
    pub fn new<V: IntoView>(
        visit: &Visit,
        title: impl Into<String>,
        content: impl FnOnce() -> V,
    ) -> Self {
        Self::with_content(visit, title.into(), to_html(content).into())
    }

    /// A page whose content is the same for all such readers: drawn from its address, their
    /// language and what everybody sees of the catalogue.
    pub fn shared<V: IntoView>(
        visit: &Visit,
        title: impl Into<String>,
        reader: Reader,
        content: impl FnOnce() -> V,
    ) -> Self {
        let content = visit.app.contents().get_or_draw(visit, reader, content);
        Self::with_content(visit, title.into(), content).of_catalogue()
    }

    fn with_content(visit: &Visit, title: String, content: Arc<str>) -> Self {
        Self {
            visit: visit.clone(),
            title,
            description: None,
            feed: None,
            public: None,
            content,
            status: StatusCode::OK,
            narrow: false,
            copies: false,
            kind: PageKind::default(),
            retry_after: None,
        }
    }

    /// One column of the width of a form.
    #[must_use]
    pub fn narrow(mut self) -> Self {
        self.narrow = true;
        self
    }

    /// What comes into the page later may have copy buttons.
    #[must_use]
    pub fn copying(mut self) -> Self {
        self.copies = true;
        self
    }

    /// What search engines and messengers show of the page, in a sentence; otherwise what the
    /// portal is.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Names a feed of what the page tells.
    #[must_use]
    pub fn with_feed(mut self, address: String, title: &'static str) -> Self {
        self.feed = Some(Feed { address, title });
        self
    }

    /// Marks a page that anybody may read and find.
    #[must_use]
    pub fn public(mut self, public: Public) -> Self {
        self.public = Some(public);
        self
    }

    /// Marks a page that shows a secret, which no cache may keep.
    #[must_use]
    pub fn secret(self) -> Self {
        self.of_kind(PageKind::Secret)
    }

    /// Marks a page that is never drawn twice alike, so that nobody keeps it for others.
    #[must_use]
    pub fn unique(self) -> Self {
        self.of_kind(PageKind::Unique)
    }

    /// Marks a page that is drawn from its address, the reader's language and the catalogue alone.
    #[must_use]
    pub fn of_catalogue(self) -> Self {
        self.of_kind(PageKind::OfCatalogue)
    }

    fn of_kind(mut self, kind: PageKind) -> Self {
        self.kind = self.kind.max(kind);
        self
    }

    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The answer to a form with errors.
    #[must_use]
    pub fn unprocessable(self) -> Self {
        self.with_status(StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// The answer to too many tries (RFC 6585 §4).
    #[must_use]
    pub fn throttled(mut self, retry_after: Duration) -> Self {
        self.retry_after = Some(retry_after);
        self.with_status(StatusCode::TOO_MANY_REQUESTS)
    }

    pub(super) fn respond(self) -> Response {
        let https = self.visit.app.https;
        let had_flash = self.visit.flash.is_some();
        let for_everybody = self.is_for_everybody();
        let of_catalogue = for_everybody && self.kind == PageKind::OfCatalogue && !had_flash;
        // Whoever goes Back in the same browser later must not see what was drawn for this reader.
        let cache = if self.kind == PageKind::Secret || self.visit.session.is_some() {
            "no-store"
        } else {
            "private, no-cache"
        };
        let html = shell::document(
            &self.visit,
            &shell::Content {
                title: &self.document_title(),
                description: self.description.as_deref(),
                feed: self.feed.as_ref(),
                public: self
                    .public
                    .as_ref()
                    .filter(|_| self.status == StatusCode::OK),
                html: &self.content,
                narrow: self.narrow,
                scripts: self.scripts(),
                typed: self.typed(),
            },
        );
        // Agents get the same address as Markdown.
        let varies = match self.public.as_ref().and_then(Public::markdown) {
            Some(_) => "Cookie, Accept-Language, Accept",
            None => "Cookie, Accept-Language",
        };
        let mut response = (self.status, html).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        headers.insert(header::VARY, HeaderValue::from_static(varies));
        if let Some(retry_after) = self.retry_after {
            headers.insert(header::RETRY_AFTER, wait::whole_seconds(retry_after).into());
        }
        if for_everybody {
            response.extensions_mut().insert(ForEverybody);
        }
        if of_catalogue {
            response.extensions_mut().insert(OfCatalogue);
        }
        let headers = response.headers_mut();
        if had_flash && let Some(cookie) = Flash::removal_cookie(https) {
            headers.append(header::SET_COOKIE, cookie);
        }
        response
    }

    /// What was typed into the form that this page shows again.
    fn scripts(&self) -> shell::Scripts {
        shell::Scripts {
            islands: self.content.contains(ISLAND),
            copies: self.copies || self.content.contains(articles::COPIES),
            passkeys: self.content.contains(PASSKEY),
        }
    }

    fn typed(&self) -> Option<&str> {
        let again = [
            StatusCode::UNPROCESSABLE_ENTITY,
            StatusCode::TOO_MANY_REQUESTS,
        ];
        let posted = self.visit.posted.get().map(String::as_str);
        posted.filter(|_| again.contains(&self.status))
    }

    /// A stranger's page that was only asked for: nothing was typed into it now or before, no link
    /// led to it.
    fn is_for_everybody(&self) -> bool {
        let visit = &self.visit;
        let by_a_link = LINKS.iter().any(|links| visit.path.starts_with(links));
        let typed = visit.notes.form.is_some() || visit.notes.mail_sent.is_some();
        let asked_for = !by_a_link && !typed && self.status == StatusCode::OK;
        visit.token.is_none() && self.kind < PageKind::Unique && asked_for
    }

    /// A title that begins by saying that the form has errors: screen readers read it first.
    fn document_title(&self) -> String {
        if self.status == StatusCode::UNPROCESSABLE_ENTITY {
            common::error_title(self.visit.locale, &self.title)
        } else {
            self.title.clone()
        }
    }
}

/// The address of a page, with the page to return to afterwards.
#[must_use]
pub fn add_return_to(page: &str, return_to: &str) -> String {
    serde_urlencoded::to_string([(RETURN_TO, return_to)])
        .map_or_else(|_| page.to_owned(), |query| format!("{page}?{query}"))
}

/// 303 to where the result can be seen.
#[must_use]
pub fn see_other(path: &str) -> Response {
    let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// The same, with a message for the page it leads to.
#[must_use]
pub fn see_other_with(path: &str, flash: Flash, visit: &Visit) -> Response {
    let mut response = see_other(path);
    if let Some(cookie) = flash.cookie(visit.app.https) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
