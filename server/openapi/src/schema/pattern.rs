//! Patterns, which are matched by an engine that needs linear time, whatever it is given.

use std::collections::HashMap;

use jsonschema::{PatternCache, PatternOptions};
use serde_json::json;

use super::super::Reason;

#[derive(Debug, Default)]
pub(super) struct Patterns {
    /// Compiled once for all schemas.
    pub(super) compiled: PatternCache,
    known: HashMap<String, bool>,
}

impl Patterns {
    /// Whether the engine takes a pattern: one that looks ahead or back, it does not.
    ///
    /// # Errors
    /// [`Reason::Pattern`] where no engine would.
    pub(super) fn take(&mut self, pattern: &str) -> Result<bool, Reason> {
        if let Some(known) = self.known.get(pattern) {
            return Ok(*known);
        }
        let schema = json!({"pattern": pattern});
        let linear = jsonschema::options().with_pattern_options(PatternOptions::regex());
        let taken = linear.build(&schema).is_ok();
        // Compiled only to know whether it is a pattern at all; nothing is matched by it.
        if !taken && jsonschema::options().build(&schema).is_err() {
            return Err(Reason::Pattern(pattern.to_owned()));
        }
        self.known.insert(pattern.to_owned(), taken);
        Ok(taken)
    }
}
