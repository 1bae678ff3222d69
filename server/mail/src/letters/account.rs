//! What the mails about an account hold.

use locales::mail as t;

use super::{Frame, Letter};

/// Confirms an address and leads to the first password.
pub struct RegistrationLink {
    pub name: String,
    pub link: String,
    pub good_for: String,
}

impl Letter for RegistrationLink {
    templates!(
        RegistrationLink,
        "registration-link/text.txt",
        "registration-link/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::registration_subject(frame.locale).to_owned()
    }
}

/// Leads to another password.
pub struct ResetLink {
    pub name: String,
    pub link: String,
    pub good_for: String,
}

impl Letter for ResetLink {
    templates!(ResetLink, "reset-link/text.txt", "reset-link/html.html");

    fn subject(&self, frame: Frame<'_>) -> String {
        t::reset_subject(frame.locale).to_owned()
    }
}

/// Tells the owner of an account that somebody tried to register it again.
pub struct AlreadyRegistered {
    pub name: String,
    pub sign_in: String,
    pub forgotten: String,
}

impl Letter for AlreadyRegistered {
    templates!(
        AlreadyRegistered,
        "already-registered/text.txt",
        "already-registered/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::registered_subject(frame.locale).to_owned()
    }
}

/// Tells that the password is another now.
pub struct PasswordChanged {
    pub name: String,
    pub forgotten: String,
}

impl Letter for PasswordChanged {
    templates!(
        PasswordChanged,
        "password-changed/text.txt",
        "password-changed/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::password_subject(frame.locale).to_owned()
    }
}

/// Tells what somebody may do from now on.
pub struct RolesChanged {
    pub name: String,
    pub before: String,
    pub after: String,
    pub link: String,
}

impl Letter for RolesChanged {
    templates!(
        RolesChanged,
        "roles-changed/text.txt",
        "roles-changed/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::roles_subject(frame.locale).to_owned()
    }
}

/// Tells what was done to a program that acts for somebody, or that it registered itself for them.
pub struct ClientChanged {
    pub name: String,
    pub client: String,
    /// Who did it.
    pub intro: String,
    pub what: String,
    /// What to do about it.
    pub unexpected: &'static str,
    pub button: &'static str,
    pub link: String,
}

impl Letter for ClientChanged {
    templates!(
        ClientChanged,
        "client-changed/text.txt",
        "client-changed/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::client_subject(frame.locale, &self.client)
    }
}

/// Tells that a program acts for somebody, who let it.
pub struct ProgramAllowed {
    pub name: String,
    pub program: String,
    /// The names of the APIs that it may call.
    pub apis: String,
    pub until: String,
    pub link: String,
}

impl Letter for ProgramAllowed {
    templates!(
        ProgramAllowed,
        "program-allowed/text.txt",
        "program-allowed/html.html"
    );

    fn subject(&self, frame: Frame<'_>) -> String {
        t::program_subject(frame.locale, &self.program)
    }
}

/// Tells of a sign-in with a browser that was not known.
pub struct NewSignIn {
    pub name: String,
    pub at: String,
    /// From which address; none once the session is over.
    pub address: Option<String>,
    pub forgotten: String,
}

impl Letter for NewSignIn {
    templates!(NewSignIn, "new-sign-in/text.txt", "new-sign-in/html.html");

    fn subject(&self, frame: Frame<'_>) -> String {
        t::new_sign_in_subject(frame.locale).to_owned()
    }
}

/// Tells that the second factors of an account changed, or are to.
pub struct SecondFactorChanged {
    pub name: String,
    pub subject: &'static str,
    pub what: String,
    /// What to do about it.
    pub unexpected: &'static str,
    pub button: &'static str,
    pub link: String,
}

impl Letter for SecondFactorChanged {
    templates!(
        SecondFactorChanged,
        "second-factor-changed/text.txt",
        "second-factor-changed/html.html"
    );

    fn subject(&self, _: Frame<'_>) -> String {
        self.subject.to_owned()
    }
}
