//! Turns settings into values, and checks settings that depend on others.

use std::{
    net::{Ipv6Addr, SocketAddr},
    path::{Path, PathBuf},
    thread::available_parallelism,
};

use app::web::SecurityContact;
use chrono::{NaiveDate, NaiveTime};
use domain::{
    accounts::{CorporateMailPolicy, Email},
    clock::Timestamp,
    db::PoolMode,
    settings::{DecisionTarget, Lifetimes, runtime::SettingName},
    tls::Trust,
};
use figment::Figment;
use mail::Smtp;
use secrecy::SecretString;
use tracing_subscriber::EnvFilter;
use url::Url;

use crate::otlp;

use super::{
    BrandConfig, Config, DatabaseUrl, KeyEncryptionKey, LogConfig, LogFormat, MailConfig, Mistakes,
    PublicUrl, Purpose, UpstreamConfig, authorities, duration, logo, reader::Reader, settings,
    support, trail,
};

/// The sender of mails that never leave this machine.
const LOCAL_SENDER: &str = "balcao@localhost";

pub fn config(figment: Figment, purpose: Purpose) -> Result<Config, Mistakes> {
    let mut reader = Reader::new(figment);
    let listen = reader.value(&settings::LISTEN, |text| text.parse().ok());
    let public_url = public_url(&mut reader, listen, purpose);
    let data_directory = reader.value(&settings::DATA_DIRECTORY, |text| Some(PathBuf::from(text)));
    let trust = reader.optional(&settings::TLS_CA, authorities::read);
    let trust = trust.unwrap_or_default();
    let config = Config {
        listen,
        trusted_proxies: reader.list(&settings::TRUSTED_PROXIES, |text| text.parse().ok()),
        idle_timeout: reader.value(&settings::IDLE_TIMEOUT, duration::parse),
        connections_per_address: reader.value(&settings::CONNECTIONS_PER_ADDRESS, |text| {
            text.parse().ok().filter(|most| (8..=8192).contains(most))
        }),
        database_url: database_url(&mut reader, &data_directory),
        key_encryption_key: key_encryption_key(&mut reader, &public_url, &data_directory, purpose),
        mail: mail(&mut reader, purpose, &public_url, &trust),
        brand: brand(&mut reader),
        support: reader.list(&settings::SUPPORT_CHANNELS, support::parse),
        security: security(&mut reader),
        corporate_mail: corporate_mail(&mut reader),
        terms_version: reader.value(&settings::TERMS_VERSION, |text| short(text, 20)),
        decide_own_requests: reader.value(&settings::DECIDE_OWN_REQUESTS, |text| text.parse().ok()),
        decision_target: decision_target(&mut reader),
        staff_second_factor: reader.value(&settings::STAFF_SECOND_FACTOR, |text| text.parse().ok()),
        lifetimes: lifetimes(&mut reader),
        audit: trail::retention(&mut reader),
        siem: trail::siem(&mut reader),
        token_signing: reader.value(&settings::TOKEN_SIGNING, |text| text.parse().ok()),
        upstreams: UpstreamConfig {
            hosts: reader.list(&settings::UPSTREAM_HOSTS, host_name),
            networks: reader.list(&settings::UPSTREAM_NETWORKS, |text| text.parse().ok()),
            idle: reader.value(&settings::UPSTREAM_IDLE_TIMEOUT, duration::parse),
            trust,
        },
        webhook_networks: reader.list(&settings::WEBHOOK_NETWORKS, |text| text.parse().ok()),
        time_zone: reader.value(&settings::TIME_ZONE, |text| text.parse().ok()),
        hashing_slots: hashing_slots(&mut reader),
        log: log(&mut reader),
        metrics_listen: reader.optional(&settings::METRICS_LISTEN, |text| text.parse().ok()),
        otlp_endpoint: reader.optional(&settings::OTLP_ENDPOINT, |text| {
            otlp_endpoint(text).filter(|_| otlp::BUILT_IN)
        }),
        fixed: fixed(&reader),
        unknown_variables: Vec::new(),
        public_url,
        data_directory,
    };
    reader.finish(config)
}

/// The public URL. By default, a portal that listens on this machine alone is reached there.
fn public_url(reader: &mut Reader, listen: SocketAddr, purpose: Purpose) -> PublicUrl {
    let allow_http = reader.value(&settings::ALLOW_HTTP, |text| text.parse().ok());
    let allowed = |url: &PublicUrl| match purpose {
        Purpose::Development => url.is_loopback() || (allow_http && !url.is_https()),
        Purpose::Serve | Purpose::Command => url.is_https() || url.is_loopback() || allow_http,
    };
    let given = reader.optional(&settings::PUBLIC_URL, |text| {
        text.parse().ok().filter(allowed)
    });
    given.unwrap_or_else(|| {
        if !listen.ip().is_loopback() && !reader.is_given(&settings::PUBLIC_URL) {
            reader.missing(
                &settings::PUBLIC_URL,
                "is needed to listen beyond this machine",
            );
        }
        PublicUrl::of_this_machine(listen)
    })
}

fn database_url(reader: &mut Reader, data_directory: &Path) -> DatabaseUrl {
    let given = reader.optional(&settings::DATABASE_URL, |text| text.parse().ok());
    let pool_mode = reader.value(&settings::DATABASE_POOLING, |text| match text {
        "session" => Some(PoolMode::Session),
        "transaction" => Some(PoolMode::Transaction),
        _ => None,
    });
    given
        .unwrap_or_else(|| DatabaseUrl::sqlite(&data_directory.join("balcao.db")))
        .through(pool_mode)
}

/// The key. Local and development runs make their own, which commands then use, too.
fn key_encryption_key(
    reader: &mut Reader,
    public_url: &PublicUrl,
    data_directory: &Path,
    purpose: Purpose,
) -> Option<KeyEncryptionKey> {
    let key = reader.optional(&settings::KEY_ENCRYPTION_KEY, |text| text.parse().ok());
    let own = match purpose {
        Purpose::Development => true,
        Purpose::Command => KeyEncryptionKey::is_in(data_directory),
        Purpose::Serve => false,
    };
    if !reader.is_given(&settings::KEY_ENCRYPTION_KEY) && !public_url.is_loopback() && !own {
        reader.missing(
            &settings::KEY_ENCRYPTION_KEY,
            "is needed to keep secret keys",
        );
    }
    key
}

fn mail(
    reader: &mut Reader,
    purpose: Purpose,
    public_url: &PublicUrl,
    trust: &Trust,
) -> MailConfig {
    let smtp_url = reader.optional(&settings::SMTP_URL, smtp_url);
    let sender = reader.optional(&settings::MAIL_SENDER, |text| Email::parse(text).ok());
    if purpose == Purpose::Serve && !reader.is_given(&settings::SMTP_URL) {
        reader.missing(&settings::SMTP_URL, "is needed to send mails");
    }
    if smtp_url.is_some() && !reader.is_given(&settings::MAIL_SENDER) {
        reader.missing(&settings::MAIL_SENDER, "is needed to send mails");
    }
    MailConfig {
        smtp_url,
        sender: sender.map_or_else(|| LOCAL_SENDER.to_owned(), |sender| sender.to_string()),
        hello: reader
            .optional(&settings::SMTP_HELLO, host_name)
            .unwrap_or_else(|| public_url.host().to_owned()),
        trust: trust.clone(),
    }
}

fn smtp_url(text: &str) -> Option<SecretString> {
    Smtp::at(text).is_ok().then(|| SecretString::from(text))
}

fn brand(reader: &mut Reader) -> BrandConfig {
    BrandConfig {
        name: reader.value(&settings::BRAND_NAME, |text| short(text, 60)),
        logo: reader.optional(&settings::BRAND_LOGO, logo::read),
        accent: reader.optional(&settings::BRAND_ACCENT, |text| text.parse().ok()),
    }
}

/// The contact for security reports, whose expiry is required (RFC 9116 §2.5.5).
fn security(reader: &mut Reader) -> Option<SecurityContact> {
    let addresses = reader.list(&settings::SECURITY_CONTACT, |text| {
        support::is_address(text).then(|| text.to_owned())
    });
    let expires = reader.optional(&settings::SECURITY_EXPIRES, midnight);
    if !addresses.is_empty() && !reader.is_given(&settings::SECURITY_EXPIRES) {
        reader.missing(
            &settings::SECURITY_EXPIRES,
            "is needed with a security contact: at most a year ahead",
        );
    }
    let expires = expires.filter(|_| !addresses.is_empty())?;
    Some(SecurityContact { addresses, expires })
}

/// The start of a day in UTC.
fn midnight(text: &str) -> Option<Timestamp> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    Some(day.and_time(NaiveTime::MIN).and_utc())
}

fn corporate_mail(reader: &mut Reader) -> CorporateMailPolicy {
    CorporateMailPolicy {
        mode: reader.value(&settings::CORPORATE_MAIL_MODE, |text| text.parse().ok()),
        allow: reader.list(&settings::CORPORATE_MAIL_ALLOW, mail_domain),
        deny: reader.list(&settings::CORPORATE_MAIL_DENY, mail_domain),
    }
}

/// The domain of a mail address.
fn mail_domain(text: &str) -> Option<String> {
    let address = Email::parse(&format!("someone@{text}")).ok()?;
    Some(address.domain().to_owned())
}

fn decision_target(reader: &mut Reader) -> DecisionTarget {
    DecisionTarget {
        within: reader.value(&settings::DECISION_TARGET, duration::parse),
        hours: reader.value(&settings::BUSINESS_HOURS, |text| text.parse().ok()),
    }
}

fn lifetimes(reader: &mut Reader) -> Lifetimes {
    Lifetimes {
        registration_link: reader.value(&settings::REGISTRATION_LINK_LIFETIME, duration::parse),
        reset_link: reader.value(&settings::RESET_LINK_LIFETIME, duration::parse),
        session_idle: reader.value(&settings::SESSION_IDLE_LIFETIME, duration::parse),
        session_absolute: reader.value(&settings::SESSION_LIFETIME, duration::parse),
        password_session: reader.value(&settings::PASSWORD_SESSION_LIFETIME, duration::parse),
        confirmation: reader.value(&settings::CONFIRMATION_LIFETIME, duration::parse),
        access_token: reader.value(&settings::ACCESS_TOKEN_LIFETIME, duration::parse),
    }
}

/// The settings that are given here, so that nobody changes them while the portal runs.
fn fixed(reader: &Reader) -> Vec<SettingName> {
    let given = [
        (&settings::CORPORATE_MAIL_ALLOW, SettingName::FreeMailAllow),
        (&settings::CORPORATE_MAIL_DENY, SettingName::FreeMailDeny),
        (
            &settings::REGISTRATION_LINK_LIFETIME,
            SettingName::RegistrationLink,
        ),
        (&settings::RESET_LINK_LIFETIME, SettingName::ResetLink),
        (&settings::DECISION_TARGET, SettingName::ApprovalTarget),
    ];
    let given = given
        .into_iter()
        .filter(|(setting, _)| reader.is_chosen(setting));
    given.map(|(_, name)| name).collect()
}

/// A host name or an address without scheme and port, in lower case (RFC 9110 §4.2.3).
fn host_name(text: &str) -> Option<String> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let is_name = !text.is_empty() && text.len() <= 253 && text.chars().all(allowed);
    (is_name || is_ipv6(text)).then(|| text.to_ascii_lowercase())
}

/// Accepts an IPv6 address with and without brackets.
fn is_ipv6(text: &str) -> bool {
    let within = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    within.unwrap_or(text).parse::<Ipv6Addr>().is_ok()
}

/// The number of cores by default.
fn hashing_slots(reader: &mut Reader) -> usize {
    let given = reader.optional(&settings::HASHING_SLOTS, |text| {
        text.parse().ok().filter(|slots| (1..=256).contains(slots))
    });
    given.unwrap_or_else(|| available_parallelism().map_or(1, usize::from))
}

fn log(reader: &mut Reader) -> LogConfig {
    LogConfig {
        format: reader.value(&settings::LOG_FORMAT, |text| match text {
            "text" => Some(LogFormat::Text),
            "json" => Some(LogFormat::Json),
            _ => None,
        }),
        filter: reader.value(&settings::LOG_FILTER, |text| {
            EnvFilter::try_new(text).ok().map(|_| text.to_owned())
        }),
    }
}

/// The address of a collector, as it is asked.
fn otlp_endpoint(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    (matches!(url.scheme(), "http" | "https")).then(|| url.into())
}

fn short(text: &str, most: usize) -> Option<String> {
    let fits = (1..=most).contains(&text.chars().count());
    (fits && !text.contains(char::is_control)).then(|| text.to_owned())
}
