//! Links to all parts of a reference, for the menu beside it. There may be hundreds, so they are
//! written as text.

use locales::{Locale, reference as t};
use openapi::reference::{Operation, Reference};

use super::draw::{AUTHENTICATION, SCHEMAS, WEBHOOKS, section_anchor, section_title};
use crate::web::text_only;

/// A list of links.
pub(super) fn contents(reference: &Reference, locale: Locale) -> String {
    let sections = reference.sections();
    let groups = sections.iter().map(|section| {
        let title = section_title(section, sections.len() > 1, locale);
        group(
            &section_anchor(section),
            &title,
            &section.operations,
            locale,
        )
    });
    let webhooks: Vec<_> = reference.webhooks.iter().collect();
    let webhooks =
        (!webhooks.is_empty()).then(|| group(WEBHOOKS, t::webhooks(locale), &webhooks, locale));
    let schemas = (!reference.schemas.is_empty()).then(|| item(SCHEMAS, t::schemas(locale)));
    let items: String = [item(AUTHENTICATION, t::authentication(locale))]
        .into_iter()
        .chain(groups)
        .chain(webhooks)
        .chain(schemas)
        .collect();
    format!(r#"<ul role="list">{items}</ul>"#)
}

fn item(anchor: &str, name: &str) -> String {
    format!("<li>{}</li>", link(anchor, name))
}

fn link(anchor: &str, name: &str) -> String {
    format!("<a href=\"#{anchor}\"><span>{}</span></a>", text_only(name))
}

fn group(anchor: &str, title: &str, operations: &[&Operation], locale: Locale) -> String {
    let items = operations.iter().map(|operation| {
        let title = text_only(operation.title(locale.tag()));
        let method = method_html(&operation.method);
        let slug = &operation.slug;
        format!("<li><a href=\"#{slug}\"><span>{title}</span> {method}</a></li>")
    });
    let items: String = items.collect();
    let link = link(anchor, title);
    format!(r#"<li>{link}<ul role="list">{items}</ul></li>"#)
}

/// The method as a badge, whose colour says nothing that its word does not.
pub fn method_html(method: &str) -> String {
    let class = match method {
        "GET" | "HEAD" | "OPTIONS" | "TRACE" | "QUERY" => "method--read",
        "POST" => "method--create",
        "PUT" | "PATCH" => "method--change",
        "DELETE" => "method--delete",
        _ => "method--other",
    };
    let method = text_only(method);
    format!(r#"<span class="method {class}" translate="no">{method}</span>"#)
}
