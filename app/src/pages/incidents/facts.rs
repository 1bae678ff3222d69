//! A new incident, and the correction of what is told of one beside its notes.

use std::{collections::BTreeSet, sync::Arc};

use axum::response::{IntoResponse, Response};
use domain::{
    catalogue::{Api, Snapshot},
    clock::Timestamp,
    ids::{ApiId, IncidentId},
    status::{self, Affected, Incident, IncidentError, IncidentFacts, IncidentKind, NewNote},
};
use leptos::prelude::*;
use locales::{Locale, common, incidents as t};

use super::{
    ADMINISTRATOR, REVISION, address, kind_means,
    note::{NoteFields, read_note},
    seen,
    words::{self, AFFECTED, BEGIN, END, KIND, STAGE, TITLE},
};
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, PageHead, kind_name},
    forms::{
        FieldError, date_time,
        rows::{
            Choice, Choices, Field, FormState, Kind, MistakeSummary, Mistakes, Translations, Typed,
        },
        typed_date_time,
    },
    routes,
    web::{Flash, Ids, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

/// Stands for all that the portal does.
const WHOLE_PORTAL: &str = "portal";

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::INCIDENT_NEW, show_new)
        .post(ADMINISTRATOR, routes::INCIDENT_NEW, open)
        .get(ADMINISTRATOR, routes::INCIDENT_FACTS, show)
        .post(ADMINISTRATOR, routes::INCIDENT_FACTS, correct)
}

async fn show_new(visit: Visit, KeptForm(kept): KeptForm<Typed>) -> Page {
    let typed = kept.unwrap_or_else(|| {
        let mut typed = Typed::default();
        typed.add(BEGIN, typed_date_time(visit.scope.now(), visit.time_zone()));
        typed.add(STAGE, IncidentKind::Interruption.first_stage().as_str());
        typed
    });
    page(&visit, None, &typed, &Mistakes::default())
}

async fn open(visit: Visit, PostedForm(typed): PostedForm<Typed>) -> Result<Response, PageError> {
    let mut mistakes = Mistakes::default();
    let (facts, note) = (read(&visit, &typed, &mut mistakes), read_note(&typed));
    // Without a stage of its own, it has just begun.
    let note = NewNote {
        stage: note.stage.unwrap_or_else(|| facts.kind.first_stage()),
        text: note.text,
    };
    if !mistakes.is_empty() {
        let found = status::mistakes(&visit.scope, &facts, Some(&note));
        words::add(&mut mistakes, &found, visit.locale);
        return Ok(again(&visit, None, &typed, &mistakes));
    }
    let board = &visit.app.services.status;
    match status::open(&visit.scope, board, &facts, &note).await {
        Ok(id) => {
            let address = routes::fill(routes::INCIDENT, &[&id]);
            Ok(see_other_with(&address, Flash::IncidentOpened, &visit))
        }
        Err(error) => {
            let mistakes = mistakes_of(error, visit.locale)?;
            Ok(again(&visit, None, &typed, &mistakes))
        }
    }
}

async fn show(
    visit: Visit,
    Ids(id): Ids<IncidentId>,
    KeptForm(kept): KeptForm<Typed>,
) -> Result<Page, PageError> {
    let incident = status::by_id(&visit.scope, id).await?;
    let typed = kept.unwrap_or_else(|| fill(&incident, &visit));
    Ok(page(&visit, Some(&incident), &typed, &Mistakes::default()))
}

async fn correct(
    visit: Visit,
    Ids(id): Ids<IncidentId>,
    PostedForm(mut typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    let incident = status::by_id(&visit.scope, id).await?;
    let mut mistakes = Mistakes::default();
    let mut facts = read(&visit, &typed, &mut mistakes);
    keep_unshown(&mut facts.affected, &incident.affected, &visit);
    if mistakes.is_empty() {
        let seen = typed.number(REVISION).ok().flatten().unwrap_or_default();
        let board = &visit.app.services.status;
        match status::correct(&visit.scope, board, id, seen, &facts).await {
            Ok(()) => {
                let flash = Flash::IncidentCorrected;
                return Ok(see_other_with(&address(&incident), flash, &visit));
            }
            Err(error) => mistakes = mistakes_of(error, visit.locale)?,
        }
    } else {
        let found = status::mistakes(&visit.scope, &facts, None);
        words::add(&mut mistakes, &found, visit.locale);
    }
    if mistakes.overtaken {
        typed.replace(REVISION, &incident.revision.to_string());
    }
    Ok(again(&visit, Some(&incident), &typed, &mistakes))
}

/// What keeps a form from being taken.
pub(super) fn mistakes_of(error: IncidentError, locale: Locale) -> Result<Mistakes, PageError> {
    match error {
        IncidentError::Changed => Ok(Mistakes::overtaken()),
        IncidentError::Mistakes(found) => {
            let mut mistakes = Mistakes::default();
            words::add(&mut mistakes, &found, locale);
            Ok(mistakes)
        }
        IncidentError::Common(error) => Err(error.into()),
    }
}

fn again(visit: &Visit, of: Option<&Incident>, typed: &Typed, mistakes: &Mistakes) -> Response {
    let page = page(visit, of, typed, mistakes);
    page.unprocessable().into_response()
}

/// The form as the incident is.
fn fill(incident: &Incident, visit: &Visit) -> Typed {
    let zone = visit.time_zone();
    let mut typed = Typed::default();
    typed.add(REVISION, incident.revision.to_string());
    typed.add_translated(TITLE, &incident.title);
    typed.add(KIND, incident.kind.as_str());
    typed.add(BEGIN, typed_date_time(incident.begins_at, zone));
    if let Some(end) = known_end(incident) {
        typed.add(END, typed_date_time(end, zone));
    }
    match &incident.affected {
        Affected::WholePortal => typed.add(AFFECTED, WHOLE_PORTAL),
        Affected::Apis(_) => {
            for api in shown(&visit.apis).filter(|api| incident.concerns(api.id)) {
                typed.add(AFFECTED, api.slug.as_str());
            }
        }
    }
    typed
}

/// The end of a maintenance as it is planned, and of anything else as it was.
fn known_end(incident: &Incident) -> Option<Timestamp> {
    match incident.kind {
        IncidentKind::Maintenance => incident.ends_at,
        IncidentKind::Interruption | IncidentKind::Degradation => incident.closed_at,
    }
}

/// The APIs that an incident can concern.
fn shown(catalogue: &Snapshot) -> impl Iterator<Item = &Arc<Api>> {
    catalogue.published()
}

/// What was typed. What is no fact is among the mistakes, and something else stands for it, so that
/// whatever else is wrong can be told as well.
fn read(visit: &Visit, typed: &Typed, mistakes: &mut Mistakes) -> IncidentFacts {
    let locale = visit.locale;
    let kind: Option<IncidentKind> = typed.get(KIND).parse().ok();
    if kind.is_none() {
        mistakes.add(KIND, t::no_kind(locale));
    }
    let begins_at = time(visit, typed, BEGIN, mistakes);
    let ends_at = typed.has(END).then(|| time(visit, typed, END, mistakes));
    IncidentFacts {
        title: typed.translated(TITLE),
        kind: kind.unwrap_or(IncidentKind::Interruption),
        affected: affected(visit, typed),
        begins_at: begins_at.unwrap_or_else(|| visit.scope.now()),
        ends_at: ends_at.flatten(),
    }
}

fn time(
    visit: &Visit,
    typed: &Typed,
    field: &'static str,
    mistakes: &mut Mistakes,
) -> Option<Timestamp> {
    let read: Result<_, FieldError> = date_time(typed.get(field), visit.time_zone());
    if read.is_err() {
        mistakes.add(field, t::time_wrong(visit.locale));
    }
    read.ok()
}

fn affected(visit: &Visit, typed: &Typed) -> Affected {
    if typed.all(AFFECTED).any(|value| value == WHOLE_PORTAL) {
        return Affected::WholePortal;
    }
    let chosen = shown(&visit.apis).filter(|api| typed.all(AFFECTED).any(|slug| slug == api.slug));
    let apis: BTreeSet<_> = chosen.map(|api| api.id).collect();
    Affected::Apis(apis)
}

/// The form cannot show an API that has ended since; the incident goes on concerning it.
fn keep_unshown(affected: &mut Affected, before: &Affected, visit: &Visit) {
    if let (Affected::Apis(affected), Affected::Apis(before)) = (affected, before) {
        let is_shown = |id: &ApiId| shown(&visit.apis).any(|api| api.id == *id);
        affected.extend(before.iter().filter(|id| !is_shown(id)));
    }
}

fn page(visit: &Visit, of: Option<&Incident>, typed: &Typed, mistakes: &Mistakes) -> Page {
    let locale = visit.locale;
    let form = FormState {
        typed,
        mistakes,
        locale,
    };
    let (title, lead) = match of {
        Some(_) => (t::correct(locale), t::correct_lead(locale)),
        None => (t::new(locale), t::new_lead(locale)),
    };
    let back = of.map_or_else(|| routes::INCIDENTS.to_owned(), address);
    Page::new(visit, title, || {
        let mut crumbs = vec![Crumb::new(routes::INCIDENTS, t::title(locale))];
        if let Some(incident) = of {
            crumbs.push(Crumb::new(
                address(incident),
                incident.title.text_for(locale),
            ));
        }
        let first = of.is_none().then(|| {
            view! { <NoteFields stages=every_stage() form=&form/> }
        });
        view! {
            <AdministrationNav visit/>
            <Breadcrumbs locale crumbs here=title/>
            <PageHead title lead=lead/>
            <form class="form form--wide" method="post" novalidate>
                <MistakeSummary mistakes current=&back locale/>
                {of.map(|_| seen(typed.number(REVISION).ok().flatten().unwrap_or_default()))}
                <FactFields visit form/>
                {first}
                <div class="actions">
                    <button class="btn">{t::publish(locale)}</button>
                    <a class="btn btn--quiet" href=back.clone()>{common::cancel(locale)}</a>
                </div>
            </form>
        }
    })
}

/// Which stages there are depends on the kind, which is yet to be chosen.
fn every_stage() -> Vec<status::IncidentStage> {
    status::IncidentStage::ALL.to_vec()
}

#[component]
fn FactFields<'a>(visit: &'a Visit, form: FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    let kinds = IncidentKind::ALL.iter().map(|kind| {
        Choice::new(kind.as_str(), kind_name(*kind, locale)).meaning(kind_means(*kind, locale))
    });
    let portal = Choice::new(WHOLE_PORTAL, t::whole_portal(locale));
    let portal = portal.meaning(t::whole_portal_means(locale));
    let apis =
        shown(&visit.apis).map(|api| Choice::new(api.slug.as_str(), api.text(locale).name.clone()));
    let affected = std::iter::once(portal).chain(apis).collect();
    let zone = t::time_hint(locale, visit.time_zone().name());
    view! {
        <p class="soft">{t::languages_hint(locale)}</p>
        <Translations field=TITLE label=t::title_in form=&form/>
        <Choices name=KIND legend=t::kind(locale) choices=kinds.collect() form=&form/>
        <Choices name=AFFECTED legend=t::affected(locale) choices=affected several=true form=&form/>
        <div class="form__pair">
            <Field name=BEGIN label=t::begin(locale) hint=zone kind=Kind::DateTime form=&form/>
            <Field name=END label=t::end(locale) hint=t::end_hint(locale) kind=Kind::DateTime form=&form/>
        </div>
    }
}
