//! Pieces that pages are made of.

mod breadcrumbs;
mod icon;
mod page_head;
pub mod shell;

pub use breadcrumbs::breadcrumbs;
pub use icon::{Icon, icon, large_icon};
pub use page_head::page_head;
