//! What an API asks of a request for it.

use std::collections::BTreeSet;

use domain::{
    catalogue::{ApiContent, Problem, Question, QuestionKind, RequestForm, Section},
    translated::Translated,
};
use leptos::prelude::*;
use locales::{Locale, api_access as t};
use values::tidy;

use super::{
    field::{FormState, Kind, Tick},
    rows::{self, Row, Translations},
    section::{Address, Draft, SectionForm, Words},
    typed::{Typed, in_language, in_row},
};

const PURPOSE: &str = "finalidade";
const PERSONAL_DATA: &str = "dados-pessoais";
const LABEL: &str = "pergunta";
const ID: &str = "nome";
const KIND: &str = "tipo";
const REQUIRED: &str = "obrigatoria";
const HINT: &str = "ajuda";
const CHOICES: &str = "opcoes";

#[derive(Clone, Copy)]
pub(super) struct Questions;

impl SectionForm for Questions {
    fn at(_: &Address) -> Option<Self> {
        Some(Self)
    }

    fn section(self) -> Section {
        Section::RequestForm
    }

    fn fill(self, content: &ApiContent, typed: &mut Typed) {
        let form = &content.request_form;
        let tick = |is_ticked: bool| if is_ticked { "1" } else { "" };
        typed.add(PURPOSE, tick(form.purpose));
        typed.add(PERSONAL_DATA, tick(form.personal_data));
        for (row, question) in form.questions.iter().enumerate() {
            typed.add(in_row(ID, row), &question.id);
            typed.add(in_row(KIND, row), question.kind.as_str());
            typed.add(in_row(REQUIRED, row), tick(question.required));
            typed.add_translated(&in_row(LABEL, row), &question.label);
            typed.add_translated(&in_row(HINT, row), &question.hint);
            for locale in Locale::ALL {
                let choices = question.choices.iter();
                let lines: Vec<_> = choices
                    .map(|choice| choice.get(locale).unwrap_or_default())
                    .collect();
                typed.add(in_language(&in_row(CHOICES, row), locale), lines.join("\n"));
            }
        }
    }

    fn read(self, typed: &Typed, content: &mut ApiContent, _: &mut Words) {
        let questions = ids(typed).into_iter();
        let questions = questions.map(|(row, id)| question(typed, row, id));
        content.request_form = RequestForm {
            purpose: typed.has(PURPOSE),
            personal_data: typed.has(PERSONAL_DATA),
            questions: questions.collect(),
        };
    }

    fn field(self, problem: &Problem, typed: &Typed) -> String {
        let default = Locale::default();
        let (field, id) = match problem {
            Problem::QuestionChoices(id) => (CHOICES, id.as_str()),
            Problem::QuestionId(id) | Problem::QuestionLabel(id) => (LABEL, id.as_str()),
            _ => (LABEL, ""),
        };
        let rows = ids(typed);
        let row = rows.iter().find(|(_, it)| it == id);
        let row = row.map_or(0, |(row, _)| *row);
        in_language(&in_row(field, row), default)
    }

    fn draw(self, draft: &Draft) -> AnyView {
        let (form, locale) = (draft.form(), draft.locale());
        let rows = 0..count(draft.typed);
        let rows = rows.map(|row| view! { <QuestionRow row form=draft.form()/> });
        view! {
            <Tick name=PURPOSE label=t::asks_purpose(locale) hint=t::asks_purpose_hint(locale) form=&form/>
            <Tick
                name=PERSONAL_DATA label=t::personal_data(locale) hint=t::personal_data_hint(locale)
                form=&form
            />
            {rows.collect_view()}
        }
        .into_any()
    }

    fn buttons(self, locale: Locale) -> AnyView {
        rows::another(t::another_question(locale))
    }
}

/// The rows that were written and stay, with the names of their questions: a new one is named after
/// its words.
fn ids(typed: &Typed) -> Vec<(usize, String)> {
    let rows = (0..typed.rows(KIND)).filter(|row| !is_blank(typed, *row));
    let rows: Vec<_> = rows.filter(|row| rows::stays(typed, *row, false)).collect();
    let sent = |row: &usize| typed.line(&in_row(ID, *row));
    let mut taken: BTreeSet<String> = rows.iter().map(sent).collect();
    let named = rows.into_iter().map(|row| {
        let mut id = sent(&row);
        if id.is_empty() {
            let label = typed.line(&in_language(&in_row(LABEL, row), Locale::default()));
            id = Question::new_id(&label, &taken);
            taken.insert(id.clone());
        }
        (row, id)
    });
    named.collect()
}

fn is_blank(typed: &Typed, row: usize) -> bool {
    [LABEL, HINT, CHOICES]
        .into_iter()
        .all(|field| typed.texts(&in_row(field, row)).is_empty())
}

fn question(typed: &Typed, row: usize, id: String) -> Question {
    let kind = typed.get(&in_row(KIND, row)).parse();
    let kind = kind.unwrap_or(QuestionKind::Text);
    let has_choices = kind == QuestionKind::Choice;
    Question {
        id,
        kind,
        required: typed.has(&in_row(REQUIRED, row)),
        label: typed.translated(&in_row(LABEL, row)),
        hint: typed.translated(&in_row(HINT, row)),
        choices: if has_choices {
            choices(typed, row)
        } else {
            vec![]
        },
    }
}

/// The first lines of all languages are one choice, and so on.
fn choices(typed: &Typed, row: usize) -> Vec<Translated> {
    let mut choices: Vec<Translated> = vec![];
    for locale in Locale::ALL {
        let text = typed.text(&in_language(&in_row(CHOICES, row), locale));
        let lines = text.trim_end().lines().map(tidy::line);
        for (place, line) in lines.enumerate() {
            if choices.len() <= place {
                choices.resize(place + 1, Translated::default());
            }
            choices[place].set(locale, line);
        }
    }
    choices
}

/// With an empty row at the end.
fn count(typed: &Typed) -> usize {
    let sent = typed.rows(KIND);
    let ends_blank = sent > 0 && is_blank(typed, sent - 1);
    sent + usize::from(!ends_blank)
}

#[component]
fn QuestionRow<'a>(row: usize, form: FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    let (label, hint, choices) = (in_row(LABEL, row), in_row(HINT, row), in_row(CHOICES, row));
    let id = form.typed.get(&in_row(ID, row)).to_owned();
    let content = view! {
        <input type="hidden" name=in_row(ID, row) value=id/>
        <Translations field=&label label=t::label form=&form/>
        <KindField row form=&form/>
        <p class="field__hint">{t::choices_hint(locale)}</p>
        <Translations field=&choices label=t::choices kind=Kind::Lines form=&form/>
        <Translations field=&hint label=t::hint form=&form/>
        <Tick name=in_row(REQUIRED, row) label=t::required(locale) form=&form/>
    };
    view! { <Row title=t::question_number(locale, row + 1) row form=&form content/> }
}

#[component]
fn KindField<'a>(row: usize, form: &'a FormState<'a>) -> impl IntoView + use<> {
    let locale = form.locale;
    let name = in_row(KIND, row);
    let chosen = form.typed.get(&name);
    let options = QuestionKind::ALL.iter().map(|kind| {
        let words = match kind {
            QuestionKind::Text => t::kind_text(locale),
            QuestionKind::Choice => t::kind_choice(locale),
            QuestionKind::Number => t::kind_number(locale),
            QuestionKind::Date => t::kind_date(locale),
        };
        view! { <option value=kind.as_str() selected=kind.as_str() == chosen>{words}</option> }
    });
    let options = options.collect_view();
    let id = name.clone();
    view! {
        <div class="field">
            <label for=id.clone()>{t::kind(locale)}</label>
            <select id=id name=name>{options}</select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sent: &str) -> RequestForm {
        let typed: Typed = serde_urlencoded::from_str(sent).unwrap();
        let mut content = ApiContent::default();
        let mut words = Words {
            mistakes: super::super::Mistakes::default(),
            locale: Locale::En,
        };
        Questions.read(&typed, &mut content, &mut words);
        content.request_form
    }

    #[test]
    fn a_new_question_is_named_after_its_words_and_an_old_one_keeps_its_name() {
        let form = read(
            "tipo.0=number&nome.0=volume&pergunta.0.pt-BR=Quantas+chamadas%3F\
             &tipo.1=text&pergunta.1.pt-BR=Volume&tipo.2=text&pergunta.2.pt-BR=Onde+%C3%A9+usada%3F\
             &tipo.3=text&pergunta.3.pt-BR=%3F&tipo.4=text",
        );
        let ids: Vec<_> = form.questions.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["volume", "volume-2", "onde-e-usada", "pergunta"]);
    }

    #[test]
    fn choices_are_lines_in_each_language() {
        let form = read(
            "tipo.0=choice&pergunta.0.pt-BR=Onde%3F&opcoes.0.pt-BR=Na+loja%0D%0ANo+site%0D%0A\
             &opcoes.0.en=In+the+shop",
        );
        let choices = &form.questions[0].choices;
        assert_eq!(choices.len(), 2);
        assert_eq!(choices[0].get(Locale::En), Some("In the shop"));
        assert_eq!(choices[1].text_for(Locale::En), "No site");
    }

    #[test]
    fn a_row_can_be_taken_away() {
        let form = read("tipo.0=text&pergunta.0.pt-BR=Onde%3F&remover.0=1");
        assert!(form.questions.is_empty());
    }
}
