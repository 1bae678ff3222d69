//! Walks objects and their fields, as the table has them.

use std::ptr;

use serde_json::{Map, Value};

use super::{
    super::{
        Edition, Expected, ProblemKind, ValueType,
        schema::{unknown, unobeyed},
        table::{Field, Holds, Object, Treatment},
    },
    Walker,
};

impl<'d> Walker<'d> {
    /// Walks a value that should be an object of this kind, or a reference to one.
    pub(super) fn object(&mut self, object: Object, value: &'d Value) {
        if !self.seen.insert((ptr::from_ref(value).addr(), object)) {
            return;
        }
        let fields = match value {
            Value::Object(fields) => fields,
            Value::Bool(_) if object == Object::Schema => return,
            other => {
                let kind = if object == Object::Schema {
                    ProblemKind::WrongType {
                        expected: Expected::Schema,
                        found: ValueType::of(other),
                    }
                } else {
                    ProblemKind::wrong_type(ValueType::Object, other)
                };
                return self.refuse(kind);
            }
        };
        if object.may_be_reference() && fields.contains_key("$ref") {
            return self.reference_object(object, fields);
        }
        match object {
            Object::Schema => self.schema_fields(fields),
            Object::PathItem if fields.contains_key("$ref") => self.path_item_reference(fields),
            _ => self.fields(object, fields),
        }
        match object {
            Object::Paths => self.paths(fields),
            Object::Operation => self.operation(fields),
            Object::Parameter => self.parameter(value),
            Object::RequestBody | Object::Response => self.content(fields),
            _ => {}
        }
    }

    fn fields(&mut self, object: Object, fields: &'d Map<String, Value>) {
        for (name, value) in fields {
            if !name.starts_with("x-") {
                self.within(name, |walker| walker.field(object, name, value));
            }
        }
        self.missing(object, fields);
    }

    /// Tells of fields that must be there, and are not.
    fn missing(&mut self, object: Object, fields: &Map<String, Value>) {
        let edition = self.edition;
        let here = |field: &&Field| field.only.is_none_or(|only| only == edition);
        let required = object.fields().iter().filter(here);
        for field in required.filter(|field| field.is_required) {
            if !fields.contains_key(field.name) {
                self.refuse(ProblemKind::Missing(field.name));
            }
        }
        let one_of = ["paths", "components", "webhooks"];
        if object == Object::Document && !one_of.iter().any(|name| fields.contains_key(*name)) {
            self.refuse(ProblemKind::Missing("paths"));
        }
    }

    fn field(&mut self, object: Object, name: &str, value: &'d Value) {
        if let Some(field) = object.field(self.edition, name) {
            self.treated(field.treatment, field.name, |walker| {
                walker.held(field.holds, value);
            });
        } else if let Some(holds) = object.members() {
            self.member(object, holds, name, value);
        } else if object.fields().iter().any(|field| field.name == name) {
            self.ignore(ProblemKind::OtherEdition(name.to_owned()));
        } else {
            self.ignore(ProblemKind::UnknownField(name.to_owned()));
        }
    }

    /// A member whose name is free, within what its object says of names.
    fn member(&mut self, object: Object, holds: Holds, name: &str, value: &'d Value) {
        match object {
            Object::Paths if !name.starts_with('/') => {
                self.refuse(ProblemKind::PathSyntax(name.to_owned()));
            }
            Object::Responses if !is_status(name) => {
                self.ignore(ProblemKind::Status(name.to_owned()));
            }
            _ => self.held(holds, value),
        }
    }

    pub(super) fn held(&mut self, holds: Holds, value: &'d Value) {
        match (holds, value) {
            (Holds::Named(object), Value::Object(members)) => {
                for (name, value) in members {
                    self.within(name, |walker| walker.part(object, value));
                }
            }
            (Holds::List(object), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.within(&index.to_string(), |walker| walker.part(object, item));
                }
            }
            (Holds::One(object), value) => self.part(object, value),
            (Holds::OneOf(choices), Value::String(found)) => {
                if !choices.contains(&found.as_str()) {
                    let found = found.clone();
                    self.refuse(ProblemKind::WrongChoice { found, choices });
                }
            }
            (holds, value) => {
                if let Some(expected) = holds.unmet(value) {
                    let found = ValueType::of(value);
                    self.refuse(ProblemKind::WrongType { expected, found });
                }
            }
        }
    }

    /// A part that is no field of a schema; schemas are kept to be compiled.
    fn part(&mut self, object: Object, value: &'d Value) {
        if object == Object::Schema {
            let is_component = self.place.starts_with("/components/schemas/");
            let pointer = is_component.then(|| self.place.clone());
            self.schemas.push((value, pointer));
        }
        self.object(object, value);
    }

    /// Walks a schema's keywords.
    fn schema_fields(&mut self, fields: &'d Map<String, Value>) {
        let reference = fields.get("$ref");
        if let Some(reference) = reference {
            self.within("$ref", |walker| walker.reference(Object::Schema, reference));
        }
        let hides = reference.is_some() && self.edition == Edition::V3_0;
        for (name, value) in fields {
            let field = Object::Schema.field(self.edition, name);
            let treatment = field.map(|field| field.treatment);
            let is_silent = name.starts_with("x-") || treatment == Some(Treatment::Annotation);
            if name == "$ref" || is_silent {
                continue;
            }
            self.within(name, |walker| match field {
                _ if hides => walker.ignore(ProblemKind::BesideReference(name.clone())),
                Some(field) => match unobeyed(walker.edition, name, value) {
                    Some(kind) => walker.ignore(kind),
                    None => walker.keyword(field, value),
                },
                None => walker.ignore(unknown(name)),
            });
        }
    }

    fn keyword(&mut self, field: &Field, value: &'d Value) {
        match (field.holds, value) {
            (Holds::Named(Object::Schema), Value::Object(schemas)) => {
                for (name, schema) in schemas {
                    self.within(name, |walker| {
                        if field.name == "patternProperties" {
                            walker.pattern(name);
                        }
                        walker.object(Object::Schema, schema);
                    });
                }
            }
            (Holds::List(Object::Schema), Value::Array(schemas)) => {
                for (index, schema) in schemas.iter().enumerate() {
                    self.within(&index.to_string(), |walker| {
                        walker.object(Object::Schema, schema);
                    });
                }
            }
            (Holds::One(Object::Schema), schema) => self.object(Object::Schema, schema),
            (Holds::Text, Value::String(pattern)) if field.name == "pattern" => {
                self.pattern(pattern);
            }
            (holds, value) => self.held(holds, value),
        }
    }

    fn pattern(&mut self, pattern: &str) {
        if !self.patterns.takes(pattern) {
            self.ignore(ProblemKind::Pattern(pattern.to_owned()));
        }
    }
}

/// Whether it is `default`, a status such as `404`, or a class of them such as `4XX`.
fn is_status(name: &str) -> bool {
    match name.as_bytes() {
        b"default" | [b'1'..=b'5', b'X', b'X'] => true,
        [b'1'..=b'5', tens, ones] => tens.is_ascii_digit() && ones.is_ascii_digit(),
        _ => false,
    }
}

impl ProblemKind {
    pub(super) const fn wrong_type(expected: ValueType, found: &Value) -> Self {
        Self::WrongType {
            expected: Expected::A(expected),
            found: ValueType::of(found),
        }
    }
}
