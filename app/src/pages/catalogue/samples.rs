//! The code samples of an API, and the variables that all of them read.

use std::{
    convert::Infallible,
    sync::{Arc, LazyLock},
};

use articles::highlight::{Language, highlight};
use domain::{
    catalogue::{Api, Sample},
    credentials::PublicKey,
};
use leptos::prelude::*;
use locales::{Locale, api as t, common};
use quick_cache::sync::Cache;

use super::comments;
use crate::{
    islands::{CopyButton, shells::Shell},
    web::text_only,
};

/// What stands for a value that only the reader has.
const YOURS: &str = "…";
/// Of a hundred APIs in three languages.
const MAX_DRAWN_SAMPLES: usize = 3_000;

/// With the reader's own public key where there is one.
#[component]
pub(super) fn Samples<'a>(
    api: &'a Api,
    id: &'static str,
    public_url: &'a str,
    key: Option<&'a PublicKey>,
    locale: Locale,
) -> impl IntoView + use<> {
    let variables = Shell::ALL.map(|shell| {
        let id = match shell {
            Shell::Posix => "variaveis".to_owned(),
            other => format!("variaveis-{}", other.slug()),
        };
        let name = format!("{} · {}", t::variables(locale), shell.name());
        view! { <CodeFigure id name html=text_only(&variables(shell, public_url, key)).into() locale/> }
    });
    let variables: Vec<_> = variables.into_iter().collect();
    let programs = api.samples.iter().enumerate();
    let programs =
        programs.map(|(index, sample)| view! { <Program open=index == 0 sample locale/> });
    view! {
        <section class="section" id=id>
            <h2>{t::samples(locale)}</h2>
            <p class="soft">{t::samples_lead(locale)}</p>
            <p class="soft">{t::from_servers(locale)}</p>
            {variables}
            <div class="samples">{programs.collect_view()}</div>
        </section>
    }
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

/// One `<details>` a language, of which the browser keeps one open.
#[component]
fn Program<'a>(open: bool, sample: &'a Sample, locale: Locale) -> impl IntoView + use<> {
    let language = sample.language;
    let id = format!("exemplo-{}", language.as_str());
    let name = language.file_name().to_owned();
    view! {
        <details name="samples" open=open>
            <summary>{language.title()}</summary>
            <CodeFigure id name html=sample_html(sample, locale) locale/>
        </details>
    }
}

/// A sample in a reader's language, with its parts in colours; as a text it is the same. The
/// same for every reader of that language, so it is drawn once.
fn sample_html(sample: &Sample, locale: Locale) -> Arc<str> {
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
fn CodeFigure(id: String, name: String, html: Arc<str>, locale: Locale) -> impl IntoView {
    let label = common::copy_what(locale, &name);
    view! {
        <figure class="code">
            <figcaption class="code__head">
                {name} <div><CopyButton locale source=id.clone() label=label/></div>
            </figcaption>
            <pre tabindex="0" translate="no"><code id=id inner_html=html></code></pre>
        </figure>
    }
}
