//! What an incident must have.

use locales::Locale;

use super::{Affected, IncidentFacts, IncidentKind, IncidentStage, NewNote};
use crate::{clock::Timestamp, translated::Translated};

/// Characters in each language.
pub const MAX_TITLE: usize = 120;
pub const MAX_TEXT: usize = 2000;

/// What is wrong with what is told of an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncidentMistake {
    /// It has no title in the portal's default language.
    NoTitle,
    LongTitle(Locale),
    /// The note has no text in the portal's default language.
    NoText,
    LongText(Locale),
    /// It concerns nothing.
    NoApi,
    /// What was not announced is told of before it begins.
    BeginsLater,
    /// A maintenance without an end.
    NoEnd,
    EndsBeforeBegin,
    /// What is over ended by now.
    EndsLater,
    /// What is still open has no end, unless it is a maintenance.
    EndOfOpen,
    /// A maintenance that has not begun is not completed; it is called off.
    NotBegun,
    /// The note is of a stage that incidents of this kind do not have.
    Stage,
    /// A maintenance becomes something else, or the other way round.
    Kind,
}

pub(super) fn facts(facts: &IncidentFacts, now: Timestamp) -> Vec<IncidentMistake> {
    use IncidentMistake::{
        BeginsLater, EndsBeforeBegin, EndsLater, LongTitle, NoApi, NoEnd, NoTitle,
    };
    let is_maintenance = facts.kind == IncidentKind::Maintenance;
    let concerns_nothing = matches!(&facts.affected, Affected::Apis(apis) if apis.is_empty());
    let times = match facts.ends_at {
        _ if !is_maintenance && facts.begins_at > now => Some(BeginsLater),
        Some(end) if !is_maintenance && end > now => Some(EndsLater),
        Some(end) if !is_maintenance => (end < facts.begins_at).then_some(EndsBeforeBegin),
        None if !is_maintenance => None,
        None => Some(NoEnd),
        Some(end) => (end <= facts.begins_at).then_some(EndsBeforeBegin),
    };
    let title = text(&facts.title, MAX_TITLE, NoTitle, LongTitle);
    let rest = [concerns_nothing.then_some(NoApi), times];
    title
        .into_iter()
        .chain(rest.into_iter().flatten())
        .collect()
}

/// What is wrong with a note of an incident of this kind, which began or begins then.
pub(super) fn note(
    note: &NewNote,
    kind: IncidentKind,
    begins_at: Timestamp,
    now: Timestamp,
) -> Vec<IncidentMistake> {
    let stage = if !kind.stages().contains(&note.stage) {
        Some(IncidentMistake::Stage)
    } else if note.stage == IncidentStage::Completed && begins_at > now {
        Some(IncidentMistake::NotBegun)
    } else {
        None
    };
    note_text(&note.text).into_iter().chain(stage).collect()
}

/// Whether an end was told of what goes on, and whose end nobody planned.
pub(super) fn end_of_open(facts: &IncidentFacts, is_closed: bool) -> Option<IncidentMistake> {
    let has_end = facts.kind != IncidentKind::Maintenance && facts.ends_at.is_some();
    (has_end && !is_closed).then_some(IncidentMistake::EndOfOpen)
}

pub(super) fn note_text(note: &Translated) -> Vec<IncidentMistake> {
    use IncidentMistake::{LongText, NoText};
    text(note, MAX_TEXT, NoText, LongText)
}

fn text(
    text: &Translated,
    max: usize,
    missing: IncidentMistake,
    long: fn(Locale) -> IncidentMistake,
) -> Vec<IncidentMistake> {
    let is_missing = text.get(Locale::default()).is_none();
    let too_long = text.texts().filter(|(_, text)| text.chars().count() > max);
    let too_long = too_long.map(|(locale, _)| long(locale));
    let missing = is_missing.then_some(missing);
    missing.into_iter().chain(too_long).collect()
}
