//! The privacy notice and the terms of use.

use std::fmt::Write;

use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use locales::{Locale, layout, privacy, terms_of_use as terms};

use crate::{
    components::{PageHead, SupportChannels},
    routes,
    web::{Access::Anyone, Page, Plain, Public, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::PRIVACY, show_privacy)
        .get(Anyone, routes::TERMS, show_terms)
        .get(Anyone, routes::PRIVACY_MARKDOWN, privacy_markdown)
        .get(Anyone, routes::TERMS_MARKDOWN, terms_markdown)
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

/// A text of the law, in sections.
#[derive(Clone, Copy)]
enum Text {
    Privacy,
    Terms,
}

async fn show_privacy(visit: Visit) -> Response {
    show(&visit, Text::Privacy)
}

async fn show_terms(visit: Visit) -> Response {
    show(&visit, Text::Terms)
}

async fn privacy_markdown(visit: Visit) -> Plain {
    Text::Privacy.markdown(&visit)
}

async fn terms_markdown(visit: Visit) -> Plain {
    Text::Terms.markdown(&visit)
}

fn show(visit: &Visit, text: Text) -> Response {
    if visit.wants_markdown {
        return text.markdown(visit).into_response();
    }
    let (title, lead) = text.head(visit.locale);
    let page = page(visit, title, lead, text.sections(visit));
    page.public(text.public()).into_response()
}

impl Text {
    const fn head(self, locale: Locale) -> (&'static str, &'static str) {
        match self {
            Self::Privacy => (privacy::title(locale), privacy::lead(locale)),
            Self::Terms => (terms::title(locale), terms::lead(locale)),
        }
    }

    fn sections(self, visit: &Visit) -> Vec<Section> {
        let (locale, brand) = (visit.locale, &visit.app.brand.name);
        match self {
            Self::Privacy => privacy_sections(locale, brand),
            Self::Terms => terms_sections(locale, brand),
        }
    }

    fn public(self) -> Public {
        let (page, markdown) = match self {
            Self::Privacy => (routes::PRIVACY, routes::PRIVACY_MARKDOWN),
            Self::Terms => (routes::TERMS, routes::TERMS_MARKDOWN),
        };
        Public::at(page).as_markdown(markdown)
    }

    fn markdown(self, visit: &Visit) -> Plain {
        let (title, lead) = self.head(visit.locale);
        let mut md = format!("# {title}\n\n> {lead}\n");
        for section in self.sections(visit) {
            let paragraphs = section.paragraphs.join("\n\n");
            let _ = writeln!(md, "\n## {}\n\n{paragraphs}", section.heading);
        }
        let version = &visit.app.services.portal.settings.terms_version;
        let _ = writeln!(md, "\n{}", terms::version(visit.locale, version));
        Plain::markdown(md)
    }
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
    .described(lead)
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
