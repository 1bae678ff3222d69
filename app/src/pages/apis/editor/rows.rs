//! Forms with rows: one that is empty stands at the end of the written ones, and is left out unless
//! something is typed into it.

use leptos::prelude::*;
use locales::api_editor as e;

use super::{
    field::FormState,
    section::ACT,
    typed::{Typed, in_row},
};

pub(super) use crate::forms::rows::Translations;

/// The box that takes a row away.
pub(in crate::pages::apis) const REMOVED: &str = "remover";
/// What the button for another row says.
const ANOTHER: &str = "outra";

/// How many rows to draw, by a field that each of them has.
pub(in crate::pages::apis) fn count(typed: &Typed, field: &str) -> usize {
    let sent = typed.rows(field);
    let blank_at_the_end = sent > 0 && typed.line(&in_row(field, sent - 1)).is_empty();
    let another = typed.get(ACT) == ANOTHER;
    match (blank_at_the_end, another) {
        (true, false) => sent,
        _ => sent + 1,
    }
}

/// The button for another row.
pub(in crate::pages::apis) fn another(label: &'static str) -> AnyView {
    view! { <button class="btn btn--quiet" name=ACT value=ANOTHER>{label}</button> }.into_any()
}

/// Whether a row was written and is to stay.
pub(in crate::pages::apis) fn stays(typed: &Typed, row: usize, is_blank: bool) -> bool {
    !is_blank && !typed.has(&in_row(REMOVED, row))
}

/// A row: its title, its fields, and the box that takes it away.
#[component]
pub(in crate::pages::apis) fn Row<'a, V: IntoView>(
    title: String,
    row: usize,
    form: &'a FormState<'a>,
    content: V,
) -> impl IntoView + use<V> {
    let name = in_row(REMOVED, row);
    let removed = form.typed.has(&name);
    view! {
        <fieldset class="panel">
            <legend>{title.clone()}</legend>
            {content}
            <label class="check">
                <input type="checkbox" name=name value="1" checked=removed/>
                {e::remove_row(form.locale)} <span class="visually-hidden">": " {title}</span>
            </label>
        </fieldset>
    }
}
