//! The TOML files of a catalogue, as they are written.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::{
    catalogue::{
        AnswerContent, ApiState, Audience, ChangeNote, OpenedBy, Plan, PlanTerms, RequestForm,
        TrialRule,
    },
    translated::Translated,
};

/// `categories.toml`.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CategoriesFile {
    #[serde(default, rename = "categories")]
    pub categories: Vec<CategoryEntry>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CategoryEntry {
    pub slug: String,
    pub name: Translated,
}

/// `api.toml`. The order of its members is the one in which they are written.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ApiFile {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<ApiState>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sunset: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened_by: Option<OpenedBy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sandbox: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upstream: Option<String>,
    #[serde(
        default,
        deserialize_with = "plans",
        skip_serializing_if = "Option::is_none"
    )]
    pub plans: Option<BTreeMap<Plan, PlanTerms>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial: Option<TrialRule>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestForm>,
    #[serde(default, skip_serializing_if = "Translated::is_empty")]
    pub name: Translated,
    #[serde(default, skip_serializing_if = "Translated::is_empty")]
    pub summary: Translated,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<Vec<AnswerContent>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<Vec<ChangeNote>>,
}

/// A plan as a file has it. What it lacks to renew is told with its line, as other mistakes of
/// a file are.
#[derive(Deserialize)]
#[serde(try_from = "PlanTerms")]
struct PlanEntry(PlanTerms);

#[derive(Debug, thiserror::Error)]
#[error("a plan that renews should say how many calls it gives, and for how many days")]
struct RenewsNothing;

impl TryFrom<PlanTerms> for PlanEntry {
    type Error = RenewsNothing;

    fn try_from(terms: PlanTerms) -> Result<Self, Self::Error> {
        if terms.renews_nothing() {
            Err(RenewsNothing)
        } else {
            Ok(Self(terms))
        }
    }
}

fn plans<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<BTreeMap<Plan, PlanTerms>>, D::Error> {
    let entries = BTreeMap::<Plan, PlanEntry>::deserialize(deserializer)?;
    let plans = entries
        .into_iter()
        .map(|(plan, PlanEntry(terms))| (plan, terms));
    Ok(Some(plans.collect()))
}
