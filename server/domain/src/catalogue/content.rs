//! Everything that the catalogue says of an API, as a value. It is stored as a whole, as the
//! revision of an API, and never changes once readers have seen it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use locales::Locale;
use serde::{Deserialize, Serialize};

use super::{Attachment, Audience, OpenedBy, Plan, RequestForm, TrialRule};
use crate::translated::Translated;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ApiContent {
    /// The version that its readers know, as in `1.2.0`.
    pub version: String,
    /// The slug of its category.
    pub category: String,
    pub tags: Vec<String>,
    /// Its place in the catalogue.
    pub position: i32,
    /// The path where its calls start, as in `/identity/v1`.
    pub base_path: String,
    pub name: Translated,
    /// One line.
    pub summary: Translated,
    /// What it is and whom it is for, as Markdown.
    pub presentation: Translated,
    /// How it is used, as Markdown.
    pub documentation: Translated,
    /// What opens it to programs.
    #[serde(skip_serializing_if = "OpenedBy::is_plans")]
    pub opened_by: OpenedBy,
    pub plans: BTreeMap<Plan, PlanTerms>,
    /// Who may see it.
    pub audience: Audience,
    /// Who decides on a Trial of it.
    pub trial: TrialRule,
    /// What a request for it has to say.
    pub request_form: RequestForm,
    pub answers: Vec<AnswerContent>,
    /// What changed with each version, the latest first.
    pub changes: Vec<ChangeNote>,
    /// Its `OpenAPI` document, as JSON.
    pub openapi: Option<String>,
    /// Whether a sandbox made from the document answers Trial calls.
    pub sandbox: bool,
    /// Where Pay Per Use calls are forwarded to.
    pub upstream: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Attachment>,
    /// The tutorials that its owner wrote; in other languages, one is made of its texts.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub tutorials: BTreeMap<Locale, Attachment>,
}

/// What a plan gives; `None` means no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanTerms {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calls: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Whether another count begins whenever the days are over, and the plan goes on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub renews: bool,
    /// The terms of use, as Markdown, where the plan has some of its own.
    #[serde(default, skip_serializing_if = "Translated::is_empty")]
    pub terms: Translated,
}

impl PlanTerms {
    /// Whether it renews without calls to count, or without days after which to count anew.
    #[must_use]
    pub const fn renews_nothing(&self) -> bool {
        self.renews && (self.calls.is_none() || self.days.is_none())
    }
}

/// One answer that an API gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerContent {
    /// The HTTP status code.
    pub status: u16,
    /// The API's own code.
    pub code: String,
    #[serde(default)]
    pub meaning: Translated,
    #[serde(default)]
    pub remedy: Translated,
}

/// What changed with a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeNote {
    pub version: String,
    pub date: NaiveDate,
    #[serde(default)]
    pub text: Translated,
}

crate::text_enum! {
    /// A part of the content, by which a change is told.
    pub enum Part {
        Version = "version",
        Category = "category",
        Tags = "tags",
        Position = "position",
        BasePath = "base path",
        Name = "name",
        Summary = "summary",
        Presentation = "presentation",
        Documentation = "documentation",
        OpenedBy = "way in",
        Plans = "plans",
        Audience = "audience",
        Trial = "approval of Trials",
        RequestForm = "questions of a request",
        Answers = "answers",
        Changes = "changes",
        Document = "OpenAPI document",
        Sandbox = "sandbox",
        Upstream = "upstream",
        Logo = "logo",
        Tutorials = "tutorials",
    }
}

impl ApiContent {
    /// The parts in which two contents differ.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Part> {
        let differs = |part: &Part| match part {
            Part::Version => self.version != other.version,
            Part::Category => self.category != other.category,
            Part::Tags => self.tags != other.tags,
            Part::Position => self.position != other.position,
            Part::BasePath => self.base_path != other.base_path,
            Part::Name => self.name != other.name,
            Part::Summary => self.summary != other.summary,
            Part::Presentation => self.presentation != other.presentation,
            Part::Documentation => self.documentation != other.documentation,
            Part::OpenedBy => self.opened_by != other.opened_by,
            Part::Plans => self.plans != other.plans,
            Part::Audience => self.audience != other.audience,
            Part::Trial => self.trial != other.trial,
            Part::RequestForm => self.request_form != other.request_form,
            Part::Answers => self.answers != other.answers,
            Part::Changes => self.changes != other.changes,
            Part::Document => self.openapi != other.openapi,
            Part::Sandbox => self.sandbox != other.sandbox,
            Part::Upstream => self.upstream != other.upstream,
            Part::Logo => self.logo != other.logo,
            Part::Tutorials => self.tutorials != other.tutorials,
        };
        Part::ALL.iter().copied().filter(differs).collect()
    }
}
