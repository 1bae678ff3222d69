//! Administration: incidents are told of, noted, corrected and closed.

use std::time::Duration;

use axum::http::StatusCode;
use domain::{Role, audit::Action};
use locales::{
    Locale::{En, PtBr},
    api_draft as d, incidents as t, languages, status as s,
};

use crate::harness::{Answer, TestApp, Visitor};

const LIST: &str = "/administracao/incidentes";
const NEW: &str = "/administracao/incidentes/novo";
const STATUS: &str = "/situacao";
const DORA: &str = "dora@balcao.example";

/// Twelve o'clock in Greenwich, when tests begin, is nine where the portal is.
pub const OUTAGE: [(&str, &str); 7] = [
    ("titulo.pt-BR", "SMV fora do ar"),
    ("titulo.en", "SMV is down"),
    ("tipo", "interruption"),
    ("afeta", "smv"),
    ("inicio", "2026-09-07T09:00"),
    ("etapa", "investigating"),
    ("nota.pt-BR", "Estamos vendo.\n\nVoltamos logo."),
];

/// A portal with APIs, and Dora, who administers it.
pub async fn with_dora() -> (TestApp, Visitor) {
    let app = TestApp::start_with_catalogue().await;
    let dora = app.signed_in(DORA, &[Role::Administrator]).await;
    (app, dora)
}

/// Tells of an incident; the address where it is looked after.
pub async fn opens(app: &TestApp, dora: &Visitor, fields: &[(&str, &str)]) -> String {
    let answer = dora.post(NEW, fields).await;
    app.works().await;
    answer.location().to_owned()
}

/// Adds a note, having just seen the page.
pub async fn notes(
    app: &TestApp,
    dora: &Visitor,
    incident: &str,
    stage: &str,
    text: &str,
) -> Answer {
    let revision = dora.get(incident).await.value_of("revisao");
    let fields = [
        ("revisao", revision.as_str()),
        ("etapa", stage),
        ("nota.pt-BR", text),
    ];
    let answer = dora.post(incident, &fields).await;
    app.works().await;
    answer
}

#[tokio::test]
async fn an_incident_is_told_noted_and_closed() {
    let (app, dora) = with_dora().await;
    let list = dora.get(LIST).await;
    assert_eq!(list.heading(), t::title(PtBr));
    let form = dora.get(NEW).await;
    assert_eq!(form.value_of("inicio"), "2026-09-07T09:00");
    let incident = opens(&app, &dora, &OUTAGE).await;
    let page = dora.get(&incident).await;
    assert_eq!(page.flash(), t::opened(PtBr));
    assert_eq!(page.heading(), "SMV fora do ar");
    assert_eq!(page.texts("main .stamp"), [s::interruption(PtBr)]);
    assert_eq!(page.texts(".timeline strong"), [s::investigating(PtBr)]);
    let links = dora.get(LIST).await.attributes("tbody a", "href");
    assert_eq!(links, [incident.as_str()]);

    app.clock.advance(Duration::from_mins(10));
    let answer = notes(&app, &dora, &incident, "identified", "Achamos a causa.").await;
    assert_eq!(answer.location(), incident);
    assert_eq!(dora.get(&incident).await.flash(), t::noted(PtBr));
    app.clock.advance(Duration::from_mins(10));
    notes(&app, &dora, &incident, "resolved", "Passou.")
        .await
        .location();
    let page = dora.get(&incident).await;
    assert_eq!(page.flash(), t::closed_now(PtBr));
    let stages = [s::resolved, s::identified, s::investigating].map(|stage| stage(PtBr));
    assert_eq!(page.texts(".timeline strong"), stages);
    assert!(page.text(".facts").contains("9h20"));
    for (action, times) in [
        (Action::IncidentOpened, 1),
        (Action::IncidentNoted, 2),
        (Action::IncidentClosed, 1),
    ] {
        let trail = app.trail(action).await;
        assert_eq!(trail.len(), times, "{action}");
        assert_eq!(trail[0].actor.as_deref(), Some(DORA));
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
    let (app, dora) = with_dora().await;
    let long = "x".repeat(121);
    let fields = [
        ("titulo.pt-BR", ""),
        ("titulo.es", long.as_str()),
        ("tipo", "interruption"),
        ("inicio", "2026-09-07T09:01"),
        ("etapa", "scheduled"),
        ("nota.pt-BR", " "),
        ("nota.en", "We are on it."),
    ];
    let page = dora.post(NEW, &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    let spanish = languages::name(locales::Locale::Es, PtBr);
    for (field, words) in [
        ("titulo.pt-BR", t::no_title(PtBr).to_owned()),
        ("titulo.es", t::long_title(PtBr, spanish, 120)),
        ("afeta", t::no_api(PtBr).to_owned()),
        ("inicio", t::begins_later(PtBr).to_owned()),
        ("etapa", t::wrong_stage(PtBr).to_owned()),
        ("nota.pt-BR", t::no_text(PtBr).to_owned()),
    ] {
        assert_eq!(page.error_of(field), words, "{field}");
    }
    assert_eq!(page.value_of("titulo.es"), long);
    assert_eq!(page.value_of("nota.en"), "We are on it.");
    assert_eq!(page.value_of("inicio"), "2026-09-07T09:01");
    let checked = page.attributes("input[checked]", "value");
    assert_eq!(checked, ["interruption"]);

    let page = dora.post(NEW, &[("inicio", "hoje")]).await;
    assert_eq!(page.error_of("tipo"), t::no_kind(PtBr));
    assert_eq!(page.error_of("titulo.pt-BR"), t::no_title(PtBr));
    assert_eq!(page.error_of("inicio"), t::time_wrong(PtBr));
    assert_eq!(page.value_of("inicio"), "hoje");
    let page = dora
        .post(
            NEW,
            &[("inicio", "2026-09-08 09:00"), ("tipo", "maintenance")],
        )
        .await;
    assert_eq!(page.error_of("fim"), t::no_end(PtBr));
    assert_eq!(app.trail(Action::IncidentOpened).await.len(), 0);
}

#[tokio::test]
async fn whoever_comes_second_is_told_and_keeps_what_they_typed() {
    let (app, dora) = with_dora().await;
    let incident = opens(&app, &dora, &OUTAGE).await;
    let seen = dora.get(&incident).await.value_of("revisao");
    notes(&app, &dora, &incident, "monitoring", "Voltou; observamos.")
        .await
        .location();
    let late = [
        ("revisao", seen.as_str()),
        ("etapa", "resolved"),
        ("nota.pt-BR", "Passou."),
    ];
    let page = dora.post(&incident, &late).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".error-summary").contains(d::changed_title(PtBr)));
    assert_eq!(page.value_of("nota.pt-BR"), "Passou.");
    let facts = format!("{incident}/dados");
    let mut fields = OUTAGE.to_vec();
    fields.push(("revisao", &seen));
    let page = dora.post(&facts, &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text(".error-summary").contains(d::changed_title(PtBr)));
    assert_eq!(app.trail(Action::IncidentClosed).await.len(), 0);
    // What is sent once more counts.
    let again = page.value_of("revisao");
    fields.retain(|(name, _)| *name != "revisao");
    fields.push(("revisao", &again));
    assert_eq!(dora.post(&facts, &fields).await.location(), incident);
}

#[tokio::test]
async fn notes_and_facts_are_corrected() {
    let (app, dora) = with_dora().await;
    let incident = opens(&app, &dora, &OUTAGE).await;
    let note = format!("{incident}/notas/1");
    let form = dora.get(&note).await;
    assert_eq!(form.value_of("nota.pt-BR"), "Estamos vendo. Voltamos logo.");
    let revision = form.value_of("revisao");
    let wrong = [("revisao", revision.as_str()), ("nota.pt-BR", "")];
    let page = dora.post(&note, &wrong).await;
    assert_eq!(page.error_of("nota.pt-BR"), t::no_text(PtBr));
    let right = [
        ("revisao", revision.as_str()),
        ("nota.pt-BR", "Investigamos."),
    ];
    assert_eq!(dora.post(&note, &right).await.location(), incident);
    let page = dora.get(&incident).await;
    assert_eq!(page.flash(), t::corrected(PtBr));
    assert!(page.text(".timeline").contains("Investigamos."));

    let facts = format!("{incident}/dados");
    let form = dora.get(&facts).await;
    assert_eq!(form.value_of("titulo.en"), "SMV is down");
    assert_eq!(
        form.attributes("input[checked]", "value"),
        ["interruption", "smv"]
    );
    let revision = form.value_of("revisao");
    let fields = [
        ("revisao", revision.as_str()),
        ("titulo.pt-BR", "SMV lento"),
        ("tipo", "degradation"),
        ("afeta", "smv"),
        ("afeta", "crm-na-nuvem"),
        ("inicio", "2026-09-07T08:30"),
    ];
    assert_eq!(dora.post(&facts, &fields).await.location(), incident);
    let page = dora.get(&incident).await;
    assert_eq!(page.heading(), "SMV lento");
    assert!(page.text(".facts").contains("8h30"));
    assert_eq!(app.trail(Action::IncidentNoteCorrected).await.len(), 1);
    assert_eq!(app.trail(Action::IncidentCorrected).await.len(), 1);
    for missing in [format!("{incident}/notas/9"), format!("{LIST}/nada")] {
        dora.get(&missing).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_title_that_is_not_translated_is_marked_as_portuguese() {
    let (app, dora) = with_dora().await;
    opens(&app, &dora, &OUTAGE).await;
    let reader = app.visitor();
    reader.plant_cookie("balcao-idioma", "en");
    let page = reader.get(STATUS).await;
    assert_eq!(page.text(".incident h3"), "SMV is down");
    assert_eq!(page.attributes(".incident h3", "lang"), [""; 0]);
    let texts = page.attributes(".timeline div", "lang");
    assert_eq!(texts, ["pt-BR"]);
    assert_eq!(page.texts(".timeline strong"), [s::investigating(En)]);
}
