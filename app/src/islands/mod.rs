//! What lives in the browser: small pieces that make a form nicer. Everything works without them.
//!
//! An island gets plain values and draws the same HTML on the server that it later takes over. It
//! wakes when somebody first turns to it (`app/public/boot.js`), and finds in its elements what was
//! typed until then. Where something in it has the attribute `data-at-once`, it wakes with the page;
//! where something has `data-wakes`, it wakes for nothing else. A button with `data-needs-script` is
//! hidden from those who have none.

mod article_preview;
mod catalogue_search;
mod cnpj_field;
mod copy_button;
mod credential;
pub mod doctor;
pub mod functions;
pub mod icons;
mod password_field;
mod queue_keys;
pub mod shells;
mod try_in_place;
pub mod words;

pub use article_preview::ArticlePreview;
pub use catalogue_search::CatalogueSearch;
pub use cnpj_field::CnpjField;
pub use credential::CredentialReceipt;
pub use doctor::CredentialDoctor;
pub use password_field::PasswordField;
pub use queue_keys::QueueKeys;
pub use try_in_place::TryInPlace;
