//! The form of one call as an element of the page: what is read from it, and what is put into it.

use leptos::{
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement},
};

use crate::islands::functions::{FunctionError, Sent};

pub(super) const PANEL: &str = ".try";

/// Said of a panel whose call is under way.
const BUSY: &str = "aria-busy";
const FILES: &str = "input[type=file]";
/// The program that is read.
const UNFOLDED: &str = ".samples details[open] code";

/// Names and values of a form's fields, in the order of the form.
pub(super) type Fields = Vec<(String, String)>;

pub(super) fn of_html(html: &str) -> Option<Element> {
    let around = document().create_element("div").ok()?;
    around.set_inner_html(html);
    around.first_element_child()
}

pub(super) fn fields_of(form: &HtmlFormElement) -> Fields {
    let Ok(data) = FormData::new_with_form(form) else {
        return vec![];
    };
    let entries = js_sys::Array::from(&data).into_iter();
    let fields = entries.filter_map(|entry| {
        let entry: js_sys::Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    });
    fields.collect()
}

/// A form with files, whose fields cannot be told as texts.
pub(super) fn data_of(form: &HtmlFormElement) -> Option<FormData> {
    (form.enctype() == "multipart/form-data")
        .then(|| FormData::new_with_form(form).ok())
        .flatten()
}

/// What the button that sent a form adds to its fields; `None` where it has no name.
pub(super) fn pressed_field(button: &HtmlElement) -> Option<(String, String)> {
    let name = button.get_attribute("name")?;
    Some((name, button.get_attribute("value").unwrap_or_default()))
}

pub(super) fn is_sending(panel: &Element) -> bool {
    panel.has_attribute(BUSY)
}

pub(super) fn show_sending(panel: &Element) {
    let _ = panel.set_attribute(BUSY, "true");
    hide_failures(panel);
    let words = within(panel, "[data-sending]").and_then(|it| it.get_attribute("data-sending"));
    say(panel, &words.unwrap_or_default());
}

/// Leads to what the form asks for, if it is another one; else to where the answer begins.
pub(super) fn show(panel: &Element, sent: &Sent) {
    let _ = panel.remove_attribute(BUSY);
    say(panel, &sent.said);
    let language = within(panel, UNFOLDED).map(|program| program.id());
    put(panel, ".try__outcome", &sent.outcome);
    if let Some(language) = language {
        unfold(panel, &language);
    }
    for button in all(panel, "[data-copy]") {
        let _ = button.remove_attribute("hidden");
    }
    if let Some(form) = &sent.form {
        let chosen = all(panel, FILES);
        put(panel, ".try__form", form);
        choose_again(panel, &chosen);
        let next = [".error-summary", "[name=current]", "button[name]"];
        let next = next.into_iter().find_map(|it| within(panel, it));
        focus(next.as_ref().unwrap_or(panel));
    }
    if let Some(outcome) = within(panel, ".try__outcome > *") {
        outcome.scroll_into_view();
    }
}

pub(super) fn show_failure(panel: &Element, error: FunctionError) {
    let name = match error {
        FunctionError::SignedOut => "SignedOut",
        FunctionError::Busy => "Busy",
        FunctionError::TooLarge => "TooLarge",
        FunctionError::Refused | FunctionError::Malformed | FunctionError::Failed => "Failed",
    };
    let _ = panel.remove_attribute(BUSY);
    put(panel, ".try__outcome", "");
    if let Some(failure) = within(panel, &format!("[data-failure={name}]")) {
        let _ = failure.remove_attribute("hidden");
        say(panel, &failure.text_content().unwrap_or_default());
    }
}

/// The files that were chosen in fields that gave way to others of the same name.
fn choose_again(panel: &Element, before: &[Element]) {
    let property = "files".into();
    for field in all(panel, FILES) {
        let before = before.iter().find(|it| it.id() == field.id());
        let files = before.and_then(|it| js_sys::Reflect::get(it, &property).ok());
        let is_set = files.map(|files| js_sys::Reflect::set(&field, &property, &files));
        if matches!(is_set, Some(Ok(true)))
            && let Some(around) = closest(&field, ".field")
        {
            all(&around, "[data-lost]").iter().for_each(Element::remove);
        }
    }
}

/// The program with this id, in place of the one that is unfolded.
fn unfold(panel: &Element, program: &str) {
    let program = within(panel, &format!("#{program}"));
    if let Some(folded) = program.and_then(|it| closest(&it, "details")) {
        let _ = folded.set_attribute("open", "");
    }
}

fn hide_failures(panel: &Element) {
    for failure in all(panel, "[data-failure]") {
        let _ = failure.set_attribute("hidden", "");
    }
}

/// In the live region.
fn say(panel: &Element, words: &str) {
    if let Some(said) = within(panel, "[role=status]") {
        said.set_text_content(Some(words));
    }
}

fn put(panel: &Element, place: &str, html: &str) {
    if let Some(place) = within(panel, place) {
        place.set_inner_html(html);
    }
}

pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

pub(super) fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok()?
}

pub(super) fn within(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok()?
}

pub(super) fn all(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = element.query_selector_all(selector) else {
        return vec![];
    };
    let found = (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok());
    found.collect()
}

pub(super) fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Says of a link whether what it opens is there.
pub(super) fn expand(link: &Element, is_open: bool) {
    let _ = link.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
}
