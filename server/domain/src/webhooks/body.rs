//! The bodies of messages: what happened, by identifiers alone.

use addresses::PORTAL_API;
use serde::Serialize;

use super::EventKind;
use crate::{
    Scope,
    clock::Timestamp,
    ids::{ApiId, ApplicationId, GroupId, IncidentId, RequestId, SecretId},
};

#[derive(Serialize)]
pub(super) struct Body {
    #[serde(rename = "type")]
    pub event: EventKind,
    /// When it happened.
    pub timestamp: Timestamp,
    pub data: Data,
}

/// What it is about, as far as that is known of the event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Data {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application: Option<ApplicationId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<SecretId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api: Option<ApiId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentId>,
    /// Which part of the plan's calls is used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// How many days are left, or fewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i32>,
    /// Where the management API tells more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

impl Data {
    /// The resource of the management API that tells more.
    pub fn linked(self, scope: &Scope) -> Self {
        let path = match (&self.request, &self.application, &self.api) {
            (Some(request), _, _) => format!("requests/{request}"),
            (None, Some(application), _) => format!("applications/{application}"),
            (None, None, Some(api)) => format!("apis/{api}"),
            (None, None, None) => return self,
        };
        let url = &scope.portal.settings.public_url;
        Self {
            link: Some(format!("{url}{PORTAL_API}/{path}")),
            ..self
        }
    }
}
