//! The kinds of problems.

use super::{
    super::{ParameterLocation, Reason},
    Expected, ValueType,
};

/// What a problem is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The text has more bytes than are read.
    TooLarge {
        /// In bytes.
        limit: usize,
    },
    /// The text has, with all that aliases stand for, more than is read.
    TooMuch {
        /// How many values it may have.
        values: usize,
        /// How many bytes in names and texts.
        text: usize,
    },
    /// Objects and lists stand too deep within each other.
    TooDeep {
        /// How many may.
        limit: usize,
    },
    /// A name has more bytes than are read.
    NameTooLong {
        /// How many it may have.
        limit: usize,
    },
    /// The text is in another encoding than UTF-8, which is named.
    Encoding(&'static str),
    /// The bytes are no UTF-8.
    NotUtf8,
    /// There is nothing.
    Empty,
    /// It begins as JSON, but is none; the reader's words.
    Json(String),
    /// It is no YAML; the reader's words.
    Yaml(String),
    /// A file with several documents of YAML.
    SeveralDocuments,
    /// An object has the same name twice.
    DuplicateName {
        /// The name.
        name: String,
        /// The line where it was first, if known.
        first: Option<u32>,
    },
    /// A name in YAML is a list or an object.
    NameNotText,
    /// A tag of YAML that makes no JSON.
    Tag(String),
    /// An alias of YAML stands within what it is an alias of.
    AliasWithinItself,
    /// A merge key of YAML has something else than objects.
    Merge,
    /// A number that JSON does not have.
    NotJson(String),

    /// The document is of an edition that is not supported.
    Edition(String),
    /// A field is missing.
    Missing(&'static str),
    /// A value has another type.
    WrongType {
        /// What it should be.
        expected: Expected,
        /// What it is.
        found: ValueType,
    },
    /// A text is none of those that may stand there.
    WrongChoice {
        /// What it is.
        found: String,
        /// What it may be.
        choices: &'static [&'static str],
    },
    /// A field that `OpenAPI` does not have there.
    UnknownField(String),
    /// A field that only the other edition has there.
    OtherEdition(String),
    /// A list of schemas without any.
    EmptyList(&'static str),
    /// A field that is not obeyed.
    NotObeyed(&'static str),
    /// A field beside a reference, which hides it.
    BesideReference(String),

    /// A reference leads out of the document.
    RemoteReference(String),
    /// A reference leads to nothing.
    LostReference(String),
    /// References lead to each other in a circle, or too far.
    ReferenceLoop(String),
    /// A schema contains itself for the same value, or too many of its references follow each
    /// other.
    SchemaLoop,
    /// The schemas are too large together.
    SchemasTooLarge,
    /// A schema is none of JSON Schema; the validator's words.
    Schema(String),
    /// A pattern that the engine of linear time does not take.
    Pattern(String),

    /// A path that is no template.
    PathSyntax(String),
    /// A path with a query, or a fragment, which no call has in its path.
    PathWithQuery(String),
    /// A path where two parameters follow each other, so that nobody knows where one ends.
    PathWithoutSeparator(String),
    /// A path that is the same as another one, but for the names of its parameters.
    SamePath(String),
    /// A parameter that stands in a path, and is not described.
    UndescribedParameter(String),
    /// A parameter of the path that does not stand in it.
    StrayParameter(String),
    /// A parameter of the path that is not required, though it always is.
    OptionalInPath(String),
    /// A parameter whose place has no such style.
    Style {
        /// The style.
        style: String,
        /// Where the parameter is.
        location: ParameterLocation,
    },
    /// A header that a parameter cannot describe.
    ReservedHeader(String),
    /// A parameter has neither a schema nor content.
    NoSchema,
    /// A parameter has a schema and content, or several contents.
    SeveralSchemas,
    /// The same parameter twice.
    DuplicateParameter(String),
    /// Content that is no JSON.
    NoJson(String),
    /// An identifier of two operations.
    DuplicateOperation(String),
    /// A response for something that is no status.
    Status(String),
}

impl ProblemKind {
    /// The text of the document that it has.
    pub(super) const fn text_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Json(text)
            | Self::Yaml(text)
            | Self::DuplicateName { name: text, .. }
            | Self::Tag(text)
            | Self::NotJson(text)
            | Self::Edition(text)
            | Self::WrongChoice { found: text, .. }
            | Self::UnknownField(text)
            | Self::OtherEdition(text)
            | Self::BesideReference(text)
            | Self::RemoteReference(text)
            | Self::LostReference(text)
            | Self::ReferenceLoop(text)
            | Self::Schema(text)
            | Self::Pattern(text)
            | Self::PathSyntax(text)
            | Self::PathWithQuery(text)
            | Self::PathWithoutSeparator(text)
            | Self::SamePath(text)
            | Self::UndescribedParameter(text)
            | Self::StrayParameter(text)
            | Self::OptionalInPath(text)
            | Self::Style { style: text, .. }
            | Self::ReservedHeader(text)
            | Self::DuplicateParameter(text)
            | Self::NoJson(text)
            | Self::DuplicateOperation(text)
            | Self::Status(text) => Some(text),
            _ => None,
        }
    }
}

impl From<Reason> for ProblemKind {
    /// What keeps schemas from being compiled.
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Reference(reference) => Self::LostReference(reference),
            Reason::Remote(reference) => Self::RemoteReference(reference),
            Reason::Depth => Self::SchemaLoop,
            Reason::Size => Self::SchemasTooLarge,
            Reason::Schema(said) => Self::Schema(said),
            other => Self::Schema(other.to_string()),
        }
    }
}
