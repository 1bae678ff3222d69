//! The doctor: a text as it was pasted, and everything that is found in it.

mod credential;
mod header;
mod strange;
mod token;

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use values::{
    credential::basic,
    doctor::{Diagnosis, Finding, Purpose, Question, examine},
};

const PUBLIC: &str = "mQ7tWr2xKp9ZyB4nVc8L";
const SECRET: &str = "blc_Xw5RzT0uYb2PqNs7MvCd9LfHj44COhIT";
/// Keys of the longer format that the portal made before.
const LONG_PUBLIC: &str = "mQ7tWr2xKp9ZyB4nVc8LsD1fGh6JkE3a";
const LONG_SECRET: &str = "Xw5RzT0uYb2PqNs7MvCd9LfHj4GkAe1ZxW8oQi6UtBy3SrKm";
const ISSUER: &str = "https://balcao.example";
const NOW: u64 = 1_788_782_400;

fn asks(text: &str, purpose: Purpose) -> Diagnosis {
    asks_as(text, purpose, &[])
}

fn asks_as(text: &str, purpose: Purpose, public_keys: &[String]) -> Diagnosis {
    examine(&Question {
        text,
        purpose,
        public_keys,
        issuer: ISSUER,
        now: NOW,
    })
}

/// The findings in a text that may be for a token or for an API.
fn found(text: &str) -> Vec<Finding> {
    asks(text, Purpose::Unsaid).findings
}

/// The header that mends such a text.
fn mended(text: &str) -> Option<String> {
    let mended = asks(text, Purpose::Unsaid).mended;
    mended.map(|header| header.expose().to_owned())
}

fn credential() -> String {
    basic(PUBLIC, SECRET)
}

fn encoded(plain: &str) -> String {
    STANDARD.encode(plain)
}

fn right_header() -> String {
    format!("x-client-auth: Basic {}", credential())
}

/// A token with these claims.
fn token(claims: &str) -> String {
    let [header, payload] = [r#"{"typ":"at+jwt","alg":"ES256","kid":"a"}"#, claims]
        .map(|part| URL_SAFE_NO_PAD.encode(part));
    format!("{header}.{payload}.c2lnbmF0dXJl")
}

/// A token of this portal that is valid for another hour.
fn good_token() -> String {
    token(&format!(
        r#"{{"iss":"{ISSUER}","client_id":"{PUBLIC}","iat":{NOW},"exp":{}}}"#,
        NOW + 3600
    ))
}

fn fine() -> [Finding; 1] {
    [Finding::CredentialFine { own: None }]
}
