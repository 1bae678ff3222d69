//! The code samples of an API, and the variables that all of them read.

use domain::{
    catalogue::{Api, Sample},
    credentials::PublicKey,
};
use leptos::prelude::*;
use locales::{Locale, api as t, common};

use crate::islands::CopyButton;

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
    let variables = variables(public_url, key);
    let name = t::variables(locale).to_owned();
    let programs = api.samples.iter().enumerate();
    let programs = programs.map(|(index, sample)| program(index == 0, sample, locale));
    view! {
        <section class="section" id=id>
            <h2>{t::samples(locale)}</h2>
            <p class="soft">{t::samples_lead(locale)}</p>
            <p class="soft">{t::from_servers(locale)}</p>
            {code("variaveis".to_owned(), name, variables, locale)}
            <div class="samples">{programs.collect_view()}</div>
        </section>
    }
}

/// As a shell sets them.
fn variables(public_url: &str, key: Option<&PublicKey>) -> String {
    let key = key.map_or_else(|| YOURS.to_owned(), PublicKey::to_string);
    format!(
        "export BALCAO_URL='{public_url}'\n\
         export BALCAO_PUBLIC_KEY='{key}'\n\
         export BALCAO_SECRET_KEY='{YOURS}'"
    )
}

/// One `<details>` a language, of which the browser keeps one open.
fn program(open: bool, sample: &Sample, locale: Locale) -> impl IntoView + use<> {
    let language = sample.language;
    let id = format!("exemplo-{}", language.as_str());
    let name = language.file_name().to_owned();
    view! {
        <details name="samples" open=open>
            <summary>{language.title()}</summary>
            {code(id, name, sample.source.clone(), locale)}
        </details>
    }
}

/// What a machine will read, and the button that copies it.
fn code(id: String, name: String, source: String, locale: Locale) -> impl IntoView {
    let label = common::copy_what(locale, &name);
    view! {
        <figure class="code">
            <figcaption class="code__head">
                {name} <div><CopyButton locale source=id.clone() label=label/></div>
            </figcaption>
            <pre tabindex="0"><code id=id>{source}</code></pre>
        </figure>
    }
}
