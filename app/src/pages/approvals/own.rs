//! What is said to whoever asked for what is to be decided, or belongs to its group.

use domain::approvals::{ConflictOfInterest, Review};
use leptos::prelude::*;
use locales::{Locale, approvals as t};

use crate::components::Notice;

/// Others decide.
pub(super) fn barred(review: &Review, locale: Locale) -> impl IntoView + use<> {
    let words = view! { <p>{t::own_barred(locale)}</p> };
    (review.conflict == ConflictOfInterest::Barred)
        .then(|| Notice::Info.view(t::own_barred_title(locale), words))
}

/// Nobody else is there to decide, and the history will say so.
pub(super) fn recorded(review: &Review, locale: Locale) -> impl IntoView + use<> {
    let words = view! { <p>{t::own_recorded(locale)}</p> };
    (review.conflict == ConflictOfInterest::Recorded)
        .then(|| Notice::Wait.view(t::own_recorded_title(locale), words))
}
