//! What the applicant of a request is asked, with the answers.

use domain::requests::{InquiryOutcome, InquiryView};
use leptos::prelude::*;
use locales::inquiries as t;

use super::{Paragraphs, time};
use crate::web::Visit;

/// The questions and their answers, in order; nothing where none was asked.
#[component]
pub fn Inquiries<'a>(inquiries: &'a [InquiryView], visit: &'a Visit) -> impl IntoView + use<> {
    let lines = inquiries
        .iter()
        .map(|inquiry| view! { <InquiryLine inquiry visit/> })
        .collect_view();
    (!inquiries.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{t::title(visit.locale)}</h2>
                <ol class="timeline" role="list">{lines}</ol>
            </section>
        }
    })
}

#[component]
fn InquiryLine<'a>(inquiry: &'a InquiryView, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let at = time::date_time(inquiry.asked_at, visit);
    let asked = match &inquiry.asked_by {
        Some(name) => t::asked_by(locale, name, at),
        None => t::asked(locale, at),
    };
    let answer = inquiry
        .answer
        .as_deref()
        .map(|text| view! { <Paragraphs text/> });
    view! {
        <li>
            <p class="soft small">{asked}</p>
            <Paragraphs text=&inquiry.question/>
            {inquiry.is_open().then(|| view! {
                <p><span class="stamp stamp--wait">{t::open(locale)}</span></p>
            })}
            {ended(inquiry, visit).map(|words| view! { <p class="soft small">{words}</p> })}
            {answer}
        </li>
    }
}

/// How a question ended, and when.
fn ended(inquiry: &InquiryView, visit: &Visit) -> Option<String> {
    let locale = visit.locale;
    let at = time::date_time(inquiry.ended_at?, visit);
    Some(match inquiry.outcome? {
        InquiryOutcome::Answered => {
            let name = inquiry.answered_by.as_deref().unwrap_or_default();
            t::answered(locale, name, at)
        }
        InquiryOutcome::Withdrawn => t::withdrawn(locale, at),
        InquiryOutcome::Closed => t::closed(locale, at),
    })
}
