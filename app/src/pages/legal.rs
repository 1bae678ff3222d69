//! The privacy notice and the terms of use.

use leptos::prelude::*;
use locales::{Locale, layout, privacy, terms_of_use as terms};

use crate::{
    components::{PageHead, SupportChannels},
    routes,
    web::{Access::Anyone, Page, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::PRIVACY, show_privacy)
        .get(Anyone, routes::TERMS, show_terms)
}

/// A heading and the paragraphs under it.
struct Section {
    heading: &'static str,
    paragraphs: Vec<String>,
}

const fn section_of(heading: &'static str, paragraphs: Vec<String>) -> Section {
    Section {
        heading,
        paragraphs,
    }
}

async fn show_privacy(visit: Visit) -> Page {
    let locale = visit.locale;
    let sections = privacy_sections(locale, &visit.app.brand.name);
    page(
        &visit,
        privacy::title(locale),
        privacy::lead(locale),
        sections,
    )
}

async fn show_terms(visit: Visit) -> Page {
    let locale = visit.locale;
    let sections = terms_sections(locale, &visit.app.brand.name);
    page(&visit, terms::title(locale), terms::lead(locale), sections)
}

fn page(visit: &Visit, title: &'static str, lead: &'static str, sections: Vec<Section>) -> Page {
    let version = terms::version(
        visit.locale,
        &visit.app.services.portal.settings.terms_version,
    );
    Page::new(visit, title, || {
        view! {
            <PageHead title lead=lead/>
            <div class="prose">
                {sections.into_iter().map(section).collect_view()}
                {contact(visit)}
                <p class="soft small">{version}</p>
            </div>
        }
    })
}

fn section(section: Section) -> impl IntoView {
    view! {
        <h2>{section.heading}</h2>
        {section.paragraphs.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
    }
}

fn contact(visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let channels = &visit.app.support;
    let others = (!channels.is_empty()).then(|| {
        view! {
            <p>{terms::contact_channels(locale)}</p>
            <SupportChannels channels locale/>
        }
    });
    view! {
        <h2>{terms::contact_title(locale)}</h2>
        <p>
            {terms::contact(locale)} " "
            <a href=routes::CONTACT>{layout::contact(locale)}</a> "."
        </p>
        {others}
    }
}

fn texts<const N: usize>(locale: Locale, texts: [fn(Locale) -> &'static str; N]) -> Vec<String> {
    texts
        .into_iter()
        .map(|text| text(locale).to_owned())
        .collect()
}

fn privacy_sections(locale: Locale, operator: &str) -> Vec<Section> {
    use privacy as t;
    vec![
        section_of(t::who_title(locale), vec![t::who(locale, operator)]),
        section_of(
            t::what_title(locale),
            texts(
                locale,
                [
                    t::what_account,
                    t::what_company,
                    t::what_use,
                    t::what_calls,
                    t::what_messages,
                ],
            ),
        ),
        section_of(
            t::why_title(locale),
            texts(locale, [t::why_contract, t::why_security, t::why_not]),
        ),
        section_of(
            t::shared_title(locale),
            texts(locale, [t::shared_group, t::shared_staff, t::shared_others]),
        ),
        section_of(t::cookies_title(locale), texts(locale, [t::cookies])),
        section_of(t::how_long_title(locale), texts(locale, [t::how_long])),
        section_of(
            t::rights_title(locale),
            texts(locale, [t::rights, t::authority]),
        ),
    ]
}

fn terms_sections(locale: Locale, operator: &str) -> Vec<Section> {
    use terms as t;
    let service = vec![t::service(locale, operator), t::plans(locale).to_owned()];
    vec![
        section_of(t::service_title(locale), service),
        section_of(
            t::account_title(locale),
            texts(locale, [t::account_true, t::account_own]),
        ),
        section_of(
            t::keys_title(locale),
            texts(locale, [t::keys_company, t::keys_secret, t::keys_answer]),
        ),
        section_of(t::conduct_title(locale), texts(locale, [t::conduct])),
        section_of(t::end_title(locale), texts(locale, [t::end])),
        section_of(
            t::service_level_title(locale),
            texts(locale, [t::service_level]),
        ),
        section_of(t::changes_title(locale), texts(locale, [t::changes])),
    ]
}
