//! Who is told by mail of what happens to an API: the members of groups that use it, unless they
//! said that they do not want that, and whoever follows it. Of its end everybody who uses it is told.

mod announce;
mod choice;
mod ending;
mod link;
mod recipients;
#[cfg(test)]
mod tests;

pub use announce::AnnouncementWork;
pub use choice::{FollowedApi, choose, choose_none, followed, is_followed, is_wanted, visible_to};
pub use ending::announce_ends;
pub use link::{account_of, link};
