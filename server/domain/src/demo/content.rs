//! The files of the demo content.

use std::{fmt::Display, str::FromStr};

use locales::Locale;
use serde::{Deserialize, Deserializer, de::Error};
use values::{
    ApplicationName, Cnpj, Description, GroupName, InquiryText, LegalName, MessageSubject,
    MessageText, PersonName, Phone, SavedReasonTitle,
};

use crate::{
    Role,
    accounts::Email,
    catalogue::Plan,
    groups::MemberRole,
    requests::RequestState,
    status::{IncidentKind, IncidentStage},
    translated::Translated,
};

/// The people, their groups and their requests, messages to support, and incidents.
#[derive(Deserialize)]
pub(super) struct Story {
    pub(super) password: String,
    pub(super) people: Vec<DemoPerson>,
    pub(super) groups: Vec<DemoGroup>,
    pub(super) requests: Vec<DemoRequest>,
    pub(super) saved_reasons: Vec<DemoReason>,
    pub(super) messages: Vec<DemoMessage>,
    pub(super) incidents: Vec<DemoIncident>,
}

/// What is still to come was so many hours ago as a negative number says.
#[derive(Deserialize)]
pub(super) struct DemoIncident {
    pub(super) title: Translated,
    pub(super) kind: IncidentKind,
    /// The slugs of the APIs.
    pub(super) apis: Vec<String>,
    pub(super) began_hours_ago: i64,
    pub(super) ends_hours_ago: Option<i64>,
    pub(super) closed_hours_ago: Option<i64>,
    pub(super) notes: Vec<DemoNote>,
}

#[derive(Deserialize)]
pub(super) struct DemoNote {
    pub(super) stage: IncidentStage,
    pub(super) hours_ago: i64,
    pub(super) text: Translated,
}

#[derive(Deserialize)]
pub(super) struct DemoPerson {
    pub(super) email: Email,
    #[serde(deserialize_with = "parsed")]
    pub(super) first_name: PersonName,
    #[serde(deserialize_with = "parsed")]
    pub(super) last_name: PersonName,
    pub(super) language: Locale,
    #[serde(deserialize_with = "each_parsed")]
    pub(super) roles: Vec<Role>,
}

#[derive(Deserialize)]
pub(super) struct DemoGroup {
    #[serde(deserialize_with = "parsed")]
    pub(super) name: GroupName,
    #[serde(deserialize_with = "parsed")]
    pub(super) legal_name: LegalName,
    #[serde(deserialize_with = "parsed")]
    pub(super) cnpj: Cnpj,
    pub(super) email: Email,
    #[serde(deserialize_with = "parsed")]
    pub(super) phone: Phone,
    pub(super) owner: Email,
    #[serde(default)]
    pub(super) members: Vec<DemoMember>,
    /// Who has not answered yet.
    #[serde(default)]
    pub(super) invited: Vec<DemoMember>,
}

#[derive(Deserialize)]
pub(super) struct DemoMember {
    pub(super) email: Email,
    pub(super) role: MemberRole,
}

#[derive(Deserialize)]
pub(super) struct DemoMessage {
    #[serde(deserialize_with = "parsed")]
    pub(super) name: PersonName,
    pub(super) email: Email,
    pub(super) language: Locale,
    #[serde(deserialize_with = "parsed")]
    pub(super) subject: MessageSubject,
    #[serde(deserialize_with = "parsed")]
    pub(super) text: MessageText,
    pub(super) submitted_hours_ago: i64,
}

#[derive(Deserialize)]
pub(super) struct DemoRequest {
    #[serde(deserialize_with = "parsed")]
    pub(super) group: GroupName,
    pub(super) applicant: Email,
    /// The slug of the API.
    pub(super) api: String,
    #[serde(deserialize_with = "parsed")]
    pub(super) plan: Plan,
    #[serde(deserialize_with = "parsed")]
    pub(super) name: ApplicationName,
    #[serde(deserialize_with = "parsed")]
    pub(super) description: Description,
    #[serde(deserialize_with = "parsed")]
    pub(super) status: RequestState,
    pub(super) submitted_hours_ago: i64,
    pub(super) decided_by: Option<Email>,
    pub(super) decided_hours_ago: Option<i64>,
    pub(super) question: Option<DemoQuestion>,
}

/// What the applicant of a request is asked.
#[derive(Deserialize)]
pub(super) struct DemoQuestion {
    #[serde(deserialize_with = "parsed")]
    pub(super) text: InquiryText,
    pub(super) asked_by: Email,
    pub(super) asked_hours_ago: i64,
}

#[derive(Deserialize)]
pub(super) struct DemoReason {
    #[serde(deserialize_with = "parsed")]
    pub(super) title: SavedReasonTitle,
    pub(super) texts: Translated,
}

pub(super) fn story() -> Result<Story, toml::de::Error> {
    toml::from_str(include_str!("../../demo/people.toml"))
}

/// Parses a value from its text form.
fn parsed<'de, T, D>(from: D) -> Result<T, D::Error>
where
    T: FromStr<Err: Display>,
    D: Deserializer<'de>,
{
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

fn each_parsed<'de, T, D>(from: D) -> Result<Vec<T>, D::Error>
where
    T: FromStr<Err: Display>,
    D: Deserializer<'de>,
{
    let texts = Vec::<String>::deserialize(from)?;
    let values = texts
        .iter()
        .map(|text| text.parse().map_err(D::Error::custom));
    values.collect()
}
