//! The catalogue as files: one folder for each API, and one file with the categories.
//!
//! ```text
//! categories.toml
//! smv/api.toml
//! smv/presentation.pt-BR.md      in each language
//! smv/documentation.pt-BR.md
//! smv/openapi.json               or openapi.yaml
//! smv/logo.svg                   or logo.png
//! smv/tutorial.pt-BR.pdf         in place of the one that is made of the texts
//! ```
//!
//! What a file does not mention stays as it is. An empty file takes one away.

mod read;
#[cfg(test)]
mod tests;
mod toml_files;
mod write;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    AnswerContent, ApiContent, ApiState, AttachmentChanges, Audience, Category, ChangeNote,
    OpenedBy, Plan, PlanTerms, RequestForm, TrialRule,
};
use crate::translated::Translated;

pub use read::{FileMistake, FileProblem, read};
pub use write::write;

const CATEGORIES: &str = "categories.toml";
const API: &str = "api.toml";
const DOCUMENT: &str = "openapi.json";
const YAML_DOCUMENTS: [&str; 2] = ["openapi.yaml", "openapi.yml"];
const PRESENTATION: &str = "presentation";
const DOCUMENTATION: &str = "documentation";
const LOGOS: [&str; 2] = ["logo.png", "logo.svg"];
const TUTORIAL: &str = "tutorial";

/// Files by their paths below the catalogue's folder, with `/` between segments.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What a catalogue's files say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueFiles {
    /// Parts of documents that are not obeyed.
    pub warnings: Vec<FileProblem>,
    /// In their order; `None` where no file mentions them.
    pub categories: Option<Vec<Category>>,
    pub apis: BTreeMap<String, ApiFiles>,
}

/// What the files of one API mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApiFiles {
    pub state: Option<ApiState>,
    /// The last day of a deprecated API.
    pub sunset: Option<NaiveDate>,
    /// The slug of the API that takes its place; empty for none.
    pub successor: Option<String>,
    pub version: Option<String>,
    pub category: Option<String>,
    pub tags: Option<Vec<String>>,
    pub position: Option<i32>,
    pub base_path: Option<String>,
    pub name: Translated,
    pub summary: Translated,
    pub presentation: Translated,
    pub documentation: Translated,
    pub opened_by: Option<OpenedBy>,
    pub plans: Option<BTreeMap<Plan, PlanTerms>>,
    pub audience: Option<Audience>,
    pub trial: Option<TrialRule>,
    pub request_form: Option<RequestForm>,
    pub answers: Option<Vec<AnswerContent>>,
    pub changes: Option<Vec<ChangeNote>>,
    pub openapi: Option<String>,
    pub sandbox: Option<bool>,
    /// Empty for none.
    pub upstream: Option<String>,
    pub attachments: AttachmentChanges,
}

impl ApiFiles {
    /// Changes what the files mention.
    pub fn apply(self, content: &mut ApiContent) {
        replace(&mut content.version, self.version);
        replace(&mut content.category, self.category);
        replace(&mut content.tags, self.tags);
        replace(&mut content.position, self.position);
        replace(&mut content.base_path, self.base_path);
        content.name.update(self.name);
        content.summary.update(self.summary);
        content.presentation.update(self.presentation);
        content.documentation.update(self.documentation);
        replace(&mut content.opened_by, self.opened_by);
        replace(&mut content.plans, self.plans);
        replace(&mut content.audience, self.audience);
        replace(&mut content.trial, self.trial);
        replace(&mut content.request_form, self.request_form);
        replace(&mut content.answers, self.answers);
        replace(&mut content.changes, self.changes);
        replace_optional(&mut content.openapi, self.openapi);
        replace(&mut content.sandbox, self.sandbox);
        replace_optional(&mut content.upstream, self.upstream);
        self.attachments.apply(content);
    }
}

fn replace<T>(value: &mut T, by: Option<T>) {
    if let Some(by) = by {
        *value = by;
    }
}

/// An empty text takes the value away.
pub(super) fn replace_optional(value: &mut Option<String>, by: Option<String>) {
    if let Some(by) = by {
        *value = Some(by).filter(|text| !text.is_empty());
    }
}
