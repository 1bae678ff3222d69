//! The notes of an incident: the fields of a new one, and the correction of one that readers know.

use axum::response::{IntoResponse, Response};
use domain::{
    ids::IncidentId,
    status::{self, Incident, IncidentNote, IncidentStage},
    translated::Translated,
};
use leptos::prelude::*;
use locales::{Locale, common, incidents as t};
use values::tidy;

use super::{
    ADMINISTRATOR, REVISION, address,
    facts::mistakes_of,
    seen,
    words::{STAGE, TEXT},
};
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, PageHead, stage_name},
    forms::{
        FieldMessage,
        rows::{FormState, Kind, MistakeSummary, Mistakes, Translations, Typed},
    },
    routes,
    web::{Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::INCIDENT_NOTE, show).post(
        ADMINISTRATOR,
        routes::INCIDENT_NOTE,
        correct,
    )
}

/// What was typed of a note.
pub(super) struct TypedNote {
    pub(super) stage: Option<IncidentStage>,
    pub(super) text: Translated,
}

pub(super) fn read_note(typed: &Typed) -> TypedNote {
    let mut text = Translated::default();
    for (locale, typed) in typed.texts(TEXT).texts() {
        text.set(locale, tidy::paragraphs(typed));
    }
    TypedNote {
        stage: typed.get(STAGE).parse().ok(),
        text,
    }
}

/// The stage and the text of a new note.
#[component]
pub(super) fn NoteFields<'a>(
    stages: Vec<IncidentStage>,
    form: &'a FormState<'a>,
) -> impl IntoView + use<> {
    let locale = form.locale;
    let options = stages.into_iter().map(|stage| {
        let selected = form.typed.get(STAGE) == stage.as_str();
        view! { <option value=stage.as_str() selected=selected>{stage_name(stage, locale)}</option> }
    });
    let mistake = form.mistakes.of(STAGE).map(str::to_owned);
    let invalid = mistake.is_some();
    let described_by = invalid.then(|| format!("{STAGE}-error"));
    view! {
        <div class="field" class:field--invalid=invalid>
            <label for=STAGE>{t::stage(locale)}</label>
            <select id=STAGE name=STAGE aria-describedby=described_by>{options.collect_view()}</select>
            <FieldMessage name=STAGE error=mistake/>
        </div>
        <Translations field=TEXT label=t::text_in kind=Kind::Paragraph form/>
    }
}

async fn show(
    visit: Visit,
    Ids((id, number)): Ids<(IncidentId, i32)>,
    KeptForm(kept): KeptForm<Typed>,
) -> Result<Page, PageError> {
    let incident = status::by_id(&visit.scope, id).await?;
    let note = find(&incident, number)?;
    let typed = kept.unwrap_or_else(|| {
        let mut typed = Typed::default();
        typed.add(REVISION, incident.revision.to_string());
        typed.add_translated(TEXT, &note.text);
        typed
    });
    Ok(page(&visit, &incident, note, &typed, &Mistakes::default()))
}

fn find(incident: &Incident, number: i32) -> Result<&IncidentNote, PageError> {
    let mut notes = incident.notes.iter();
    let note = notes.find(|note| note.number == number);
    note.ok_or(PageError::NotFound)
}

async fn correct(
    visit: Visit,
    Ids((id, number)): Ids<(IncidentId, i32)>,
    PostedForm(mut typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    let seen = typed.number(REVISION).ok().flatten().unwrap_or_default();
    let text = read_note(&typed).text;
    let board = &visit.app.services.status;
    let done = status::correct_note(&visit.scope, board, id, seen, number, &text).await;
    let incident = status::by_id(&visit.scope, id).await?;
    let Err(error) = done else {
        let flash = Flash::IncidentCorrected;
        return Ok(see_other_with(&address(&incident), flash, &visit));
    };
    let mistakes = mistakes_of(error, visit.locale)?;
    if mistakes.overtaken {
        typed.replace(REVISION, &incident.revision.to_string());
    }
    let page = page(
        &visit,
        &incident,
        find(&incident, number)?,
        &typed,
        &mistakes,
    );
    Ok(page.unprocessable().into_response())
}

fn page(
    visit: &Visit,
    incident: &Incident,
    note: &IncidentNote,
    typed: &Typed,
    mistakes: &Mistakes,
) -> Page {
    let locale = visit.locale;
    let form = FormState {
        typed,
        mistakes,
        locale,
    };
    let back = address(incident);
    Page::new(visit, t::correct_note_title(locale), || {
        view! {
            <AdministrationNav visit/>
            <Breadcrumbs locale crumbs=crumbs(incident, locale) here=t::correct_note_title(locale)/>
            <PageHead title=t::correct_note_title(locale) lead=t::correct_note_lead(locale)/>
            <form class="form form--wide" method="post" novalidate>
                <MistakeSummary mistakes current=&back locale/>
                {seen(typed.number(REVISION).ok().flatten().unwrap_or_default())}
                <p><strong>{stage_name(note.stage, locale)}</strong></p>
                <Translations field=TEXT label=t::text_in kind=Kind::Paragraph form=&form/>
                <div class="actions">
                    <button class="btn">{t::publish(locale)}</button>
                    <a class="btn btn--quiet" href=back.clone()>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
}

fn crumbs(incident: &Incident, locale: Locale) -> Vec<Crumb> {
    vec![
        Crumb::new(routes::INCIDENTS, t::title(locale)),
        Crumb::new(address(incident), incident.title.text_for(locale)),
    ]
}
