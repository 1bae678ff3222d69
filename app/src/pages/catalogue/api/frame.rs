//! What the pages of an API have in common: the way here, the menu beside the content, the head.

use axum::http::StatusCode;
use domain::catalogue::{Api, ApiState};
use leptos::prelude::*;
use locales::{Locale, api as t, api_draft as d, layout, tutorial, versions};

use super::twin;
use crate::{
    components::{Breadcrumbs, Crumb, Icon, IncidentNotices, Notice, NoticeKind, Symbol},
    pages::facts,
    routes,
    web::{Page, Public, Reader, Visit},
};

/// A page of an API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum ApiPage {
    Overview,
    Documentation,
    Reference,
    Samples,
    Versions,
}

impl ApiPage {
    /// In the order of the menu.
    pub(in crate::pages) const ALL: [Self; 5] = [
        Self::Overview,
        Self::Documentation,
        Self::Reference,
        Self::Samples,
        Self::Versions,
    ];

    pub(in crate::pages) fn address(self, api: &Api) -> String {
        let pattern = match (self, api.is_preview) {
            (Self::Overview, false) => routes::API,
            (Self::Documentation, false) => routes::API_DOCUMENTATION,
            (Self::Reference, false) => routes::API_REFERENCE,
            (Self::Samples, false) => routes::API_SAMPLES,
            // What a draft will change is told once it is published.
            (Self::Versions, _) => routes::API_VERSIONS,
            (Self::Overview, true) => routes::API_PREVIEW,
            (Self::Documentation, true) => routes::API_PREVIEW_DOCUMENTATION,
            (Self::Reference, true) => routes::API_PREVIEW_REFERENCE,
            (Self::Samples, true) => routes::API_PREVIEW_SAMPLES,
        };
        routes::fill(pattern, &[&api.slug])
    }

    pub(in crate::pages) const fn name(self, locale: Locale) -> &'static str {
        match self {
            Self::Overview => t::presentation(locale),
            Self::Documentation => t::documentation(locale),
            Self::Reference => t::reference(locale),
            Self::Samples => t::samples(locale),
            Self::Versions => versions::title(locale),
        }
    }

    /// Whether the API has something to show on it.
    pub(in crate::pages) fn is_there(self, api: &Api) -> bool {
        match self {
            Self::Overview => true,
            Self::Versions => !api.is_preview,
            Self::Documentation => {
                let text = api.text(Locale::default());
                let is_written = !text.documentation.html.is_empty() || !text.answers.is_empty();
                is_written || api.sandbox.is_some()
            }
            Self::Reference | Self::Samples => api.openapi.is_some(),
        }
    }
}

/// A page of an API around its content.
pub(super) struct Frame<'a> {
    pub(super) visit: &'a Visit,
    pub(super) api: &'a Api,
    pub(super) page: ApiPage,
    /// Links to the parts of the page, below its own in the menu.
    pub(super) contents: Option<&'a str>,
    /// Who gets the same content; `None` where it is this reader's alone.
    pub(super) shared_by: Option<Reader>,
}

impl Frame<'_> {
    /// Draws the page. What the content begins with has the title. That of an API that has ended is
    /// gone, and says so.
    pub(super) fn draw<V: IntoView>(self, content: impl FnOnce() -> V) -> Page {
        self.draw_titled(None, content).of_catalogue()
    }

    /// Draws a page of its own below this one, which is called so.
    pub(super) fn draw_below<V: IntoView>(self, title: &str, content: impl FnOnce() -> V) -> Page {
        self.draw_titled(Some(title), content)
    }

    fn draw_titled<V: IntoView>(self, below: Option<&str>, content: impl FnOnce() -> V) -> Page {
        let Self {
            visit,
            api,
            page,
            contents,
            shared_by,
        } = self;
        let locale = visit.locale;
        let name = api.text(locale).name.as_str();
        let title = match (below, page) {
            (Some(title), _) => t::page_of(locale, title, name),
            (None, ApiPage::Overview) => name.to_owned(),
            (None, page) => t::page_of(locale, page.name(locale), name),
        };
        // What is below a page is for whoever is signed in.
        let public = below.is_none().then(|| public(visit, api, page, &title));
        let content = || {
            view! {
                {api.is_preview.then(|| preview_notice(api, locale))}
                {breadcrumbs(api, page, below, locale)}
                {(!api.is_preview).then(|| view! { <IncidentNotices api visit/> })}
                <div class="beside-menu">
                    <SideMenu api page is_below=below.is_some() contents locale/>
                    <div class="beside-menu__content">{content()}</div>
                </div>
            }
        };
        if api.is_preview {
            // Nobody keeps or finds what is not published.
            return Page::new(visit, title, content).secret();
        }
        let drawn = match shared_by {
            Some(reader) => Page::shared(visit, title, reader, content),
            None => Page::new(visit, title, content),
        };
        let drawn = match public {
            Some(public) => drawn.public(public),
            None => drawn,
        };
        match api.state {
            ApiState::Retired => drawn.with_status(StatusCode::GONE),
            _ => drawn,
        }
    }
}

/// What search engines are told of the page.
fn public(visit: &Visit, api: &Api, page: ApiPage, title: &str) -> Public {
    let locale = visit.locale;
    let text = api.text(locale);
    let (first, here) = (ApiPage::Overview.address(api), page.address(api));
    let mut way = vec![
        (layout::catalogue(locale), routes::CATALOGUE),
        (text.name.as_str(), first.as_str()),
    ];
    let about = if page == ApiPage::Overview {
        facts::web_api(visit, api)
    } else {
        way.push((page.name(locale), here.as_str()));
        facts::article(visit, api, title, &text.summary)
    };
    let public = Public::at(here.as_str()).stating(about);
    let card = routes::fill(routes::API_CARD, &[&api.slug]);
    let public = public
        .stating(facts::breadcrumbs(visit, &way))
        .pictured(card, text.name.as_str());
    match twin::address(page, api) {
        Some(address) => public.as_markdown(address),
        None => public,
    }
}

/// Says that readers do not see this.
fn preview_notice(api: &Api, locale: Locale) -> impl IntoView + use<> {
    let back = routes::fill(routes::API_ADMINISTRATION, &[&api.slug]);
    let content = view! {
        <p>{d::preview_note(locale)} " " <a href=back>{d::back_to_editing(locale)}</a></p>
    };
    view! { <Notice kind=NoticeKind::Wait title=d::preview_title(locale) content/> }
}

fn breadcrumbs(
    api: &Api,
    page: ApiPage,
    below: Option<&str>,
    locale: Locale,
) -> impl IntoView + use<> {
    let name = api.text(locale).name.clone();
    let mut crumbs = vec![Crumb::new(routes::CATALOGUE, layout::catalogue(locale))];
    let here = match page {
        ApiPage::Overview => name,
        page => {
            crumbs.push(Crumb::new(ApiPage::Overview.address(api), name));
            page.name(locale).to_owned()
        }
    };
    let here = match below {
        Some(title) => {
            crumbs.push(Crumb::new(page.address(api), here));
            title.to_owned()
        }
        None => here,
    };
    view! { <Breadcrumbs locale crumbs here/> }
}

/// The pages of the API. On a phone it is folded; the stylesheet keeps it open where there is room.
#[component]
fn SideMenu<'a>(
    api: &'a Api,
    page: ApiPage,
    /// Whether the page that is shown is one below it.
    is_below: bool,
    contents: Option<&'a str>,
    locale: Locale,
) -> impl IntoView + use<> {
    let current = if is_below { "true" } else { "page" };
    let pages = ApiPage::ALL.into_iter().filter(|it| it.is_there(api));
    let links = pages.map(|it| {
        let current = (it == page).then_some(current);
        menu_item(api, it, current, contents, locale)
    });
    let name = api.text(locale).name.as_str();
    view! {
        <nav class="side-menu" tabindex="0" aria-label=t::pages_of(locale, name)>
            <details>
                <summary>
                    <Icon symbol=Symbol::Menu/> <span>{page.name(locale)}</span>
                    <Icon symbol=Symbol::ChevronDown/>
                </summary>
                <ul role="list" class="side-menu__pages">
                    {links.collect_view()}
                    {(api.openapi.is_some() && !api.is_preview).then(|| document_link(api, locale))}
                    {(!api.is_preview).then(|| tutorial_link(api, locale))}
                </ul>
            </details>
        </nav>
    }
}

fn menu_item(
    api: &Api,
    item: ApiPage,
    current: Option<&'static str>,
    contents: Option<&str>,
    locale: Locale,
) -> impl IntoView + use<> {
    let contents = contents.filter(|_| current.is_some()).map(str::to_owned);
    view! {
        <li>
            <a href=item.address(api) aria-current=current>{item.name(locale)}</a>
            {contents.map(|html| view! { <div class="side-menu__contents" inner_html=html></div> })}
        </li>
    }
}

fn document_link(api: &Api, locale: Locale) -> impl IntoView + use<> {
    let address = routes::fill(routes::API_DOCUMENT, &[&api.slug]);
    view! { <li class="side-menu__file"><a href=address>{t::document(locale)}</a></li> }
}

fn tutorial_link(api: &Api, locale: Locale) -> impl IntoView + use<> {
    let address = routes::fill(routes::API_TUTORIAL, &[&api.slug]);
    view! {
        <li class="side-menu__file"><a href=address type="application/pdf">{tutorial::link(locale)}</a></li>
    }
}

/// The head of a page other than the first: whose it is, what it is, what it is for.
#[component]
pub(super) fn ApiPageHead<'a>(
    api: &'a Api,
    page: ApiPage,
    lead: String,
    locale: Locale,
) -> impl IntoView + use<> {
    let name = api.text(locale).name.clone();
    view! {
        <header class="page-head">
            <div>
                <p class="page-head__kicker">{name}</p>
                <h1>{page.name(locale)}</h1>
                <p class="page-head__lead">{lead}</p>
            </div>
        </header>
    }
}
