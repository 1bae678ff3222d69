//! The values people type: each parsed once into a type that cannot hold a wrong one.
//!
//! The same code decides on the server and, compiled to wasm, answers while one types.
//! Errors say what is wrong in a form a view can translate; their `Display` is for logs.

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
    ApplicationName, Description, GroupName, LegalName, PersonName, Reason, SecretLabel, TextError,
};
