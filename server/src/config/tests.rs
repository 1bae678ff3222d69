//! Accepted and refused configurations.

use std::{fs, path::PathBuf, time::Duration};

use tempfile::TempDir;

use super::*;

const KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

/// The settings that serving people requires.
const SERVING: [(&str, &str); 4] = [
    ("BALCAO_PUBLIC_URL", "https://portal.example"),
    ("BALCAO_KEY_ENCRYPTION_KEY", KEY),
    (
        "BALCAO_SMTP_URL",
        "smtp://ana:s3nha@mail.example:587?tls=required",
    ),
    ("BALCAO_MAIL_SENDER", "balcao@portal.example"),
];

fn load(variables: &[(&str, &str)], purpose: Purpose) -> Result<Config, Mistakes> {
    Config::load(Sources::of(None, variables), purpose)
}

fn serving_with(more: &[(&str, &str)]) -> Result<Config, Mistakes> {
    load(&[more, &SERVING].concat(), Purpose::Serve)
}

fn file(text: &str) -> (TempDir, Option<PathBuf>) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("balcao.toml");
    fs::write(&path, text).unwrap();
    (home, Some(path))
}

/// The names of the settings with mistakes.
fn wrong(outcome: Result<Config, Mistakes>) -> Vec<String> {
    outcome
        .unwrap_err()
        .0
        .into_iter()
        .map(|mistake| mistake.setting)
        .collect()
}

#[test]
fn nothing_is_needed_to_look_around() {
    let config = load(&[], Purpose::Development).unwrap();
    assert_eq!(config.public_url.as_str(), "http://localhost:3000");
    assert_eq!(config.database_url.expose(), "sqlite://data/balcao.db");
    assert_eq!(config.lifetimes.registration_link, Duration::from_hours(48));
    assert!(config.hashing_slots > 0);
}

#[test]
fn the_public_url_of_a_local_run_follows_its_port() {
    let config = load(&[("BALCAO_LISTEN", "[::1]:8080")], Purpose::Command).unwrap();
    assert_eq!(config.public_url.as_str(), "http://localhost:8080");
    let other = load(&[("BALCAO_LISTEN", "127.0.0.2:8080")], Purpose::Command).unwrap();
    assert_eq!(other.public_url.as_str(), "http://127.0.0.2:8080");
}

#[test]
fn to_serve_people_takes_more() {
    assert_eq!(wrong(load(&[], Purpose::Serve)), ["BALCAO_SMTP_URL"]);
    assert_eq!(
        wrong(load(&[SERVING[0], SERVING[2]], Purpose::Serve)),
        ["BALCAO_KEY_ENCRYPTION_KEY", "BALCAO_MAIL_SENDER"]
    );
    assert_eq!(
        wrong(load(&[("BALCAO_LISTEN", "0.0.0.0:80")], Purpose::Command)),
        ["BALCAO_PUBLIC_URL", "BALCAO_KEY_ENCRYPTION_KEY"]
    );
    assert!(serving_with(&[]).is_ok());
}

#[test]
fn a_development_run_is_for_this_machine_alone() {
    assert_eq!(
        wrong(load(&SERVING, Purpose::Development)),
        ["BALCAO_PUBLIC_URL"]
    );
}

#[test]
fn a_development_run_has_a_name_where_http_is_allowed() {
    let named = [
        ("BALCAO_PUBLIC_URL", "http://portal.example:3000"),
        ("BALCAO_LISTEN", "0.0.0.0:3000"),
    ];
    assert_eq!(
        wrong(load(&named, Purpose::Development)),
        ["BALCAO_PUBLIC_URL"]
    );
    let allowed = [named[0], named[1], ("BALCAO_ALLOW_HTTP", "true")];
    let config = load(&allowed, Purpose::Development).unwrap();
    assert_eq!(config.public_url.to_string(), "http://portal.example:3000");
}

#[test]
fn http_beyond_this_machine_must_be_asked_for() {
    let http = ("BALCAO_PUBLIC_URL", "http://portal.example");
    assert_eq!(wrong(serving_with(&[http])), ["BALCAO_PUBLIC_URL"]);
    assert!(serving_with(&[http, ("BALCAO_ALLOW_HTTP", "true")]).is_ok());
}

#[test]
fn every_mistake_is_named_at_once() {
    let names = wrong(serving_with(&[
        ("BALCAO_LISTEN", "3000"),
        ("BALCAO_TRUSTED_PROXIES", "10.0.0.0/8, proxy"),
        ("BALCAO_DATABASE_URL", "mysql://db"),
        ("BALCAO_BRAND_ACCENT", "red"),
        ("BALCAO_BRAND_LOGO", "nowhere.svg"),
        ("BALCAO_SUPPORT_CHANNELS", "Ajuda=javascript:alert(1)"),
        ("BALCAO_CORPORATE_MAIL_MODE", "on"),
        ("BALCAO_CORPORATE_MAIL_DENY", "correio"),
        ("BALCAO_SESSION_LIFETIME", "14"),
        ("BALCAO_TIME_ZONE", "Brasília"),
        ("BALCAO_HASHING_SLOTS", "0"),
        ("BALCAO_LOG_FORMAT", "xml"),
        ("BALCAO_LOG_FILTER", "info,=,"),
    ]));
    assert_eq!(names.len(), 13, "{names:?}");
}

#[test]
fn a_mistake_says_where_it_is_and_what_it_should_be() {
    let mistakes = serving_with(&[("BALCAO_RESET_LINK_LIFETIME", "soon")]).unwrap_err();
    assert_eq!(
        mistakes.to_string(),
        "the configuration has mistakes:\n  BALCAO_RESET_LINK_LIFETIME: is \"soon\"; \
         it should be a time, as in 30m, 48h or 14d"
    );
    let (_home, path) = file("reset_link_lifetime = 7");
    let mistakes = Config::load(Sources::of(path, &SERVING), Purpose::Serve).unwrap_err();
    let [Mistake { setting, text }] = &mistakes.0[..] else {
        panic!("{mistakes}")
    };
    assert!(setting.starts_with("reset_link_lifetime in ") && setting.ends_with("balcao.toml"));
    assert!(text.starts_with("is \"7\""));
}

#[test]
fn a_host_that_calls_are_forwarded_to_has_no_port() {
    let hosts = |text| serving_with(&[("BALCAO_UPSTREAM_HOSTS", text)]);
    let config = hosts("API.empresa.com.br, 10.1.0.7, ::1, [2001:DB8::1]").unwrap();
    assert_eq!(
        config.upstreams.hosts,
        ["api.empresa.com.br", "10.1.0.7", "::1", "[2001:db8::1]"]
    );
    for wrong in [
        "api.empresa.com.br:8443",
        "10.1.0.7:8443",
        "[::1]:8443",
        "[api.empresa.com.br]",
        "https://api.empresa.com.br",
    ] {
        let said = hosts(wrong).unwrap_err().to_string();
        assert!(said.contains("should be host names without port"), "{said}");
    }
}

#[test]
fn secrets_are_never_repeated() {
    let config =
        serving_with(&[("BALCAO_DATABASE_URL", "postgres://ana:s3nha@db/balcao")]).unwrap();
    let shown = format!("{config:?}");
    assert!(!shown.contains("s3nha") && !shown.contains(KEY), "{shown}");
    let mistakes = serving_with(&[
        ("BALCAO_DATABASE_URL", "mysql://ana:s3nha@db"),
        ("BALCAO_SMTP_URL", "http://ana:s3nha@db"),
        ("BALCAO_KEY_ENCRYPTION_KEY", "s3nha"),
    ])
    .unwrap_err();
    assert_eq!(mistakes.0.len(), 3, "{mistakes}");
    assert!(!mistakes.to_string().contains("s3nha"), "{mistakes}");
}

#[test]
fn the_environment_comes_before_the_file() {
    let (_home, path) = file(
        "brand_name = 'Arquivo'\n\
         hashing_slots = 3\n\
         allow_http = true\n\
         corporate_mail_deny = ['Correio.example', 'x.example']\n\
         support_channels = ['E-mail=mailto:ajuda@empresa.com.br']",
    );
    let above = [("BALCAO_BRAND_NAME", "1984"), ("BALCAO_HASHING_SLOTS", "")];
    let config = Config::load(Sources::of(path, &above), Purpose::Command).unwrap();
    assert_eq!(config.brand.name, "1984");
    assert_eq!(config.hashing_slots, 3);
    assert_eq!(config.corporate_mail.deny, ["correio.example", "x.example"]);
    assert_eq!(config.support[0].label, "E-mail");
}

#[test]
fn a_name_nobody_knows_is_refused_in_the_file_and_shown_from_the_environment() {
    let (_home, path) = file("listn = '127.0.0.1:3000'");
    assert_eq!(
        wrong(Config::load(Sources::of(path, &[]), Purpose::Command)),
        ["listn"]
    );
    let config = load(&[("BALCAO_LISTN", "1"), ("OTHER", "1")], Purpose::Command).unwrap();
    assert_eq!(config.unknown_variables, ["BALCAO_LISTN"]);
}

#[test]
fn a_file_that_cannot_be_read_is_a_mistake() {
    let nowhere = Some(PathBuf::from("nowhere/balcao.toml"));
    assert_eq!(
        wrong(Config::load(Sources::of(nowhere, &[]), Purpose::Command)),
        ["nowhere/balcao.toml"]
    );
    let (_home, path) = file("listen = ");
    assert_eq!(
        wrong(Config::load(Sources::of(path, &[]), Purpose::Command)).len(),
        1
    );
}

#[test]
fn a_port_that_speaks_tls_from_the_start_is_not_waited_for() {
    let url = ("BALCAO_SMTP_URL", "smtp://ana:s3nha@mail.example:465");
    let said = serving_with(&[url]).unwrap_err().to_string();
    assert!(said.contains("as on port 465, smtps://"), "{said}");
    let url = ("BALCAO_SMTP_URL", "smtps://ana:s3nha@mail.example:465");
    assert!(serving_with(&[url]).is_ok());
}

#[test]
fn a_mail_server_is_told_the_host_of_the_public_url_unless_another_is_named() {
    assert_eq!(serving_with(&[]).unwrap().mail.hello, "portal.example");
    let named = serving_with(&[("BALCAO_SMTP_HELLO", "Saida.example")]);
    assert_eq!(named.unwrap().mail.hello, "saida.example");
    let wrong_one = serving_with(&[("BALCAO_SMTP_HELLO", "https://saida.example")]);
    assert_eq!(wrong(wrong_one), ["BALCAO_SMTP_HELLO"]);
}

#[test]
fn a_file_of_authorities_must_hold_certificates() {
    let (_home, path) = file("no certificate");
    let path = path.unwrap();
    for path in [path.to_str().unwrap(), "nowhere/ca.pem"] {
        let config = serving_with(&[("BALCAO_TLS_CA", path)]);
        assert_eq!(wrong(config), ["BALCAO_TLS_CA"], "{path}");
    }
}

#[test]
fn spans_are_sent_by_a_program_that_was_built_for_it() {
    let load = |endpoint| {
        let variables = [("BALCAO_OTLP_ENDPOINT", endpoint)];
        Config::load(Sources::of(None, &variables), Purpose::Development)
    };
    let built_for_it = cfg!(feature = "otlp");
    assert_eq!(
        load("http://127.0.0.1:4318/v1/traces").is_ok(),
        built_for_it
    );
    assert!(load("127.0.0.1:4318").is_err());
}

#[test]
fn what_is_given_here_is_fixed_and_defaults_are_not() {
    let fixed = |variables| serving_with(variables).unwrap().fixed;
    assert_eq!(fixed(&[]), []);
    let given = [
        ("BALCAO_CORPORATE_MAIL_DENY", "correio.example"),
        ("BALCAO_RESET_LINK_LIFETIME", "1h"),
        ("BALCAO_DECISION_TARGET", "8h"),
    ];
    let names = [
        SettingName::FreeMailDeny,
        SettingName::ResetLink,
        SettingName::ApprovalTarget,
    ];
    assert_eq!(fixed(&given), names);
    let variables = names.map(|name| name.variable().unwrap());
    assert_eq!(variables, given.map(|(variable, _)| variable));
}

#[test]
fn the_trail_is_sent_where_the_operator_says() {
    let siem = |variables| serving_with(variables).unwrap().siem;
    assert!(siem(&[]).http.is_none() && siem(&[]).syslog.is_none());
    let some = siem(&[
        ("BALCAO_AUDIT_HTTP", "https://10.0.0.7/balcao"),
        ("BALCAO_AUDIT_SYSLOG", "tcp+tls://siem.example"),
    ]);
    assert_eq!(some.http.unwrap().url, "https://10.0.0.7/balcao");
    let syslog = some.syslog.unwrap().to_string();
    assert_eq!(syslog, "tcp+tls://siem.example:6514");
    let mistaken = serving_with(&[
        ("BALCAO_AUDIT_HTTP", "siem.example"),
        ("BALCAO_AUDIT_HTTP_TOKEN_FILE", "/nowhere/at/all"),
        ("BALCAO_AUDIT_SYSLOG", "https://siem.example"),
    ]);
    assert_eq!(
        wrong(mistaken),
        [
            "BALCAO_AUDIT_HTTP",
            "BALCAO_AUDIT_HTTP_TOKEN_FILE",
            "BALCAO_AUDIT_SYSLOG"
        ]
    );
}
