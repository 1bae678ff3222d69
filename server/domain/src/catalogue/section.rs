//! The sections in which the content of an API is written, each by itself.

use data_encoding::HEXLOWER;
use locales::Locale;
use sha2::{Digest, Sha256};

use super::{ApiContent, Missing, Part, Problem, stored};
use crate::{DbErr, translated::Translated};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Version, category, tags, place in the catalogue, base path.
    Identity,
    /// The texts in one language.
    Texts(Locale),
    Plans,
    /// What opens it, who may see it, and who decides on a Trial.
    Access,
    /// What a request for it has to say.
    RequestForm,
    Answers,
    Changes,
    /// The `OpenAPI` document.
    Document,
    /// Who answers calls.
    Calls,
    /// Its logo, and the tutorials that its owner wrote.
    Attachments,
}

/// Tells whether a content, or a section of it, is still what somebody saw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// As a form sent it.
    #[must_use]
    pub fn sent(text: &str) -> Self {
        Self(text.to_owned())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Of a whole content.
    ///
    /// # Errors
    /// When the content cannot be written as JSON.
    pub fn of(content: &ApiContent) -> Result<Self, DbErr> {
        Ok(Self::of_text(&stored::text(content)?))
    }

    pub(super) fn of_text(text: &str) -> Self {
        Self(HEXLOWER.encode(&Sha256::digest(text)[..16]))
    }
}

impl Section {
    /// The section in which a part is written; texts in this language.
    #[must_use]
    pub const fn of(part: Part, locale: Locale) -> Self {
        match part {
            Part::Version | Part::Category | Part::Tags | Part::Position | Part::BasePath => {
                Self::Identity
            }
            Part::Name | Part::Summary | Part::Presentation | Part::Documentation => {
                Self::Texts(locale)
            }
            Part::Plans => Self::Plans,
            Part::OpenedBy | Part::Audience | Part::Trial => Self::Access,
            Part::RequestForm => Self::RequestForm,
            Part::Answers => Self::Answers,
            Part::Changes => Self::Changes,
            Part::Document => Self::Document,
            Part::Sandbox | Part::Upstream => Self::Calls,
            Part::Logo | Part::Tutorials => Self::Attachments,
        }
    }

    /// Whether a content has this section otherwise than another one.
    #[must_use]
    pub fn differs(self, one: &ApiContent, other: &ApiContent) -> bool {
        self.alone(one) != self.alone(other)
    }

    /// # Errors
    /// When the content cannot be written as JSON.
    pub fn fingerprint(self, content: &ApiContent) -> Result<Fingerprint, DbErr> {
        Fingerprint::of(&self.alone(content))
    }

    /// The content with nothing but this section.
    fn alone(self, content: &ApiContent) -> ApiContent {
        let mut alone = ApiContent::default();
        self.copy(content, &mut alone);
        alone
    }

    /// Makes `to` say in this section what `from` says there.
    pub(super) fn copy(self, from: &ApiContent, to: &mut ApiContent) {
        match self {
            Self::Identity => {
                to.version.clone_from(&from.version);
                to.category.clone_from(&from.category);
                to.tags.clone_from(&from.tags);
                to.position = from.position;
                to.base_path.clone_from(&from.base_path);
            }
            Self::Texts(locale) => {
                copy_text(locale, &from.name, &mut to.name);
                copy_text(locale, &from.summary, &mut to.summary);
                copy_text(locale, &from.presentation, &mut to.presentation);
                copy_text(locale, &from.documentation, &mut to.documentation);
            }
            Self::Plans => to.plans.clone_from(&from.plans),
            Self::Access => {
                to.opened_by = from.opened_by;
                to.audience.clone_from(&from.audience);
                to.trial.clone_from(&from.trial);
            }
            Self::RequestForm => to.request_form.clone_from(&from.request_form),
            Self::Answers => to.answers.clone_from(&from.answers),
            Self::Changes => to.changes.clone_from(&from.changes),
            Self::Document => to.openapi.clone_from(&from.openapi),
            Self::Calls => {
                to.sandbox = from.sandbox;
                to.upstream.clone_from(&from.upstream);
            }
            Self::Attachments => {
                to.logo.clone_from(&from.logo);
                to.tutorials.clone_from(&from.tutorials);
            }
        }
    }

    /// Whether a problem can be solved in this section, or came up by a change of it.
    pub(super) fn concerns(self, problem: &Problem) -> bool {
        if let (Self::Texts(locale), Problem::Article { locale: wrong, .. }) = (self, problem) {
            return locale == *wrong;
        }
        let Some(part) = problem.part() else {
            return false;
        };
        let locale = match self {
            Self::Texts(locale) => locale,
            _ => Locale::default(),
        };
        // Another document may make no sandbox.
        let by_document = self == Self::Document && part == Part::Sandbox;
        by_document || Self::of(part, locale) == self
    }
}

/// No text is no text, however it is written.
fn copy_text(locale: Locale, from: &Translated, to: &mut Translated) {
    match from.get(locale) {
        Some(text) => to.set(locale, text.to_owned()),
        None => to.remove(locale),
    }
}

impl Missing {
    /// Where it is to be written.
    #[must_use]
    pub const fn section(&self) -> Section {
        match self {
            Self::Text { part, locale } => Section::of(*part, *locale),
            Self::Fact(part) => Section::of(*part, Locale::PtBr),
            Self::Answers => Section::Answers,
            Self::Plan => Section::Plans,
            Self::Document | Self::Operations | Self::Example(_) => Section::Document,
        }
    }
}

impl Problem {
    /// Where it is to be solved, if that is one section.
    #[must_use]
    pub const fn section(&self) -> Option<Section> {
        match (self, self.part()) {
            (Self::Missing(missing), _) => Some(missing.section()),
            (Self::Article { part, locale, .. }, _) => Some(Section::of(*part, *locale)),
            (_, Some(part)) => Some(Section::of(part, Locale::PtBr)),
            (_, None) => None,
        }
    }
}
