//! What the owners of a group do for which its applications, requests and webhooks are asked as
//! well: they read its history, and correct its company as long as nobody decided by it.

mod company;
mod history;
#[cfg(test)]
mod tests;

pub use company::{Company, CompanyError, change_company, is_company_fixed};
pub use history::{HistoryActor, HistoryEntry, HistorySubject, history};
