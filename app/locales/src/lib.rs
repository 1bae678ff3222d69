//! Every text people see, in the three languages of the portal, for pages and for mail.
//!
//! A text is written once with its three versions side by side; one that is missing in a
//! language, or that names a parameter it does not have, does not compile.

mod locale;
#[macro_use]
mod texts;

pub mod account;
pub mod ages;
pub mod api;
pub mod applications;
pub mod approvals;
pub mod catalogue;
pub mod common;
pub mod confirmation;
pub mod contract_mail;
pub mod credential;
pub mod dates;
pub mod device;
pub mod doctor;
pub mod doctor_causes;
pub mod doctor_remedies;
pub mod errors;
pub mod events;
pub mod fields;
pub mod flash;
pub mod group_form;
pub mod home;
pub mod jobs;
pub mod layout;
pub mod link;
pub mod mail;
pub mod mailbox;
pub mod names;
#[cfg(feature = "numbers")]
pub mod number;
pub mod password;
pub mod privacy;
pub mod request;
pub mod request_done;
pub mod sandbox_keys;
pub mod secrets;
pub mod sign_in;
pub mod sign_up;
pub mod support;
pub mod terms;
pub mod terms_of_use;
pub mod try_it;
pub mod upgrade;
pub mod usage;
pub mod use_mail;
pub mod waits;

pub use locale::Locale;
