//! The credential doctor: looks at what is pasted while one types. Nothing is sent anywhere.
//!
//! All that it can say stands on the page already, hidden, and is shown here where it is so: a
//! browser need not load words in three languages.

#![expect(
    clippy::must_use_candidate,
    reason = "the macro of an island drops the attribute"
)]

use js_sys::Date;
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement, HtmlTextAreaElement},
};
use values::doctor::{Diagnosis, Finding, Kind, Purpose, Question, examine};

/// The part of the page that is of use only with this island; hidden until then.
pub const EXAMINATION: &str = "exame";
/// Its attribute with the reader's own public keys, a space between two.
pub const KEYS: &str = "data-keys";
/// Its attribute that says who issues the access tokens.
pub const ISSUER: &str = "data-issuer";
/// What says that there is no script; hidden from then on.
pub const WITHOUT_SCRIPT: &str = "sem-exame";
pub const TEXT: &str = "colado";
pub const FOR_TOKEN: &str = "para-o-token";
pub const FOR_CALL: &str = "para-a-chamada";
pub const MEND: &str = "corrigir";
pub const CLEAR: &str = "limpar";
/// Holds one element for each kind of finding, in their order.
pub const FINDINGS: &str = "achados";
/// The attribute of a text with particulars in it, in the places that [`PLACES`] names.
pub const PARTICULARS: &str = "data-particulars";
pub const PLACES: [&str; 2] = ["{0}", "{1}"];
/// The attribute of what holds a text for each of [`KEYS`], which says whose it is.
pub const OWN: &str = "data-own";

/// Brings the part of the page to life that has the ids above. It draws nothing that is seen.
#[island]
pub fn CredentialDoctor() -> impl IntoView {
    Effect::new(|_| {
        hide(WITHOUT_SCRIPT, true);
        hide(EXAMINATION, false);
        update();
        // Both live as long as the page.
        window_event_listener(ev::input, |_| update());
        window_event_listener(ev::click, |event| {
            match event_target::<Element>(&event).id().as_str() {
                MEND => {
                    if let Some(header) = diagnosis().mended {
                        replace(header.expose());
                    }
                }
                CLEAR => replace(""),
                _ => {}
            }
        });
    });
    view! { <span hidden=true data-at-once=""></span> }
}

/// Shows what is found in the text as it is now.
fn update() {
    let Diagnosis { findings, mended } = diagnosis();
    hide(MEND, mended.is_none());
    hide(CLEAR, text().is_none_or(|text| text.value().is_empty()));
    let Some(list) = element(FINDINGS) else {
        return;
    };
    for (at, kind) in Kind::ALL.iter().enumerate() {
        let found = findings.iter().find(|finding| finding.kind() == *kind);
        if let Some(item) = child(&list, at) {
            item.set_hidden(found.is_none());
            if let Some(finding) = found {
                show_particulars(&item, &particulars(finding));
                show_owner(&item, whose(finding));
            }
        }
    }
}

fn replace(with: &str) {
    if let Some(text) = text() {
        text.set_value(with);
        // Where the focus cannot go, it stays.
        let _ = text.focus();
        update();
    }
}

fn diagnosis() -> Diagnosis {
    let section = element(EXAMINATION);
    let attribute = |attribute| section.as_ref()?.get_attribute(attribute);
    let keys = attribute(KEYS).unwrap_or_default();
    let keys: Vec<_> = keys.split_ascii_whitespace().map(str::to_owned).collect();
    examine(&Question {
        text: &text().map(|text| text.value()).unwrap_or_default(),
        purpose: purpose(),
        public_keys: &keys,
        issuer: &attribute(ISSUER).unwrap_or_default(),
        now: now(),
    })
}

const fn whose(finding: &Finding) -> Option<usize> {
    match finding {
        Finding::CredentialFine { own } | Finding::TokenFine { own, .. } => *own,
        _ => None,
    }
}

/// What this very finding has to say.
fn particulars(finding: &Finding) -> Vec<String> {
    match finding {
        Finding::UnknownHeader { name } => vec![name.clone()],
        Finding::WhiteSpace { at } => vec![at.to_string()],
        Finding::NotBase64 { character, at } => vec![shown(*character), at.to_string()],
        Finding::KeyCharacter { character } => vec![shown(*character)],
        Finding::Cut { length }
        | Finding::PublicKeyLength { length }
        | Finding::SecretKeyLength { length } => vec![length.to_string()],
        Finding::ForeignToken { issuer } => issuer.clone().into_iter().collect(),
        Finding::Expired { seconds }
        | Finding::NotYet { seconds }
        | Finding::TokenFine { seconds, .. } => vec![duration(*seconds)],
        _ => vec![],
    }
}

/// A character that can be seen; one that cannot, by its number.
fn shown(character: char) -> String {
    if character.is_ascii_control() {
        format!("U+{:04X}", u32::from(character))
    } else {
        character.to_string()
    }
}

/// As one says it in every language of the portal.
fn duration(seconds: u64) -> String {
    let (number, unit) = match seconds {
        0..120 => (seconds, "s"),
        120..7_200 => (seconds / 60, "min"),
        7_200..172_800 => (seconds / 3_600, "h"),
        _ => (seconds / 86_400, "d"),
    };
    [&number.to_string(), "\u{a0}", unit].concat()
}

/// Puts particulars into the text that has places for them; hides it where there are none.
fn show_particulars(item: &HtmlElement, particulars: &[String]) {
    if let Some(text) = within(item, PARTICULARS) {
        let pattern = text.get_attribute(PARTICULARS).unwrap_or_default();
        let places = PLACES.iter().zip(particulars);
        let said = places.fold(pattern, |said, (place, value)| said.replace(place, value));
        text.set_text_content(Some(&said));
        text.set_hidden(particulars.is_empty());
    }
}

/// Of the texts that say whose a public key is, shows the one.
fn show_owner(item: &HtmlElement, own: Option<usize>) {
    if let Some(texts) = within(item, OWN) {
        let mut at = 0;
        while let Some(text) = child(&texts, at) {
            text.set_hidden(own != Some(at));
            at += 1;
        }
    }
}

fn within(item: &HtmlElement, attribute: &str) -> Option<HtmlElement> {
    let selector = ["[", attribute, "]"].concat();
    item.query_selector(&selector).ok()??.dyn_into().ok()
}

fn child(of: &HtmlElement, at: usize) -> Option<HtmlElement> {
    of.children().item(u32::try_from(at).ok()?)?.dyn_into().ok()
}

fn purpose() -> Purpose {
    let chosen = document().query_selector("input:checked").ok().flatten();
    match chosen.map(|chosen| chosen.id()).as_deref() {
        Some(FOR_TOKEN) => Purpose::Token,
        Some(FOR_CALL) => Purpose::Call,
        _ => Purpose::Unsaid,
    }
}

/// Seconds since 1970, by the browser's clock.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a time of today, rounded down"
)]
fn now() -> u64 {
    (Date::now() / 1000.0) as u64
}

fn text() -> Option<HtmlTextAreaElement> {
    element(TEXT)?.dyn_into().ok()
}

fn hide(id: &str, hidden: bool) {
    if let Some(element) = element(id) {
        element.set_hidden(hidden);
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
