//! The pages. Each file holds a page's view and the handler that answers its address.

mod account;
mod apis;
mod applications;
mod approvals;
mod audit;
mod authorization;
mod catalogue;
mod clients;
mod configuration;
mod contact;
pub mod discovery;
mod doctor;
pub mod error_page;
mod facts;
#[cfg(test)]
mod floors;
mod forgotten;
mod group_address;
mod group_form;
mod group_new;
mod home;
mod incidents;
mod invitation;
mod jobs;
mod language;
mod legal;
mod link;
mod llms;
mod mailbox;
mod managers;
mod onboarding;
mod password;
mod people;
mod questions;
mod request;
mod searches;
mod sent;
mod session_start;
mod sign_in;
mod sign_in_factor;
mod sign_in_passkey;
mod sign_out;
mod sign_up;
mod status;
mod subscriptions;
mod support;
mod team;
mod terms_accept;
mod try_out;
mod usage;
mod webhooks;
mod well_known;

pub use catalogue::{agents, call_form, send_call, send_form, suggestions};

use crate::{
    routes,
    web::{Access::Anyone, Site},
};

/// Every page with its address and who may open it.
#[must_use]
pub fn site() -> Site {
    Site::default()
        .post(Anyone, routes::LANGUAGE, language::choose)
        .merge([
            mailbox::routes,
            managers::routes,
            applications::routes,
            usage::routes,
            approvals::routes,
            people::routes,
            apis::routes,
            clients::routes,
            webhooks::routes,
            searches::routes,
            incidents::routes,
            jobs::routes,
            audit::routes,
            configuration::routes,
            support::routes,
            link::routes,
            password::routes,
            sign_in::routes,
            sign_in_factor::routes,
            sign_in_passkey::routes,
            sign_out::routes,
            forgotten::routes,
            account::routes,
            authorization::routes,
            subscriptions::routes,
            legal::routes,
            terms_accept::routes,
            status::routes,
            contact::routes,
            questions::routes,
            onboarding::routes,
            well_known::routes,
            discovery::routes,
            llms::routes,
            home::routes,
            doctor::routes,
            catalogue::routes,
            group_new::routes,
            group_address::routes,
            team::routes,
            invitation::routes,
            request::routes,
            sign_up::routes,
        ])
}
