//! What people see: pages rendered on the server, and the few islands that live in the browser.

// What is shipped keeps the types of its views, which are as deep as the pages.
#![recursion_limit = "512"]

pub mod islands;

#[cfg(feature = "ssr")]
mod components;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
pub mod web;

#[cfg(feature = "ssr")]
pub use addresses as routes;
#[cfg(feature = "ssr")]
pub use components::StatusMeaning;
#[cfg(feature = "ssr")]
pub use pages::{agents, discovery::robots, site};
