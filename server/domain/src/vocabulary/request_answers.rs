//! What a request says to what its API asks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::translated::Translated;

crate::text_enum! {
    /// Why personal data may be handled (LGPD, Lei 13.709/2018, art. 7).
    pub enum LegalBasis {
        Consent = "consent",
        LegalObligation = "legal-obligation",
        PublicPolicy = "public-policy",
        Research = "research",
        Contract = "contract",
        Proceedings = "proceedings",
        Life = "life",
        Health = "health",
        LegitimateInterest = "legitimate-interest",
        Credit = "credit",
    }
}

/// What a request says to what its API asks. It stays as it was said, whatever is asked later.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, sea_orm::FromJsonQueryResult,
)]
#[serde(default)]
pub struct RequestAnswers {
    pub purpose: Option<String>,
    pub legal_basis: Option<LegalBasis>,
    pub given: Vec<GivenAnswer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenAnswer {
    /// The id of the question in the API's request form.
    pub question: String,
    /// As the question was put.
    pub label: Translated,
    pub value: AnswerValue,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerValue {
    Text(String),
    Choice(Translated),
    Number(u64),
    Date(NaiveDate),
}

impl RequestAnswers {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The answer to a question.
    #[must_use]
    pub fn to(&self, question: &str) -> Option<&AnswerValue> {
        let found = self.given.iter().find(|it| it.question == question);
        found.map(|it| &it.value)
    }
}
