//! Between HTTP and the pages: who is asking, what they may see, and how a page is answered.

mod access;
mod app;
mod atom;
mod cookies;
mod error;
mod files;
mod flash;
mod for_programs;
pub mod functions;
mod ids;
mod json;
mod kept;
pub mod language;
mod links;
mod local_path;
mod notes;
mod origin;
mod page;
mod posted;
mod posted_parts;
mod public;
mod render;
mod sessions;
mod shared;
mod site;
mod support_channel;
mod upstreams;
mod visit;
mod waiting;

pub use access::Access;
pub use app::{App, AppParts, Assets, Brand, SecurityContact};
pub use atom::{ATOM, AtomEntry, AtomFeed};
pub use cookies::{
    browser_cookie, clear_session, read as read_cookie, session_cookie, set as cookie,
};
pub use error::PageError;
pub use files::{DrawnFile, DrawnFiles, FileKey};
pub use flash::{Flash, Tone};
pub use for_programs::{ANY_ORIGIN, Plain, wants_markdown};
pub use ids::Ids;
pub use json::no_store_json;
pub use kept::{KeptForm, PASSWORDS, kept, remember};
pub use links::{request_path, ticket_path};
pub use local_path::local_path;
pub use notes::{ACCOUNT as ACCOUNT_COOKIE, MAIL_SENT as MAIL_SENT_COOKIE};
pub use origin::ClientOrigin;
pub use page::{
    Feed, ForEverybody, OfCatalogue, Page, RETURN_TO, add_return_to, see_other, see_other_with,
};
pub use posted::PostedForm;
pub use posted_parts::{PostedParts, SentFile};
pub use public::{Picture, Public};
pub use render::{text_only, to_html};
pub use sessions::Sessions;
pub use shared::{Reader, SharedContents, SharedKey};
pub use site::{Route, Site};
pub use support_channel::{ChannelKind, ChannelNote, SupportChannel};
pub use upstreams::{Probing, UpstreamFailure, UpstreamProbe};
pub use visit::{Visit, anybodys_language, is_anybodys, receive};
