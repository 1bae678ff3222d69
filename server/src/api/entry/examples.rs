//! Examples of what is sent and answered, made of the schemas. What a value is called says what it is
//! like.

use serde_json::{Map, Value, json};

use super::values::{
    ABSENT, ADDRESSED, CHOSEN, DAY, ID, MOMENT, PAGE_LINKS, RELATED, TEXTS, TYPES, number, value_of,
};
use crate::api::ROOT;

/// As deep as bodies of the API ever are.
const MAX_DEPTH: usize = 16;

/// Makes the examples of the operations at a path.
pub struct Examples<'a> {
    path: &'a str,
    schemas: Option<&'a Value>,
}

/// Where in a body a value stands.
#[derive(Clone, Copy, Default)]
struct Place<'a> {
    /// The type of the resource around it.
    kind: &'a str,
    name: &'a str,
    /// Whether only what must be there is wanted.
    is_sent: bool,
    depth: usize,
}

impl<'a> Examples<'a> {
    pub const fn below(path: &'a str, schemas: Option<&'a Value>) -> Self {
        Self { path, schemas }
    }

    /// An example of what is sent: what must be there.
    pub fn of_body(&self, schema: &Value) -> Value {
        let place = Place {
            is_sent: true,
            ..Place::default()
        };
        self.make(schema, place)
    }

    /// An example of what is answered: all of it.
    pub fn of_answer(&self, schema: &Value) -> Value {
        self.make(schema, Place::default())
    }

    fn make(&self, schema: &Value, place: Place<'_>) -> Value {
        if place.depth > MAX_DEPTH {
            return Value::Null;
        }
        let place = Place {
            depth: place.depth + 1,
            ..place
        };
        if let Some(example) = written(schema) {
            return example.clone();
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            return self.referred(reference, place);
        }
        for name in ["oneOf", "anyOf"] {
            if let Some(first) = first_of(schema.get(name)) {
                return self.make(first, place);
            }
        }
        if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
            return self.merged(parts, place);
        }
        match type_of(schema) {
            Some("object") => self.object(schema, place),
            Some("array") => {
                let items = schema.get("items");
                items.map_or_else(|| json!([]), |items| json!([self.make(items, place)]))
            }
            Some("string") => self.text(schema, place),
            Some("integer" | "number") => number(place.name),
            // What is sent changes no more than it must.
            Some("boolean") => Value::Bool(!place.is_sent),
            _ if schema.get("properties").is_some() => self.object(schema, place),
            _ => json!({}),
        }
    }

    fn referred(&self, reference: &str, place: Place<'_>) -> Value {
        let name = reference.rsplit('/').next().unwrap_or_default();
        let Some(schema) = self.schemas.and_then(|schemas| schemas.get(name)) else {
            return Value::Null;
        };
        let kind = match name {
            PAGE_LINKS => "",
            // Of `One_GroupResource` it is the part about the resource.
            name => value_of(&TYPES, name.rsplit('_').next().unwrap_or(name)).unwrap_or(place.kind),
        };
        self.make(schema, Place { kind, ..place })
    }

    fn merged(&self, parts: &[Value], place: Place<'_>) -> Value {
        let mut merged = Map::new();
        for part in parts {
            match self.make(part, place) {
                Value::Object(members) => merged.extend(members),
                other => return other,
            }
        }
        Value::Object(merged)
    }

    fn object(&self, schema: &Value, place: Place<'_>) -> Value {
        let required = schema.get("required").and_then(Value::as_array);
        let is_required = |name: &str| required.is_some_and(|it| it.iter().any(|it| it == name));
        let properties = schema.get("properties").and_then(Value::as_object);
        let wanted = properties.into_iter().flatten().filter(|(name, _)| {
            let is_left_out = place.is_sent && required.is_some() && !is_required(name);
            !is_left_out && name.as_str() != "included"
        });
        let members = wanted.map(|(name, schema)| {
            let is_absent = !place.is_sent && ABSENT.contains(&name.as_str());
            let value = if is_absent {
                Value::Null
            } else {
                self.make(schema, place.within(name))
            };
            (name.clone(), value)
        });
        Value::Object(members.collect())
    }

    fn text(&self, schema: &Value, place: Place<'_>) -> Value {
        let name = place.name;
        match schema.get("format").and_then(Value::as_str) {
            Some("uuid") => return ID.into(),
            Some("date-time") => return MOMENT.into(),
            Some("date") => return DAY.into(),
            _ => {}
        }
        match name {
            "id" | "request" => ID.into(),
            "type" => place.kind.into(),
            "self" => self.link(place.kind).into(),
            _ => value_of(&TEXTS, name).unwrap_or("texto").into(),
        }
    }

    /// Where a resource of this type is; one that has no address of its own is where the operation
    /// is, as a page is.
    fn link(&self, kind: &str) -> String {
        if ADDRESSED.contains(&kind) {
            return format!("{ROOT}/{kind}/{ID}");
        }
        let segments = self.path.split('/');
        let segments = segments.map(|it| if it.starts_with('{') { ID } else { it });
        format!("{ROOT}{}", segments.collect::<Vec<_>>().join("/"))
    }
}

impl<'a> Place<'a> {
    /// A member of what stands here. A relationship leads to a resource of another type.
    fn within(self, name: &'a str) -> Self {
        Self {
            kind: value_of(&RELATED, name).unwrap_or(self.kind),
            name,
            ..self
        }
    }
}

/// What the schema itself has.
fn written(schema: &Value) -> Option<&Value> {
    let first = |name: &str| schema.get(name).and_then(|it| it.as_array()?.first());
    let values = schema.get("enum").and_then(Value::as_array);
    let is_chosen = |it: &&Value| it.as_str().is_some_and(|it| CHOSEN.contains(&it));
    let chosen = values.and_then(|it| it.iter().find(is_chosen));
    let example = schema.get("example").or_else(|| schema.get("const"));
    example
        .or_else(|| first("examples"))
        .or(chosen)
        .or_else(|| first("enum"))
}

/// The first alternative that is something.
fn first_of(alternatives: Option<&Value>) -> Option<&Value> {
    let mut alternatives = alternatives?.as_array()?.iter();
    alternatives.find(|it| type_of(it) != Some("null"))
}

/// The type; the first of several that is one.
fn type_of(schema: &Value) -> Option<&str> {
    match schema.get("type")? {
        Value::String(one) => Some(one),
        Value::Array(several) => {
            let mut several = several.iter().filter_map(Value::as_str);
            several.find(|it| *it != "null")
        }
        _ => None,
    }
}
