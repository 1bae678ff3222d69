//! The files of the demo content.

use std::{fmt::Display, str::FromStr};

use locales::Locale;
use serde::{Deserialize, Deserializer, de::Error};
use values::{
    ApplicationName, Cnpj, Description, GroupName, LegalName, MessageSubject, MessageText,
    PersonName, Phone,
};

use crate::{
    Role,
    accounts::Email,
    catalogue::{Category, Plan, SampleLanguage},
    requests::RequestState,
};

/// An API: its `api.toml` and the files beside it.
pub(super) struct DemoApi {
    pub(super) facts: ApiFacts,
    pub(super) presentation: Translated<&'static str>,
    pub(super) openapi: &'static str,
    pub(super) samples: &'static [(SampleLanguage, &'static str)],
}

#[derive(Deserialize)]
pub(super) struct ApiFacts {
    pub(super) slug: String,
    pub(super) version: String,
    #[serde(deserialize_with = "parsed")]
    pub(super) category: Category,
    pub(super) position: i32,
    pub(super) base_path: String,
    pub(super) plans: Plans,
    pub(super) name: Translated<String>,
    pub(super) summary: Translated<String>,
    pub(super) answers: Vec<DemoAnswer>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Plans {
    trial: Option<Limits>,
    pay_per_use: Option<Limits>,
}

#[derive(Clone, Copy, Deserialize)]
pub(super) struct Limits {
    pub(super) calls: Option<i32>,
    pub(super) days: Option<i32>,
}

#[derive(Deserialize)]
pub(super) struct DemoAnswer {
    pub(super) status: i32,
    pub(super) code: String,
    pub(super) meaning: Translated<String>,
    pub(super) remedy: Translated<String>,
}

/// A text in every language.
#[derive(Deserialize)]
pub(super) struct Translated<T> {
    #[serde(rename = "pt-BR")]
    pt_br: T,
    en: T,
    es: T,
}

/// The people, their groups and their requests, and messages to support.
#[derive(Deserialize)]
pub(super) struct Story {
    pub(super) password: String,
    pub(super) people: Vec<DemoPerson>,
    pub(super) groups: Vec<DemoGroup>,
    pub(super) requests: Vec<DemoRequest>,
    pub(super) messages: Vec<DemoMessage>,
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
}

impl Plans {
    pub(super) fn offered(&self) -> impl Iterator<Item = (Plan, Limits)> {
        [
            (Plan::Trial, self.trial),
            (Plan::PayPerUse, self.pay_per_use),
        ]
        .into_iter()
        .filter_map(|(plan, limits)| Some((plan, limits?)))
    }
}

impl<T> Translated<T> {
    pub(super) fn get(&self, locale: Locale) -> &T {
        match locale {
            Locale::PtBr => &self.pt_br,
            Locale::En => &self.en,
            Locale::Es => &self.es,
        }
    }
}

macro_rules! file {
    ($($part:literal),+) => { include_str!(concat!("../../demo/", $($part),+)) };
}

macro_rules! api {
    ($slug:literal) => {
        DemoApi {
            facts: toml::from_str(file!("apis/", $slug, "/api.toml"))?,
            presentation: Translated {
                pt_br: file!("apis/", $slug, "/pt-BR.md"),
                en: file!("apis/", $slug, "/en.md"),
                es: file!("apis/", $slug, "/es.md"),
            },
            openapi: file!("apis/", $slug, "/openapi.json"),
            samples: &[
                (
                    SampleLanguage::Shell,
                    file!("apis/", $slug, "/samples/shell.sh"),
                ),
                (
                    SampleLanguage::Java,
                    file!("apis/", $slug, "/samples/Java.java"),
                ),
                (
                    SampleLanguage::Php,
                    file!("apis/", $slug, "/samples/php.php"),
                ),
                (
                    SampleLanguage::Python,
                    file!("apis/", $slug, "/samples/python.py"),
                ),
                (
                    SampleLanguage::JavaScript,
                    file!("apis/", $slug, "/samples/javascript.mjs"),
                ),
                (
                    SampleLanguage::CSharp,
                    file!("apis/", $slug, "/samples/csharp.cs"),
                ),
                (SampleLanguage::Go, file!("apis/", $slug, "/samples/go.go")),
                (
                    SampleLanguage::Rust,
                    file!("apis/", $slug, "/samples/rust.rs"),
                ),
            ],
        }
    };
}

pub(super) fn apis() -> Result<[DemoApi; 3], toml::de::Error> {
    Ok([api!("smv"), api!("score-de-credito"), api!("crm-na-nuvem")])
}

pub(super) fn story() -> Result<Story, toml::de::Error> {
    toml::from_str(file!("people.toml"))
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
