//! Unfolds schemas in place, to a bounded depth and size.

use std::collections::HashMap;

use serde_json::Value;

use super::{
    Alternatives, Content, Discriminator, Members, NamedSchema, Property, Schema, SchemaLink,
    example::{Direction, sample},
    facts::facts,
    slug::Slugs,
    source::{Source, label, reference},
    text::{members, optional},
    view::{Choice, View},
};

/// The number of schemas that all operations of a document may unfold to, and those that links lead
/// to: as many as a page can show.
const POOL: usize = 9_000;
const NAMED_POOL: usize = 3_000;
/// The number of schemas that a body may unfold to, in a document with many operations and in one
/// with few.
const MIN_SHARE: usize = 6;
const MAX_SHARE: usize = 400;
/// How deep a body is unfolded, and how deep a schema that links lead to.
const DEPTH: usize = 8;
const NAMED_DEPTH: usize = 3;
const NAMED_SIZE: usize = 150;

/// Makes trees of schemas, and keeps in mind which schemas links lead to.
pub(super) struct Unfolder<'d> {
    pub(super) source: Source<'d>,
    links: Vec<&'d str>,
    slugs: HashMap<&'d str, String>,
    free_slugs: Slugs,
    /// The references that are being unfolded.
    above: Vec<&'d str>,
    /// How many schemas may still be unfolded in all.
    pool: usize,
    /// How many a body may have.
    share: usize,
    /// The examples of schemas that have a name, by its reference.
    samples: HashMap<(&'d str, Direction), Option<Value>>,
}

/// What the children of a schema may unfold to.
struct Allowance {
    left: usize,
    children: usize,
}

impl<'d> Unfolder<'d> {
    pub(super) fn new(source: Source<'d>) -> Self {
        Self {
            source,
            links: vec![],
            slugs: HashMap::new(),
            free_slugs: Slugs::default(),
            above: vec![],
            pool: POOL,
            share: MAX_SHARE,
            samples: HashMap::new(),
        }
    }

    /// Lets the bodies of so many operations share what the document may unfold to.
    pub(super) fn expect(&mut self, operations: usize) {
        self.share = (POOL / 3 / operations.max(1)).clamp(MIN_SHARE, MAX_SHARE);
    }

    /// Unfolds the schema of a body, a parameter or a header.
    pub(super) fn unfold(&mut self, schema: &'d Value) -> Schema {
        self.within(schema, DEPTH, self.share)
    }

    /// An example that is made from a schema; `None` where there is no end to it.
    pub(super) fn sample(&mut self, schema: &'d Value, direction: Direction) -> Option<Value> {
        let (source, enough) = (self.source, self.share);
        let make = || sample(source, schema, direction, enough);
        match reference(schema) {
            Some(reference) => {
                let kept = self.samples.entry((reference, direction));
                kept.or_insert_with(make).clone()
            }
            None => make(),
        }
    }

    /// The schemas that links lead to, and those that their links lead to, by name.
    pub(super) fn named_schemas(mut self) -> Vec<NamedSchema> {
        self.pool = NAMED_POOL;
        let size = self.share.clamp(MIN_SHARE, NAMED_SIZE);
        let mut schemas = vec![];
        while let Some(&reference) = self.links.get(schemas.len()) {
            let Some(target) = self.source.target(reference) else {
                break;
            };
            self.above.push(reference);
            let schema = self.within(target, NAMED_DEPTH, size);
            self.above.clear();
            schemas.push(NamedSchema {
                slug: self.slugs.get(reference).cloned().unwrap_or_default(),
                name: label(reference),
                schema,
            });
        }
        schemas.sort_by_cached_key(|schema| (schema.name.to_lowercase(), schema.slug.clone()));
        schemas
    }

    fn within(&mut self, schema: &'d Value, depth: usize, size: usize) -> Schema {
        let size = size.min(self.pool);
        let mut left = size;
        let schema = self.node(&[schema], depth, &mut left);
        self.pool -= size - left;
        schema
    }

    fn node(&mut self, schemas: &[&'d Value], depth: usize, left: &mut usize) -> Schema {
        let view = View::new(self.source, schemas, &self.above);
        let mut schema = facts(&view);
        schema.content = self.content(&view, depth, left);
        schema
    }

    fn content(&mut self, view: &View<'d>, depth: usize, left: &mut usize) -> Content {
        if view.is_never {
            return Content::Never;
        }
        if let Some(reference) = view.elsewhere {
            return Content::Link(SchemaLink::Elsewhere(reference.to_owned()));
        }
        if let Some(reference) = self.repeated(view) {
            return Content::Link(self.link(reference));
        }
        let properties = view.properties();
        let children = properties.len() + others(view);
        if children == 0 && view.first("additionalProperties") != Some(&Value::Bool(false)) {
            return Content::Plain;
        }
        if depth == 0 || *left == 0 || (!self.above.is_empty() && *left < properties.len()) {
            let link = view.name.map(|reference| self.link(reference));
            return Content::Link(link.unwrap_or(SchemaLink::Document));
        }
        let depth_before = self.above.len();
        self.above.extend(&view.references);
        let mut allowance = Allowance {
            left: left.saturating_sub(children),
            children,
        };
        let members = self.members(view, properties, *left, depth - 1, &mut allowance);
        self.above.truncate(depth_before);
        *left = allowance.left;
        Content::Parts(Box::new(members))
    }

    fn members(
        &mut self,
        view: &View<'d>,
        properties: Vec<(&'d str, Vec<&'d Value>)>,
        most: usize,
        depth: usize,
        allowance: &mut Allowance,
    ) -> Members {
        let required = view.required();
        let omitted = properties.len().saturating_sub(most);
        let properties = properties.into_iter().take(most);
        let properties = properties.map(|(name, schemas)| Property {
            name: name.to_owned(),
            required: required.contains(&name),
            schema: self.child(&schemas, depth, allowance),
        });
        let properties = properties.collect();
        let patterns = view.patterns().map(|(pattern, schema)| {
            let schema = self.child(&[schema], depth, allowance);
            (pattern.clone(), schema)
        });
        let patterns = patterns.collect();
        let additional = view.first("additionalProperties");
        let first_items = view.first_items().iter();
        let first_items = first_items.map(|it| self.child(&[it], depth, allowance));
        Members {
            properties,
            omitted,
            patterns,
            first_items: first_items.collect(),
            is_closed: additional == Some(&Value::Bool(false)),
            additional: additional
                .filter(|it| **it != Value::Bool(false))
                .map(|it| Box::new(self.child(&[it], depth, allowance))),
            items: view
                .items()
                .map(|it| Box::new(self.child(&[it], depth, allowance))),
            alternatives: self.alternatives(view, depth, allowance),
            not: view
                .first("not")
                .map(|it| Box::new(self.child(&[it], depth, allowance))),
        }
    }

    fn alternatives(
        &mut self,
        view: &View<'d>,
        depth: usize,
        allowance: &mut Allowance,
    ) -> Vec<Alternatives> {
        let choices = view.choices.iter().map(|choice| Alternatives {
            is_exactly_one: choice.is_exactly_one,
            discriminator: discriminator(choice),
            schemas: choice
                .alternatives
                .iter()
                .map(|schema| self.child(&[schema], depth, allowance))
                .collect(),
        });
        choices.collect()
    }

    fn child(&mut self, schemas: &[&'d Value], depth: usize, allowance: &mut Allowance) -> Schema {
        let share = allowance.left / allowance.children.max(1);
        let mut left = share;
        let schema = self.node(schemas, depth, &mut left);
        allowance.children = allowance.children.saturating_sub(1);
        allowance.left -= share - left;
        schema
    }

    /// The reference that is being unfolded already: the name of the schema, or one that leads to it
    /// for the third time.
    fn repeated(&self, view: &View<'d>) -> Option<&'d str> {
        let times = |reference: &&str| self.above.iter().filter(|it| *it == reference).count();
        let name = view.name.filter(|name| times(name) > 0);
        name.or_else(|| view.references.iter().find(|it| times(it) > 1).copied())
    }

    fn link(&mut self, reference: &'d str) -> SchemaLink {
        let name = label(reference);
        if !self.slugs.contains_key(reference) {
            let slug = self.free_slugs.take(&name);
            self.slugs.insert(reference, slug);
            self.links.push(reference);
        }
        let slug = self.slugs.get(reference).cloned().unwrap_or_default();
        SchemaLink::Named { slug, name }
    }
}

/// How many children a schema has beside the named members of an object.
fn others(view: &View<'_>) -> usize {
    let additional = view.first("additionalProperties");
    let additional = additional.is_some_and(|it| *it != Value::Bool(false));
    let alternatives = view.choices.iter().map(|choice| choice.alternatives.len());
    view.patterns().count()
        + usize::from(additional)
        + view.first_items().len()
        + usize::from(view.items().is_some())
        + usize::from(view.first("not").is_some())
        + alternatives.sum::<usize>()
}

fn discriminator(choice: &Choice<'_>) -> Option<Discriminator> {
    let discriminator = choice.discriminator?;
    let mapping = members(discriminator, "mapping");
    let mapping =
        mapping.filter_map(|(value, target)| Some((value.clone(), label(target.as_str()?))));
    Some(Discriminator {
        property: optional(discriminator, "propertyName")?,
        mapping: mapping.collect(),
    })
}
