//! An API as a card of the catalogue.

use domain::catalogue::{Api, Found, FoundPassage, PassagePlace, Piece, Words};
use leptos::prelude::*;
use locales::{Locale, api as pages, catalogue as t};

use super::api::{ApiPage, Logo, answers_fragment};
use crate::{components::terms, routes};

/// The cards of what was found, with what was sought marked.
#[component]
pub(super) fn FoundCards<'a>(found: &'a Found, locale: Locale) -> impl IntoView + use<> {
    let cards = found.apis.iter();
    let cards = cards.map(|it| card(&it.api, &found.words, it.passage.as_ref(), locale));
    view! { <ul class="cards" role="list">{cards.collect_view()}</ul> }
}

fn card(
    api: &Api,
    words: &Words,
    passage: Option<&FoundPassage>,
    locale: Locale,
) -> impl IntoView + use<> {
    let text = api.text(locale);
    let address = routes::fill(routes::API, &[&api.slug]);
    let category = api.category.name(locale).to_owned();
    let version = api.version.clone();
    let plans = api.plans.iter();
    let plans =
        plans.map(|offer| view! { <span class="tag">{terms::plan(offer.plan, locale)}</span> });
    view! {
        <li class="card">
            <p class="card__kicker">
                <span>{category}</span>
                <span class="mono">"v" {version}</span>
            </p>
            {api.logo.is_some().then(|| view! { <p class="card__logo"><Logo api/></p> })}
            <h3 class="card__title"><a href=address>{marked(words.mark(&text.name))}</a></h3>
            <p class="card__line">{marked(words.mark(&text.summary))}</p>
            {passage.map(|passage| view! { <Passage api passage locale/> })}
            <p class="card__foot">
                {plans.collect_view()}
                {api.is_own().then(|| view! { <span class="tag">{pages::by_token(locale)}</span> })}
            </p>
        </li>
    }
}

/// The passage that was found, with the way there.
#[component]
fn Passage<'a>(api: &'a Api, passage: &'a FoundPassage, locale: Locale) -> impl IntoView + use<> {
    let (page, fragment) = place(&passage.place);
    let fragment = fragment.map(|it| format!("#{it}")).unwrap_or_default();
    let href = format!("{}{fragment}", page.address(api));
    let name = match &passage.place {
        PassagePlace::Answers => pages::answers(locale),
        _ => page.name(locale),
    };
    let title = passage.title.clone();
    let title = (!title.is_empty()).then(|| format!(": {title}"));
    let language = (passage.locale != locale).then(|| passage.locale.tag());
    let excerpt = marked(passage.excerpt.clone());
    view! {
        <div class="card__passage">
            <p class="small" lang=language>{excerpt}</p>
            <p class="small"><a href=href>
                <span class="visually-hidden">{t::found_in(locale)} " "</span>
                {name} <span lang=language>{title}</span>
            </a></p>
        </div>
    }
}

fn place(place: &PassagePlace) -> (ApiPage, Option<&str>) {
    match place {
        PassagePlace::Presentation(heading) => (ApiPage::Overview, heading.as_deref()),
        PassagePlace::Documentation(heading) => (ApiPage::Documentation, heading.as_deref()),
        PassagePlace::Answers => (ApiPage::Documentation, Some(answers_fragment())),
        PassagePlace::Operation(slug) => (ApiPage::Reference, Some(slug)),
    }
}

fn marked(pieces: Vec<Piece>) -> impl IntoView {
    let pieces = pieces.into_iter().map(|piece| {
        if piece.is_marked {
            view! { <mark>{piece.text}</mark> }.into_any()
        } else {
            piece.text.into_any()
        }
    });
    pieces.collect_view()
}
