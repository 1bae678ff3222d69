//! What a request says to what its API asks.

use domain::{
    dates,
    requests::{AnswerValue, LegalBasis, RequestAnswers},
};
use leptos::prelude::*;
use locales::{Locale, number, request_answers as t};

use super::{Fact, Paragraphs};

/// A row for each answer; none where nothing was asked.
#[component]
pub fn AnswerFacts<'a>(answers: &'a RequestAnswers, locale: Locale) -> impl IntoView + use<> {
    let purpose = answers.purpose.as_deref().map(|purpose| {
        let value = view! { <Paragraphs text=purpose/> };
        view! { <Fact name=t::purpose(locale) value/> }
    });
    let basis = answers.legal_basis.map(|basis| {
        view! { <Fact name=t::legal_basis(locale) value=legal_basis(basis, locale)/> }
    });
    let given = answers.given.iter().map(|given| {
        let name = given.label.text_for(locale);
        view! { <Fact name value=words(&given.value, locale)/> }
    });
    view! { {purpose} {basis} {given.collect_view()} }
}

fn words(value: &AnswerValue, locale: Locale) -> String {
    match value {
        AnswerValue::Text(text) => text.clone(),
        AnswerValue::Choice(chosen) => chosen.text_for(locale).to_owned(),
        AnswerValue::Number(typed) => number::count(*typed, locale),
        AnswerValue::Date(day) => dates::day(*day, locale),
    }
}

/// What a legal basis is called.
#[must_use]
pub const fn legal_basis(basis: LegalBasis, locale: Locale) -> &'static str {
    match basis {
        LegalBasis::Consent => t::consent(locale),
        LegalBasis::LegalObligation => t::legal_obligation(locale),
        LegalBasis::PublicPolicy => t::public_policy(locale),
        LegalBasis::Research => t::research(locale),
        LegalBasis::Contract => t::contract(locale),
        LegalBasis::Proceedings => t::proceedings(locale),
        LegalBasis::Life => t::life(locale),
        LegalBasis::Health => t::health(locale),
        LegalBasis::LegitimateInterest => t::legitimate_interest(locale),
        LegalBasis::Credit => t::credit(locale),
    }
}
