//! What is wrong with what was typed, beside its field.

use domain::status::{IncidentMistake, MAX_TEXT, MAX_TITLE};
use locales::{Locale, incidents as t, languages, number};

use crate::forms::rows::{Mistakes, in_language};

/// The fields.
pub(super) const TITLE: &str = "titulo";
pub(super) const KIND: &str = "tipo";
pub(super) const AFFECTED: &str = "afeta";
pub(super) const BEGIN: &str = "inicio";
pub(super) const END: &str = "fim";
pub(super) const STAGE: &str = "etapa";
pub(super) const TEXT: &str = "nota";

/// Adds what is wrong with fields of which nothing is said yet.
pub(super) fn add(mistakes: &mut Mistakes, found: &[IncidentMistake], locale: Locale) {
    for mistake in found {
        let field = field(*mistake);
        if mistakes.of(&field).is_none() {
            mistakes.add(field, words(*mistake, locale));
        }
    }
}

fn field(mistake: IncidentMistake) -> String {
    use IncidentMistake::{
        BeginsLater, EndOfOpen, EndsBeforeBegin, EndsLater, Kind, LongText, LongTitle, NoApi,
        NoEnd, NoText, NoTitle, NotBegun, Stage,
    };
    match mistake {
        NoTitle => in_language(TITLE, Locale::default()),
        LongTitle(language) => in_language(TITLE, language),
        NoText => in_language(TEXT, Locale::default()),
        LongText(language) => in_language(TEXT, language),
        NoApi => AFFECTED.to_owned(),
        BeginsLater => BEGIN.to_owned(),
        NoEnd | EndsBeforeBegin | EndsLater | EndOfOpen => END.to_owned(),
        Stage | NotBegun => STAGE.to_owned(),
        Kind => KIND.to_owned(),
    }
}

fn words(mistake: IncidentMistake, locale: Locale) -> String {
    use IncidentMistake::{
        BeginsLater, EndOfOpen, EndsBeforeBegin, EndsLater, Kind, LongText, LongTitle, NoApi,
        NoEnd, NoText, NoTitle, NotBegun, Stage,
    };
    let name = |language| languages::name(language, locale);
    let most = |max: usize| number::count(max as u64, locale);
    match mistake {
        NoTitle => t::no_title(locale).to_owned(),
        LongTitle(language) => t::long_title(locale, name(language), most(MAX_TITLE)),
        NoText => t::no_text(locale).to_owned(),
        LongText(language) => t::long_text(locale, name(language), most(MAX_TEXT)),
        NoApi => t::no_api(locale).to_owned(),
        BeginsLater => t::begins_later(locale).to_owned(),
        NoEnd => t::no_end(locale).to_owned(),
        EndsBeforeBegin => t::ends_before(locale).to_owned(),
        EndsLater => t::ends_later(locale).to_owned(),
        EndOfOpen => t::end_of_open(locale).to_owned(),
        NotBegun => t::not_begun(locale).to_owned(),
        Stage => t::wrong_stage(locale).to_owned(),
        Kind => t::wrong_kind(locale).to_owned(),
    }
}
