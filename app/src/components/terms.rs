//! The words for states, plans and categories, and the stamp that shows a state.

use domain::{
    applications::State,
    catalogue::{Category, Plan},
};
use leptos::prelude::*;
use locales::{Locale, terms as t};

/// What a plan is called.
#[must_use]
pub const fn plan(plan: Plan, locale: Locale) -> &'static str {
    match plan {
        Plan::Trial => t::plan_trial(locale),
        Plan::PayPerUse => t::plan_pay_per_use(locale),
    }
}

/// What a request asks for: a plan, or another one than its application has.
#[must_use]
pub const fn asked(to: Plan, is_upgrade: bool, locale: Locale) -> &'static str {
    if is_upgrade {
        t::plan_upgrade(locale)
    } else {
        plan(to, locale)
    }
}

/// What a category of APIs is called.
#[must_use]
pub const fn category(category: Category, locale: Locale) -> &'static str {
    match category {
        Category::Identity => t::category_identity(locale),
        Category::Credit => t::category_credit(locale),
        Category::Relationship => t::category_relationship(locale),
    }
}

/// What a state is called.
#[must_use]
pub const fn state(state: State, locale: Locale) -> &'static str {
    match state {
        State::Draft => t::state_draft(locale),
        State::Pending => t::state_pending(locale),
        State::Approved => t::state_approved(locale),
        State::Rejected => t::state_rejected(locale),
        State::Cancelled => t::state_cancelled(locale),
        State::Suspended => t::state_suspended(locale),
        State::Revoked => t::state_revoked(locale),
    }
}

/// The state as a stamp: a word, a shape and a colour.
pub fn stamp(of: State, locale: Locale) -> impl IntoView {
    view! { <span class=stamp_class(of)>{state(of, locale)}</span> }
}

/// The look of a state's stamp, for one that says more than the state.
#[must_use]
pub const fn stamp_class(state: State) -> &'static str {
    match state {
        State::Draft => "stamp stamp--draft",
        State::Pending => "stamp stamp--wait",
        State::Approved => "stamp stamp--good",
        State::Rejected | State::Revoked => "stamp stamp--bad",
        State::Suspended => "stamp stamp--paused",
        State::Cancelled => "stamp stamp--off",
    }
}
