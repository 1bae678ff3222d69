//! All of a reference as HTML. Each part is drawn by itself, so that no more than one of them is in
//! memory as a view.

use leptos::prelude::*;
use locales::{Locale, reference as t};
use openapi::reference::{Elsewhere, NamedSchema, Operation, Reference, Section};

use super::{
    contents::contents, fields::SchemaFacts, markdown::Description, operation::OperationView,
    parts::schema_parts, security::Authentication,
};
use crate::web::{text_only, to_html};

/// The anchors of the page that are no operations: each has a dot, which no operation's has, or
/// no hyphen, which each operation's has.
pub(super) const AUTHENTICATION: &str = "autenticacao";
pub(super) const SCHEMAS: &str = "modelos";
pub(super) const WEBHOOKS: &str = "webhooks";

/// The operations without a tag.
const OTHERS: &str = "operacoes";

pub(super) fn section_anchor(section: &Section<'_>) -> String {
    let tag = section.tag.map(|tag| format!("grupo.{}", tag.slug));
    tag.unwrap_or_else(|| OTHERS.to_owned())
}

pub(super) fn schema_anchor(slug: &str) -> String {
    format!("modelo.{slug}")
}

/// The API whose operations are drawn.
#[derive(Clone, Copy)]
pub(super) struct Callable<'a> {
    pub(super) slug: &'a str,
    pub(super) base_path: &'a str,
    /// Whether it is the portal's own, which a token of a client opens.
    pub(super) is_own: bool,
}

/// A reference in a language.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) html: String,
    /// Links to all of it.
    pub(super) contents: String,
}

pub(super) fn draw(reference: &Reference, api: Callable<'_>, locale: Locale) -> Drawn {
    let mut html = to_html(|| introduction(reference, api, locale));
    let sections = reference.sections();
    for section in &sections {
        draw_section(
            &mut html,
            section,
            sections.len() > 1,
            reference,
            api,
            locale,
        );
    }
    draw_webhooks(&mut html, reference, locale);
    draw_schemas(&mut html, &reference.schemas, locale);
    Drawn {
        contents: contents(reference, locale),
        html,
    }
}

fn introduction(reference: &Reference, api: Callable<'_>, locale: Locale) -> impl IntoView + use<> {
    view! {
        <Description text=&reference.info.description locale/>
        {elsewhere(&reference.elsewhere, locale)}
        <Authentication schemes=&reference.schemes is_own=api.is_own locale/>
    }
}

fn elsewhere(paths: &[Elsewhere], locale: Locale) -> impl IntoView + use<> {
    let items = paths.iter().map(|it| {
        let (path, reference) = (it.path.clone(), it.reference.clone());
        view! { <li><code translate="no">{path}</code> " → " <code translate="no">{reference}</code></li> }
    });
    let items = items.collect_view();
    (!paths.is_empty()).then(|| {
        view! {
            <section class="prose prose--dense">
                <p>{t::elsewhere(locale)} ":"</p>
                <ul>{items}</ul>
            </section>
        }
    })
}

fn draw_section(
    html: &mut String,
    section: &Section<'_>,
    is_one_of_several: bool,
    reference: &Reference,
    api: Callable<'_>,
    locale: Locale,
) {
    let title = section_title(section, is_one_of_several, locale);
    let anchor = section_anchor(section);
    html.push_str(&opening(&anchor, &title, None));
    if let Some(tag) = section.tag {
        html.push_str(&to_html(
            || view! { <Description text=&tag.description locale/> },
        ));
    }
    draw_operations(html, &section.operations, reference, Some(api), locale);
    html.push_str(CLOSING);
}

const CLOSING: &str = "</section>";

/// How a part of the reference begins: its heading, and a line about it.
fn opening(anchor: &str, title: &str, lead: Option<&str>) -> String {
    let lead = lead.map(|lead| format!(r#"<p class="soft">{}</p>"#, text_only(lead)));
    format!(
        r#"<section class="reference__group"><h2 id="{anchor}">{}</h2>{}"#,
        text_only(title),
        lead.unwrap_or_default()
    )
}

/// The name of a tag; where there is none, all operations or the others.
pub(super) fn section_title(
    section: &Section<'_>,
    is_one_of_several: bool,
    locale: Locale,
) -> String {
    let tag = section.tag.map(|tag| tag.title.in_language(locale.tag()));
    let without = if is_one_of_several {
        t::other_operations(locale)
    } else {
        t::operations(locale)
    };
    tag.unwrap_or(without).to_owned()
}

fn draw_operations(
    html: &mut String,
    operations: &[&Operation],
    reference: &Reference,
    api: Option<Callable<'_>>,
    locale: Locale,
) {
    for operation in operations {
        let view = || view! { <OperationView operation reference api locale/> };
        html.push_str(&to_html(view));
    }
}

fn draw_webhooks(html: &mut String, reference: &Reference, locale: Locale) {
    if reference.webhooks.is_empty() {
        return;
    }
    html.push_str(&opening(
        WEBHOOKS,
        t::webhooks(locale),
        Some(t::webhooks_lead(locale)),
    ));
    let webhooks: Vec<_> = reference.webhooks.iter().collect();
    draw_operations(html, &webhooks, reference, None, locale);
    html.push_str(CLOSING);
}

fn draw_schemas(html: &mut String, schemas: &[NamedSchema], locale: Locale) {
    if schemas.is_empty() {
        return;
    }
    html.push_str(&opening(
        SCHEMAS,
        t::schemas(locale),
        Some(t::schemas_lead(locale)),
    ));
    for named in schemas {
        html.push_str(&to_html(|| schema(named, locale)));
    }
    html.push_str(CLOSING);
}

fn schema(named: &NamedSchema, locale: Locale) -> impl IntoView + use<> {
    view! {
        <article class="model">
            <h3 id=schema_anchor(&named.slug)><code translate="no">{named.name.clone()}</code></h3>
            <Description text=&named.schema.description locale/>
            <SchemaFacts schema=&named.schema locale/>
            {schema_parts(&named.schema, locale)}
        </article>
    }
}
