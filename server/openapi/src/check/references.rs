//! References: each leads to something in the document, and that is walked as what it is taken for.

use serde_json::{Map, Value};

use super::{
    super::{
        Edition, ProblemKind, ValueType,
        document::REFERENCES,
        schema::target,
        table::{Object, Treatment},
    },
    Walker,
};

impl<'d> Walker<'d> {
    /// A reference in place of an object.
    pub(super) fn reference_object(&mut self, object: Object, fields: &'d Map<String, Value>) {
        for (name, value) in fields {
            self.within(name, |walker| {
                match Object::Reference.field(walker.edition, name) {
                    _ if name == "$ref" => walker.reference(object, value),
                    Some(field) if field.treatment == Treatment::Annotation => {}
                    _ if name.starts_with("x-") || is_annotation(object, walker.edition, name) => {}
                    _ => walker.ignore(ProblemKind::BesideReference(name.clone())),
                }
            });
        }
    }

    /// A path item that is elsewhere.
    pub(super) fn path_item_reference(&mut self, fields: &'d Map<String, Value>) {
        self.reference_object(Object::PathItem, fields);
    }

    /// A reference to an object of this kind.
    pub(super) fn reference(&mut self, object: Object, reference: &'d Value) {
        let Value::String(text) = reference else {
            return self.refuse(ProblemKind::wrong_type(ValueType::Text, reference));
        };
        match self.end_of(object, text) {
            Ok((place, value)) => self.waiting.push((place, value, object)),
            Err(kind) => self.refuse(kind),
        }
    }

    /// What a reference leads to; for a schema, which may have more than its reference, the next.
    fn end_of(&self, object: Object, text: &str) -> Result<(String, &'d Value), ProblemKind> {
        let mut next = text;
        for _ in 0..REFERENCES {
            let (place, value) = target(self.root, next)?;
            let further = value.get("$ref").and_then(Value::as_str);
            match further {
                Some(further) if object != Object::Schema => next = further,
                _ => return Ok((place, value)),
            }
        }
        Err(ProblemKind::ReferenceLoop(text.to_owned()))
    }

    /// Walks what references lead to, and was not walked yet.
    pub(super) fn waiting_targets(&mut self) {
        while let Some((place, value, object)) = self.waiting.pop() {
            self.place = place;
            self.object(object, value);
        }
        self.place.clear();
    }
}

/// Whether a field beside a reference would only have been an annotation.
fn is_annotation(object: Object, edition: Edition, name: &str) -> bool {
    let field = object.field(edition, name);
    field.is_some_and(|field| field.treatment == Treatment::Annotation)
}
