//! The page on which people let programs act for them, and what the programs get.

mod asking;
mod deciding;
mod redeeming;
mod registering;

use std::collections::BTreeMap;

use axum::http::{HeaderName, StatusCode};
use serde_json::{Value, json};

use crate::{
    clients::{Keys, calls, registers, token_of, with_crm},
    harness::{ANA, Answer, Program, TestApp, Visitor},
};

const PAGE: &str = "/autorizar";
const APP: &str = "https://app.example/volta";
/// A verifier and its challenge (RFC 7636, appendix B).
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// Ana, whose application of the CRM is approved, and a program that may ask people.
struct Scene {
    app: TestApp,
    program: Program,
    dora: Visitor,
    ana: Visitor,
    keys: Keys,
}

impl Scene {
    async fn begins() -> Self {
        let (app, program, dora) = with_crm().await;
        let keys = registers(&dora, "autorizacao", &[("nome", "Assistente")]).await;
        let ana = app.signs_in(ANA).await;
        Self {
            app,
            program,
            dora,
            ana,
            keys,
        }
    }

    /// The address with all that a program sends, and some of it changed: an empty value leaves a
    /// parameter out.
    fn address(&self, changed: &[(&str, &str)]) -> String {
        let all = [
            ("response_type", "code"),
            ("client_id", &*self.keys.id),
            ("redirect_uri", APP),
            ("scope", "crm-na-nuvem"),
            ("state", "a&b c"),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
            ("resource", "https://balcao.example"),
        ];
        let is_changed = |name: &str| changed.iter().any(|(it, _)| *it == name);
        let kept = all.iter().filter(|(name, _)| !is_changed(name));
        let pairs: Vec<_> = kept.chain(changed).collect();
        let pairs: Vec<_> = pairs
            .into_iter()
            .filter(|pair| !pair.1.is_empty())
            .collect();
        format!("{PAGE}?{}", serde_urlencoded::to_string(pairs).unwrap())
    }

    /// Ana agrees to what is asked at the usual address; the code.
    async fn code(&self) -> String {
        let answer = decides(&self.ana, &self.address(&[]), "permitir").await;
        let (address, told) = led(&answer);
        assert_eq!(address, APP);
        told["code"].clone()
    }

    /// What the program asks for a token with.
    fn exchange(&self, code: &str) -> Value {
        json!({
            "grant_type": "authorization_code",
            "client_id": self.keys.id,
            "client_secret": self.keys.secret,
            "code": code,
            "redirect_uri": APP,
            "code_verifier": VERIFIER,
        })
    }
}

/// Opens the page and presses a button.
async fn decides(person: &Visitor, address: &str, button: &str) -> Answer {
    let page = person.get(address).await;
    let sealed = page.is(StatusCode::OK).value_of("pedido");
    sends(person, address, &sealed, button).await
}

async fn sends(person: &Visitor, address: &str, sealed: &str, button: &str) -> Answer {
    let fields = [("pedido", sealed), ("resposta", button)];
    person.post(address, &fields).await
}

/// Where the page in between leads by itself, without its query, and what that tells.
#[track_caller]
fn led(answer: &Answer) -> (String, BTreeMap<String, String>) {
    answer.is(StatusCode::OK);
    let refresh = answer.header(HeaderName::from_static("refresh"));
    let address = refresh.strip_prefix("0;url=").unwrap();
    assert_eq!(answer.attributes("main .actions a", "href"), [address]);
    parts(address)
}

#[track_caller]
fn parts(address: &str) -> (String, BTreeMap<String, String>) {
    let (address, query) = address.split_once('?').unwrap();
    let told = serde_urlencoded::from_str(query).unwrap();
    (address.to_owned(), told)
}
