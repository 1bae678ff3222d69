//! What the roles of people in a group are called, and what each may do.

use domain::groups::MemberRole;
use leptos::prelude::*;
use locales::{Locale, member_roles as t};

use crate::forms::{Errors, FieldMessage, message};

/// "Dono".
#[must_use]
pub const fn member_role_name(role: MemberRole, locale: Locale) -> &'static str {
    match role {
        MemberRole::Owner => t::owner(locale),
        MemberRole::Developer => t::developer(locale),
        MemberRole::Viewer => t::viewer(locale),
    }
}

/// What somebody with the role may do, in a sentence.
#[must_use]
pub const fn member_role_meaning(role: MemberRole, locale: Locale) -> &'static str {
    match role {
        MemberRole::Owner => t::owner_may(locale),
        MemberRole::Developer => t::developer_may(locale),
        MemberRole::Viewer => t::viewer_may(locale),
    }
}

/// One of the roles to choose, each with what it may do.
#[component]
pub fn RoleChoice<'a>(
    legend: String,
    /// The text of the role that is chosen, or none.
    chosen: &'a str,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let error = errors.get("role").map(|error| message(error, locale));
    let invalid = error.is_some();
    // The first card carries the id that the error summary links to.
    let cards = MemberRole::ALL.iter().enumerate().map(|(index, role)| {
        let value = role.as_str();
        view! {
            <label class="choice">
                <input
                    type="radio" name="role" id=(index == 0).then_some("role") value=value
                    checked=chosen == value
                />
                <span class="choice__body">
                    <span class="choice__title">{member_role_name(*role, locale)}</span>
                    <span class="choice__hint">{member_role_meaning(*role, locale)}</span>
                </span>
            </label>
        }
    });
    let cards = cards.collect_view();
    view! {
        <fieldset class="choices" class:choices--invalid=invalid>
            <legend>{legend}</legend>
            {cards}
            <FieldMessage name="role" error/>
        </fieldset>
    }
}
