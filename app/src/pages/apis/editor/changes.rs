//! What changed with each version of an API.

use domain::catalogue::{ApiContent, ChangeNote, Problem, Section};
use leptos::prelude::*;
use locales::{Locale, api_editor as e, api_problems as p, apis as t};

use super::{
    field::{Field, FormState, Kind},
    rows::{self, Row, Translations},
    section::{Address, Draft, SectionForm, Words},
    typed::{Typed, in_row},
};
use crate::forms::day;

const VERSION: &str = "versao";
const DATE: &str = "data";
const TEXT: &str = "texto";

#[derive(Clone, Copy)]
pub(super) struct Changes;

impl SectionForm for Changes {
    fn at(_: &Address) -> Option<Self> {
        Some(Self)
    }

    fn section(self) -> Section {
        Section::Changes
    }

    fn fill(self, content: &ApiContent, typed: &mut Typed) {
        for (row, change) in content.changes.iter().enumerate() {
            typed.add(in_row(VERSION, row), &change.version);
            typed.add(in_row(DATE, row), change.date.to_string());
            typed.add_translated(&in_row(TEXT, row), &change.text);
        }
    }

    fn read(self, typed: &Typed, content: &mut ApiContent, words: &mut Words) {
        for row in 0..typed.rows(VERSION) {
            let date = in_row(DATE, row);
            let version = typed.line(&in_row(VERSION, row));
            let text = typed.texts(&in_row(TEXT, row));
            let is_blank = version.is_empty() && text.is_empty() && typed.line(&date).is_empty();
            if !rows::stays(typed, row, is_blank) {
                continue;
            }
            let read = day(typed.get(&date));
            if read.is_err() {
                let text = p::wrong_date(words.locale, e::change_date(words.locale));
                words.mistakes.add(date, text);
            }
            content.changes.push(ChangeNote {
                version,
                date: read.unwrap_or_default(),
                text,
            });
        }
        content
            .changes
            .sort_by_key(|change| std::cmp::Reverse(change.date));
    }

    fn field(self, _: &Problem, _: &Typed) -> String {
        in_row(VERSION, 0)
    }

    fn draw(self, draft: &Draft) -> AnyView {
        let rows = 0..rows::count(draft.typed, VERSION);
        let rows = rows.map(|row| view! { <ChangeRow row form=draft.form()/> });
        rows.collect_view().into_any()
    }

    fn buttons(self, locale: Locale) -> AnyView {
        rows::another(e::another_change(locale))
    }
}

#[component]
fn ChangeRow<'a>(row: usize, form: FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    let text = in_row(TEXT, row);
    let content = view! {
        <div class="form__pair">
            <Field name=in_row(VERSION, row) label=t::version(locale) kind=Kind::Code form=&form/>
            <Field name=in_row(DATE, row) label=e::change_date(locale) kind=Kind::Date form=&form/>
        </div>
        <Translations field=&text label=e::change_text kind=Kind::Paragraph form=&form/>
    };
    view! { <Row title=e::change_number(locale, row + 1) row form=&form content/> }
}
