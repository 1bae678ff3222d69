//! Patterns, which an engine matches in linear time.

use std::collections::HashMap;

use jsonschema::{PatternCache, PatternOptions};
use serde_json::json;

#[derive(Debug, Default)]
pub(crate) struct Patterns {
    /// Patterns that are compiled once for all schemas.
    pub(super) compiled: PatternCache,
    known: HashMap<String, bool>,
}

impl Patterns {
    /// Whether the engine takes a pattern. It takes neither look-ahead nor references back. No other
    /// engine is asked, not even whether it is a pattern at all.
    pub(crate) fn takes(&mut self, pattern: &str) -> bool {
        if let Some(known) = self.known.get(pattern) {
            return *known;
        }
        let linear = jsonschema::options()
            .offline()
            .with_pattern_options(PatternOptions::regex())
            .with_pattern_cache(self.compiled.clone());
        let taken = linear.build(&json!({"pattern": pattern})).is_ok();
        self.known.insert(pattern.to_owned(), taken);
        taken
    }
}
