//! One incident: what readers are told of it, and the form for another note.

use axum::response::{IntoResponse, Response};
use domain::{
    ids::IncidentId,
    status::{self, Affected, Incident, IncidentNote, NewNote},
};
use leptos::prelude::*;
use locales::{incidents as t, names, status as told};

use super::{
    ADMINISTRATOR, REVISION, address,
    facts::mistakes_of,
    note::{NoteFields, read_note},
    seen, words,
};
use crate::{
    components::{
        AdministrationNav, Breadcrumbs, Crumb, Fact, IncidentStamp, Paragraphs, Time,
        incident_address, other_language, stage_name, time,
    },
    forms::rows::{FormState, MistakeSummary, Mistakes, Typed},
    routes,
    web::{Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::INCIDENT, show)
        .post(ADMINISTRATOR, routes::INCIDENT, add_note)
}

async fn show(
    visit: Visit,
    Ids(id): Ids<IncidentId>,
    KeptForm(kept): KeptForm<Typed>,
) -> Result<Page, PageError> {
    let incident = status::by_id(&visit.scope, id).await?;
    let typed = kept.unwrap_or_else(|| fill(&incident));
    Ok(page(&visit, &incident, &typed, &Mistakes::default()))
}

/// The form for a note of the stage that the incident is in.
fn fill(incident: &Incident) -> Typed {
    let mut typed = Typed::default();
    typed.add(REVISION, incident.revision.to_string());
    typed.add(words::STAGE, incident.stage().as_str());
    typed
}

async fn add_note(
    visit: Visit,
    Ids(id): Ids<IncidentId>,
    PostedForm(mut typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    let before = status::by_id(&visit.scope, id).await?;
    let seen = typed.number(REVISION).ok().flatten().unwrap_or_default();
    let note = read_note(&typed);
    let note = NewNote {
        stage: note.stage.unwrap_or_else(|| before.stage()),
        text: note.text,
    };
    let board = &visit.app.services.status;
    let Err(error) = status::add_note(&visit.scope, board, id, seen, &note).await else {
        let closes = note.stage.closes() && before.closed_at.is_none();
        let flash = if closes {
            Flash::IncidentClosed
        } else {
            Flash::IncidentNoted
        };
        return Ok(see_other_with(&address(&before), flash, &visit));
    };
    let mistakes = mistakes_of(error, visit.locale)?;
    let incident = status::by_id(&visit.scope, id).await?;
    if mistakes.overtaken {
        typed.replace(REVISION, &incident.revision.to_string());
    }
    let page = page(&visit, &incident, &typed, &mistakes);
    Ok(page.unprocessable().into_response())
}

fn page(visit: &Visit, incident: &Incident, typed: &Typed, mistakes: &Mistakes) -> Page {
    let locale = visit.locale;
    let form = FormState {
        typed,
        mistakes,
        locale,
    };
    let title = incident.title.text_for(locale);
    let lang = other_language(&incident.title, locale);
    let correct = routes::fill(routes::INCIDENT_FACTS, &[&incident.id]);
    Page::new(visit, title, || {
        let crumbs = vec![Crumb::new(routes::INCIDENTS, t::title(locale))];
        view! {
            <AdministrationNav visit/>
            <Breadcrumbs locale crumbs here=title/>
            <header class="page-head">
                <div>
                    <h1 lang=lang>{title.to_owned()}</h1>
                    <p class="row"><IncidentStamp kind=incident.kind locale/></p>
                </div>
                <div class="actions">
                    <a class="btn btn--quiet" href=correct>{t::correct(locale)}</a>
                    <a class="btn btn--quiet" href=incident_address(incident)>{t::see_status(locale)}</a>
                </div>
            </header>
            <Facts incident visit/>
            <Notes incident visit/>
            <NoteForm incident form/>
        }
    })
}

#[component]
fn Facts<'a>(incident: &'a Incident, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let end = incident.ends_at.map(|at| {
        view! { <Fact name=t::planned_end(locale) value=time::date_time(at, visit)/> }
    });
    let closed = incident.closed_at.map(|at| {
        view! { <Fact name=t::closed(locale) value=time::date_time(at, visit)/> }
    });
    view! {
        <dl class="facts">
            <Fact name=t::stage(locale) value=stage_name(incident.stage(), locale)/>
            <Fact name=told::affects(locale) value=affected(incident, visit)/>
            <Fact name=t::begin(locale) value=time::date_time(incident.begins_at, visit)/>
            {end}
            {closed}
        </dl>
    }
}

fn affected(incident: &Incident, visit: &Visit) -> String {
    let locale = visit.locale;
    if incident.affected == Affected::WholePortal {
        return told::whole_portal(locale).to_owned();
    }
    let apis = visit
        .apis
        .published()
        .filter(|api| incident.concerns(api.id));
    let named: Vec<_> = apis.map(|api| api.text(locale).name.as_str()).collect();
    names::joined(&named, locale)
}

/// The latest first.
#[component]
fn Notes<'a>(incident: &'a Incident, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let notes = incident.notes.iter().rev();
    let notes = notes.map(|it| note(incident, it, visit));
    view! {
        <section class="section">
            <h2>{t::notes(locale)}</h2>
            <ol class="timeline" role="list">{notes.collect_view()}</ol>
        </section>
    }
}

fn note(incident: &Incident, note: &IncidentNote, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let stage = stage_name(note.stage, locale);
    let lang = other_language(&note.text, locale);
    let correct = routes::fill(routes::INCIDENT_NOTE, &[&incident.id, &note.number]);
    let corrected = note
        .corrected_at
        .map(|at| format!(" · {}", told::corrected(locale, time::date_time(at, visit))));
    view! {
        <li>
            <p><strong>{stage}</strong></p>
            <div lang=lang><Paragraphs text=note.text.text_for(locale)/></div>
            <p class="soft small">
                <Time at=note.written_at visit/> {corrected} " · "
                <a href=correct aria-label=t::correct_note_of(locale, stage)>{t::correct_note(locale)}</a>
            </p>
        </li>
    }
}

#[component]
fn NoteForm<'a>(incident: &'a Incident, form: FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    let mistakes = form.mistakes;
    let stages = incident.kind.stages();
    let closing = stages.iter().filter(|stage| stage.closes());
    let closing: Vec<_> = closing.map(|stage| stage_name(*stage, locale)).collect();
    let hint = t::add_note_hint(locale, closing.join(", "));
    let revision = form.typed.number(REVISION).ok().flatten();
    let current = address(incident);
    view! {
        <section class="panel">
            <h2>{t::add_note(locale)}</h2>
            <form class="form form--wide" method="post" novalidate>
                <MistakeSummary mistakes current=&current locale/>
                {seen(revision.unwrap_or_default())}
                <p class="soft">{hint}</p>
                <NoteFields stages=stages.to_vec() form=&form/>
                <div class="actions"><button class="btn">{t::publish_note(locale)}</button></div>
            </form>
        </section>
    }
}
