//! A key in full, and the credential that is built from it.

use articles::copy_button;
use domain::credentials::RevealedKeys;
use leptos::prelude::*;
use locales::Locale;

use crate::{islands::CredentialReceipt, routes, web::Visit};

/// One key in full, beside its name and what tells it from others.
#[component]
pub fn Key(
    id: String,
    name: &'static str,
    /// What tells it from others, where there are some.
    #[prop(optional_no_strip)]
    label: Option<String>,
    value: String,
    locale: Locale,
) -> impl IntoView {
    let copies = copy_button(locale, &id, name);
    view! {
        <div class="key">
            <dt>{name} {label.map(|label| view! { <KeyLabel label/> })}</dt>
            <dd class="key__value" translate="no" id=id>{value}</dd>
            <dd class="key__action" inner_html=copies></dd>
        </div>
    }
}

#[component]
pub fn KeyLabel(label: String) -> impl IntoView {
    view! { <span class="key__label">{label}</span> }
}

/// The credential, built in the browser.
#[component]
pub fn KeyReceipt<'a>(revealed: &'a RevealedKeys, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let token_url = format!(
        "{}{}",
        visit.app.services.portal.settings.public_url,
        routes::TOKEN
    );
    view! {
        <CredentialReceipt
            locale public_key=revealed.public_key.to_string() secret_key=revealed.secret_key.expose().to_owned()
            token_url
        />
    }
}
