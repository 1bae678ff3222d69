//! Between HTTP and the pages: who is asking, what they may see, and how a page is answered.

mod access;
mod app;
mod cookies;
mod error;
mod flash;
mod ids;
mod kept;
mod links;
mod notes;
mod origin;
mod page;
mod posted;
mod render;
mod sessions;
mod site;
mod support_channel;
mod upstreams;
mod visit;

pub use access::Access;
pub use app::{App, AppParts, Assets, Brand, SecurityContact};
pub use cookies::{
    browser_cookie, clear_session, read as read_cookie, session_cookie, set as cookie,
};
pub use error::PageError;
pub use flash::{Flash, Tone};
pub use ids::Ids;
pub use kept::{KeptForm, PASSWORDS, kept, remember};
pub use links::{request_path, ticket_path};
pub use notes::{ACCOUNT as ACCOUNT_COOKIE, MAIL_SENT as MAIL_SENT_COOKIE};
pub use origin::ClientOrigin;
pub use page::{ForEverybody, Page, RETURN_TO, add_return_to, see_other, see_other_with};
pub use posted::PostedForm;
pub use render::{text_only, to_html};
pub use sessions::Sessions;
pub use site::{Route, Site};
pub use support_channel::{ChannelKind, ChannelNote, SupportChannel};
pub use upstreams::{Probing, UpstreamFailure, UpstreamProbe};
pub use visit::{LANGUAGE_COOKIE, Visit, local_path, receive};
