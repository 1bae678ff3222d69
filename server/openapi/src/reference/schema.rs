//! Schemas as trees that a page draws.

use serde_json::Value;

use super::{Rule, Text};

/// A schema of the document under its name.
#[derive(Clone, Debug)]
pub struct NamedSchema {
    /// For its anchor; unique among schemas.
    pub slug: String,
    pub name: String,
    pub schema: Schema,
}

/// What a value may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schema {
    /// The name that the document gives it.
    pub name: Option<String>,
    /// The types of JSON that it allows, without null; all where there is none.
    pub kinds: Vec<Kind>,
    pub nullable: bool,
    /// Such as `date-time`.
    pub format: Option<String>,
    pub title: Text,
    /// In Markdown.
    pub description: Text,
    pub deprecated: bool,
    pub access: Access,
    pub default: Option<Value>,
    /// The only values that are allowed; all where there is none.
    pub values: Vec<Value>,
    pub examples: Vec<Value>,
    pub rules: Vec<Rule>,
    pub content: Content,
    /// Keywords that say more than what is drawn, such as `if`.
    pub others: Vec<String>,
}

/// In which messages a value stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    #[default]
    Both,
    /// In responses alone (`readOnly`).
    Read,
    /// In requests alone (`writeOnly`).
    Write,
}

/// What a value is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Content {
    /// It has no parts, or none that are said.
    #[default]
    Plain,
    /// All that can be said is at another place.
    Link(SchemaLink),
    /// No value is allowed.
    Never,
    Parts(Box<Members>),
}

/// The parts of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Members {
    /// The members of an object that have a name.
    pub properties: Vec<Property>,
    /// How many more members there are than are told of here.
    pub omitted: usize,
    /// The members whose names match a pattern.
    pub patterns: Vec<(String, Schema)>,
    /// All other members of an object; `None` where nothing is said of them.
    pub additional: Option<Box<Schema>>,
    /// Whether an object has no other members.
    pub is_closed: bool,
    /// The first items of a list, each by itself.
    pub first_items: Vec<Schema>,
    /// The items of a list, or those after the first.
    pub items: Option<Box<Schema>>,
    pub alternatives: Vec<Alternatives>,
    /// What the value must not be.
    pub not: Option<Box<Schema>>,
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Property {
    pub name: String,
    pub required: bool,
    pub schema: Schema,
}

/// Schemas of which a value matches one, or at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternatives {
    /// Whether it must be exactly one (`oneOf`).
    pub is_exactly_one: bool,
    pub schemas: Vec<Schema>,
    pub discriminator: Option<Discriminator>,
}

/// The member of an object that tells which alternative it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discriminator {
    pub property: String,
    /// Its values, each with the name of the schema it stands for.
    pub mapping: Vec<(String, String)>,
}

/// Where a schema is told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaLink {
    /// In [`super::Reference::schemas`].
    Named { slug: String, name: String },
    /// A reference to another document.
    Elsewhere(String),
    /// In the document alone, as it has no name and is too deep or too large.
    Document,
}

/// A type of JSON, without null.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Boolean,
    Object,
    Array,
    Number,
    Integer,
    String,
}

impl Kind {
    /// As JSON Schema calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Boolean => "boolean",
            Self::Object => "object",
            Self::Array => "array",
            Self::Number => "number",
            Self::Integer => "integer",
            Self::String => "string",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        let all = [
            Self::Boolean,
            Self::Object,
            Self::Array,
            Self::Number,
            Self::Integer,
            Self::String,
        ];
        all.into_iter().find(|kind| kind.name() == name)
    }

    /// The type of a value; `None` for null.
    pub(super) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Null => None,
            Value::Bool(_) => Some(Self::Boolean),
            Value::Object(_) => Some(Self::Object),
            Value::Array(_) => Some(Self::Array),
            Value::String(_) => Some(Self::String),
            Value::Number(number) if number.is_f64() => Some(Self::Number),
            Value::Number(_) => Some(Self::Integer),
        }
    }
}

impl Schema {
    /// The parts, if it has some.
    #[must_use]
    pub fn members(&self) -> Option<&Members> {
        match &self.content {
            Content::Parts(members) => Some(members),
            _ => None,
        }
    }
}
