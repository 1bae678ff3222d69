//! The same as Markdown.

use std::fmt::Write;

use axum::response::Response;
use domain::{
    dates,
    status::{Incident, Phase},
};
use locales::status as t;

use super::{affected, report::Report, summary};
use crate::{
    components::{component_state_name, incident_times, kind_name, stage_name},
    web::{Plain, Visit},
};

pub(super) async fn show(visit: Visit) -> Response {
    let report = Report::of(&visit).await;
    answer(&report, &visit)
}

pub(super) fn answer(report: &Report, visit: &Visit) -> Response {
    Plain::markdown(text(report, visit)).as_of_now()
}

fn text(report: &Report, visit: &Visit) -> String {
    let locale = visit.locale;
    let components = report.components(locale);
    let worst = components.iter().map(|it| it.state).max();
    let mut md = format!("# {}\n\n> {}\n\n", t::title(locale), t::lead(locale));
    let _ = writeln!(md, "**{}**\n", summary(worst.unwrap_or_default(), locale));
    for it in components {
        let state = component_state_name(it.state, locale);
        let _ = writeln!(md, "- {}: {state}", it.name);
    }
    let history = report.history(visit.time_zone());
    let over = history.into_iter().flat_map(|(_, incidents)| incidents);
    write(
        &mut md,
        t::open(locale),
        report.in_phase(Phase::Open),
        report,
        visit,
    );
    write(
        &mut md,
        t::planned(locale),
        report.in_phase(Phase::Planned),
        report,
        visit,
    );
    write(&mut md, t::history(locale), over, report, visit);
    md
}

fn write<'a>(
    md: &mut String,
    title: &str,
    incidents: impl Iterator<Item = &'a Incident>,
    report: &Report,
    visit: &Visit,
) {
    let locale = visit.locale;
    let mut incidents = incidents.peekable();
    if incidents.peek().is_none() {
        return;
    }
    let _ = writeln!(md, "\n## {title}");
    for incident in incidents {
        let kind = kind_name(incident.kind, locale);
        let _ = writeln!(md, "\n### {kind}: {}\n", incident.title.text_for(locale));
        let times = incident_times(incident, visit);
        let affected = affected(incident, report, locale);
        let _ = writeln!(md, "{times} · {}: {affected}", t::affects(locale));
        for note in incident.notes.iter().rev() {
            let stage = stage_name(note.stage, locale);
            let time = dates::date_time(note.written_at, visit.time_zone(), locale);
            let text = note.text.text_for(locale);
            let _ = writeln!(md, "\n**{stage}** ({time})\n\n{text}");
        }
    }
}
