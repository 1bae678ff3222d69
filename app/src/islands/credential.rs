//! The credential, built in the browser from the two keys on the page. Nothing is sent anywhere.

use leptos::{either::Either, prelude::*};
use locales::{Locale, common, credential as t};
use values::credential::basic;

use super::{
    copy_button::copy_button,
    shells::{Shell, Word},
};

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
        <section class="receipt" aria-labelledby="credencial" data-at-once="">
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
    let standard = format!("Authorization: Basic {credential}");
    let values = [
        ("cabecalho", "x-client-auth", header.clone()),
        ("cabecalho-padrao", "Authorization", standard),
        ("base64", BASE64, credential.to_owned()),
    ]
    .map(|(id, name, text)| copied(locale, id, name.to_owned(), "value", text).into_any());
    let commands = Shell::ALL.map(|shell| {
        let command = token_command(shell, [Word::Plain("-H"), Word::Text(&header)], token_url);
        let id = ["comando-", shell.slug()].concat();
        copied(locale, &id, asks_by(shell, locale), "command", command).into_any()
    });
    values.into_iter().chain(commands).collect_view()
}

/// The keys need no quotation marks within those of a shell. `base64` breaks long lines on some
/// systems, and keys of before are long; `tr` joins them on all. Where nothing encodes, curl does.
fn by_shell(
    locale: Locale,
    public_key: &str,
    secret_key: &str,
    token_url: &str,
) -> impl IntoView + use<> {
    let keys = format!("{public_key}:{secret_key}");
    let posix = format!("printf %s '{keys}' | base64 | tr -d '\\n'");
    let powershell =
        format!("[Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes('{keys}'))");
    let header = format!("\"x-client-auth: Basic $({posix})\"");
    let commands = Shell::ALL.map(|shell| {
        let who = match shell {
            Shell::Posix => [Word::Plain("-H"), Word::Plain(&header)],
            Shell::Cmd | Shell::PowerShell => [Word::Plain("-u"), Word::Text(&keys)],
        };
        (asks_by(shell, locale), token_command(shell, who, token_url))
    });
    let encoders = [(Shell::Posix, posix), (Shell::PowerShell, powershell)];
    encoders
        .map(|(shell, command)| (name_by(BASE64, shell), command))
        .into_iter()
        .chain(commands)
        .map(|(name, text)| line(name, text))
        .collect_view()
}

fn token_command(shell: Shell, who: [Word<'_>; 2], token_url: &str) -> String {
    let head = [Word::Plain("-sS"), Word::Text(token_url)];
    let grant = [
        Word::Plain("-d"),
        Word::Plain("grant_type=client_credentials"),
    ];
    shell.curl(&[&head, &who, &grant])
}

fn asks_by(shell: Shell, locale: Locale) -> String {
    name_by(t::ask_for_token(locale), shell)
}

fn name_by(name: &str, shell: Shell) -> String {
    [name, " · ", shell.name()].concat()
}

fn line(name: String, text: String) -> impl IntoView {
    view! {
        <div class="stack stack--tight">
            <p class="soft small">{name}</p>
            <pre class="command" tabindex="0" translate="no">{text}</pre>
        </div>
    }
}

/// `class` is `command` for what never breaks, and `value` for what breaks anywhere.
fn copied(
    locale: Locale,
    id: &str,
    name: String,
    class: &'static str,
    text: String,
) -> impl IntoView + use<> {
    let id = ["credencial-", id].concat();
    let label = common::copy_what(locale, &name);
    let tabindex = (class == "command").then_some("0");
    // The name of a header has hyphens, and does not end a line at one.
    let (header, rest) = match text.split_once(": ") {
        Some((header, rest)) if class == "value" => ([header, ": "].concat(), rest.to_owned()),
        _ => (String::new(), text),
    };
    view! {
        <div class="stack stack--tight">
            <div class="split">
                <p class="soft small">{name}</p>
                <div>{copy_button(locale, id.clone(), label)}</div>
            </div>
            <pre id=id class=class tabindex=tabindex translate="no"><span class="nowrap">{header}</span>{rest}</pre>
        </div>
    }
}
