//! The reader's groups to choose from, with the way to a new one.

use domain::groups::GroupSummary;
use leptos::prelude::*;
use locales::{Locale, group_form as t, number};

use super::{GroupForm, NEW, fields::NewGroupFields};
use crate::forms::{Errors, FieldMessage, message};

/// The reader's groups as cards, the last card for a new one with its fields under it; for who
/// has no group yet, the fields alone.
#[component]
pub fn GroupField<'a>(
    form: &'a GroupForm,
    groups: &'a [GroupSummary],
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    if groups.is_empty() {
        return view! {
            <input type="hidden" name="group" value=NEW/>
            {lost_group_error(errors, locale)}
            <NewGroupFields form errors locale/>
        }
        .into_any();
    }
    view! {
        <GroupCards form groups errors locale/>
        <div class="form reveal" role="group" aria-label=t::create(locale)>
            <NewGroupFields form errors locale/>
        </div>
    }
    .into_any()
}

/// What is said to who chose a group and has none any more.
fn lost_group_error(errors: &Errors, locale: Locale) -> impl IntoView + use<> {
    errors.get("group").map(|error| {
        view! { <div id="group"><FieldMessage name="group" error=Some(message(error, locale))/></div> }
    })
}

#[component]
fn GroupCards<'a>(
    form: &'a GroupForm,
    groups: &'a [GroupSummary],
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let error = errors.get("group").map(|error| message(error, locale));
    let invalid = error.is_some();
    let cards = groups
        .iter()
        .enumerate()
        .map(|(index, summary)| view! { <GroupCard first=index == 0 summary form locale/> });
    view! {
        <fieldset class="choices" class:choices--invalid=invalid>
            <legend>{t::which_group(locale)}</legend>
            <p class="field__hint">{t::group_hint(locale)}</p>
            {cards.collect_view()}
            <label class="choice choice--reveals">
                <input type="radio" name="group" value=NEW checked=form.group == NEW/>
                <span class="choice__body">
                    <span class="choice__title">{t::create(locale)}</span>
                    <span class="choice__hint">{t::create_hint(locale)}</span>
                </span>
            </label>
            <FieldMessage name="group" error/>
        </fieldset>
    }
}

/// The first card carries the id that the error summary links to.
#[component]
fn GroupCard<'a>(
    first: bool,
    summary: &'a GroupSummary,
    form: &'a GroupForm,
    locale: Locale,
) -> impl IntoView + use<> {
    let group = &summary.group;
    let value = group.id.to_string();
    let chosen = form.group == value;
    view! {
        <label class="choice">
            <input type="radio" name="group" id=first.then_some("group") value=value checked=chosen/>
            <span class="choice__body">
                <span class="choice__title">{group.name.clone()}</span>
                <span class="choice__hint">
                    {group.legal_name.clone()} " · " <span class="mono nowrap">{group.cnpj.masked()}</span> " · "
                    {members(summary.members, locale)}
                </span>
            </span>
        </label>
    }
}

fn members(count: u64, locale: Locale) -> String {
    match count {
        1 => t::one_member(locale).to_owned(),
        _ => t::members(locale, number::count(count, locale)),
    }
}
