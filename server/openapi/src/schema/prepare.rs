//! Prepares a schema for the validator: translates it, checks its keywords, and replaces references
//! by numbers.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{
    super::{Edition, InvalidDocument, Reason},
    bundle::{Schemas, target},
    edition30, format,
    keywords::{Applicator, applicator, applies_in_place, is_annotation, is_kept},
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
        let written = match (written, self.edition) {
            (Value::Object(keywords), Edition::V3_0) => &edition30::translated(keywords),
            (Value::Object(keywords), Edition::V3_1) => keywords,
            (Value::Bool(_), _) => return Ok(written.clone()),
            (other, _) => return Err(Reason::Schema(format!("{other} is none")).into()),
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
        match (keyword, value) {
            ("$ref", Value::String(reference)) => Ok(Some(self.reference(reference, in_place)?)),
            ("pattern", Value::String(pattern)) => {
                let is_taken = self.take(pattern)?;
                Ok(is_taken.then(|| value.clone()))
            }
            ("format", Value::String(name)) if !format::is_known(name) => {
                Err(Reason::Format(name.clone()).into())
            }
            ("$ref" | "pattern" | "format", _) => Ok(Some(value.clone())),
            _ if is_kept(keyword) => {
                self.size += value.as_array().map_or(0, Vec::len);
                Ok(Some(value.clone()))
            }
            _ if is_annotation(keyword) => Ok(None),
            _ => Err(Reason::Keyword(keyword.to_owned()).into()),
        }
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
                    if keyword == "patternProperties" && !self.take(name)? {
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
    fn take(&mut self, pattern: &str) -> Result<bool, Reason> {
        let is_taken = self.schemas.patterns.take(pattern)?;
        if !is_taken {
            let place: Vec<_> = self.place.iter().map(String::as_str).collect();
            self.schemas.warnings.push(format!(
                "{}: the pattern {pattern} is passed over, as no engine of linear time takes it",
                place.join("/").trim_start_matches('/')
            ));
        }
        Ok(is_taken)
    }
}
