//! Every text that people see, in the three languages of the portal.
//!
//! The three versions of a text stand side by side. A text without one of them does not compile,
//! and neither does one that names a parameter it does not have.
//!
//! The folders sort the texts by where people read them. Other crates name the files directly, as
//! in `locales::account`.

mod locale;
#[macro_use]
mod texts;

#[cfg(feature = "formats")]
mod formats;
pub mod mail;
mod pages;
mod parts;
pub mod terms;

#[cfg(feature = "formats")]
pub use formats::{ages, dates, names, number, waits};
pub use locale::Locale;
pub use pages::{
    account, api, api_access, api_attachments, api_compare, api_draft, api_editor, api_problems,
    apis, applications, approval_queue, approvals, audit, authorization, catalogue, categories,
    clients, conditions, configuration, confirmation, contact, credential, doctor,
    doctor::{causes as doctor_causes, remedies as doctor_remedies},
    factors, group_edit, group_form, home, incidents, inquiries, invitation, jobs, link, llms,
    mailbox, managers, members, messages, onboarding, openapi_problems, password, plan_change,
    portal_api, privacy, program_registration, questions, reasons, reference, request,
    request_answers, request_done, samples, sandbox_keys, searches, secrets, sign_in, sign_up,
    status, subscriptions, support, support_groups, terms_accept, terms_of_use, try_it, tutorial,
    upstream_check, usage, versions, webhook_log, webhooks,
};
pub use parts::{article, common, errors, fields, flash, layout};
pub use terms::{device, event_kinds, events, languages, member_roles};
