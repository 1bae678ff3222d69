//! What a request says to the questions of its API.

use std::collections::BTreeMap;

use domain::{
    catalogue::{Question, QuestionKind, RequestForm},
    requests::{AnswerValue, GivenAnswer, RequestAnswers},
    values::{Answer, Description},
};
use locales::Locale;

use super::{
    apis::{LEGAL_BASIS, PURPOSE},
    error::{ApiError, Mistake},
};

/// Reads the answers that were sent by the names of their questions.
///
/// # Errors
/// [`ApiError::Invalid`] with every answer that is none to its question, or to no question.
pub fn read(
    form: &RequestForm,
    sent: &BTreeMap<String, String>,
) -> Result<RequestAnswers, ApiError> {
    let mut answers = RequestAnswers::default();
    let mut mistakes = Vec::new();
    for (name, text) in sent {
        let question = form.questions.iter().find(|it| it.id == *name);
        let read = match (name.as_str(), question) {
            (_, Some(question)) => value(question, text).map(|value| {
                answers.given.push(GivenAnswer {
                    question: question.id.clone(),
                    label: question.label.clone(),
                    value,
                });
            }),
            (PURPOSE, None) if form.purpose => Description::parse(text)
                .map(|purpose| answers.purpose = Some(purpose.to_string()))
                .map_err(|_| Mistake::Value),
            (LEGAL_BASIS, None) if form.personal_data => text
                .parse()
                .map(|basis| answers.legal_basis = Some(basis))
                .map_err(|_| Mistake::Value),
            _ => Err(Mistake::NoQuestion),
        };
        if let Err(mistake) = read {
            let name = name.replace('~', "~0").replace('/', "~1");
            mistakes.push((format!("/data/attributes/answers/{name}"), mistake));
        }
    }
    if mistakes.is_empty() {
        Ok(answers)
    } else {
        Err(ApiError::Invalid(mistakes))
    }
}

fn value(question: &Question, sent: &str) -> Result<AnswerValue, Mistake> {
    let value = match question.kind {
        QuestionKind::Text => Answer::parse(sent)
            .ok()
            .map(|answer| AnswerValue::Text(answer.to_string())),
        QuestionKind::Choice => {
            let says = |choice: &domain::translated::Translated| {
                Locale::ALL
                    .iter()
                    .any(|locale| choice.text_for(*locale) == sent)
            };
            let chosen = question.choices.iter().find(|choice| says(choice));
            chosen.cloned().map(AnswerValue::Choice)
        }
        QuestionKind::Number => sent.parse().ok().map(AnswerValue::Number),
        QuestionKind::Date => sent.parse().ok().map(AnswerValue::Date),
    };
    value.ok_or(Mistake::Value)
}
