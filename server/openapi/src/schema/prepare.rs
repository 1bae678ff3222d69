//! Prepares a schema for the validator: translates it, checks its keywords, and replaces references
//! by numbers.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{
    super::{
        Edition, InvalidDocument, MAX_PROBLEMS, Problem, ProblemKind, Reason, Severity,
        table::{Holds, Object, Treatment},
    },
    bundle::{Schemas, target},
    edition30,
    keywords::{Applicator, applicator, applies_in_place},
};

/// The mark of a schema with an unchecked pattern. No document has it, as extensions are left out.
pub(super) const PASSED_OVER: &str = "x-passed-over";

/// A schema whose references are numbers.
pub(super) struct PreparedSchema {
    pub(super) schema: Value,
    pub(super) references: BTreeSet<usize>,
    /// The references for the same value.
    pub(super) in_place: BTreeSet<usize>,
    /// The number of schemas and keywords.
    pub(super) size: usize,
    /// Whether one of its patterns is not checked.
    pub(super) is_loose: bool,
}

/// Prepares the schema at a place of the document.
pub(super) fn prepare(
    schemas: &mut Schemas,
    root: &Value,
    edition: Edition,
    place: &str,
    written: &Value,
) -> Result<PreparedSchema, InvalidDocument> {
    let mut preparer = SchemaPreparer {
        schemas,
        root,
        edition,
        place: vec![place.to_owned()],
        references: BTreeSet::new(),
        in_place: BTreeSet::new(),
        size: 0,
        is_loose: false,
    };
    let schema = preparer.schema(written, true);
    let schema = schema.map_err(|error| match place {
        "" => error,
        place => error.within(place),
    })?;
    Ok(PreparedSchema {
        schema,
        references: preparer.references,
        in_place: preparer.in_place,
        size: preparer.size,
        is_loose: preparer.is_loose,
    })
}

/// The state of preparing a schema. Its depth is limited by that of JSON.
struct SchemaPreparer<'s> {
    schemas: &'s mut Schemas,
    root: &'s Value,
    edition: Edition,
    /// Names from the outside in, for warnings.
    place: Vec<String>,
    references: BTreeSet<usize>,
    in_place: BTreeSet<usize>,
    size: usize,
    is_loose: bool,
}

impl SchemaPreparer<'_> {
    fn schema(&mut self, written: &Value, in_place: bool) -> Result<Value, InvalidDocument> {
        self.size += 1;
        let written = match written {
            Value::Object(keywords) => &self.obeyed(keywords),
            Value::Bool(_) => return Ok(written.clone()),
            other => return Err(Reason::Schema(format!("{other} is none")).into()),
        };
        let mut prepared = Map::new();
        let mut is_open = false;
        for (keyword, value) in written {
            self.size += 1;
            self.place.push(keyword.clone());
            let kept = self.keyword(keyword, value, in_place, &mut is_open);
            self.place.pop();
            let kept = kept.map_err(|error| error.within(keyword))?;
            prepared.extend(kept.map(|kept| (keyword.clone(), kept)));
        }
        let passes_over = written.contains_key("pattern") && !prepared.contains_key("pattern");
        if is_open || passes_over {
            self.is_loose = true;
            prepared.insert(PASSED_OVER.to_owned(), Value::Bool(true));
        }
        if is_open {
            // It is unknown which names the unchecked pattern would have allowed.
            prepared.shift_remove("additionalProperties");
            prepared.shift_remove("unevaluatedProperties");
        }
        Ok(Value::Object(prepared))
    }

    /// The keywords that are obeyed, and the description for messages, in JSON Schema 2020-12. Adds
    /// warnings for the others but annotations.
    fn obeyed(&mut self, keywords: &Map<String, Value>) -> Map<String, Value> {
        let mut obeyed = Map::new();
        let hides = self.edition == Edition::V3_0 && keywords.contains_key("$ref");
        for (keyword, value) in keywords {
            let is_hidden = hides && keyword != "$ref";
            if is_hidden || keyword.starts_with("x-") {
                continue;
            }
            let field = Object::Schema.field(self.edition, keyword);
            match field.map(|field| field.treatment) {
                Some(Treatment::Annotation) => {
                    // Messages tell it.
                    if keyword == "description" && value.is_string() {
                        obeyed.insert(keyword.clone(), value.clone());
                    }
                }
                Some(_) => match unobeyed(self.edition, keyword, value) {
                    Some(kind) => self.warn(keyword, &kind),
                    None => {
                        obeyed.insert(keyword.clone(), value.clone());
                    }
                },
                None => self.warn(keyword, &unknown(keyword)),
            }
        }
        if self.edition == Edition::V3_0 {
            edition30::translate(&mut obeyed);
        }
        obeyed
    }

    /// The prepared value of a keyword; `None` when it is left out. It also opens a schema whose
    /// names are not all known.
    fn keyword(
        &mut self,
        keyword: &str,
        value: &Value,
        in_place: bool,
        opens: &mut bool,
    ) -> Result<Option<Value>, InvalidDocument> {
        if let Some(held) = applicator(keyword) {
            let in_place = in_place && applies_in_place(keyword);
            return self.held(keyword, held, value, in_place, opens).map(Some);
        }
        Ok(match (keyword, value) {
            ("$ref", Value::String(reference)) => Some(self.reference(reference, in_place)?),
            ("pattern", Value::String(pattern)) => self.take(pattern).then(|| value.clone()),
            ("required", Value::Array(names)) => {
                // A name that stands twice says nothing more.
                let mut known = BTreeSet::new();
                let names = names.iter().filter(|name| known.insert(name.as_str()));
                Some(names.cloned().collect())
            }
            _ => {
                self.size += value.as_array().map_or(0, Vec::len);
                Some(value.clone())
            }
        })
    }

    fn held(
        &mut self,
        keyword: &str,
        held: Applicator,
        value: &Value,
        in_place: bool,
        opens: &mut bool,
    ) -> Result<Value, InvalidDocument> {
        match (held, value) {
            (Applicator::List, Value::Array(schemas)) => {
                let schemas = schemas.iter().map(|schema| self.schema(schema, in_place));
                schemas.collect()
            }
            (Applicator::Named, Value::Object(schemas)) => {
                let mut prepared = Map::new();
                for (name, schema) in schemas {
                    if keyword == "patternProperties" && !self.take(name) {
                        *opens = true;
                        continue;
                    }
                    self.place.push(name.clone());
                    let schema = self.schema(schema, in_place);
                    self.place.pop();
                    prepared.insert(name.clone(), schema.map_err(|error| error.within(name))?);
                }
                Ok(Value::Object(prepared))
            }
            // The validator reports wrong values.
            (Applicator::List | Applicator::Named, other) => Ok(other.clone()),
            (Applicator::One, schema) => self.schema(schema, in_place),
        }
    }

    fn reference(&mut self, reference: &str, in_place: bool) -> Result<Value, Reason> {
        let (pointer, _) = target(self.root, reference)?;
        let number = self.schemas.number(pointer);
        self.references.insert(number);
        if in_place {
            self.in_place.insert(number);
        }
        Ok(Value::String(format!("#/$defs/{number}")))
    }

    /// Whether a pattern is supported; otherwise adds a warning.
    fn take(&mut self, pattern: &str) -> bool {
        let is_taken = self.schemas.patterns.takes(pattern);
        if !is_taken {
            let place = self.place.join("/");
            let kind = ProblemKind::Pattern(pattern.to_owned());
            self.warn_at(&place, &kind);
        }
        is_taken
    }

    fn warn(&mut self, keyword: &str, kind: &ProblemKind) {
        let place = format!("{}/{keyword}", self.place.join("/"));
        self.warn_at(&place, kind);
    }

    fn warn_at(&mut self, place: &str, kind: &ProblemKind) {
        let place = place.trim_start_matches('/').to_owned();
        if self.schemas.warnings.len() < MAX_PROBLEMS {
            let problem = Problem::new(place, None, Severity::Ignored, kind.clone());
            self.schemas.warnings.push(problem.to_string());
        }
    }
}

/// Why a keyword of this edition is left out, if it is.
pub(crate) fn unobeyed(edition: Edition, keyword: &str, value: &Value) -> Option<ProblemKind> {
    let field = Object::Schema.field(edition, keyword)?;
    if field.treatment == Treatment::Ignored {
        return Some(ProblemKind::NotObeyed(field.name));
    }
    if field.holds == Holds::List(Object::Schema) && value.as_array().is_some_and(Vec::is_empty) {
        return Some(ProblemKind::EmptyList(field.name));
    }
    // A value in the form of the other edition, as `exclusiveMinimum: true`.
    let other = match edition {
        Edition::V3_0 => Edition::V3_1,
        Edition::V3_1 => Edition::V3_0,
    };
    let other = Object::Schema.field(other, keyword)?;
    let is_of_other = field.holds.unmet(value).is_some() && other.holds.unmet(value).is_none();
    is_of_other.then(|| ProblemKind::OtherEdition(keyword.to_owned()))
}

/// Why a keyword that is none of this edition is left out.
pub(crate) fn unknown(keyword: &str) -> ProblemKind {
    let mut known = Object::Schema.fields().iter();
    if known.any(|field| field.name == keyword) {
        ProblemKind::OtherEdition(keyword.to_owned())
    } else {
        ProblemKind::UnknownField(keyword.to_owned())
    }
}
