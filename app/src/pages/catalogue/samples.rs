//! The code samples of an API, and the variables that all of them read.

use domain::{
    catalogue::{Api, Sample, SampleLanguage},
    credentials::PublicKey,
};
use leptos::prelude::*;
use locales::{Locale, api as t, common};

use super::{
    comments,
    highlight::{Kind, pieces},
};
use crate::islands::{CopyButton, shells::Shell};

/// What stands for a value that only the reader has.
const YOURS: &str = "…";

/// With the reader's own public key where there is one.
pub(super) fn samples(
    api: &Api,
    id: &'static str,
    public_url: &str,
    key: Option<&PublicKey>,
    locale: Locale,
) -> impl IntoView + use<> {
    let variables = Shell::ALL.map(|shell| {
        let id = match shell {
            Shell::Posix => "variaveis".to_owned(),
            other => format!("variaveis-{}", other.slug()),
        };
        let name = format!("{} · {}", t::variables(locale), shell.name());
        code(id, name, variables(shell, public_url, key), locale)
    });
    let variables: Vec<_> = variables.into_iter().collect();
    let programs = api.samples.iter().enumerate();
    let programs = programs.map(|(index, sample)| program(index == 0, sample, locale));
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
fn program(open: bool, sample: &Sample, locale: Locale) -> impl IntoView + use<> {
    let language = sample.language;
    let id = format!("exemplo-{}", language.as_str());
    let name = language.file_name().to_owned();
    let source = comments::in_language(&sample.source, locale);
    view! {
        <details name="samples" open=open>
            <summary>{language.title()}</summary>
            {code(id, name, highlighted(&source, language), locale)}
        </details>
    }
}

/// The source with its parts in colours; as a text it is the same.
fn highlighted(source: &str, language: SampleLanguage) -> impl IntoView + use<> {
    let piece = |(kind, text): (Option<Kind>, &str)| {
        let text = text.to_owned();
        match kind {
            None => text.into_any(),
            Some(kind) => view! { <span class=kind.class()>{text}</span> }.into_any(),
        }
    };
    let pieces = pieces(source, language).into_iter();
    pieces.map(piece).collect_view()
}

/// What a machine will read, and the button that copies it.
fn code(id: String, name: String, source: impl IntoView, locale: Locale) -> impl IntoView {
    let label = common::copy_what(locale, &name);
    view! {
        <figure class="code">
            <figcaption class="code__head">
                {name} <div><CopyButton locale source=id.clone() label=label/></div>
            </figcaption>
            <pre tabindex="0" translate="no"><code id=id>{source}</code></pre>
        </figure>
    }
}
