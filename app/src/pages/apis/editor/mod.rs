//! The pages where an API is written: a draft, section by section, each with an address and a plain
//! form of its own.

mod access;
mod answers;
mod attachments;
mod calls;
mod changes;
mod create;
mod document;
pub(super) mod frame;
mod identity;
mod openapi_words;
mod plans;
pub(super) mod publish;
mod request_form;
mod rows;
mod section;
mod texts;

use crate::{
    forms::rows::{field, mistakes, typed},
    routes,
    web::Site,
};

pub(super) use field::{Field, FormState, Kind};
pub(super) use mistakes::{MistakeSummary, Mistakes};
pub(super) use rows::REMOVED;
pub(super) use section::{SEEN, seen};
pub(super) use typed::{Typed, in_language, in_row};

pub(super) fn routes(site: Site) -> Site {
    let site = site.merge([
        attachments::routes,
        create::routes,
        calls::routes,
        document::routes,
        publish::routes,
    ]);
    let site = section::routes::<identity::Identity>(site, routes::API_IDENTITY);
    let site = section::routes::<texts::Texts>(site, routes::API_TEXTS);
    let site = section::routes::<plans::Plans>(site, routes::API_PLANS);
    let site = section::routes::<access::Access>(site, routes::API_ACCESS);
    let site = section::routes::<request_form::Questions>(site, routes::API_REQUEST_FORM);
    let site = section::routes::<answers::Answers>(site, routes::API_ANSWERS);
    section::routes::<changes::Changes>(site, routes::API_CHANGES)
}
