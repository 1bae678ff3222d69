//! Pieces that pages are made of.

mod administration;
pub mod age;
mod breadcrumbs;
pub mod device;
pub mod facts;
mod icon;
mod json;
pub mod key;
mod local_nav;
mod mail_sent;
mod notice;
mod page_head;
mod pager;
mod quota;
mod search_form;
pub mod shell;
pub mod terms;
pub mod test_keys;
pub mod time;
mod upstream;
pub mod wait;

pub use administration::administration;
pub use breadcrumbs::{Crumb, breadcrumbs};
pub use icon::{Icon, icon, large_icon};
pub use json::json;
pub use local_nav::{NavLink, local_nav};
pub use mail_sent::mail_sent;
pub use notice::Notice;
pub use page_head::page_head;
pub use pager::pager;
pub use quota::quota_meter;
pub use search_form::search_form;
pub use upstream::no_upstream;
