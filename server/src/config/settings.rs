//! All settings, with their names, defaults and descriptions.

/// A setting. It has its plain name in `balcao.toml`, and [`Setting::variable`] in the environment.
#[derive(Debug)]
pub struct Setting {
    pub name: &'static str,
    pub default: Option<&'static str>,
    /// Completes the sentence "it should be …".
    pub should_be: &'static str,
}

impl Setting {
    /// Its name in the environment, as in `BALCAO_LISTEN`.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.name.to_ascii_uppercase())
    }

    /// Whether its value may hold a password or a key, and must not be shown.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        [&DATABASE_URL, &SMTP_URL, &KEY_ENCRYPTION_KEY]
            .iter()
            .any(|secret| secret.name == self.name)
    }
}

/// The prefix of settings in the environment.
pub const PREFIX: &str = "BALCAO_";

macro_rules! settings {
    ($($constant:ident $(= $default:literal)?, $name:literal, $should_be:literal;)+) => {
        $(pub const $constant: Setting = Setting {
            name: $name,
            default: settings!(@default $($default)?),
            should_be: $should_be,
        };)+

        /// All settings, in the order of `.env.example`.
        pub const ALL: &[Setting] = &[$($constant),+];
    };
    (@default) => { None };
    (@default $default:literal) => { Some($default) };
}

settings! {
    LISTEN = "127.0.0.1:3000", "listen",
        "an address and a port, as in 127.0.0.1:3000 or [::]:8080";
    PUBLIC_URL, "public_url",
        "where people reach the portal: https (http on this machine alone, unless allow_http is true), a host and \
         perhaps a port, no path, as in https://portal.empresa.com.br";
    ALLOW_HTTP = "false", "allow_http", "true or false";
    TRUSTED_PROXIES, "trusted_proxies",
        "addresses or networks whose X-Forwarded-For is believed, as in 10.0.0.0/8";
    IDLE_TIMEOUT = "75s", "idle_timeout", "a time, as in 75s or 2m";
    CONNECTIONS_PER_ADDRESS = "256", "connections_per_address", "a number from 8 to 8192";

    DATA_DIRECTORY = "data", "data_directory", "a directory";
    DATABASE_URL, "database_url",
        "sqlite://PATH or postgres://USER:PASSWORD@HOST/DATABASE";
    DATABASE_POOLING = "session", "database_pooling", "session or transaction";
    KEY_ENCRYPTION_KEY, "key_encryption_key",
        "32 random bytes in base64, as `openssl rand -base64 32` makes them";

    SMTP_URL, "smtp_url",
        "smtp://USER:PASSWORD@HOST:587 or, as on port 465, smtps://USER:PASSWORD@HOST";
    MAIL_SENDER, "mail_sender", "the mail address mails come from, as in balcao@empresa.com.br";

    SMTP_HELLO, "smtp_hello", "a host name or an address, as in portal.empresa.com.br";
    TLS_CA, "tls_ca", "a PEM file with one certificate or more";

    BRAND_NAME = "Balcão", "brand_name", "a name of 1 to 60 characters";
    BRAND_LOGO, "brand_logo", "an svg, png or webp file of 256 KiB or less";
    BRAND_ACCENT, "brand_accent", "a colour, as in #2f4bd0 or oklch(46% 0.155 266)";
    SUPPORT_CHANNELS, "support_channels",
        "LABEL=ADDRESS with a mailto:, tel: or https: address, and perhaps notes, as in \
         E-mail=mailto:ajuda@empresa.com.br or Telefone=tel:+551140000000|digite 05|en:press 05";

    SECURITY_CONTACT, "security_contact",
        "addresses with mailto:, tel: or https:, as in mailto:seguranca@empresa.com.br";
    SECURITY_EXPIRES, "security_expires", "a day, as in 2027-06-30";

    CORPORATE_MAIL_MODE = "warn", "corporate_mail_mode", "off, warn or block";
    CORPORATE_MAIL_ALLOW, "corporate_mail_allow", "mail domains, as in empresa.com.br";
    CORPORATE_MAIL_DENY, "corporate_mail_deny", "mail domains, as in empresa.com.br";
    TERMS_VERSION = "2026-08", "terms_version", "a version of 1 to 20 characters";

    DECIDE_OWN_REQUESTS = "false", "decide_own_requests", "true or false";
    DECISION_TARGET = "16h", "decision_target", "a time in working hours, as in 8h or 16h";
    BUSINESS_HOURS = "seg-sex 09:00-18:00", "business_hours",
        "days and hours, as in seg-sex 09:00-18:00 or mon,wed-fri 08:30-17:00";
    STAFF_SECOND_FACTOR = "off", "staff_second_factor", "off or required";

    REGISTRATION_LINK_LIFETIME = "48h", "registration_link_lifetime", "a time, as in 30m, 48h or 14d";
    RESET_LINK_LIFETIME = "1h", "reset_link_lifetime", "a time, as in 30m, 48h or 14d";
    SESSION_IDLE_LIFETIME = "12h", "session_idle_lifetime", "a time, as in 30m, 48h or 14d";
    SESSION_LIFETIME = "14d", "session_lifetime", "a time, as in 30m, 48h or 14d";
    PASSWORD_SESSION_LIFETIME = "30m", "password_session_lifetime", "a time, as in 30m, 48h or 14d";
    CONFIRMATION_LIFETIME = "30m", "confirmation_lifetime", "a time, as in 30m, 48h or 14d";

    ACCESS_TOKEN_LIFETIME = "1h", "access_token_lifetime", "a time, as in 30m, 48h or 14d";

    AUDIT_SIGN_INS_KEPT = "365d", "audit_sign_ins_kept", "a time, as in 30m, 48h or 14d";
    AUDIT_CHANGES_KEPT = "1825d", "audit_changes_kept", "a time, as in 30m, 48h or 14d";
    AUDIT_EXPORT_FIRST = "false", "audit_export_first", "true or false";
    AUDIT_HTTP, "audit_http", "http: or https:, as in https://siem.empresa.com.br/balcao";
    AUDIT_HTTP_TOKEN_FILE, "audit_http_token_file", "a file with a bearer token";
    AUDIT_SYSLOG, "audit_syslog",
        "udp://HOST:514, tcp://HOST:514 or tcp+tls://HOST:6514";

    TOKEN_SIGNING = "ES256", "token_signing", "ES256, EdDSA or RS256";
    UPSTREAM_HOSTS, "upstream_hosts",
        "host names without port that calls may be forwarded to, as in api.empresa.com.br";
    UPSTREAM_NETWORKS, "upstream_networks",
        "private addresses or networks that calls may be forwarded to, as in 10.1.0.0/16";
    UPSTREAM_IDLE_TIMEOUT = "4s", "upstream_idle_timeout", "a time, as in 4s or 1m";
    WEBHOOK_NETWORKS, "webhook_networks",
        "private addresses or networks that webhooks may lead to, as in 10.1.0.0/16";

    TIME_ZONE = "America/Sao_Paulo", "time_zone", "the name of a time zone, as in America/Sao_Paulo";
    HASHING_SLOTS, "hashing_slots", "a number from 1 to 256";
    LOG_FORMAT = "text", "log_format", "text or json";
    LOG_FILTER = "info,sea_orm_migration=warn", "log_filter", "levels, as in info or warn,domain=debug";
    METRICS_LISTEN, "metrics_listen", "an address and a port, as in 127.0.0.1:9464";
    OTLP_ENDPOINT, "otlp_endpoint",
        "http: or https:, as in http://127.0.0.1:4318/v1/traces, for a program built with the feature otlp";
}
