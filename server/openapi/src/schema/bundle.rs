//! The schemas of a document, each compiled once.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use jsonschema::ValidationError;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::{
    super::{Edition, InvalidDocument, Reason},
    Outline, Outlines, Patterns, Schema,
    loose::{add_loose, loosened},
    outline::needs_bundle,
    prepare::{PreparedSchema, prepare},
};

/// How many references may follow each other for the same value. A value within it begins at zero,
/// so that a schema may contain itself.
const NESTING: usize = 16;
/// The largest number of members and items in the schemas of a document. A schema with rules for
/// unevaluated members counts with all that it refers to.
const SIZE: usize = 500_000;

/// The compiled schemas of a document, and those that they refer to.
#[derive(Default)]
pub(crate) struct Schemas {
    /// The schemas by their source.
    compiled: HashMap<String, Arc<Schema>>,
    /// The numbers in `targets` by their pointers.
    numbers: HashMap<String, usize>,
    targets: Vec<Target>,
    outlines: Arc<Outlines>,
    /// The numbers of targets with an unchecked pattern, or with a reference to one.
    loose: BTreeSet<usize>,
    pub(super) patterns: Patterns,
    size: usize,
    pub(crate) warnings: Vec<String>,
}

struct Target {
    /// A JSON pointer.
    pointer: String,
    prepared: Option<PreparedSchema>,
    /// Whether it is compiled, with all that it refers to.
    is_compiled: bool,
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
        let own = prepare(self, root, edition, "", part)?;
        self.count(own.size)?;
        self.compile_targets(root, edition, &own.references)?;
        self.nesting_of(&own.in_place, NESTING)?;
        let own = self.outline(&own)?;
        let schema = Arc::new(Schema::new(own, Arc::clone(&self.outlines)));
        self.compiled.insert(written, Arc::clone(&schema));
        Ok(schema)
    }

    /// Compiles targets with all that they refer to.
    fn compile_targets(
        &mut self,
        root: &Value,
        edition: Edition,
        numbers: &BTreeSet<usize>,
    ) -> Result<(), InvalidDocument> {
        let mut new = BTreeSet::new();
        let mut waiting: Vec<_> = numbers.iter().copied().collect();
        while let Some(number) = waiting.pop() {
            if !self.targets[number].is_compiled && new.insert(number) {
                let target = self.prepared(root, edition, number)?;
                waiting.extend(&target.references);
            }
        }
        for number in &new {
            let prepared = self.targets[*number].prepared.as_ref();
            let in_place = prepared.map_or_else(BTreeSet::new, |target| target.in_place.clone());
            let nesting = self.nesting_of(&in_place, NESTING);
            nesting.map_err(|reason| reason.at(self.place(*number)))?;
        }
        let prepared = |number: &usize| Some((*number, self.targets[*number].prepared.as_ref()?));
        add_loose(&mut self.loose, &new.iter().filter_map(prepared).collect());
        for number in &new {
            let Some(prepared) = self.targets[*number].prepared.take() else {
                continue;
            };
            let outline = self.outline(&prepared);
            self.targets[*number].prepared = Some(prepared);
            let outline = outline.map_err(|error| error.within(self.place(*number)))?;
            self.outlines.set(*number, outline);
        }
        for number in new {
            self.targets[number].is_compiled = true;
        }
        Ok(())
    }

    fn outline(&mut self, prepared: &PreparedSchema) -> Result<Outline, InvalidDocument> {
        let schema = loosened(&prepared.schema, &self.loose);
        let bundle = if needs_bundle(&schema) {
            Some(self.bundle(&schema, prepared)?)
        } else {
            None
        };
        let built = Outline::build(schema, bundle.as_ref(), &self.outlines, &self.patterns);
        built.map_err(|error| not_a_schema(&error))
    }

    /// A schema with all that it refers to.
    fn bundle(&mut self, schema: &Value, own: &PreparedSchema) -> Result<Value, Reason> {
        let mut reached = BTreeSet::new();
        let mut waiting: Vec<_> = own.references.iter().copied().collect();
        let mut targets = Map::new();
        let mut size = 0;
        while let Some(number) = waiting.pop() {
            if let Some(target) = &self.targets[number].prepared
                && reached.insert(number)
            {
                waiting.extend(&target.references);
                size += target.size;
                targets.insert(number.to_string(), loosened(&target.schema, &self.loose));
            }
        }
        self.count(size)?;
        let mut bundle = schema.as_object().cloned().unwrap_or_default();
        bundle.insert("$defs".to_owned(), Value::Object(targets));
        Ok(Value::Object(bundle))
    }

    /// The place of a target.
    fn place(&self, number: usize) -> String {
        format!("#{}", self.targets[number].pointer)
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
            let reference = self.place(number);
            let written = root.pointer(&self.targets[number].pointer);
            let written = written.ok_or_else(|| Reason::Reference(reference.clone()))?;
            let prepared = prepare(self, root, edition, &reference, written)?;
            self.count(prepared.size)?;
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
        let nesting = self.nesting_of(&in_place, left)?;
        self.targets[number].nesting = Some(nesting);
        Ok(nesting)
    }

    fn nesting_of(&mut self, in_place: &BTreeSet<usize>, left: usize) -> Result<usize, Reason> {
        let mut nesting = 0;
        for next in in_place {
            nesting = nesting.max(1 + self.nesting(*next, left)?);
        }
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
                is_compiled: false,
                nesting: None,
            });
        }
        number
    }
}

/// The validator's error for a schema, with its place in it.
fn not_a_schema(error: &ValidationError<'_>) -> InvalidDocument {
    let place = error.instance_path().as_str().trim_start_matches('/');
    Reason::Schema(error.to_string()).at(place)
}
