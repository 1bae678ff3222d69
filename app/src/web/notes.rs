//! What browsers keep for us in cookies, sealed or by a token: nobody but us can read it.

use axum::http::HeaderMap;

use super::cookies;

/// The address that a mail was just sent to.
pub const MAIL_SENT: &str = "balcao-enviado";
/// What was typed into a form, or the token that it is kept by.
pub const FORM: &str = "balcao-formulario";
/// The account that last signed in here.
pub const ACCOUNT: &str = "balcao-conta";

/// The notes of one request, as they came.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    pub mail_sent: Option<String>,
    pub form: Option<String>,
    pub account: Option<String>,
}

impl Notes {
    pub(super) fn read(headers: &HeaderMap) -> Self {
        let note = |name| cookies::read(headers, name).map(str::to_owned);
        Self {
            mail_sent: note(MAIL_SENT),
            form: note(FORM),
            account: note(ACCOUNT),
        }
    }
}
