//! A schema with all that it refers to, as the validator gets it.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use jsonschema::ValidationError;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use super::{
    super::{Edition, InvalidDocument, Reason},
    Patterns, Schema,
    loose::{loose, loosened},
    prepare::{PreparedSchema, prepare},
};

/// How many references may follow each other for the same value. A value within it begins at zero,
/// so that a schema may contain itself.
const NESTING: usize = 16;
/// The largest number of members and items in the schemas of a document, where each compiled schema
/// counts with all that it refers to.
const SIZE: usize = 100_000;

/// The compiled schemas of a document, and those that they refer to.
#[derive(Default)]
pub(crate) struct Schemas {
    /// The schemas by their source.
    compiled: HashMap<String, Arc<Schema>>,
    /// The numbers in `targets` by their pointers.
    numbers: HashMap<String, usize>,
    targets: Vec<Target>,
    pub(super) patterns: Patterns,
    size: usize,
    pub(crate) warnings: Vec<String>,
}

struct Target {
    /// A JSON pointer.
    pointer: String,
    prepared: Option<PreparedSchema>,
    /// How many references follow each other from here for the same value.
    nesting: Option<usize>,
}

/// The target of a reference: a JSON pointer, and the value there.
///
/// # Errors
/// [`Reason::Remote`] where it leads out of the document, [`Reason::Reference`] where it leads to
/// nothing.
pub(crate) fn target<'d>(root: &'d Value, reference: &str) -> Result<(String, &'d Value), Reason> {
    let fragment = reference.strip_prefix('#');
    let fragment = fragment.ok_or_else(|| Reason::Remote(reference.to_owned()))?;
    let pointer = percent_decode_str(fragment).decode_utf8_lossy();
    let found = root.pointer(&pointer);
    let found = found.ok_or_else(|| Reason::Reference(reference.to_owned()))?;
    Ok((pointer.into_owned(), found))
}

impl Schemas {
    pub(crate) fn compile(
        &mut self,
        root: &Value,
        edition: Edition,
        part: &Value,
    ) -> Result<Arc<Schema>, InvalidDocument> {
        let written = part.to_string();
        if let Some(known) = self.compiled.get(&written) {
            return Ok(Arc::clone(known));
        }
        let bundle = self.bundle(root, edition, part)?;
        let schema = Schema::build(bundle, &self.patterns);
        let schema = Arc::new(schema.map_err(|error| self.not_a_schema(&error))?);
        self.compiled.insert(written, Arc::clone(&schema));
        Ok(schema)
    }

    fn bundle(
        &mut self,
        root: &Value,
        edition: Edition,
        part: &Value,
    ) -> Result<Value, InvalidDocument> {
        let own = prepare(self, root, edition, "", part)?;
        self.count(own.size)?;
        let mut reached = BTreeSet::new();
        let mut waiting: Vec<_> = own.references.iter().copied().collect();
        while let Some(number) = waiting.pop() {
            if reached.insert(number) {
                let target = self.prepared(root, edition, number)?;
                waiting.extend(&target.references);
                let size = target.size;
                self.count(size)?;
            }
        }
        for number in &own.in_place {
            self.nesting(*number, NESTING)?;
        }
        let reached: BTreeMap<usize, &PreparedSchema> = reached
            .into_iter()
            .filter_map(|number| Some((number, self.targets[number].prepared.as_ref()?)))
            .collect();
        let loose = loose(&own, &reached);
        let targets = reached
            .iter()
            .map(|(number, target)| (number.to_string(), loosened(&target.schema, loose.as_ref())));
        let targets: Map<_, _> = targets.collect();
        let mut bundle = match loosened(&own.schema, loose.as_ref()) {
            Value::Object(keywords) => keywords,
            whether => Map::from_iter([("allOf".to_owned(), json!([whether]))]),
        };
        if !targets.is_empty() {
            bundle.insert("$defs".to_owned(), Value::Object(targets));
        }
        Ok(Value::Object(bundle))
    }

    /// The validator's error for a bundle, with its place in the document.
    fn not_a_schema(&self, error: &ValidationError<'_>) -> InvalidDocument {
        let path = error.instance_path().as_str();
        let in_target = path
            .strip_prefix("/$defs/")
            .map(|path| path.split_once('/'));
        let place = match in_target {
            Some(Some((number, rest))) => {
                let target = number
                    .parse()
                    .ok()
                    .and_then(|number: usize| self.targets.get(number));
                let pointer = target.map_or("", |target| &target.pointer);
                format!("#{pointer}/{rest}")
            }
            _ => path.trim_start_matches('/').to_owned(),
        };
        Reason::Schema(error.to_string()).at(place)
    }

    fn count(&mut self, size: usize) -> Result<(), Reason> {
        self.size += size;
        if self.size > SIZE {
            Err(Reason::Size)
        } else {
            Ok(())
        }
    }

    /// The prepared target of a reference.
    fn prepared(
        &mut self,
        root: &Value,
        edition: Edition,
        number: usize,
    ) -> Result<&PreparedSchema, InvalidDocument> {
        if self.targets[number].prepared.is_none() {
            let reference = format!("#{}", self.targets[number].pointer);
            let written = root.pointer(&self.targets[number].pointer);
            let written = written.ok_or_else(|| Reason::Reference(reference.clone()))?;
            let prepared = prepare(self, root, edition, &reference, written)?;
            self.targets[number].prepared = Some(prepared);
        }
        let prepared = self.targets[number].prepared.as_ref();
        Ok(prepared.ok_or(Reason::Depth)?)
    }

    /// Refuses references that lead back, or too far, for the same value.
    fn nesting(&mut self, number: usize, left: usize) -> Result<usize, Reason> {
        let left = left.checked_sub(1).ok_or(Reason::Depth)?;
        if let Some(known) = self.targets[number].nesting {
            return if known > left {
                Err(Reason::Depth)
            } else {
                Ok(known)
            };
        }
        let prepared = self.targets[number].prepared.as_ref();
        let in_place = prepared.map_or_else(BTreeSet::new, |target| target.in_place.clone());
        let mut nesting = 0;
        for next in in_place {
            nesting = nesting.max(1 + self.nesting(next, left)?);
        }
        self.targets[number].nesting = Some(nesting);
        Ok(nesting)
    }

    /// The number of the target at a pointer.
    pub(super) fn number(&mut self, pointer: String) -> usize {
        let next = self.targets.len();
        let number = *self.numbers.entry(pointer.clone()).or_insert(next);
        if number == next {
            self.targets.push(Target {
                pointer,
                prepared: None,
                nesting: None,
            });
        }
        number
    }
}
