//! The credential, built in the browser from the two keys on the page. Nothing is sent anywhere.

use leptos::prelude::*;
use locales::{Locale, credential as t};
use values::credential::basic;

use super::CopyButton;

/// On the server it draws the shell command that builds the credential; in the browser, the
/// credential itself with the headers and the command that use it.
#[island]
pub fn CredentialReceipt(locale: Locale, public_key: String, secret_key: String, token_url: String) -> impl IntoView {
    let (ready, set_ready) = signal(false);
    Effect::new(move |_| set_ready.set(true));
    let shell = format!("printf %s '{public_key}:{secret_key}' | base64 | tr -d '\\n'");
    view! {
        <section class="receipt" aria-label=t::title(locale)>
            <div>
                <h3>{t::title(locale)}</h3>
                <p class="soft small">
                    {move || if ready.get() { t::built_here(locale) } else { t::built_by_shell(locale) }}
                </p>
            </div>
            {move || {
                if ready.get() {
                    built(locale, &basic(&public_key, &secret_key), &token_url).into_any()
                } else {
                    view! { <pre>{shell.clone()}</pre> }.into_any()
                }
            }}
        </section>
    }
}

fn built(locale: Locale, credential: &str, token_url: &str) -> impl IntoView + use<> {
    let command = format!(
        "curl -sS {token_url} -H 'x-client-auth: Basic {credential}' -d grant_type=client_credentials"
    );
    let lines = [
        (t::header(locale), format!("x-client-auth: Basic {credential}")),
        (t::standard_header(locale), format!("Authorization: Basic {credential}")),
        (t::command(locale), command),
        (t::base64(locale), credential.to_owned()),
    ];
    lines.into_iter().map(|(name, text)| line(locale, name, text)).collect_view()
}

fn line(locale: Locale, name: &'static str, text: String) -> impl IntoView {
    let copied = text.clone();
    view! {
        <div class="stack stack--tight">
            <div class="split">
                <span class="soft small">{name}</span>
                <CopyButton locale text=copied label=format!("{} {}", t::copy(locale), name) quiet=true/>
            </div>
            <pre>{text}</pre>
        </div>
    }
}
