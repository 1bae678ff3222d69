//! The fields of the settings: how values are typed, and what was typed is read.

use chrono_tz::Tz;
use domain::{
    accounts::Email,
    clock::Timestamp,
    configuration::{Banner, RuntimeValues, SettingName},
};
use locales::configuration as t;

use crate::{
    forms::{
        date_time,
        rows::{Mistakes, Typed},
        typed_date_time,
    },
    web::Visit,
};

/// The version that the form was drawn from.
pub(super) const VERSION: &str = "versao";
pub(super) const BANNER_BEGIN: &str = "inicio";
pub(super) const BANNER_END: &str = "fim";
const SECONDS: u64 = 60 * 60;

/// What the field of a setting is called.
pub(super) const fn name_of(name: SettingName) -> &'static str {
    match name {
        SettingName::FreeMailAllow => "corporativos",
        SettingName::FreeMailDeny => "gratuitos",
        SettingName::RegistrationLink => "link-de-cadastro",
        SettingName::ResetLink => "link-de-senha",
        SettingName::ApprovalTarget => "prazo",
        SettingName::Banner => "aviso",
    }
}

/// The form as the values are.
pub(super) fn fill(values: &RuntimeValues, version: i64, zone: Tz) -> Typed {
    let mut typed = Typed::default();
    typed.add(VERSION, version.to_string());
    let lists = [
        (SettingName::FreeMailAllow, &values.free_mail_allow),
        (SettingName::FreeMailDeny, &values.free_mail_deny),
    ];
    for (name, domains) in lists {
        typed.add(
            name_of(name),
            domains.as_deref().unwrap_or_default().join("\n"),
        );
    }
    let numbers = [
        (
            SettingName::RegistrationLink,
            values.registration_link_hours,
        ),
        (SettingName::ResetLink, values.reset_link_hours),
        (SettingName::ApprovalTarget, values.approval_target_hours),
    ];
    for (name, number) in numbers {
        typed.add(
            name_of(name),
            number.map(|it| it.to_string()).unwrap_or_default(),
        );
    }
    if let Some(banner) = &values.banner {
        typed.add_translated(name_of(SettingName::Banner), &banner.text);
        let times = [
            (BANNER_BEGIN, banner.begins_at),
            (BANNER_END, banner.ends_at),
        ];
        for (field, at) in times {
            typed.add(
                field,
                at.map(|at| typed_date_time(at, zone)).unwrap_or_default(),
            );
        }
    }
    typed
}

/// What was typed. What is no value is among the mistakes.
pub(super) fn read(visit: &Visit, typed: &Typed, mistakes: &mut Mistakes) -> RuntimeValues {
    let mut number = |name: SettingName| {
        let field = name_of(name);
        let read = typed.number::<u32>(field);
        if read.is_err() {
            mistakes.add(field, t::no_number(visit.locale));
        }
        read.ok().flatten()
    };
    let registration_link_hours = number(SettingName::RegistrationLink);
    let reset_link_hours = number(SettingName::ResetLink);
    let approval_target_hours = number(SettingName::ApprovalTarget);
    RuntimeValues {
        free_mail_allow: domains(typed, SettingName::FreeMailAllow),
        free_mail_deny: domains(typed, SettingName::FreeMailDeny),
        registration_link_hours,
        reset_link_hours,
        approval_target_hours,
        banner: banner(visit, typed, mistakes),
    }
}

/// One on each line, or with commas in between.
fn domains(typed: &Typed, name: SettingName) -> Option<Vec<String>> {
    let text = typed.text(name_of(name));
    let parts = text.split(['\n', ',', ';', ' ']).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    let mut domains: Vec<_> = parts.map(domain).collect();
    domains.sort();
    domains.dedup();
    (!domains.is_empty()).then_some(domains)
}

/// The domain as addresses are compared; what is none stays as it was typed, to be told.
fn domain(typed: &str) -> String {
    let typed = typed.trim_start_matches('@');
    let address = Email::parse(&format!("someone@{typed}"));
    address.map_or_else(|_| typed.to_owned(), |address| address.domain().to_owned())
}

fn banner(visit: &Visit, typed: &Typed, mistakes: &mut Mistakes) -> Option<Banner> {
    let text = typed.translated(name_of(SettingName::Banner));
    let begins_at = time(visit, typed, BANNER_BEGIN, mistakes);
    let ends_at = time(visit, typed, BANNER_END, mistakes);
    (!text.is_empty()).then_some(Banner {
        text,
        begins_at,
        ends_at,
    })
}

fn time(
    visit: &Visit,
    typed: &Typed,
    field: &'static str,
    mistakes: &mut Mistakes,
) -> Option<Timestamp> {
    if !typed.has(field) {
        return None;
    }
    let read = date_time(typed.get(field), visit.time_zone());
    if read.is_err() {
        mistakes.add(field, t::no_time(visit.locale));
    }
    read.ok()
}

/// The value that the portal goes by, as its field would have it.
pub(super) fn in_force(visit: &Visit, name: SettingName) -> String {
    let portal = &visit.scope.portal;
    let hours = |seconds: u64| {
        let (whole, rest) = (seconds / SECONDS, seconds % SECONDS / 60);
        if rest == 0 {
            format!("{whole} h")
        } else {
            format!("{whole} h {rest} min")
        }
    };
    match name {
        SettingName::FreeMailAllow => portal.corporate_mail().allow.join(", "),
        SettingName::FreeMailDeny => portal.corporate_mail().deny.join(", "),
        SettingName::RegistrationLink => hours(portal.registration_link_lifetime().as_secs()),
        SettingName::ResetLink => hours(portal.reset_link_lifetime().as_secs()),
        SettingName::ApprovalTarget => hours(portal.decision_target().as_secs()),
        SettingName::Banner => String::new(),
    }
}
