//! What the pages about one API have in common: the way here, the menu of its parts with what still
//! lacks in them, the head.

use domain::catalogue::{ApiDetails, Section};
use leptos::prelude::*;
use locales::{
    Locale, api_access as access, api_attachments as attachments, api_compare as compare,
    api_editor as e, apis as t, languages,
};

use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, Icon, Symbol},
    routes,
    web::{Page, Visit},
};

/// A page about an API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages::apis) enum Place {
    Summary,
    Section(Section),
    /// Two revisions beside each other; the summary leads there.
    Comparison,
}

impl Place {
    /// In the order of the menu.
    const ALL: [Self; 13] = [
        Self::Summary,
        Self::Section(Section::Identity),
        Self::Section(Section::Texts(Locale::PtBr)),
        Self::Section(Section::Texts(Locale::En)),
        Self::Section(Section::Texts(Locale::Es)),
        Self::Section(Section::Plans),
        Self::Section(Section::Access),
        Self::Section(Section::RequestForm),
        Self::Section(Section::Answers),
        Self::Section(Section::Changes),
        Self::Section(Section::Document),
        Self::Section(Section::Calls),
        Self::Section(Section::Attachments),
    ];

    pub(in crate::pages::apis) fn address(self, slug: &str) -> String {
        let pattern = match self {
            Self::Summary => routes::API_ADMINISTRATION,
            Self::Comparison => routes::API_COMPARE,
            Self::Section(section) => match section {
                Section::Identity => routes::API_IDENTITY,
                Section::Texts(locale) => {
                    return routes::fill(routes::API_TEXTS, &[&slug, &locale.tag()]);
                }
                Section::Plans => routes::API_PLANS,
                Section::Access => routes::API_ACCESS,
                Section::RequestForm => routes::API_REQUEST_FORM,
                Section::Answers => routes::API_ANSWERS,
                Section::Changes => routes::API_CHANGES,
                Section::Document => routes::API_OPENAPI,
                Section::Calls => routes::API_CALLS,
                Section::Attachments => routes::API_ATTACHMENTS,
            },
        };
        routes::fill(pattern, &[&slug])
    }

    pub(in crate::pages::apis) fn name(self, locale: Locale) -> String {
        let name = match self {
            Self::Summary => e::summary_page(locale),
            Self::Comparison => compare::title(locale),
            Self::Section(section) => match section {
                Section::Identity => e::identity(locale),
                Section::Texts(language) => {
                    return e::texts_in(locale, languages::name(language, locale));
                }
                Section::Plans => e::plans(locale),
                Section::Access => access::access(locale),
                Section::RequestForm => access::form(locale),
                Section::Answers => e::answers(locale),
                Section::Changes => e::changes(locale),
                Section::Document => e::document(locale),
                Section::Calls => e::calls(locale),
                Section::Attachments => attachments::title(locale),
            },
        };
        name.to_owned()
    }

    const fn lead(self, locale: Locale) -> Option<&'static str> {
        Some(match self {
            Self::Summary => return None,
            Self::Comparison => compare::lead(locale),
            Self::Section(section) => match section {
                Section::Identity => e::identity_lead(locale),
                Section::Texts(_) => e::texts_lead(locale),
                Section::Plans => e::plans_lead(locale),
                Section::Access => access::access_lead(locale),
                Section::RequestForm => access::form_lead(locale),
                Section::Answers => e::answers_lead(locale),
                Section::Changes => e::changes_lead(locale),
                Section::Document => e::document_lead(locale),
                Section::Calls => e::calls_lead(locale),
                Section::Attachments => attachments::lead(locale),
            },
        })
    }

    /// Whether something has to be written or corrected there before the API can be published.
    fn lacks(self, api: &ApiDetails) -> bool {
        let Self::Section(section) = self else {
            return false;
        };
        let missing = api.missing.iter().map(domain::catalogue::Missing::section);
        let problems = api
            .problems
            .iter()
            .filter_map(domain::catalogue::Problem::section);
        missing.chain(problems).any(|it| it == section)
    }
}

/// What an API is called for a reader; its slug while it has no name.
pub(in crate::pages::apis) fn name_of(api: &ApiDetails, locale: Locale) -> String {
    match api.content.name.text_for(locale) {
        "" => api.slug.clone(),
        name => name.to_owned(),
    }
}

/// A page about an API around its content.
pub(in crate::pages::apis) fn draw<V: IntoView>(
    visit: &Visit,
    api: &ApiDetails,
    place: Place,
    content: impl FnOnce() -> V,
) -> Page {
    let locale = visit.locale;
    let name = name_of(api, locale);
    let is_summary = place == Place::Summary;
    let title = if is_summary {
        name.clone()
    } else {
        format!("{} · {name}", place.name(locale))
    };
    Page::new(visit, title, || {
        let mut crumbs = vec![Crumb::new(routes::APIS, t::title(locale))];
        let here = if is_summary {
            name.clone()
        } else {
            crumbs.push(Crumb::new(Place::Summary.address(&api.slug), name.as_str()));
            place.name(locale)
        };
        view! {
            <AdministrationNav visit/>
            <Breadcrumbs locale crumbs here/>
            <div class="beside-menu">
                <PartsMenu api here=place locale/>
                <div class="beside-menu__content">
                    {head(api, place, locale)}
                    {content()}
                </div>
            </div>
        }
    })
}

fn head(api: &ApiDetails, place: Place, locale: Locale) -> impl IntoView + use<> {
    let name = name_of(api, locale);
    let (kicker, title, lead) = match place {
        Place::Summary => (None, name, api.content.summary.text_for(locale).to_owned()),
        place => (
            Some(name),
            place.name(locale),
            place.lead(locale).unwrap_or_default().to_owned(),
        ),
    };
    view! {
        <header class="page-head">
            <div>
                {kicker.map(|kicker| view! { <p class="page-head__kicker">{kicker}</p> })}
                <h1>{title}</h1>
                <p class="page-head__lead">{lead}</p>
            </div>
        </header>
    }
}

/// On a phone it is folded; the stylesheet keeps it open where there is room.
#[component]
fn PartsMenu<'a>(api: &'a ApiDetails, here: Place, locale: Locale) -> impl IntoView + use<> {
    let items = Place::ALL.map(|place| item(api, place, here, locale));
    let preview = routes::fill(routes::API_PREVIEW, &[&api.slug]);
    view! {
        <nav class="side-menu" aria-label=e::parts_of(locale, name_of(api, locale))>
            <details>
                <summary>
                    <Icon symbol=Symbol::Menu/> <span>{here.name(locale)}</span>
                    <Icon symbol=Symbol::ChevronDown/>
                </summary>
                <ul role="list" class="side-menu__pages">
                    {items}
                    <li class="side-menu__file"><a href=preview>{e::preview(locale)}</a></li>
                </ul>
            </details>
        </nav>
    }
}

fn item(api: &ApiDetails, place: Place, here: Place, locale: Locale) -> impl IntoView + use<> {
    let current = (place == here).then_some("page");
    let lacks = place.lacks(api).then(|| {
        view! { " " <span class="side-menu__lack"><span class="visually-hidden">{e::lacks(locale)}</span></span> }
    });
    view! {
        <li><a href=place.address(&api.slug) aria-current=current>{place.name(locale)} {lacks}</a></li>
    }
}
