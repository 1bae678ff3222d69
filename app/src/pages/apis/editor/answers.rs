//! What the answers of an API mean.

use domain::catalogue::{AnswerContent, ApiContent, Problem, Section};
use leptos::prelude::*;
use locales::{Locale, api_editor as e, api_problems as p};

use super::{
    field::{Field, FormState, Kind},
    rows::{self, Row, Translations},
    section::{Address, Draft, SectionForm, Words},
    typed::{Typed, in_row},
};

const STATUS: &str = "status";
const CODE: &str = "codigo";
const MEANING: &str = "significado";
const REMEDY: &str = "remedio";

#[derive(Clone, Copy)]
pub(super) struct Answers;

impl SectionForm for Answers {
    fn at(_: &Address) -> Option<Self> {
        Some(Self)
    }

    fn section(self) -> Section {
        Section::Answers
    }

    fn fill(self, content: &ApiContent, typed: &mut Typed) {
        for (row, answer) in content.answers.iter().enumerate() {
            typed.add(in_row(STATUS, row), answer.status.to_string());
            typed.add(in_row(CODE, row), &answer.code);
            typed.add_translated(&in_row(MEANING, row), &answer.meaning);
            typed.add_translated(&in_row(REMEDY, row), &answer.remedy);
        }
    }

    fn read(self, typed: &Typed, content: &mut ApiContent, words: &mut Words) {
        for row in 0..typed.rows(STATUS) {
            let status = in_row(STATUS, row);
            let mut answer = AnswerContent {
                status: 0,
                code: typed.line(&in_row(CODE, row)),
                meaning: typed.texts(&in_row(MEANING, row)),
                remedy: typed.texts(&in_row(REMEDY, row)),
            };
            let is_blank = answer == AnswerContent::default() && typed.line(&status).is_empty();
            if !rows::stays(typed, row, is_blank) {
                continue;
            }
            let Ok(Some(number)) = typed.number(&status) else {
                let text = p::wrong_number(words.locale, e::answer_status(words.locale));
                words.mistakes.add(status, text);
                continue;
            };
            answer.status = number;
            content.answers.push(answer);
        }
    }

    fn field(self, problem: &Problem, typed: &Typed) -> String {
        let mut all = 0..typed.rows(STATUS);
        let row = match problem {
            Problem::Status(wrong) => {
                all.find(|row| typed.line(&in_row(STATUS, *row)) == wrong.to_string())
            }
            // The later of the two.
            Problem::TwiceAnswered { status, code } => all.rev().find(|row| {
                let same_status = typed.line(&in_row(STATUS, *row)) == status.to_string();
                same_status && typed.line(&in_row(CODE, *row)) == *code
            }),
            _ => None,
        };
        in_row(STATUS, row.unwrap_or_default())
    }

    fn draw(self, draft: &Draft) -> AnyView {
        let rows = 0..rows::count(draft.typed, STATUS);
        let rows = rows.map(|row| view! { <AnswerRow row form=draft.form()/> });
        rows.collect_view().into_any()
    }

    fn buttons(self, locale: Locale) -> AnyView {
        rows::another(e::another_answer(locale))
    }
}

#[component]
fn AnswerRow<'a>(row: usize, form: FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    let (meaning, remedy) = (in_row(MEANING, row), in_row(REMEDY, row));
    let content = view! {
        <div class="form__pair">
            <Field name=in_row(STATUS, row) label=e::answer_status(locale) kind=Kind::Number form=&form/>
            <Field name=in_row(CODE, row) label=e::answer_code(locale) kind=Kind::Code form=&form/>
        </div>
        <Translations field=&meaning label=e::answer_meaning kind=Kind::Paragraph form=&form/>
        <Translations field=&remedy label=e::answer_remedy kind=Kind::Paragraph form=&form/>
    };
    view! { <Row title=e::answer_number(locale, row + 1) row form=&form content/> }
}
