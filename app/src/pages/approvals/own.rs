//! What is said to whoever asked for what is to be decided, or belongs to its group.

use domain::approvals::{ConflictOfInterest, Review};
use leptos::prelude::*;
use locales::{Locale, approvals as t};

use crate::components::{Notice, NoticeKind};

/// Says that others must decide.
#[component]
pub(super) fn BarredNotice<'a>(review: &'a Review, locale: Locale) -> impl IntoView + use<> {
    let words = view! { <p>{t::own_barred(locale)}</p> };
    (review.conflict == ConflictOfInterest::Barred).then(|| {
        view! { <Notice kind=NoticeKind::Info title=t::own_barred_title(locale) content=words/> }
    })
}

/// Says that nobody else can decide, and that the history will show it.
#[component]
pub(super) fn RecordedNotice<'a>(review: &'a Review, locale: Locale) -> impl IntoView + use<> {
    let words = view! { <p>{t::own_recorded(locale)}</p> };
    (review.conflict == ConflictOfInterest::Recorded).then(|| {
        view! { <Notice kind=NoticeKind::Wait title=t::own_recorded_title(locale) content=words/> }
    })
}
