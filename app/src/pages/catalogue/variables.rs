//! The variables that all programs read.

use domain::credentials::PublicKey;
use leptos::prelude::*;
use locales::{Locale, api as t};

use crate::{components::CodeFigure, islands::shells::Shell, web::text_only};

/// What stands for a value that only the reader has.
const YOURS: &str = "…";

/// What the programs read, as each shell sets it, with the reader's own public key where there is one.
#[component]
pub(super) fn Variables<'a>(
    public_url: &'a str,
    key: Option<&'a PublicKey>,
    /// The one that is unfolded.
    open: Shell,
    locale: Locale,
) -> impl IntoView + use<> {
    let shells = Shell::ALL.into_iter().map(|shell| {
        let id = match shell {
            Shell::Posix => "variaveis".to_owned(),
            other => format!("variaveis-{}", other.slug()),
        };
        let name = t::variables(locale).to_owned();
        let html = text_only(&variables(shell, public_url, key)).into();
        view! {
            <details name="shells" open=shell == open>
                <summary>{shell.name()}</summary>
                <CodeFigure id name html locale/>
            </details>
        }
    });
    view! { <div class="samples">{shells.collect_view()}</div> }
}

/// The commands that set them, with the name of each shell.
pub(super) fn all_variables(public_url: &str) -> Vec<(&'static str, String)> {
    let shells = Shell::ALL.into_iter();
    let shells = shells.map(|shell| (shell.name(), variables(shell, public_url, None)));
    shells.collect()
}

/// As a shell sets them.
fn variables(shell: Shell, public_url: &str, key: Option<&PublicKey>) -> String {
    let key = key.map_or_else(|| YOURS.to_owned(), PublicKey::to_string);
    [
        shell.exports("BALCAO_URL", public_url),
        shell.exports("BALCAO_PUBLIC_KEY", &key),
        shell.exports("BALCAO_SECRET_KEY", YOURS),
    ]
    .join("\n")
}
