//! The content of requests and responses.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Document, InvalidDocument, MediaType, Reason};

/// The JSON content with its media type; `None` without any content.
///
/// # Errors
/// [`Reason::MediaType`] where no content is JSON.
pub fn json_content(
    content: BTreeMap<String, MediaType>,
) -> Result<Option<(String, MediaType)>, Reason> {
    let first = content.keys().next().cloned();
    let mut content = content.into_iter();
    let is_json = |name: &str| name == "application/json" || name.ends_with("+json");
    match (content.find(|(name, _)| is_json(name)), first) {
        (None, Some(other)) => Err(Reason::MediaType(other)),
        (found, _) => Ok(found),
    }
}

impl MediaType {
    /// The examples by name, checked against their schema; the one without a name has an empty one.
    ///
    /// # Errors
    /// [`Reason::WrongExample`] where one does not match the schema, and the errors of
    /// [`Document::schema`].
    pub fn checked_examples(
        self,
        document: &Document,
    ) -> Result<BTreeMap<String, Value>, InvalidDocument> {
        let schema = document.schema(&self.schema)?;
        let named = self.examples.into_iter();
        let mut examples: BTreeMap<_, _> =
            named.map(|(name, example)| (name, example.value)).collect();
        examples.extend(self.example.map(|example| (String::new(), example)));
        for (name, example) in &examples {
            schema
                .check_example(example)
                .map_err(|error| error.within(name))?;
        }
        Ok(examples)
    }
}
