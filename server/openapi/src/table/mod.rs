//! The one table of what we make of each construct of `OpenAPI` 3.0 and 3.1.
//!
//! It has every field of every object (3.0.4 §4.7, 3.1.1 §4.8) and every keyword of JSON Schema
//! 2020-12. [`check`](fn@super::check) walks a document by it, and schemas are compiled by it, so
//! that it says what happens. Beyond the table:
//!
//! - a field that is not in it and does not begin with `x-` is ignored with a warning;
//! - a wrong type is refused where the field is obeyed or ignored, and let pass in an annotation;
//! - a reference out of the document, to nothing, or in a circle for the same value is refused;
//! - a path template, or a style of a parameter, that cannot be obeyed is refused;
//! - a `pattern` that the engine of linear time does not take is ignored with a warning;
//! - a `format` that nobody here checks is an annotation.

mod document;
mod holds;
mod schema;

use std::{collections::HashMap, sync::LazyLock};

use super::Edition;
pub use holds::Holds;

/// What is made of a construct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// The sandbox and the pages do what it says.
    Obeyed,
    /// It is kept for readers, whatever it holds. It does not restrict calls.
    Annotation,
    /// The sandbox does not do what it says, which is told at import.
    Ignored,
    /// The document is refused.
    Refused,
}

/// The objects of `OpenAPI`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "they are named as in OpenAPI")]
pub enum Object {
    Document,
    Info,
    Contact,
    License,
    Server,
    ServerVariable,
    Components,
    Paths,
    PathItem,
    Operation,
    ExternalDocs,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    Responses,
    Response,
    Callback,
    Example,
    Link,
    Header,
    Tag,
    Reference,
    Schema,
    Discriminator,
    Xml,
    SecurityScheme,
    OauthFlows,
    OauthFlow,
    SecurityRequirement,
}

/// A construct.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in a document.
    pub name: &'static str,
    /// What is made of it.
    pub treatment: Treatment,
    /// What it holds.
    pub holds: Holds,
    /// The only edition that has it; `None` where both do.
    pub only: Option<Edition>,
    /// Whether a document must have it.
    pub is_required: bool,
}

const fn field(name: &'static str, treatment: Treatment, holds: Holds) -> Field {
    Field {
        name,
        treatment,
        holds,
        only: None,
        is_required: false,
    }
}

const fn obeyed(name: &'static str, holds: Holds) -> Field {
    field(name, Treatment::Obeyed, holds)
}

const fn annotation(name: &'static str, holds: Holds) -> Field {
    field(name, Treatment::Annotation, holds)
}

const fn ignored(name: &'static str, holds: Holds) -> Field {
    field(name, Treatment::Ignored, holds)
}

const fn refused(name: &'static str, holds: Holds) -> Field {
    field(name, Treatment::Refused, holds)
}

impl Field {
    const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    const fn in_3_0(mut self) -> Self {
        self.only = Some(Edition::V3_0);
        self
    }

    const fn in_3_1(mut self) -> Self {
        self.only = Some(Edition::V3_1);
        self
    }
}

impl Object {
    /// All of them.
    pub const ALL: [Self; 30] = [
        Self::Document,
        Self::Info,
        Self::Contact,
        Self::License,
        Self::Server,
        Self::ServerVariable,
        Self::Components,
        Self::Paths,
        Self::PathItem,
        Self::Operation,
        Self::ExternalDocs,
        Self::Parameter,
        Self::RequestBody,
        Self::MediaType,
        Self::Encoding,
        Self::Responses,
        Self::Response,
        Self::Callback,
        Self::Example,
        Self::Link,
        Self::Header,
        Self::Tag,
        Self::Reference,
        Self::Schema,
        Self::Discriminator,
        Self::Xml,
        Self::SecurityScheme,
        Self::OauthFlows,
        Self::OauthFlow,
        Self::SecurityRequirement,
    ];

    /// Its fields.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Document => document::DOCUMENT,
            Self::Info => document::INFO,
            Self::Contact => document::CONTACT,
            Self::License => document::LICENSE,
            Self::Server => document::SERVER,
            Self::ServerVariable => document::SERVER_VARIABLE,
            Self::Components => document::COMPONENTS,
            Self::PathItem => document::PATH_ITEM,
            Self::Operation => document::OPERATION,
            Self::ExternalDocs => document::EXTERNAL_DOCS,
            Self::Parameter => document::PARAMETER,
            Self::RequestBody => document::REQUEST_BODY,
            Self::MediaType => document::MEDIA_TYPE,
            Self::Encoding => document::ENCODING,
            Self::Response => document::RESPONSE,
            Self::Example => document::EXAMPLE,
            Self::Link => document::LINK,
            Self::Header => document::HEADER,
            Self::Tag => document::TAG,
            Self::Reference => document::REFERENCE,
            Self::Schema => schema::SCHEMA,
            Self::Discriminator => schema::DISCRIMINATOR,
            Self::Xml => schema::XML,
            Self::SecurityScheme => document::SECURITY_SCHEME,
            Self::OauthFlows => document::OAUTH_FLOWS,
            Self::OauthFlow => document::OAUTH_FLOW,
            Self::Paths | Self::Responses | Self::Callback | Self::SecurityRequirement => &[],
        }
    }

    /// What its members hold, where their names are free.
    #[must_use]
    pub const fn members(self) -> Option<Holds> {
        match self {
            Self::Paths | Self::Callback => Some(Holds::One(Self::PathItem)),
            Self::Responses => Some(Holds::One(Self::Response)),
            Self::SecurityRequirement => Some(Holds::Texts),
            _ => None,
        }
    }

    /// Whether a reference may stand in its place. A schema and a path item have a field for it.
    #[must_use]
    pub const fn may_be_reference(self) -> bool {
        matches!(
            self,
            Self::Parameter
                | Self::RequestBody
                | Self::Response
                | Self::Callback
                | Self::Example
                | Self::Link
                | Self::Header
                | Self::SecurityScheme
        )
    }

    /// The field with a name, in an edition.
    #[must_use]
    pub fn field(self, edition: Edition, name: &str) -> Option<&'static Field> {
        let fields = BY_NAME.get(&(self, name))?;
        let is_here = |field: &&&Field| field.only.is_none_or(|only| only == edition);
        fields.iter().find(is_here).copied()
    }
}

/// The fields by object and name; one may have different forms in the two editions.
static BY_NAME: LazyLock<HashMap<(Object, &str), Vec<&Field>>> = LazyLock::new(|| {
    let mut by_name = HashMap::<_, Vec<_>>::new();
    for object in Object::ALL {
        for field in object.fields() {
            let known = by_name.entry((object, field.name)).or_default();
            known.push(field);
        }
    }
    by_name
});
