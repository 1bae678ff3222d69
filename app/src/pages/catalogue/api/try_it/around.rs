//! What stands around the form of a call: what is called, and where else it is told of.

use leptos::prelude::*;
use locales::{Locale, api as api_texts, reference as reference_texts, try_it as t};

use super::{
    super::{ApiPage, reference::method_html},
    Target,
};
use crate::{
    components::{Notice, NoticeKind},
    web::text_only,
};

pub fn head(target: &Target, title: &str, locale: Locale) -> impl IntoView + use<> {
    let operation = target.operation();
    let name = target.api.text(locale).name.clone();
    let path = text_only(&format!("{}{}", target.api.base_path, operation.path));
    let path = path.replace('/', "/<wbr>");
    let method = method_html(&operation.method);
    let lead = if target.api.is_own() {
        t::own_operation_lead(locale)
    } else {
        t::operation_lead(locale)
    };
    let address = format!(r#"{method} <code translate="no">{path}</code>"#);
    view! {
        <header class="page-head">
            <div>
                <p class="page-head__kicker">{name}</p>
                <h1>{title.to_owned()}</h1>
                <p class="operation__address" inner_html=address></p>
                <p class="page-head__lead">{lead}</p>
            </div>
        </header>
    }
}

pub fn program(target: &Target) -> String {
    let samples = ApiPage::Samples.address(&target.api);
    format!("{samples}?operacao={}", target.operation().slug)
}

pub fn sends_unknown(target: &Target, locale: Locale) -> impl IntoView + use<> {
    let program = program(target);
    let content = view! {
        <p>{t::sends_unknown_text(locale)}</p>
        <p><a href=program>{reference_texts::see_program(locale)}</a></p>
    };
    view! { <Notice kind=NoticeKind::Info title=t::sends_unknown(locale) content/> }
}

pub fn ways_on(target: &Target, locale: Locale) -> impl IntoView + use<> {
    let reference = ApiPage::Reference.address(&target.api);
    let reference = format!("{reference}#{}", target.operation().slug);
    let program = program(target);
    view! {
        <p class="small">
            <a href=reference>{api_texts::see_in_reference(locale)}</a> " · "
            <a href=program>{reference_texts::see_program(locale)}</a>
        </p>
    }
}
