//! What an API is, and in which plans it comes.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::{Api, ApiState},
    dates, subscriptions,
};
use leptos::prelude::*;
use locales::{Locale, api as t, layout, tutorial};

use super::{
    super::plans::plans,
    ApiPage, Frame, Logo,
    documentation::{ANSWERS, TEST_VALUES},
    find, twin,
    way_in::{WayIn, may_let_in},
};
use crate::{
    components::{Notice, NoticeKind, time},
    pages::subscriptions::FollowForm,
    routes,
    web::{Page, PageError, Reader, Visit},
};

const PRESENTATION: &str = "apresentacao";
const PLANS: &str = "planos";
const TUTORIAL: &str = "tutorial";
/// Links from elsewhere lead here; the samples have a page of their own.
const SAMPLES: &str = "exemplos";
const REFERENCE: &str = "referencia";

pub(super) async fn show(visit: Visit, Path(name): Path<String>) -> Result<Response, PageError> {
    // No slug has a dot.
    let slug = name.strip_suffix(twin::ENDING);
    let api = find(&visit, slug.unwrap_or(&name))?;
    if slug.is_some() || visit.wants_markdown {
        return Ok(twin::overview(&visit, &api).await?.into_response());
    }
    let is_followed = match visit.person() {
        Some(person) => {
            let portal = &visit.app.services.portal;
            Some(subscriptions::is_followed(portal, person.id, api.id).await?)
        }
        None => None,
    };
    Ok(page(&visit, &api, is_followed).into_response())
}

/// Whether the reader follows the API is known of those who are signed in.
pub(super) fn page(visit: &Visit, api: &Api, is_followed: Option<bool>) -> Page {
    let locale = visit.locale;
    let text = api.text(locale);
    let reader = match is_followed {
        None => Reader::Anybody,
        Some(false) => Reader::SignedIn,
        Some(true) => Reader::Follower,
    };
    let frame = Frame {
        visit,
        api,
        page: ApiPage::Overview,
        contents: None,
        // Administrators read where they let programs in.
        shared_by: Some(reader).filter(|_| !(api.is_own() && may_let_in(visit))),
    };
    let page = frame.draw(|| {
        view! {
            <Head api visit/>
            {is_followed.filter(|_| api.is_open()).map(|is_followed| view! {
                <FollowForm api is_followed locale/>
            })}
            <EndNotice api visit/>
            <section
                class="prose" id=PRESENTATION aria-label=t::presentation(locale)
                inner_html=text.presentation.html.as_str()
            ></section>
            {api.takes_requests().then(|| view! {
                <PlanSection api signed_in=is_followed.is_some() locale/>
            })}
            {(api.is_own() && api.is_open()).then(|| view! { <WayIn api visit/> })}
            {to_integrate(api, locale)}
        }
    });
    page.described(text.summary.as_str())
}

#[component]
fn Head<'a>(api: &'a Api, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let text = api.text(locale);
    let published = api.published_at.map(|at| {
        let machine = at.to_rfc3339();
        let day = t::published_on(locale, time::date(at, visit));
        view! { " · " <time datetime=machine>{day}</time> }
    });
    view! {
        <header class="page-head">
            <div>
                <Logo api/>
                <h1>{text.name.clone()}</h1>
                <p class="page-head__lead">{text.summary.clone()}</p>
                <p class="soft small">
                    {api.category.name(locale).to_owned()} " · "
                    <a href=ApiPage::Versions.address(api)>{t::version(locale, &api.version)}</a> {published}
                    " · " <span class="mono" translate="no">{api.base_path.clone()}</span>
                </p>
            </div>
            {api.takes_requests().then(|| view! {
                <div class="actions"><a class="btn" href=format!("#{PLANS}")>{t::see_plans(locale)}</a></div>
            })}
        </header>
    }
}

/// What becomes of an API that is about to end, or has ended.
#[component]
fn EndNotice<'a>(api: &'a Api, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let (title, text) = match (api.state, api.sunset_on) {
        (ApiState::Retired, _) => (t::retired(locale).to_owned(), t::retired_text(locale)),
        (ApiState::Deprecated, Some(day)) => (
            t::ends_on(locale, dates::day(day, locale)),
            t::deprecated_text(locale),
        ),
        _ => return None,
    };
    let successor = api.successor.as_deref();
    let successor = successor.and_then(|slug| visit.apis.by_slug(slug));
    let successor = successor.map(|api| {
        let name = api.text(locale).name.clone();
        let href = routes::fill(routes::API, &[&api.slug]);
        view! { <p>{t::replaced_by(locale)} " " <a href=href>{name}</a></p> }
    });
    let content = view! { <p>{text}</p> {successor} };
    Some(view! { <Notice kind=NoticeKind::Wait title content/> })
}

#[component]
fn PlanSection<'a>(api: &'a Api, signed_in: bool, locale: Locale) -> impl IntoView {
    let account_needed = (!signed_in).then(|| view! {
        <p class="soft small">
            {t::account_needed(locale)} " " <a href=routes::SIGN_UP>{layout::sign_up(locale)}</a> " · "
            <a href=routes::SIGN_IN>{layout::sign_in(locale)}</a>
        </p>
    });
    view! {
        <section class="section" id=PLANS>
            <h2>{t::plans(locale)}</h2>
            {plans(api, locale)}
            {account_needed}
        </section>
    }
}

/// The other pages, each at the place that links to it had when all of it was one page.
fn to_integrate(api: &Api, locale: Locale) -> impl IntoView + use<> {
    let documentation = ApiPage::Documentation.address(api);
    let has_answers = !api.text(locale).answers.is_empty();
    let steps = [
        has_answers.then(|| Step {
            id: ANSWERS,
            href: format!("{documentation}#{ANSWERS}"),
            name: t::answers(locale),
            text: t::to_documentation(locale),
        }),
        api.sandbox.is_some().then(|| Step {
            id: TEST_VALUES,
            href: format!("{documentation}#{TEST_VALUES}"),
            name: t::test_values(locale),
            text: t::to_test_values(locale),
        }),
        ApiPage::Reference.is_there(api).then(|| Step {
            id: REFERENCE,
            href: ApiPage::Reference.address(api),
            name: t::reference(locale),
            text: t::to_reference(locale),
        }),
        ApiPage::Samples.is_there(api).then(|| Step {
            id: SAMPLES,
            href: ApiPage::Samples.address(api),
            name: t::samples(locale),
            text: t::to_samples(locale),
        }),
        Some(Step {
            id: TUTORIAL,
            href: routes::fill(routes::API_TUTORIAL, &[&api.slug]),
            name: tutorial::link(locale),
            text: tutorial::link_text(locale),
        }),
    ];
    let steps: Vec<_> = steps.into_iter().flatten().collect();
    (!steps.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t::to_integrate(locale)}</h2>
                <ul class="cards" role="list">{steps.into_iter().map(step).collect_view()}</ul>
            </section>
        }
    })
}

/// A way on from the overview.
struct Step {
    id: &'static str,
    href: String,
    name: &'static str,
    text: &'static str,
}

fn step(step: Step) -> impl IntoView {
    view! {
        <li class="card" id=step.id>
            <h3 class="card__title"><a href=step.href>{step.name}</a></h3>
            <p class="card__line">{step.text}</p>
        </li>
    }
}
