//! The reasons that contract managers save, in each language of applicants.

use axum::response::{IntoResponse, Response};
use domain::{
    approvals::{self, NewSavedReason, SaveReasonError, SavedReason},
    ids::SavedReasonId,
    translated::Translated,
};
use leptos::prelude::*;
use locales::{Locale, common, layout, reasons as t};
use serde::Deserialize;
use values::{Reason, SavedReasonTitle};

use super::MANAGER;
use crate::{
    components::{Breadcrumbs, Crumb, PageHead},
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, TextField},
    routes,
    web::{Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::REASONS, list)
        .get(MANAGER, routes::REASON_NEW, begin)
        .post(MANAGER, routes::REASON_NEW, add)
        .get(MANAGER, routes::REASON, show)
        .post(MANAGER, routes::REASON, change)
        .post(MANAGER, routes::REASON_DELETE, delete)
}

type Label = fn(Locale) -> &'static str;

/// The fields of the texts, each with its language and what it is called.
const TEXTS: [(&str, Locale, Label); 3] = [
    ("text_pt", Locale::PtBr, t::text_pt),
    ("text_en", Locale::En, t::text_en),
    ("text_es", Locale::Es, t::text_es),
];

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    title: String,
    text_pt: String,
    text_en: String,
    text_es: String,
    /// The revision that the page showed.
    revision: i32,
}

impl From<&SavedReason> for Form {
    fn from(reason: &SavedReason) -> Self {
        let text = |locale| reason.texts.get(locale).unwrap_or_default().to_owned();
        Self {
            title: reason.title.clone(),
            text_pt: text(Locale::PtBr),
            text_en: text(Locale::En),
            text_es: text(Locale::Es),
            revision: reason.revision,
        }
    }
}

impl Form {
    const fn text(&self, locale: Locale) -> &str {
        match locale {
            Locale::PtBr => self.text_pt.as_str(),
            Locale::En => self.text_en.as_str(),
            Locale::Es => self.text_es.as_str(),
        }
    }

    /// The text in the portal's default language must be there: all others fall back to it.
    fn parse(&self) -> Result<NewSavedReason, Errors> {
        let mut errors = Errors::default();
        let title = errors.check("title", SavedReasonTitle::parse(&self.title));
        let mut texts = Translated::default();
        for (field, locale, _) in TEXTS {
            let typed = self.text(locale);
            if locale != Locale::default() && typed.trim().is_empty() {
                continue;
            }
            if let Some(text) = errors.check(field, Reason::parse(typed)) {
                texts.set(locale, text.to_string());
            }
        }
        errors.finish(|| {
            Some(NewSavedReason {
                title: title?,
                texts,
            })
        })
    }
}

async fn list(visit: Visit) -> Result<Page, PageError> {
    let locale = visit.locale;
    let reasons = approvals::saved_reasons(&visit.scope).await?;
    let lines = reasons.iter().map(|reason| {
        let href = routes::fill(routes::REASON, &[&reason.id]);
        let text = reason.texts.text_for(locale).to_owned();
        view! {
            <li><div>
                <p><a href=href>{reason.title.clone()}</a></p>
                <p class="soft small">{text}</p>
            </div></li>
        }
    });
    let lines = lines.collect_view();
    let crumbs = vec![Crumb::new(routes::APPROVALS, layout::approvals(locale))];
    Ok(Page::new(&visit, t::title(locale), || {
        let list = if reasons.is_empty() {
            view! { <p class="soft">{t::empty(locale)}</p> }.into_any()
        } else {
            view! { <ul class="lines" role="list">{lines}</ul> }.into_any()
        };
        view! {
            <Breadcrumbs locale crumbs here=t::title(locale)/>
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            {list}
            <div class="actions"><a class="btn" href=routes::REASON_NEW>{t::new(locale)}</a></div>
        }
    }))
}

async fn begin(visit: Visit, KeptForm(kept): KeptForm<Form>) -> Page {
    page(&visit, None, &kept.unwrap_or_default(), &Errors::default())
}

async fn add(visit: Visit, PostedForm(form): PostedForm<Form>) -> Result<Response, PageError> {
    match form.parse() {
        Ok(new) => {
            approvals::save_reason(&visit.scope, new).await?;
            Ok(answer(&visit, Flash::ReasonSaved))
        }
        Err(errors) => Ok(page(&visit, None, &form, &errors)
            .unprocessable()
            .into_response()),
    }
}

async fn show(
    visit: Visit,
    Ids(id): Ids<SavedReasonId>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Page, PageError> {
    let reason = approvals::saved_reason(&visit.scope, id).await?;
    let form = kept.unwrap_or_else(|| Form::from(&reason));
    Ok(page(&visit, Some(id), &form, &Errors::default()))
}

async fn change(
    visit: Visit,
    Ids(id): Ids<SavedReasonId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => {
            return Ok(page(&visit, Some(id), &form, &errors)
                .unprocessable()
                .into_response());
        }
    };
    let changed = approvals::change_reason(&visit.scope, id, form.revision, new).await;
    told(&visit, changed, Flash::ReasonSaved)
}

async fn delete(
    visit: Visit,
    Ids(id): Ids<SavedReasonId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let deleted = approvals::delete_reason(&visit.scope, id, form.revision).await;
    told(&visit, deleted, Flash::ReasonDeleted)
}

fn told(
    visit: &Visit,
    done: Result<(), SaveReasonError>,
    flash: Flash,
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(answer(visit, flash)),
        Err(SaveReasonError::Changed) => Ok(answer(visit, Flash::ReasonChanged)),
        Err(SaveReasonError::Common(error)) => Err(error.into()),
    }
}

fn answer(visit: &Visit, flash: Flash) -> Response {
    see_other_with(routes::REASONS, flash, visit)
}

fn page(visit: &Visit, id: Option<SavedReasonId>, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let title = match id {
        Some(_) => t::edit(locale, &form.title),
        None => t::new(locale).to_owned(),
    };
    let crumbs = vec![
        Crumb::new(routes::APPROVALS, layout::approvals(locale)),
        Crumb::new(routes::REASONS, t::title(locale)),
    ];
    let name = FieldLabel::new("title", t::name(locale));
    let texts = TEXTS.map(|(field, _, label)| FieldLabel::new(field, label(locale)));
    let labels: Vec<_> = [name].into_iter().chain(texts).collect();
    let fields = TEXTS.map(|(field, language, label)| {
        let is_default = language == Locale::default();
        let hint = if is_default { t::text_hint(locale) } else { "" };
        view! {
            <TextField
                name=field label=label(locale) value=form.text(language) hint
                kind=FieldKind::Paragraphs optional=!is_default errors locale
            />
        }
    });
    let fields = fields.into_iter().collect_view();
    let deletion = id.map(|id| deletion(id, form.revision, locale));
    Page::new(visit, title.clone(), || {
        view! {
            <Breadcrumbs locale crumbs here=title.clone()/>
            <header class="page-head"><div><h1>{title}</h1></div></header>
            <form class="form" method="post" novalidate>
                <ErrorSummary errors labels locale/>
                <input type="hidden" name="revision" value=form.revision.to_string()/>
                <TextField
                    name="title" label=t::name(locale) value=form.title.as_str()
                    hint=t::name_hint(locale) errors locale
                />
                {fields}
                <div class="actions">
                    <button class="btn">{t::save(locale)}</button>
                    <a class="btn btn--quiet" href=routes::REASONS>{common::back(locale)}</a>
                </div>
            </form>
            {deletion}
        }
    })
    .narrow()
}

fn deletion(id: SavedReasonId, revision: i32, locale: Locale) -> impl IntoView + use<> {
    view! {
        <form method="post" action=routes::fill(routes::REASON_DELETE, &[&id])>
            <input type="hidden" name="revision" value=revision.to_string()/>
            <div class="actions">
                <button class="btn btn--danger">{t::delete(locale)}</button>
            </div>
        </form>
    }
}
