//! What an API means by a status, and what its caller can do.

use domain::catalogue::Answer;
use locales::{Locale, usage as t};

pub struct StatusMeaning {
    pub cause: String,
    pub remedy: String,
}

impl StatusMeaning {
    /// As the API says it; in general words where it says nothing of such an answer.
    #[must_use]
    pub fn of(status: u16, answer: Option<&Answer>, locale: Locale) -> Self {
        if let Some(answer) = answer {
            return Self {
                cause: answer.meaning.clone(),
                remedy: answer.remedy.clone(),
            };
        }
        Self {
            cause: t::cause_in_general(status, locale).to_owned(),
            remedy: t::remedy_in_general(status, locale).to_owned(),
        }
    }
}
