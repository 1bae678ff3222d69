//! The credential, built in the browser from the two keys on the page. Nothing is sent anywhere.

use leptos::{either::Either, prelude::*};
use locales::{Locale, common, credential as t};
use values::credential::basic;

use super::copy_button::copy_button;

const BASE64: &str = "Base64";

/// On the server it draws the commands that build and use the credential; in the browser, the
/// credential itself with the headers and the command that use it.
#[island]
pub fn CredentialReceipt(
    locale: Locale,
    public_key: String,
    secret_key: String,
    token_url: String,
) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    Effect::new(move |_| set_ready.set(true));
    view! {
        <section class="receipt" aria-labelledby="credencial">
            <div>
                <h3 id="credencial">{t::title(locale)}</h3>
                <p class="soft small">
                    {move || if ready.get() { t::built_here(locale) } else { t::built_by_shell(locale) }}
                </p>
            </div>
            {move || {
                if ready.get() {
                    Either::Left(built(locale, &basic(&public_key, &secret_key), &token_url))
                } else {
                    Either::Right(by_shell(locale, &public_key, &secret_key, &token_url))
                }
            }}
        </section>
    }
}

fn built(locale: Locale, credential: &str, token_url: &str) -> impl IntoView + use<> {
    let header = format!("x-client-auth: Basic {credential}");
    let command = token_command(&format!("'{header}'"), token_url);
    [
        ("cabecalho", "x-client-auth", header),
        (
            "cabecalho-padrao",
            "Authorization",
            format!("Authorization: Basic {credential}"),
        ),
        ("comando", t::ask_for_token(locale), command),
        ("base64", BASE64, credential.to_owned()),
    ]
    .map(|(id, name, text)| copied_line(locale, id, name, text))
    .collect_view()
}

/// The keys are letters and digits, so single quotes hold them as they are. `base64` breaks long
/// lines on some systems and knows no option against it on others; `tr` joins them on all.
fn by_shell(
    locale: Locale,
    public_key: &str,
    secret_key: &str,
    token_url: &str,
) -> impl IntoView + use<> {
    let credential = format!("printf %s '{public_key}:{secret_key}' | base64 | tr -d '\\n'");
    let command = token_command(
        &format!("\"x-client-auth: Basic $({credential})\""),
        token_url,
    );
    [(BASE64, credential), (t::ask_for_token(locale), command)]
        .map(|(name, text)| line(name, text))
        .collect_view()
}

fn token_command(header: &str, token_url: &str) -> String {
    format!("curl -sS '{token_url}' -H {header} -d grant_type=client_credentials")
}

fn line(name: &'static str, text: String) -> impl IntoView {
    view! {
        <div class="stack stack--tight">
            <p class="soft small">{name}</p>
            <pre>{text}</pre>
        </div>
    }
}

fn copied_line(
    locale: Locale,
    id: &'static str,
    name: &'static str,
    text: String,
) -> impl IntoView {
    let id = format!("credencial-{id}");
    view! {
        <div class="stack stack--tight">
            <div class="split">
                <p class="soft small">{name}</p>
                <div>{copy_button(locale, id.clone(), common::copy_what(locale, name))}</div>
            </div>
            <pre id=id>{text}</pre>
        </div>
    }
}
