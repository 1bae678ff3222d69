//! The values that people type. Each is parsed once into a type that cannot hold a wrong value.
//!
//! The server uses this code, and the browser uses it as wasm while somebody types. A view
//! translates the errors. Their `Display` is for logs.

pub mod cnpj;
#[cfg(feature = "columns")]
mod columns;
pub mod credential;
pub mod doctor;
pub mod password;
pub mod phone;
pub mod text;
pub mod tidy;

pub use cnpj::{Cnpj, CnpjError};
pub use password::{
    MissingRules, NewPassword, PASSWORD_MAX_CHARS, PASSWORD_MIN_CHARS, PasswordError, PasswordRule,
    normalize_password,
};
pub use phone::{Phone, PhoneError};
pub use text::{
    Answer, ApplicationName, ContractNumber, Description, GroupName, InquiryText, LegalName,
    MessageSubject, MessageText, NoteText, PersonName, Reason, SavedReasonTitle, SecretLabel,
    TextError, ViewName,
};
