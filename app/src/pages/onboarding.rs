//! "Onboarding": the whole journey in numbered steps, each with a picture of the page where it is
//! done. The pictures are taken by a browser that goes the journey (`make pictures`).

mod steps;

use std::fmt::Write;

use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use locales::{Locale, layout, onboarding as t};

use self::steps::{PARTS, Part, Place, Step};
use crate::{
    components::{Action, ActionLink, PageHead},
    routes,
    web::{Access::Anyone, Page, Plain, Public, Site, Visit},
};

/// The size of every picture, in CSS pixels.
const WIDTH: u32 = 720;
const HEIGHT: u32 = 540;

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::ONBOARDING, show).get(
        Anyone,
        routes::ONBOARDING_MARKDOWN,
        show_markdown,
    )
}

async fn show(visit: Visit) -> Response {
    if visit.wants_markdown {
        return markdown(&visit).into_response();
    }
    let locale = visit.locale;
    Page::new(&visit, layout::onboarding(locale), || {
        let mut number = 0;
        let parts = PARTS.iter().map(|part| {
            let first = number + 1;
            number += part.steps.len();
            view! { <PartSection part first visit=&visit/> }
        });
        let parts: Vec<_> = parts.collect();
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {words(locale)}
            {contents(locale)}
            {parts}
            {help(locale)}
        }
    })
    .described(t::lead(locale))
    .of_catalogue()
    .public(Public::at(routes::ONBOARDING).as_markdown(routes::ONBOARDING_MARKDOWN))
    .into_response()
}

async fn show_markdown(visit: Visit) -> Plain {
    markdown(&visit)
}

/// The steps without the pictures.
fn markdown(visit: &Visit) -> Plain {
    let locale = visit.locale;
    let root = &visit.app.services.portal.settings.public_url;
    let mut md = format!("# {}\n\n> {}\n", t::title(locale), t::lead(locale));
    for (word, meaning) in [
        (t::group(locale), t::group_is(locale)),
        (t::application(locale), t::application_is(locale)),
    ] {
        let _ = writeln!(md, "\n**{word}**: {meaning}");
    }
    let mut number = 0;
    for part in &PARTS {
        let _ = writeln!(md, "\n## {}", (part.title)(locale));
        for step in part.steps {
            number += 1;
            let (link, place) = step.link;
            let (title, text, link) = ((step.title)(locale), (step.text)(locale), link(locale));
            let address = address(place, visit);
            let _ = writeln!(
                md,
                "\n### {number}. {title}\n\n{text}\n\n[{link}]({root}{address})"
            );
        }
    }
    Plain::markdown(md)
}

/// The two words that newcomers stumble over.
fn words(locale: Locale) -> impl IntoView {
    view! {
        <section class="panel words" aria-labelledby="palavras">
            <h2 id="palavras">{t::words(locale)}</h2>
            <dl>
                <div><dt>{t::group(locale)}</dt><dd>{t::group_is(locale)}</dd></div>
                <div><dt>{t::application(locale)}</dt><dd>{t::application_is(locale)}</dd></div>
            </dl>
        </section>
    }
}

fn contents(locale: Locale) -> impl IntoView {
    let mut number = 0;
    let parts = PARTS.iter().map(|part| {
        let first = number + 1;
        number += part.steps.len();
        let steps = part.steps.iter();
        let steps = steps.map(
            |step| view! { <li><a href=format!("#{}", step.id)>{(step.title)(locale)}</a></li> },
        );
        view! {
            <li>
                <a class="contents__part" href=format!("#{}", part.id)>{(part.title)(locale)}</a>
                <ol start=first>{steps.collect_view()}</ol>
            </li>
        }
    });
    view! {
        <nav class="contents" aria-label=t::contents(locale)>
            <ul role="list">{parts.collect_view()}</ul>
            <p class="soft small">{t::print_hint(locale)}</p>
        </nav>
    }
}

#[component]
fn PartSection<'a>(part: &'static Part, first: usize, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let title = format!("{}-titulo", part.id);
    let labelled_by = title.clone();
    let steps = part.steps.iter().zip(first..);
    let steps = steps.map(|(step, number)| view! { <StepItem step number visit/> });
    view! {
        <section class="section onboarding" id=part.id aria-labelledby=labelled_by>
            <h2 id=title>{(part.title)(locale)}</h2>
            <ol class="onboarding__steps" role="list" start=first>{steps.collect_view()}</ol>
        </section>
    }
}

#[component]
fn StepItem<'a>(step: &'static Step, number: usize, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let (link, place) = step.link;
    view! {
        <li class="onboarding__step" id=step.id>
            <div class="onboarding__text">
                <p class="onboarding__number">{t::step(locale, number)}</p>
                <h3>{(step.title)(locale)}</h3>
                <p>{(step.text)(locale)}</p>
                <p><a href=address(place, visit)>{link(locale)}</a></p>
            </div>
            <Picture step visit/>
        </li>
    }
}

/// The page as it is seen in the reader's language, light or dark as the reader's pages are. On
/// paper it is light.
#[component]
fn Picture<'a>(step: &'static Step, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let address = |scheme: &str| {
        let name = format!("onboarding/{}/{}.{scheme}.webp", locale.tag(), step.id);
        visit.app.assets.picture(&name).map(str::to_owned)
    };
    let dark = address("dark");
    address("light").map(|light| {
        view! {
            <picture class="onboarding__picture">
                {dark.map(|dark| view! { <source media="screen and (prefers-color-scheme: dark)" srcset=dark/> })}
                <img
                    src=light alt=(step.picture)(locale) width=WIDTH height=HEIGHT
                    loading="lazy" decoding="async"
                />
            </picture>
        }
    })
}

fn address(place: Place, visit: &Visit) -> String {
    let first = visit.apis.behind_gateway().next();
    match (place, first) {
        (Place::Page(address), _) => address.to_owned(),
        (Place::Plans, Some(api)) => format!("{}#planos", routes::fill(routes::API, &[&api.slug])),
        (Place::Samples, Some(api)) => routes::fill(routes::API_SAMPLES, &[&api.slug]),
        (Place::Plans | Place::Samples, None) => routes::CATALOGUE.to_owned(),
    }
}

fn help(locale: Locale) -> impl IntoView {
    view! {
        <section class="panel">
            <h2>{t::help(locale)}</h2>
            <p>{t::help_text(locale)}</p>
            <div class="actions">
                <ActionLink action=Action::primary(layout::questions(locale), routes::QUESTIONS)/>
                <a class="btn btn--quiet" href=routes::CONTACT>{layout::contact(locale)}</a>
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::HashSet, path::Path};

    use super::*;

    fn steps() -> impl Iterator<Item = &'static Step> {
        PARTS.iter().flat_map(|part| part.steps)
    }

    #[test]
    fn every_part_and_step_has_an_address_of_its_own() {
        let ids: Vec<_> = PARTS
            .iter()
            .map(|it| it.id)
            .chain(steps().map(|it| it.id))
            .collect();
        let different: HashSet<_> = ids.iter().collect();
        assert_eq!(different.len(), ids.len());
    }

    #[test]
    fn every_step_has_its_picture_in_every_language_light_and_dark() {
        let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/onboarding");
        for (step, locale) in steps().flat_map(|step| Locale::ALL.map(|locale| (step, locale))) {
            for scheme in ["light", "dark"] {
                let name = format!("{}/{}.{scheme}.webp", locale.tag(), step.id);
                assert!(pictures.join(&name).is_file(), "{name}");
            }
        }
    }
}
