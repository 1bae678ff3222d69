//! The texts of one page or of a few pages, one file for each.

pub mod account;
pub mod api;
pub mod applications;
pub mod approvals;
pub mod catalogue;
pub mod confirmation;
pub mod credential;
pub mod doctor;
pub mod group_form;
pub mod home;
pub mod jobs;
pub mod link;
pub mod mailbox;
pub mod password;
pub mod plan_change;
pub mod privacy;
pub mod request;
pub mod request_done;
pub mod sandbox_keys;
pub mod secrets;
pub mod sign_in;
pub mod sign_up;
pub mod support;
pub mod terms_of_use;
pub mod try_it;
pub mod usage;
