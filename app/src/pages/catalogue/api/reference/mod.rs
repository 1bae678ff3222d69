//! The reference of an API: every operation, drawn from its `OpenAPI` document.
//!
//! It is the same for every reader of a language, so each version of a document is drawn once for
//! each language and kept.

mod call;
mod contents;
mod draw;
mod examples;
mod fields;
mod markdown;
mod message;
mod operation;
mod parts;
mod security;
mod twin;
mod words;

use std::sync::{Arc, LazyLock, OnceLock};

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::Api,
    ids::{ApiId, ApiRevisionId},
};
use leptos::prelude::*;
use locales::{Locale, reference as t};
use openapi::reference::Reference;
use quick_cache::sync::Cache;

use self::draw::{Callable, Drawn};
pub(super) use self::{
    call::Call, contents::method_html, markdown::Description, twin::operation_twin, words::kind,
};
use super::{ApiPage, Frame, find, frame::ApiPageHead};
use crate::{
    islands::TryInPlace,
    web::{Page, PageError, Reader, Visit},
};

/// How many APIs are kept, and how many documents.
const MAX_KEPT: usize = 300;
const MAX_READ: usize = 16;

/// What is drawn of a document, and the calls of its operations.
pub(super) struct Kept {
    document: Arc<str>,
    slug: String,
    base_path: String,
    is_own: bool,
    pub(super) calls: Vec<Call>,
    /// In the order of [`Locale::ALL`].
    drawn: [OnceLock<Drawn>; Locale::ALL.len()],
    /// The same as Markdown.
    twins: [OnceLock<String>; Locale::ALL.len()],
}

pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, PageError> {
    let api = find(&visit, &slug)?;
    if visit.wants_markdown {
        return Ok(super::twin::reference(&visit, &api)?.into_response());
    }
    Ok(page(&visit, &api)?.into_response())
}

pub(super) fn page(visit: &Visit, api: &Api) -> Result<Page, PageError> {
    let kept = kept(api).ok_or(PageError::NotFound)?;
    let locale = visit.locale;
    let drawn = kept.drawn(locale);
    let lead = t::lead(locale, &api.text(locale).name);
    let public_url = &visit.app.services.portal.settings.public_url;
    let base = format!("{public_url}{}", api.base_path);
    let frame = Frame {
        visit,
        api,
        page: ApiPage::Reference,
        contents: Some(&drawn.contents),
        shared_by: Some(Reader::Anybody),
    };
    let page = frame.draw(|| {
        view! {
            <ApiPageHead api page=ApiPage::Reference lead=lead.clone() locale/>
            <p class="reference__base">
                <span class="soft">{t::base_address(locale)}</span> " " <code translate="no">{base}</code>
            </p>
            {operations(api, drawn.html.clone(), locale)}
        }
    });
    Ok(page.copying().described(lead))
}

/// What is not published is not called from here.
fn operations(api: &Api, html: String, locale: Locale) -> AnyView {
    let reference = view! { <div class="reference" inner_html=html></div> };
    if api.is_preview {
        return reference.into_any();
    }
    let api = api.slug.clone();
    view! { <TryInPlace api locale>{reference}</TryInPlace> }.into_any()
}

/// The operations of an API's document; `None` where it has none that can be read. Those of a few
/// are kept, for whoever makes one call after the other.
pub(super) fn read(api: &Api) -> Option<Arc<Reference>> {
    static READ: LazyLock<Cache<ApiRevisionId, Arc<Reference>>> =
        LazyLock::new(|| Cache::new(MAX_READ));
    if let Some(reference) = READ.get(&api.revision) {
        return Some(reference);
    }
    let reference = Arc::new(Reference::parse(api.openapi.as_ref()?)?);
    READ.insert(api.revision, Arc::clone(&reference));
    Some(reference)
}

/// What is kept of an API's document; `None` where it has none that can be read.
pub(super) fn kept(api: &Api) -> Option<Arc<Kept>> {
    static KEPT: LazyLock<Cache<ApiId, Arc<Kept>>> = LazyLock::new(|| Cache::new(MAX_KEPT));
    let document = api.openapi.as_ref()?;
    if let Some(kept) = KEPT.get(&api.id).filter(|kept| kept.is_of(api, document)) {
        return Some(kept);
    }
    let reference = Reference::parse(document)?;
    let kept = Arc::new(Kept::new(api, Arc::clone(document), &reference));
    // What readers see is not to make room for what they may see some day.
    if !api.is_preview {
        KEPT.insert(api.id, Arc::clone(&kept));
    }
    Some(kept)
}

impl Kept {
    fn new(api: &Api, document: Arc<str>, reference: &Reference) -> Self {
        Self {
            document,
            slug: api.slug.clone(),
            base_path: api.base_path.clone(),
            is_own: api.is_own(),
            calls: call::calls(reference, &api.base_path),
            drawn: Default::default(),
            twins: Default::default(),
        }
    }

    /// Whether the API still has the document that this was made of.
    fn is_of(&self, api: &Api, document: &Arc<str>) -> bool {
        let is_same = Arc::ptr_eq(&self.document, document) || self.document == *document;
        is_same && self.base_path == api.base_path && self.slug == api.slug
    }

    /// The call of this operation, or else the first.
    pub(super) fn call(&self, slug: &str) -> Option<&Call> {
        let asked_for = self.calls.iter().find(|call| call.slug == slug);
        asked_for.or_else(|| self.calls.first())
    }

    /// As Markdown.
    pub(super) fn twin(&self, locale: Locale) -> &str {
        self.twins[locale as usize].get_or_init(|| {
            let reference = Reference::parse(&self.document);
            let twin = reference.map(|it| twin::twin(&it, locale));
            twin.unwrap_or_default()
        })
    }

    fn drawn(&self, locale: Locale) -> &Drawn {
        self.drawn[locale as usize].get_or_init(|| {
            let reference = Reference::parse(&self.document);
            let api = Callable {
                slug: &self.slug,
                base_path: &self.base_path,
                is_own: self.is_own,
            };
            let drawn = reference.map(|it| draw::draw(&it, api, locale));
            drawn.unwrap_or_default()
        })
    }
}
