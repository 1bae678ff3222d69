//! Patterns, which an engine matches in linear time.

use std::collections::HashMap;

use jsonschema::{PatternCache, PatternOptions};
use serde_json::json;

use super::super::Reason;

#[derive(Debug, Default)]
pub(super) struct Patterns {
    /// Patterns that are compiled once for all schemas.
    pub(super) compiled: PatternCache,
    known: HashMap<String, bool>,
}

impl Patterns {
    /// Whether the engine supports a pattern. It supports neither look-ahead nor look-behind.
    ///
    /// # Errors
    /// [`Reason::Pattern`] where it is no pattern of any engine.
    pub(super) fn take(&mut self, pattern: &str) -> Result<bool, Reason> {
        if let Some(known) = self.known.get(pattern) {
            return Ok(*known);
        }
        let schema = json!({"pattern": pattern});
        let linear = jsonschema::options().with_pattern_options(PatternOptions::regex());
        let taken = linear.build(&schema).is_ok();
        // It is compiled only to find out whether it is a pattern, and matches nothing.
        if !taken && jsonschema::options().build(&schema).is_err() {
            return Err(Reason::Pattern(pattern.to_owned()));
        }
        self.known.insert(pattern.to_owned(), taken);
        Ok(taken)
    }
}
