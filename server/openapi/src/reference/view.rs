//! A schema as a reader sees it: with what it refers to and all of its `allOf`, as if it were
//! written in one place.

use serde_json::Value;

use super::{
    Kind,
    source::{Source, reference},
    text::{items, members},
};

/// The largest number of schemas that are read as one.
const PARTS: usize = 64;

/// The keywords that say of a value what it is. A reference beside none of them is the whole schema.
const STRUCTURAL: [&str; 13] = [
    "type",
    "properties",
    "patternProperties",
    "additionalProperties",
    "items",
    "prefixItems",
    "enum",
    "const",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "required",
];

/// Several schemas that hold for the same value.
#[derive(Clone, Default)]
pub(super) struct View<'d> {
    parts: Vec<&'d Value>,
    /// The references that lead here.
    pub(super) references: Vec<&'d str>,
    /// The reference that is the whole schema.
    pub(super) name: Option<&'d str>,
    /// A reference that leads to nothing in the document.
    pub(super) elsewhere: Option<&'d str>,
    pub(super) choices: Vec<Choice<'d>>,
    is_nullable: bool,
    pub(super) is_never: bool,
}

/// The alternatives of a `oneOf` or an `anyOf`, without null.
#[derive(Clone)]
pub(super) struct Choice<'d> {
    pub(super) is_exactly_one: bool,
    pub(super) alternatives: Vec<&'d Value>,
    pub(super) discriminator: Option<&'d Value>,
}

impl<'d> View<'d> {
    /// Sees several schemas as one. Alternatives of a schema that is being unfolded already are left
    /// out.
    pub(super) fn new(source: Source<'d>, schemas: &[&'d Value], above: &[&'d str]) -> Self {
        let mut view = Self::default();
        if let [schema] = schemas {
            view.name = name(schema);
        }
        for schema in schemas {
            view.add(source, schema, above);
        }
        view
    }

    /// Adds a schema that holds as well.
    pub(super) fn add(&mut self, source: Source<'d>, schema: &'d Value, above: &[&'d str]) {
        self.gather(source, schema, above, true);
    }

    fn gather(&mut self, source: Source<'d>, schema: &'d Value, above: &[&'d str], chooses: bool) {
        if *schema == Value::Bool(false) {
            self.is_never = true;
        }
        if !schema.is_object() || self.parts.len() >= PARTS {
            return;
        }
        self.parts.push(schema);
        if let Some(reference) = reference(schema) {
            self.follow(source, reference, above, chooses);
        }
        for part in items(schema, "allOf") {
            self.gather(source, part, above, chooses);
        }
        for keyword in ["oneOf", "anyOf"] {
            self.choose(source, schema, keyword, above, chooses);
        }
    }

    fn follow(&mut self, source: Source<'d>, reference: &'d str, above: &[&'d str], chooses: bool) {
        if self.references.contains(&reference) {
            return;
        }
        self.references.push(reference);
        let chooses = chooses && !above.contains(&reference);
        match source.target(reference) {
            Some(target) => self.gather(source, target, above, chooses),
            None => self.elsewhere = self.elsewhere.or(Some(reference)),
        }
    }

    /// One alternative beside null is no choice; neither is where one is part of the view already, as
    /// a base names its alternatives, which name their base.
    fn choose(
        &mut self,
        source: Source<'d>,
        schema: &'d Value,
        keyword: &str,
        above: &[&'d str],
        chooses: bool,
    ) {
        let all = items(schema, keyword);
        let alternatives: Vec<_> = all.iter().filter(|it| !is_null(it)).collect();
        self.is_nullable |= alternatives.len() < all.len();
        match alternatives[..] {
            [] => {}
            [only] => self.gather(source, only, above, chooses),
            _ if chooses && !self.has_one_of(&alternatives) => self.choices.push(Choice {
                is_exactly_one: keyword == "oneOf",
                alternatives,
                discriminator: schema.get("discriminator"),
            }),
            _ => {}
        }
    }

    fn has_one_of(&self, alternatives: &[&Value]) -> bool {
        let mut references = alternatives.iter().filter_map(|it| reference(it));
        references.any(|reference| self.references.contains(&reference))
    }

    /// The value of a keyword, from the outermost schema that has it.
    pub(super) fn first(&self, keyword: &str) -> Option<&'d Value> {
        self.parts.iter().find_map(|part| part.get(keyword))
    }

    /// The outermost schema that has this keyword.
    pub(super) fn part_with(&self, keyword: &str) -> Option<&'d Value> {
        let mut parts = self.parts.iter();
        parts.find(|part| part.get(keyword).is_some()).copied()
    }

    pub(super) fn flag(&self, keyword: &str) -> bool {
        let mut parts = self.parts.iter();
        parts.any(|part| part.get(keyword) == Some(&Value::Bool(true)))
    }

    pub(super) fn count(&self, keyword: &str) -> Option<u64> {
        let count = self.first(keyword)?;
        count.as_u64().or_else(|| {
            let whole = count.as_f64().filter(|count| *count >= 0.0)?;
            format!("{whole:.0}").parse().ok()
        })
    }

    /// The types that it names, or else those that its other keywords imply.
    pub(super) fn kinds(&self) -> Vec<Kind> {
        let named = self.type_names();
        let kinds: Vec<_> = named.iter().filter_map(|name| Kind::named(name)).collect();
        if !kinds.is_empty() {
            return kinds;
        }
        let values = self.values().iter();
        let mut of_values: Vec<_> = values.filter_map(Kind::of).collect();
        of_values.dedup();
        if !of_values.is_empty() {
            return of_values;
        }
        let implied = [
            ("properties", Kind::Object),
            ("additionalProperties", Kind::Object),
            ("patternProperties", Kind::Object),
            ("items", Kind::Array),
            ("prefixItems", Kind::Array),
            ("pattern", Kind::String),
            ("minLength", Kind::String),
            ("maxLength", Kind::String),
        ];
        let implied = implied.into_iter();
        let mut implied = implied.filter(|(keyword, _)| self.first(keyword).is_some());
        implied.next().map(|(_, kind)| kind).into_iter().collect()
    }

    fn type_names(&self) -> Vec<&'d str> {
        match self.first("type") {
            Some(Value::String(name)) => vec![name],
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
            _ => vec![],
        }
    }

    pub(super) fn is_nullable(&self) -> bool {
        let values = self.values();
        let among_values = values.len() > 1 && values.contains(&Value::Null);
        let only_null = self.type_names() == ["null"];
        let named = self.type_names().contains(&"null") && !only_null;
        self.is_nullable || named || among_values || self.flag("nullable")
    }

    /// The values of `enum`, or the one of `const`.
    pub(super) fn values(&self) -> &'d [Value] {
        if let Some(only) = self.first("const") {
            return std::slice::from_ref(only);
        }
        let values = self.first("enum").and_then(Value::as_array);
        values.map_or(&[], Vec::as_slice)
    }

    /// The named members of an object with all schemas that hold for each, in their order.
    pub(super) fn properties(&self) -> Vec<(&'d str, Vec<&'d Value>)> {
        let mut properties: Vec<(&str, Vec<&Value>)> = vec![];
        let mut places = std::collections::HashMap::new();
        for part in &self.parts {
            for (name, schema) in members(part, "properties") {
                let place = *places.entry(name.as_str()).or_insert(properties.len());
                match properties.get_mut(place) {
                    Some((_, schemas)) => schemas.push(schema),
                    None => properties.push((name, vec![schema])),
                }
            }
        }
        properties
    }

    pub(super) fn patterns(&self) -> impl Iterator<Item = (&'d String, &'d Value)> + use<'_, 'd> {
        let parts = self.parts.iter();
        parts.flat_map(|part| members(part, "patternProperties"))
    }

    /// The names of the members that an object must have.
    pub(super) fn required(&self) -> Vec<&'d str> {
        let parts = self.parts.iter();
        let required = parts.flat_map(|part| items(part, "required"));
        required.filter_map(Value::as_str).collect()
    }

    /// The schemas of the first items of a list; in 3.0 and older drafts `items` may be a list.
    pub(super) fn first_items(&self) -> &'d [Value] {
        let listed = self.first("items").and_then(Value::as_array);
        let prefix = self.first("prefixItems").and_then(Value::as_array);
        prefix.or(listed).map_or(&[], Vec::as_slice)
    }

    /// The schema of all other items.
    pub(super) fn items(&self) -> Option<&'d Value> {
        let items = self.first("items").filter(|items| items.is_object());
        items.or_else(|| self.first("additionalItems").filter(|it| it.is_object()))
    }

    /// Which of these keywords it has.
    pub(super) fn having<'k>(&self, keywords: &[&'k str]) -> Vec<&'k str> {
        let keywords = keywords.iter().copied();
        keywords
            .filter(|keyword| self.first(keyword).is_some())
            .collect()
    }
}

/// Whether a schema allows null alone.
fn is_null(schema: &Value) -> bool {
    let null = |keyword| schema.get(keyword).is_some_and(Value::is_null);
    schema.get("type").and_then(Value::as_str) == Some("null")
        || null("const")
        || schema.get("enum") == Some(&Value::Array(vec![Value::Null]))
}

/// The reference that is the whole schema, beside descriptions and null.
fn name(schema: &Value) -> Option<&str> {
    if let Some(reference) = reference(schema) {
        return Some(reference);
    }
    let members = schema.as_object()?;
    let mut structural = members
        .keys()
        .filter(|it| STRUCTURAL.contains(&it.as_str()));
    let (only, others) = (structural.next()?, structural.next());
    if others.is_some() || !["allOf", "oneOf", "anyOf"].contains(&only.as_str()) {
        return None;
    }
    let mut inner = items(schema, only).iter().filter(|it| !is_null(it));
    let (first, second) = (inner.next()?, inner.next());
    second.is_none().then(|| reference(first)).flatten()
}
