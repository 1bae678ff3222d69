//! What Prometheus reads: each figure after what it tells of, and nothing about anybody.

mod observed;

use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    thread,
};

use base64::{Engine, prelude::BASE64_STANDARD, prelude::BASE64_URL_SAFE_NO_PAD};
use scraper::{Html, Selector};
use serde_json::Value;
use server::monitoring;

use super::harness::{Browser, Workspace};
use observed::Observed;

const README: &str = include_str!("../../../README.md");
const ANA: &str = "ana.souza@bancoexemplo.com.br";
const BIA: &str = "bia@empresa.com.br";
const PASSWORD: &str = "Balcao-demo-2026";
/// Somebody whose password is guessed at.
const SUPPORT: &str = "suporte@balcao.example";
const TOKEN: &str = "/oauth2/v1/token";

/// The keys of an application of Ana's for the sandbox, and the ids that its address holds.
fn test_keys(ana: &mut Browser<'_>) -> (String, String, Vec<String>) {
    let form = format!("email={}&password={PASSWORD}", ANA.replace('@', "%40"));
    assert_eq!(ana.post("/entrar", &form).status, 303);
    let groups = ana.get("/minhas-aplicacoes").body;
    let group = &attributes(&groups, "a[href^='/minhas-aplicacoes/']", "href")[0];
    let page = ana.get(group).body;
    let form = &attributes(&page, "form[action*='/chaves-de-teste']", "action")[0];
    let form = form.split('#').next().unwrap();
    let page = ana.post(form, "").body;
    let key = |kind: &str| {
        let key = Selector::parse(&format!("[id^='{kind}-de-teste-']")).unwrap();
        let document = Html::parse_document(&page);
        let text: String = document.select(&key).next().unwrap().text().collect();
        text.replace('\u{200b}', "").trim().to_owned()
    };
    let ids = form.split('/').filter(|part| part.len() == 36);
    let ids: Vec<_> = ids.map(ToOwned::to_owned).collect();
    assert_eq!(ids.len(), 2, "{form}");
    (key("chave-publica"), key("chave-secreta"), ids)
}

fn attributes(page: &str, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let document = Html::parse_document(page);
    let found = document.select(&selector);
    found.map(|it| it.attr(name).unwrap().to_owned()).collect()
}

/// The path of the API that a token is for.
fn api_of(token: &str) -> String {
    let claims = token.split('.').nth(1).unwrap();
    let claims = BASE64_URL_SAFE_NO_PAD.decode(claims).unwrap();
    let claims: Value = serde_json::from_slice(&claims).unwrap();
    let audience = claims["aud"].as_str().unwrap();
    let (_, path) = audience.split_once("localhost:3000").unwrap();
    path.to_owned()
}

/// No label has a name or a value that nobody foresaw.
fn assert_labels_are_foreseen(figures: &str) {
    for line in figures.lines().filter(|line| !line.starts_with('#')) {
        let series = line.split(' ').next().unwrap_or_default();
        let Some((name, labels)) = series.split_once('{') else {
            assert!(series.is_empty(), "{line}");
            continue;
        };
        let part = ["_bucket", "_sum", "_count"];
        let whole = part.iter().find_map(|part| name.strip_suffix(part));
        let metric = monitoring::ALL
            .iter()
            .find(|metric| [Some(name), whole.or(Some(name))].contains(&Some(metric.name)))
            .unwrap_or_else(|| panic!("{line}"));
        let names: Vec<_> = labels
            .trim_end_matches('}')
            .split("\",")
            .map(|label| label.split('=').next().unwrap())
            .filter(|name| *name != "le")
            .collect();
        assert_eq!(names, metric.labels, "{line}");
    }
}

#[test]
fn each_is_there_after_what_it_tells_of_and_names_nobody() {
    let mut place = Workspace::new();
    let observed = Observed::start(&mut place);
    let mut ana = Browser::new(&observed.instance);
    let (public, secret, ids) = test_keys(&mut ana);
    let pages = "balcao_http_request_duration_seconds_count\
        {route=\"/minhas-aplicacoes\",method=\"GET\",status=\"2xx\"}";
    observed.counts(pages);
    ana.ask("BREW /entrar", &[], "");
    observed.counts(
        &pages
            .replace("GET", "other")
            .replace("2xx", "4xx")
            .replace("/minhas-aplicacoes", "/entrar"),
    );

    // Tokens: one that is given, one that is refused.
    let grant = "grant_type=client_credentials";
    let mut token = |secret: &str| {
        let keys = BASE64_STANDARD.encode(format!("{public}:{secret}"));
        let basic = format!("Basic {keys}");
        ana.post_with(TOKEN, &[("Authorization", &basic)], grant)
    };
    assert_eq!(token("nonsense").status, 401);
    let given: Value = serde_json::from_str(&token(&secret).body).unwrap();
    let given = given["access_token"].as_str().unwrap().to_owned();
    observed.counts("balcao_token_requests_total{outcome=\"issued\"}");
    observed.counts("balcao_token_requests_total{outcome=\"invalid_client\"}");

    // Calls: one that the sandbox answers, one that is refused.
    let call = format!("GET {}/nowhere", api_of(&given));
    let bearer = format!("Bearer {given}");
    ana.ask(&call, &[("Authorization", &bearer)], "");
    assert_eq!(ana.ask(&call, &[], "").status, 401);
    let figures = observed.scrape();
    let calls = |by: &str| {
        let by = format!("answered_by=\"{by}\",status=\"4xx\"}}");
        let begins = "balcao_gateway_call_duration_seconds_count{api=\"";
        figures
            .lines()
            .any(|line| line.starts_with(begins) && line.contains(&by))
    };
    assert!(calls("sandbox") && calls("portal"), "{figures}");

    // Guesses, until somebody has to wait: a few are free, and each further one waits longer.
    let guess = format!("email={SUPPORT}&password=outra-Senha-8");
    let throttled = (0..40).any(|_| {
        Browser::new(&observed.instance)
            .post("/entrar", &guess)
            .status
            == 429
    });
    assert!(throttled);
    observed.counts("balcao_throttled_total{kind=\"password\"}");

    // A job, and the mail that it is.
    place.run(&["user", "create", BIA]).ended_with(0);
    observed.counts("balcao_mails_total{outcome=\"sent\"}");
    observed.shows("balcao_jobs{state=\"waiting\"}", |jobs| jobs < 1.0);
    observed.shows("balcao_jobs{state=\"dead\"}", |jobs| jobs < 1.0);

    // How the database and the hashing stand.
    let open = "balcao_database_connections{pool=\"writer\",state=\"open\"}";
    observed.counts(open);
    observed.counts(&open.replace("open", "idle"));
    observed.shows("balcao_database_waiting{pool=\"writer\"}", |waiting| {
        waiting < 1.0
    });
    observed.shows("balcao_password_hashes{state=\"running\"}", |hashes| {
        hashes < 1.0
    });
    observed.shows("balcao_password_hashes{state=\"waiting\"}", |hashes| {
        hashes < 1.0
    });

    let figures = observed.scrape();
    assert_labels_are_foreseen(&figures);
    let mut private = vec!["@", "127.0.0.1", "nowhere", &*public, &*secret, &*given];
    private.extend(ids.iter().map(String::as_str));
    for private in private {
        assert!(!figures.contains(private), "{private} is in\n{figures}");
    }
    observed.instance.stop();
}

/// A mail server that takes no reader.
fn refusing_mail_server() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            thread::spawn(move || refuse_mails(&stream));
        }
    });
    address
}

fn refuse_mails(mut stream: &TcpStream) {
    let _ = stream.write_all(b"220 ready\r\n");
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        let answer = match line.split(' ').next() {
            Some("RCPT") => "550 5.1.1 no such reader\r\n",
            Some("QUIT") => "221 goodbye\r\n",
            _ => "250 ok\r\n",
        };
        let _ = stream.write_all(answer.as_bytes());
    }
}

#[test]
fn a_mail_that_is_refused_is_a_job_that_is_dead() {
    let mut place = Workspace::new();
    let server = format!("smtp://{}?tls=none", refusing_mail_server());
    place.set("BALCAO_SMTP_URL", &server);
    place.set("BALCAO_MAIL_SENDER", "balcao@empresa.com.br");
    let observed = Observed::start(&mut place);
    place.run(&["user", "create", BIA]).ended_with(0);
    observed.counts("balcao_mails_total{outcome=\"refused\"}");
    // Read from the database every ten seconds at most.
    observed.counts("balcao_jobs{state=\"dead\"}");
    observed.instance.stop();
}

#[test]
fn nothing_listens_unless_it_is_asked_for() {
    let mut place = Workspace::new();
    let instance = place.serve();
    assert!(instance.answers("/healthz").starts_with("HTTP/1.1 200"));
    assert_eq!(instance.listeners(), 1);
    place.run(&["doctor"]).printed("metrics     off");
    instance.stop();
    let observed = Observed::start(&mut place);
    observed.scrape();
    assert_eq!(observed.instance.listeners(), 2);
    place
        .run(&["doctor"])
        .printed("metrics     http://127.0.0.1:0/metrics");
    observed.instance.stop();
}

#[test]
fn an_address_that_is_taken_is_named() {
    let mut place = Workspace::new().migrated();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    place.set("BALCAO_METRICS_LISTEN", &address);
    let serve = ["serve", "--development"];
    place
        .run(&serve)
        .ended_with(1)
        .said("BALCAO_METRICS_LISTEN says where to");
}

#[test]
fn operators_find_each_of_them_in_the_readme() {
    for metric in monitoring::ALL {
        let name = format!("`{}`", metric.name);
        assert!(README.contains(&name), "{name} is not in README.md");
        for label in metric.labels {
            let label = format!("`{label}`");
            assert!(README.contains(&label), "{label} is not in README.md");
        }
    }
}
