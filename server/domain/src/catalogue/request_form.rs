//! What an API asks of a request for it, beside the name and the description.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    folding::fold,
    translated::Translated,
    vocabulary::{AnswerValue, RequestAnswers},
};

/// The most characters of a question's name.
pub(super) const MAX_ID: usize = 32;
/// What the number after a name that is taken needs of them.
const ROOM_FOR_NUMBER: usize = 4;

crate::text_enum! {
    pub enum QuestionKind {
        Text = "text",
        Choice = "choice",
        /// A whole number from 0.
        Number = "number",
        Date = "date",
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RequestForm {
    /// Whether it is asked what the API's answers are used for.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub purpose: bool,
    /// Whether personal data are handled, so that the legal basis is asked.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub personal_data: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Tells it from the API's other questions, whatever it says.
    pub id: String,
    pub kind: QuestionKind,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    #[serde(default)]
    pub label: Translated,
    #[serde(default, skip_serializing_if = "Translated::is_empty")]
    pub hint: Translated,
    /// What can be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Translated>,
}

impl RequestForm {
    /// Whether it asks nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What was answered, without that which is not asked any more.
    #[must_use]
    pub fn answered(&self, answers: RequestAnswers) -> RequestAnswers {
        let mut given = answers.given;
        given.retain(|it| self.questions.iter().any(|asked| asked.id == it.question));
        RequestAnswers {
            purpose: answers.purpose.filter(|_| self.purpose),
            legal_basis: answers.legal_basis.filter(|_| self.personal_data),
            given,
        }
    }

    /// Whether everything that has to be answered is, as it is asked now.
    #[must_use]
    pub fn is_answered_by(&self, answers: &RequestAnswers) -> bool {
        let is_answered = |question: &Question| {
            let answer = answers.to(&question.id);
            answer.map_or(!question.required, |value| question.takes(value))
        };
        (!self.purpose || answers.purpose.is_some())
            && (!self.personal_data || answers.legal_basis.is_some())
            && self.questions.iter().all(is_answered)
    }
}

impl Question {
    /// A name for a question with these words that no other one has, as in `volume-por-mes`.
    #[must_use]
    pub fn new_id(label: &str, taken: &BTreeSet<String>) -> String {
        let folded = fold(label);
        let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
        let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
        let mut stem = words.join("-").to_ascii_lowercase();
        stem.truncate(MAX_ID - ROOM_FOR_NUMBER);
        let stem = match stem.trim_end_matches('-') {
            "" => "pergunta",
            stem => stem,
        };
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        let mut names = [stem.to_owned()].into_iter().chain(numbered);
        names.find(|name| !taken.contains(name)).unwrap_or_default()
    }

    fn takes(&self, value: &AnswerValue) -> bool {
        match (self.kind, value) {
            (QuestionKind::Choice, AnswerValue::Choice(chosen)) => self.choices.contains(chosen),
            (QuestionKind::Text, AnswerValue::Text(_))
            | (QuestionKind::Number, AnswerValue::Number(_))
            | (QuestionKind::Date, AnswerValue::Date(_)) => true,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{GivenAnswer, LegalBasis};

    fn asks(kind: QuestionKind, required: bool) -> RequestForm {
        let named = Translated::in_default_language;
        RequestForm {
            questions: vec![Question {
                id: "where".to_owned(),
                kind,
                required,
                label: named("Onde?"),
                hint: Translated::default(),
                choices: vec![named("Na loja"), named("No site")],
            }],
            ..RequestForm::default()
        }
    }

    fn answered(value: AnswerValue) -> RequestAnswers {
        RequestAnswers {
            given: vec![GivenAnswer {
                question: "where".to_owned(),
                label: Translated::in_default_language("Onde?"),
                value,
            }],
            ..RequestAnswers::default()
        }
    }

    #[test]
    fn what_has_to_be_answered_is_asked_for_until_it_is() {
        let nothing = RequestAnswers::default();
        assert!(!asks(QuestionKind::Text, true).is_answered_by(&nothing));
        assert!(asks(QuestionKind::Text, false).is_answered_by(&nothing));
        let text = answered(AnswerValue::Text("Em casa".to_owned()));
        assert!(asks(QuestionKind::Text, true).is_answered_by(&text));
    }

    #[test]
    fn purpose_and_legal_basis_are_asked_where_the_api_says_so() {
        let form = RequestForm {
            purpose: true,
            personal_data: true,
            ..RequestForm::default()
        };
        let mut answers = RequestAnswers::default();
        assert!(!form.is_answered_by(&answers));
        answers.purpose = Some("Evitar fraude".to_owned());
        assert!(!form.is_answered_by(&answers));
        answers.legal_basis = Some(LegalBasis::Credit);
        assert!(form.is_answered_by(&answers));
    }

    #[test]
    fn an_answer_of_before_the_question_changed_is_none() {
        let text = answered(AnswerValue::Text("Em casa".to_owned()));
        assert!(!asks(QuestionKind::Number, false).is_answered_by(&text));
        let chosen = |name| answered(AnswerValue::Choice(Translated::in_default_language(name)));
        let choice = asks(QuestionKind::Choice, true);
        assert!(choice.is_answered_by(&chosen("Na loja")));
        assert!(!choice.is_answered_by(&chosen("Na feira")));
    }
}
