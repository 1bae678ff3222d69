//! What contract managers note for each other about a request.

use axum::response::{IntoResponse, Response};
use domain::{
    approvals::{self, ConflictOfInterest, Note, Review},
    ids::{RequestId, RequestNoteId},
};
use leptos::prelude::*;
use locales::{approvals as words, common, layout, reasons as t};
use serde::Deserialize;
use values::NoteText;

use super::{MANAGER, request::find};
use crate::{
    components::{Breadcrumbs, Crumb, PageHead, Paragraphs, time},
    forms::{ErrorSummary, Errors, FieldKind, FieldLabel, TextField},
    routes,
    web::{
        Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other, see_other_with,
    },
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVAL_NOTES, show)
        .post(MANAGER, routes::APPROVAL_NOTES, add)
        .post(MANAGER, routes::APPROVAL_NOTE_DELETE, delete)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    note: String,
}

/// Whether the reader is a party, to whom the notes are not shown.
fn is_party(review: &Review) -> bool {
    review.conflict != ConflictOfInterest::None
}

async fn show(
    visit: Visit,
    Ids(id): Ids<RequestId>,
    KeptForm(kept): KeptForm<Form>,
) -> Result<Response, PageError> {
    let review = find(&visit, id).await?;
    if is_party(&review) {
        return Ok(see_other(&routes::fill(routes::APPROVAL, &[&id])));
    }
    let form = kept.unwrap_or_default();
    Ok(page(&visit, &review, &form, &Errors::default()).into_response())
}

async fn add(
    visit: Visit,
    Ids(id): Ids<RequestId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let text = match NoteText::parse(&form.note) {
        Ok(text) => text,
        Err(error) => {
            let review = find(&visit, id).await?;
            let errors = Errors::of("note", error.into());
            return Ok(page(&visit, &review, &form, &errors)
                .unprocessable()
                .into_response());
        }
    };
    approvals::add_note(&visit.scope, id, &text).await?;
    Ok(answer(&visit, id, Flash::NoteAdded))
}

async fn delete(
    visit: Visit,
    Ids((id, note)): Ids<(RequestId, RequestNoteId)>,
) -> Result<Response, PageError> {
    approvals::delete_note(&visit.scope, id, note).await?;
    Ok(answer(&visit, id, Flash::NoteDeleted))
}

fn answer(visit: &Visit, id: RequestId, flash: Flash) -> Response {
    see_other_with(&routes::fill(routes::APPROVAL_NOTES, &[&id]), flash, visit)
}

fn page(visit: &Visit, review: &Review, form: &Form, errors: &Errors) -> Page {
    let locale = visit.locale;
    let id = review.request.id;
    let back = routes::fill(routes::APPROVAL, &[&id]);
    let crumbs = vec![
        Crumb::new(routes::APPROVALS, layout::approvals(locale)),
        Crumb::new(back.clone(), words::title(locale, &review.request.number)),
    ];
    let lines = review.notes.iter().map(|note| {
        let action = routes::fill(routes::APPROVAL_NOTE_DELETE, &[&id, &note.id]);
        let deletion = note.is_own.then(|| {
            view! {
                <form method="post" action=action>
                    <button class="btn btn--quiet btn--small">{t::delete_note(locale)}</button>
                </form>
            }
        });
        view! { <li><div>{line(note, visit)}</div>{deletion}</li> }
    });
    let lines = lines.collect_view();
    let labels = [FieldLabel::new("note", t::note(locale))];
    Page::new(visit, t::notes(locale), || {
        view! {
            <Breadcrumbs locale crumbs here=t::notes(locale)/>
            <PageHead title=t::notes(locale) lead=t::notes_lead(locale)/>
            <ul class="lines" role="list">{lines}</ul>
            <form class="form" method="post" novalidate action=routes::fill(routes::APPROVAL_NOTES, &[&id])>
                <ErrorSummary errors labels locale/>
                <TextField
                    name="note" label=t::note(locale) value=form.note.as_str()
                    kind=FieldKind::Paragraphs errors locale
                />
                <div class="actions">
                    <button class="btn">{t::add_note(locale)}</button>
                    <a class="btn btn--quiet" href=back>{common::back(locale)}</a>
                </div>
            </form>
        }
    })
    .narrow()
}

fn line(note: &Note, visit: &Visit) -> impl IntoView + use<> {
    let by = t::note_by(visit.locale, &note.author, time::date_time(note.at, visit));
    view! {
        <Paragraphs text=&note.text/>
        <p class="soft small">{by}</p>
    }
}

/// The notes on the page of their request; nothing for a party.
pub(super) fn section(review: &Review, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let href = routes::fill(routes::APPROVAL_NOTES, &[&review.request.id]);
    let lines = review
        .notes
        .iter()
        .map(|note| view! { <li><div>{line(note, visit)}</div></li> })
        .collect_view();
    let list = if review.notes.is_empty() {
        view! { <p class="soft small">{t::no_notes(locale)}</p> }.into_any()
    } else {
        view! { <ul class="lines" role="list">{lines}</ul> }.into_any()
    };
    (!is_party(review)).then(|| {
        view! {
            <section class="panel">
                <h2>{t::notes(locale)}</h2>
                {list}
                <p><a href=href>{t::to_notes(locale)}</a></p>
            </section>
        }
    })
}
