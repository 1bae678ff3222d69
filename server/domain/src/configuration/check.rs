//! What the values of settings must be.

use locales::Locale;

use super::{Banner, ConfigurationMistake, RuntimeValues, SettingName};
use crate::vocabulary::Email;

/// The most domains in a list.
pub const MAX_DOMAINS: usize = 500;
/// The most hours that a link is good: a month.
pub const MAX_LINK_HOURS: u32 = 30 * 24;
/// The most business hours: about a quarter of a year.
pub const MAX_APPROVAL_HOURS: u32 = 500;
/// Characters of a banner in each language.
pub const MAX_BANNER: usize = 300;

/// What is wrong with these values.
#[must_use]
pub fn mistakes(values: &RuntimeValues) -> Vec<ConfigurationMistake> {
    let mut found = Vec::new();
    let lists = [
        (SettingName::FreeMailAllow, &values.free_mail_allow),
        (SettingName::FreeMailDeny, &values.free_mail_deny),
    ];
    for (name, domains) in lists {
        found.extend(domains.iter().flat_map(|domains| of_domains(name, domains)));
    }
    let links = [
        (
            SettingName::RegistrationLink,
            values.registration_link_hours,
        ),
        (SettingName::ResetLink, values.reset_link_hours),
    ];
    for (name, hours) in links {
        let is_wrong = hours.is_some_and(|hours| !(1..=MAX_LINK_HOURS).contains(&hours));
        found.extend(is_wrong.then_some(ConfigurationMistake::LinkHours(name)));
    }
    let target = values.approval_target_hours;
    if target.is_some_and(|hours| !(1..=MAX_APPROVAL_HOURS).contains(&hours)) {
        found.push(ConfigurationMistake::ApprovalHours);
    }
    found.extend(values.banner.iter().flat_map(of_banner));
    found
}

fn of_domains(name: SettingName, domains: &[String]) -> Vec<ConfigurationMistake> {
    if domains.len() > MAX_DOMAINS {
        return vec![ConfigurationMistake::TooManyDomains(name)];
    }
    let wrong = domains.iter().filter(|domain| !is_domain(domain));
    wrong
        .map(|domain| ConfigurationMistake::Domain(name, domain.clone()))
        .collect()
}

/// Whether mail addresses can have it, written as addresses are compared.
fn is_domain(text: &str) -> bool {
    let address = Email::parse(&format!("someone@{text}"));
    address.is_ok_and(|address| address.domain() == text)
}

fn of_banner(banner: &Banner) -> Vec<ConfigurationMistake> {
    let mut found = Vec::new();
    if banner.text.get(Locale::default()).is_none() {
        found.push(ConfigurationMistake::NoBannerText);
    }
    let long = banner
        .text
        .texts()
        .filter(|(_, text)| text.chars().count() > MAX_BANNER);
    found.extend(long.map(|(locale, _)| ConfigurationMistake::LongBannerText(locale)));
    let times = banner.begins_at.zip(banner.ends_at);
    if times.is_some_and(|(begin, end)| end <= begin) {
        found.push(ConfigurationMistake::BannerEnds);
    }
    found
}
