//! From a schema as it is written to one that checks.

use std::collections::BTreeMap;

use regex::Regex;
use serde::Deserialize;
use serde_json::Value;

use super::{
    super::{
        document::Document,
        invalid::{InvalidDocument, Reason},
        ordered::Json,
    },
    Kind, ListRules, NumberRules, ObjectRules, Schema, TextRules,
};

/// How deep schemas may lie within each other.
const DEPTH: usize = 32;
/// Keywords that say something to people alone.
const ANNOTATIONS: [&str; 8] = [
    "title",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "externalDocs",
    "$comment",
];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Keywords {
    #[serde(rename = "type")]
    kinds: Option<Kinds>,
    #[serde(rename = "enum", default)]
    values: Vec<Value>,
    #[serde(rename = "const")]
    value: Option<Value>,
    min_length: Option<usize>,
    max_length: Option<usize>,
    pattern: Option<String>,
    format: Option<String>,
    minimum: Option<f64>,
    maximum: Option<f64>,
    #[serde(default)]
    required: Vec<String>,
    #[serde(default)]
    properties: BTreeMap<String, Json>,
    additional_properties: Option<bool>,
    items: Option<Json>,
    min_items: Option<usize>,
    max_items: Option<usize>,
    #[serde(default)]
    any_of: Vec<Json>,
    description: Option<String>,
    default: Option<Value>,
    #[serde(flatten)]
    others: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Kinds {
    One(Kind),
    Many(Vec<Kind>),
}

impl Schema {
    pub(in super::super) fn compile(
        document: &Document,
        part: &Json,
    ) -> Result<Self, InvalidDocument> {
        compile(document, part, DEPTH)
    }
}

fn compile(document: &Document, part: &Json, depth: usize) -> Result<Schema, InvalidDocument> {
    let depth = depth.checked_sub(1).ok_or(Reason::Depth)?;
    refuse_beside_reference(part)?;
    let part = document.resolved(part)?;
    let keywords: Keywords = document.read(part)?;
    refuse_unknown(&keywords)?;
    let inner = |part: &Json, place: &str| {
        compile(document, part, depth).map_err(|error| error.within(place))
    };
    let any_of = keywords.any_of.iter().map(|part| inner(part, "anyOf"));
    let properties = keywords.properties.iter();
    let properties = properties.map(|(name, part)| Ok((name.clone(), inner(part, name)?)));
    let items = keywords.items.as_ref().map(|part| inner(part, "items"));
    Ok(Schema {
        any_of: any_of.collect::<Result<_, InvalidDocument>>()?,
        object: ObjectRules {
            properties: properties.collect::<Result<_, InvalidDocument>>()?,
            closed: keywords.additional_properties == Some(false),
            required: keywords.required,
        },
        list: ListRules {
            min_items: keywords.min_items,
            max_items: keywords.max_items,
            items: items.transpose()?.map(Box::new),
        },
        text: TextRules {
            min_length: keywords.min_length,
            max_length: keywords.max_length,
            pattern: keywords.pattern.as_deref().map(Regex::new).transpose()?,
            format: keywords.format.as_deref().map(str::parse).transpose()?,
        },
        number: NumberRules {
            minimum: keywords.minimum,
            maximum: keywords.maximum,
        },
        kinds: match keywords.kinds {
            Some(Kinds::One(kind)) => vec![kind],
            Some(Kinds::Many(kinds)) => kinds,
            None => vec![],
        },
        values: keywords.values.into_iter().chain(keywords.value).collect(),
        description: keywords.description,
        default: keywords.default,
    })
}

/// What stands beside a reference applies as well, which is not done here.
fn refuse_beside_reference(part: &Json) -> Result<(), Reason> {
    let Json::Object(keywords) = part else {
        return Ok(());
    };
    if part.get("$ref").is_none() {
        return Ok(());
    }
    let mut beside = keywords.iter().map(|(keyword, _)| keyword);
    let beside =
        beside.find(|keyword| !["$ref", "summary", "description"].contains(&keyword.as_str()));
    beside.map_or(Ok(()), |keyword| Err(Reason::Keyword(keyword.clone())))
}

fn refuse_unknown(keywords: &Keywords) -> Result<(), Reason> {
    let mut others = keywords.others.keys();
    let unknown = others
        .find(|keyword| !keyword.starts_with("x-") && !ANNOTATIONS.contains(&keyword.as_str()));
    unknown.map_or(Ok(()), |keyword| Err(Reason::Keyword(keyword.clone())))
}
