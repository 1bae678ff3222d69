//! A place where the program runs, and what it says there.

mod browser;
mod instance;
mod outcome;
mod workspace;

pub use browser::Browser;
pub use instance::Instance;
pub use outcome::Outcome;
pub use workspace::{KEY, Workspace};
