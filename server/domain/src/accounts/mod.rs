//! Accounts: registration, one-time links, passwords, sessions, and support.

pub mod administration;
mod browsers;
mod check;
mod confirm;
mod contact;
mod creation;
mod directory;
pub mod factors;
mod future_times;
mod insert;
mod invited;
pub mod kept_form;
pub mod links;
mod lookup;
mod nominations;
pub mod passkeys;
mod password;
mod passwords;
mod profile;
mod proof;
pub mod refusals;
pub mod registration;
pub mod reset;
pub mod sessions;
mod sign_in;
mod stale;
pub mod support;
mod terms;
pub(crate) mod throttle;
mod work;

pub use browsers::KNOWN_FOR as BROWSER_KNOWN_FOR;
pub use confirm::{ConfirmError, confirm};
pub use contact::{Contact, by_ids, has_role, names, with_address};
pub use creation::{CreateError, NewAccount, create};
pub use directory::{AccountSummary, PeopleFilter, SignInFilter, find_by_email, list};
pub(crate) use future_times::correct_future_times;
pub use links::{IssuedLink, LinkError, LinkState, Renewal};
pub use nominations::{Nomination, NominationError, agree, nominations, withdraw};
pub use password::{
    ChangePasswordError, SetPasswordError, change_password, personal_words, set_password,
};
pub use passwords::Passwords;
pub use profile::{Profile, profile, set_locale, update_profile};
pub use refusals::MailRefusal;
pub use registration::{RegistrationError, RegistrationOutcome, register, register_towards};
pub use reset::{ResetError, request_reset, request_reset_towards};
pub use sessions::{AuthenticatedSession, OpenedSession, Session};
pub use sign_in::{SignInError, sign_in};
pub use stale::delete_stale;
pub use terms::{AcceptError, accept_terms};
pub use throttle::TooOften;
pub use work::AccountWork;

pub use crate::{
    base::{HashCost, Overloaded, PasswordHasher},
    vocabulary::{
        Consent, CorporateMailMode, CorporateMailPolicy, Email, EmailError, FactorChange,
        LinkPurpose, Registration, ReturnTo, SessionKind, StaffFactorPolicy,
    },
};

pub(crate) use contact::{
    created_at, has_second_factor, is_staff, is_verified_address, last_sign_ins, person, with_role,
};
pub(crate) use insert::search_text;
pub(crate) use invited::{Invited, register_invited};
pub(crate) use proof::{ProvenPassword, password_mark, prove_password};

#[cfg(test)]
mod tests;
