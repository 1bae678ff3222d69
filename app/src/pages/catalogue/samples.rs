//! The code samples of an API, and the variables that all of them read.

use std::{
    convert::Infallible,
    sync::{Arc, LazyLock},
};

use articles::{
    copy_button,
    highlight::{Language, highlight},
};
use domain::{catalogue::Sample, credentials::PublicKey};
use leptos::prelude::*;
use locales::{Locale, api as t};
use quick_cache::sync::Cache;

use super::comments;
use crate::{islands::shells::Shell, web::text_only};

/// What stands for a value that only the reader has.
const YOURS: &str = "…";
/// Of a hundred APIs in three languages.
const MAX_DRAWN_SAMPLES: usize = 3_000;

/// What the programs read, as each shell sets it, with the reader's own public key where there is one.
#[component]
pub(super) fn Variables<'a>(
    public_url: &'a str,
    key: Option<&'a PublicKey>,
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
            <details name="shells" open=shell == Shell::Posix>
                <summary>{shell.name()}</summary>
                <CodeFigure id name html locale/>
            </details>
        }
    });
    view! { <div class="samples">{shells.collect_view()}</div> }
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

/// A sample in a reader's language, with its parts in colours; as a text it is the same. The
/// same for every reader of that language, so it is drawn once.
pub(super) fn sample_html(sample: &Sample, locale: Locale) -> Arc<str> {
    static DRAWN: LazyLock<Cache<(Sample, Locale), Arc<str>>> =
        LazyLock::new(|| Cache::new(MAX_DRAWN_SAMPLES));
    let draw = || Ok::<_, Infallible>(draw(sample, locale).into());
    let Ok(html) = DRAWN.get_or_insert_with(&(sample.clone(), locale), draw);
    html
}

fn draw(sample: &Sample, locale: Locale) -> String {
    let source = comments::in_language(&sample.source, locale);
    highlight(&source, Language::named(sample.language.as_str()))
}

/// What a machine will read, and the button that copies it.
#[component]
pub(super) fn CodeFigure(
    id: String,
    name: String,
    html: Arc<str>,
    locale: Locale,
) -> impl IntoView {
    let copies = copy_button(locale, &id, &name);
    view! {
        <figure class="code">
            <figcaption class="code__head">
                {name} <div inner_html=copies></div>
            </figcaption>
            <pre tabindex="0" translate="no"><code id=id inner_html=html></code></pre>
        </figure>
    }
}
