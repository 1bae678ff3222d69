//! Sparse fieldsets.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;
use utoipa::IntoParams;
use validator::Validate;

/// Which fields of the resources are wanted, of each type by its own parameter; all without it.
#[derive(Debug, Default, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Fields {
    /// Attributes and relationships of applications, with commas between them.
    #[serde(rename = "fields[applications]")]
    #[param(pattern = "^[A-Za-z,]*$")]
    applications: Option<String>,
    /// The same of requests.
    #[serde(rename = "fields[requests]")]
    #[param(pattern = "^[A-Za-z,]*$")]
    requests: Option<String>,
    /// The same of APIs.
    #[serde(rename = "fields[apis]")]
    #[param(pattern = "^[A-Za-z,]*$")]
    apis: Option<String>,
    /// The same of groups.
    #[serde(rename = "fields[groups]")]
    #[param(pattern = "^[A-Za-z,]*$")]
    groups: Option<String>,
    /// The same of accounts.
    #[serde(rename = "fields[accounts]")]
    #[param(pattern = "^[A-Za-z,]*$")]
    accounts: Option<String>,
    /// The same of decisions.
    #[serde(rename = "fields[decisions]")]
    #[param(pattern = "^[A-Za-z,]*$")]
    decisions: Option<String>,
    /// The same of credentials.
    #[serde(rename = "fields[credentials]")]
    #[param(pattern = "^[A-Za-z,]*$")]
    credentials: Option<String>,
    /// The same of use.
    #[serde(rename = "fields[usage]")]
    #[param(pattern = "^[A-Za-z,]*$")]
    usage: Option<String>,
    /// The same of calls.
    #[serde(rename = "fields[calls]")]
    #[param(pattern = "^[A-Za-z,]*$")]
    calls: Option<String>,
}

impl Fields {
    /// Leaves the wanted fields of a resource, whatever its type.
    pub fn keep(&self, resource: &mut Value) {
        let wanted = match resource["type"].as_str() {
            Some("applications") => &self.applications,
            Some("requests") => &self.requests,
            Some("apis") => &self.apis,
            Some("groups") => &self.groups,
            Some("accounts") => &self.accounts,
            Some("decisions") => &self.decisions,
            Some("credentials") => &self.credentials,
            Some("usage") => &self.usage,
            Some("calls") => &self.calls,
            _ => &None,
        };
        let Some(wanted) = wanted else {
            return;
        };
        let wanted: BTreeSet<&str> = wanted.split(',').collect();
        for part in ["attributes", "relationships"] {
            if let Some(fields) = resource[part].as_object_mut() {
                fields.retain(|name, _| wanted.contains(name.as_str()));
            }
        }
    }

    pub fn are_chosen(&self) -> bool {
        let all = [
            &self.applications,
            &self.requests,
            &self.apis,
            &self.groups,
            &self.accounts,
            &self.decisions,
            &self.credentials,
            &self.usage,
            &self.calls,
        ];
        all.iter().any(|chosen| chosen.is_some())
    }
}

/// As in `name,state`; a name that no resource has is no mistake.
pub fn is_list_of_fields(text: &str) -> bool {
    let is_of_a_name = |it: u8| it.is_ascii_alphabetic() || it == b',';
    text.bytes().all(is_of_a_name)
}
