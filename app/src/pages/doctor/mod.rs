//! What is wrong with a header, a credential or a token: an examination in the browser, and all
//! that it looks for to be read by whoever has no script.

mod words;

use domain::{
    credentials::{self, OwnKey},
    values::doctor::Kind,
};
use leptos::prelude::*;
use locales::{Locale, doctor as t};

use self::words::words;
use crate::{
    components::page_head,
    islands::CredentialDoctor,
    routes,
    web::{Access::Anyone, Page, PageError, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::DOCTOR, show)
}

async fn show(visit: Visit) -> Result<Page, PageError> {
    let locale = visit.locale;
    let keys = credentials::own_keys(&visit.scope).await?;
    Ok(Page::new(&visit, t::title(locale), || {
        view! {
            {page_head(t::title(locale), Some(t::lead(locale)))}
            {island(keys, &visit)}
            <section class="section" id="causas">
                <h2>{t::causes(locale)}</h2>
                <p class="soft">{t::causes_lead(locale)}</p>
                {words::GROUPS
                    .iter()
                    .map(|(name, kinds)| causes(name(locale), kinds, &visit))
                    .collect_view()}
            </section>
        }
    }))
}

fn island(keys: Vec<OwnKey>, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let issuer = &visit.app.portal.settings.public_url;
    let words = Kind::ALL.iter().map(|kind| words(*kind, issuer, locale));
    let words = words.collect::<Vec<_>>();
    let (public_keys, applications) = keys
        .into_iter()
        .map(|key| (key.public_key.to_string(), named(&key, locale)))
        .unzip();
    view! {
        <CredentialDoctor
            locale words own=t::own(locale, "{0}") public_keys applications issuer=issuer.clone()
        />
    }
}

fn named(key: &OwnKey, locale: Locale) -> String {
    if key.sandbox {
        t::sandbox_key(locale, &key.application)
    } else {
        key.application.clone()
    }
}

fn causes(name: &'static str, kinds: &[Kind], visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let issuer = &visit.app.portal.settings.public_url;
    let fine = kinds.iter().all(|kind| kind.is_fine());
    let (cause, remedy) = if fine {
        (t::of_success(locale), t::next(locale))
    } else {
        (t::cause(locale), t::remedy(locale))
    };
    let rows = kinds.iter().map(|kind| {
        let words = words(*kind, issuer, locale);
        let command =
            (!words.command.is_empty()).then(|| view! { <pre tabindex="0">{words.command}</pre> });
        view! {
            <tr>
                <th scope="row" class="table__title">{words.cause}</th>
                <td data-label=remedy><p>{words.remedy}</p> {command}</td>
            </tr>
        }
    });
    view! {
        <table class="table causes">
            <caption>{name}</caption>
            <thead><tr><th scope="col">{cause}</th><th scope="col">{remedy}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
