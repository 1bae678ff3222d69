//! A reading model of a document: what a page tells of an API, as plain owned types.
//!
//! [`Reference::read`] takes any document of edition 3 and never fails. What it cannot understand it
//! leaves out, and a reference that leads to nothing in the document is kept as its text. Schemas
//! are unfolded in place; where depth or size has to end, and where a schema contains itself, a link
//! leads to a schema of [`Reference::schemas`].

mod body;
mod call;
mod example;
mod facts;
mod model;
mod operation;
mod parameter;
mod pattern;
mod plain;
mod rules;
mod schema;
mod security;
mod slug;
mod source;
#[cfg(test)]
mod tests;
mod text;
mod unfold;
mod view;

use serde_json::Value;

pub use call::{ExampleBody, ExampleCall, ExampleContent, ExamplePart};
pub use model::{
    Body, Elsewhere, Example, ExampleValue, Header, Info, License, Operation, Parameter,
    ParameterStyle, Place, Reference, RequestBody, Response, Section, Tag,
};
pub use rules::{Limit, Rule};
pub use schema::{
    Access, Alternatives, Content, Discriminator, Kind, Members, NamedSchema, Property, Schema,
    SchemaLink,
};
pub use security::{Flow, Need, Scheme, SchemeKind};
pub use text::Text;

use self::{source::Source, unfold::Unfolder};

impl Reference {
    /// Reads a document, whatever is in it.
    #[must_use]
    pub fn read(document: &Value) -> Self {
        let source = Source::new(document);
        let mut unfolder = Unfolder::new(source);
        let read = operation::Reader::new(&mut unfolder).read();
        let mut tags = operation::tags(document);
        operation::add_undeclared(&mut tags, &read.operations);
        Self {
            info: info(document),
            tags,
            schemes: security::schemes(source),
            operations: read.operations,
            webhooks: read.webhooks,
            elsewhere: read.elsewhere,
            schemas: unfolder.named_schemas(),
        }
    }

    /// Reads a document as JSON; `None` where it is no JSON.
    #[must_use]
    pub fn parse(document: &str) -> Option<Self> {
        let document: Value = serde_json::from_str(document).ok()?;
        Some(Self::read(&document))
    }

    /// The operation with this slug.
    #[must_use]
    pub fn operation(&self, slug: &str) -> Option<&Operation> {
        self.operations.iter().find(|it| it.slug == slug)
    }

    /// The scheme with this name.
    #[must_use]
    pub fn scheme(&self, name: &str) -> Option<&Scheme> {
        self.schemes.iter().find(|scheme| scheme.name == name)
    }

    /// The operations below their tags, each once, in the order of the tags. Those without a tag
    /// come last.
    #[must_use]
    pub fn sections(&self) -> Vec<Section<'_>> {
        let tags = self.tags.iter().map(Some).chain([None]);
        let sections = tags.map(|tag| {
            let name = tag.map(|tag| tag.name.as_str());
            let operations = self.operations.iter();
            let operations = operations.filter(|it| it.tags.first().map(String::as_str) == name);
            Section {
                tag,
                operations: operations.collect(),
            }
        });
        let full = sections.filter(|section| !section.operations.is_empty());
        full.collect()
    }
}

fn info(document: &Value) -> Info {
    let info = &document["info"];
    let license = info.get("license").map(|license| License {
        name: text::string(license, "name"),
        url: text::optional(license, "url"),
    });
    Info {
        title: Text::of(info, "title"),
        version: text::string(info, "version"),
        summary: Text::of(info, "summary"),
        description: Text::of(info, "description"),
        terms_of_service: text::optional(info, "termsOfService"),
        license,
    }
}
