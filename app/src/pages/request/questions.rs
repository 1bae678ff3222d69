//! What an API asks of a request for it, as fields beside those that every request has.

use std::collections::BTreeMap;

use domain::{
    catalogue::{Question, QuestionKind, RequestForm},
    requests::{AnswerValue, GivenAnswer, LegalBasis, RequestAnswers},
    translated::Translated,
};
use leptos::prelude::*;
use locales::{Locale, request_answers as t};
use values::{Answer, Description};

use crate::{
    components::legal_basis,
    forms::{Errors, FieldError, FieldKind, FieldLabel, SelectField, SelectOption, TextField, day},
};

const PURPOSE: &str = "finalidade";
const LEGAL_BASIS: &str = "base-legal";

/// What was typed, by the names of the fields.
pub(super) type Typed = BTreeMap<String, String>;

fn field_of(question: &Question) -> String {
    format!("pergunta.{}", question.id)
}

/// The same choice in any language, without the blanks that a file may have around it.
fn value_of(choice: &Translated) -> &str {
    choice.text_for(Locale::default()).trim()
}

/// The fields as they were answered before.
pub(super) fn filled(form: &RequestForm, answers: &RequestAnswers) -> Typed {
    let mut typed = Typed::new();
    let basis = answers.legal_basis.map(LegalBasis::as_str);
    typed.insert(
        PURPOSE.to_owned(),
        answers.purpose.clone().unwrap_or_default(),
    );
    typed.insert(LEGAL_BASIS.to_owned(), basis.unwrap_or_default().to_owned());
    for question in &form.questions {
        let value = match answers.to(&question.id) {
            None => String::new(),
            Some(AnswerValue::Text(text)) => text.clone(),
            Some(AnswerValue::Choice(chosen)) => value_of(chosen).to_owned(),
            Some(AnswerValue::Number(number)) => number.to_string(),
            Some(AnswerValue::Date(day)) => day.to_string(),
        };
        typed.insert(field_of(question), value);
    }
    typed
}

/// What was answered; what is wrong with it goes to `errors`.
pub(super) fn read(form: &RequestForm, typed: &Typed, errors: &mut Errors) -> RequestAnswers {
    let mut answers = RequestAnswers::default();
    if form.purpose {
        let purpose = errors.check(PURPOSE, Description::parse(text(typed, PURPOSE)));
        answers.purpose = purpose.map(|it| it.to_string());
    }
    if form.personal_data {
        let basis = text(typed, LEGAL_BASIS).parse();
        let basis = basis.map_err(|_| FieldError::Choose);
        answers.legal_basis = errors.check(LEGAL_BASIS, basis);
    }
    for question in &form.questions {
        let field = field_of(question);
        let sent = text(typed, &field).trim();
        if sent.is_empty() && !question.required {
            continue;
        }
        if let Some(value) = errors.check(field, value(question, sent)) {
            answers.given.push(GivenAnswer {
                question: question.id.clone(),
                label: question.label.clone(),
                value,
            });
        }
    }
    answers
}

fn text<'a>(typed: &'a Typed, field: &str) -> &'a str {
    typed.get(field).map(String::as_str).unwrap_or_default()
}

fn value(question: &Question, sent: &str) -> Result<AnswerValue, FieldError> {
    match question.kind {
        QuestionKind::Text => {
            let answer = Answer::parse(sent)?;
            Ok(AnswerValue::Text(answer.to_string()))
        }
        QuestionKind::Choice => {
            let chosen = question.choices.iter().find(|it| value_of(it) == sent);
            let chosen = chosen.cloned().map(AnswerValue::Choice);
            chosen.ok_or(FieldError::Choose)
        }
        QuestionKind::Number if sent.is_empty() => Err(FieldError::Required),
        QuestionKind::Number => {
            let number = sent.parse().map(AnswerValue::Number);
            number.map_err(|_| FieldError::Number)
        }
        QuestionKind::Date => day(sent).map(AnswerValue::Date),
    }
}

/// What the fields are called, in their order.
pub(super) fn labels(form: &RequestForm, locale: Locale) -> Vec<FieldLabel> {
    let fixed = [
        FieldLabel::new(PURPOSE, t::purpose(locale)),
        FieldLabel::new(LEGAL_BASIS, t::legal_basis(locale)),
    ];
    let questions = form.questions.iter().map(|question| {
        let label = question.label.text_for(locale).to_owned();
        FieldLabel::new(field_of(question), label)
    });
    fixed.into_iter().chain(questions).collect()
}

#[component]
pub(super) fn QuestionFields<'a>(
    form: &'a RequestForm,
    typed: &'a Typed,
    errors: &'a Errors,
    locale: Locale,
) -> impl IntoView + use<> {
    let purpose = form.purpose.then(|| {
        view! {
            <TextField
                name=PURPOSE label=t::purpose(locale) value=text(typed, PURPOSE)
                hint=t::purpose_hint(locale) kind=FieldKind::Paragraphs errors locale
            />
        }
    });
    let basis = form.personal_data.then(|| {
        let options = LegalBasis::ALL.iter().map(|basis| SelectOption {
            value: basis.to_string(),
            text: legal_basis(*basis, locale).to_owned(),
        });
        view! {
            <SelectField
                name=LEGAL_BASIS label=t::legal_basis(locale) hint=t::legal_basis_hint(locale)
                options=options.collect() chosen=text(typed, LEGAL_BASIS) errors locale
            />
        }
    });
    let questions = form.questions.iter();
    let questions = questions.map(|question| {
        view! { <QuestionField question typed errors locale/> }
    });
    view! { {purpose} {basis} {questions.collect_view()} }
}

#[component]
fn QuestionField<'a>(
    question: &'a Question,
    typed: &'a Typed,
    errors: &'a Errors,
    locale: Locale,
) -> AnyView {
    let name = field_of(question);
    let value = text(typed, &name).to_owned();
    let label = question.label.text_for(locale);
    let hint = question.hint.text_for(locale);
    let optional = !question.required;
    let kind = match question.kind {
        QuestionKind::Choice => {
            let options = question.choices.iter().map(|choice| SelectOption {
                value: value_of(choice).to_owned(),
                text: choice.text_for(locale).to_owned(),
            });
            let options = options.collect();
            return view! {
                <SelectField name label hint options chosen=&value optional errors locale/>
            }
            .into_any();
        }
        QuestionKind::Text => FieldKind::Text,
        QuestionKind::Number => FieldKind::Number,
        QuestionKind::Date => FieldKind::Date,
    };
    view! { <TextField name label value hint kind optional errors locale/> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> RequestForm {
        let named = |text: &str| Translated::in_default_language(text);
        let question = |id: &str, kind, required| Question {
            id: id.to_owned(),
            kind,
            required,
            label: named(id),
            hint: Translated::default(),
            choices: vec![named("Na loja"), named(" No site ")],
        };
        RequestForm {
            purpose: true,
            personal_data: true,
            questions: vec![
                question("volume", QuestionKind::Number, true),
                question("where", QuestionKind::Choice, false),
                question("since", QuestionKind::Date, false),
            ],
        }
    }

    fn typed(sent: &[(&str, &str)]) -> Typed {
        let sent = sent.iter();
        sent.map(|(field, text)| ((*field).to_owned(), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn what_was_answered_fills_the_form_again() {
        let sent = typed(&[
            (PURPOSE, "Confirmar quem abre a conta."),
            (LEGAL_BASIS, "credit"),
            ("pergunta.volume", "1000"),
            ("pergunta.where", "No site"),
            ("pergunta.since", "2026-11-30"),
        ]);
        let mut errors = Errors::default();
        let answers = read(&form(), &sent, &mut errors);
        assert!(errors.is_empty());
        assert!(form().is_answered_by(&answers));
        assert_eq!(filled(&form(), &answers), sent);
    }

    #[test]
    fn each_mistake_stands_at_its_field_and_what_is_optional_is_left_out() {
        let sent = typed(&[
            (LEGAL_BASIS, "because"),
            ("pergunta.volume", "mil"),
            ("pergunta.where", "Na feira"),
        ]);
        let mut errors = Errors::default();
        let answers = read(&form(), &sent, &mut errors);
        assert_eq!(errors.get(LEGAL_BASIS), Some(FieldError::Choose));
        assert_eq!(errors.get("pergunta.volume"), Some(FieldError::Number));
        assert_eq!(errors.get("pergunta.where"), Some(FieldError::Choose));
        assert_eq!(errors.get("pergunta.since"), None);
        assert!(errors.get(PURPOSE).is_some());
        assert!(answers.given.is_empty());
    }
}
