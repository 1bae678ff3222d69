//! A choice of one of a few, each with what it means.

use leptos::prelude::*;

use super::field::FormState;

pub(super) struct Choice {
    value: &'static str,
    title: &'static str,
    meaning: &'static str,
}

impl Choice {
    pub(super) const fn new(
        value: &'static str,
        title: &'static str,
        meaning: &'static str,
    ) -> Self {
        Self {
            value,
            title,
            meaning,
        }
    }
}

/// The first of them is chosen where none was. It carries the id that the summary links to.
#[component]
pub(super) fn Choices<'a>(
    name: &'static str,
    legend: &'static str,
    choices: Vec<Choice>,
    form: &'a FormState<'a>,
) -> impl IntoView + use<> {
    let typed = form.typed.get(name);
    let chosen = choices.iter().position(|choice| choice.value == typed);
    let chosen = chosen.unwrap_or_default();
    let choices = choices.into_iter().enumerate().map(|(place, choice)| {
        let Choice {
            value,
            title,
            meaning,
        } = choice;
        view! {
            <label class="choice">
                <input
                    type="radio" name=name id=(place == 0).then_some(name) value=value
                    checked=place == chosen
                />
                <span class="choice__body">
                    <span class="choice__title">{title}</span>
                    <span class="soft small">{meaning}</span>
                </span>
            </label>
        }
    });
    view! {
        <fieldset class="choices">
            <legend>{legend}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}
