//! A call of an operation, made from the reference.

use leptos::{
    prelude::*,
    server_fn::codec::{Json, MultipartData, MultipartFormData},
};
use locales::Locale;
use serde::{Deserialize, Serialize};

use super::FunctionError;

/// What came of a form that was sent, as HTML to be put into the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// The form anew, where it now asks for something else.
    pub form: Option<String>,
    pub outcome: String,
    /// The outcome in a sentence; empty where the form says what is missing.
    pub said: String,
}

/// The form of an operation's call, as HTML, with what was typed into it before, if anything was.
///
/// # Errors
/// [`FunctionError`], when nobody could answer; [`FunctionError::Refused`] for what the API does not
/// have.
#[server(prefix = "/ilhas", endpoint = "formulario-de-teste", input = Json, output = Json)]
pub async fn open_call_form(
    api: String,
    operation: String,
    fields: Vec<(String, String)>,
    locale: Locale,
) -> Result<String, FunctionError> {
    let visit = crate::web::functions::caller_reading(locale)?;
    crate::pages::call_form(visit, &api, &operation, fields).await
}

/// Makes the call that the fields of a form say, as the page with this form does.
///
/// # Errors
/// As [`open_call_form`]; [`FunctionError::TooLarge`] for more than a form may send.
#[server(prefix = "/ilhas", endpoint = "teste", input = Json, output = Json)]
pub async fn send_call(
    api: String,
    operation: String,
    fields: Vec<(String, String)>,
    locale: Locale,
) -> Result<Sent, FunctionError> {
    let visit = crate::web::functions::caller_reading(locale)?;
    let headers = crate::web::functions::headers()?;
    crate::pages::send_call(visit, &headers, &api, &operation, fields).await
}

/// The fields by which a form with files says of which API and operation it is, and in which
/// language it is read.
pub const OF_FORM: [&str; 3] = ["ilha.api", "ilha.operacao", "ilha.idioma"];

/// The same with a form that has files.
///
/// # Errors
/// As [`send_call`].
#[server(
    prefix = "/ilhas",
    endpoint = "teste-com-arquivos",
    input = MultipartFormData,
    output = Json
)]
pub async fn send_form(form: MultipartData) -> Result<Sent, FunctionError> {
    let visit = crate::web::functions::caller()?;
    let headers = crate::web::functions::headers()?;
    let form = form.into_inner().ok_or(FunctionError::Malformed)?;
    let posted = crate::web::PostedParts::read(form).await?;
    crate::pages::send_form(visit, &headers, posted).await
}
