//! The content of requests and responses.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Document, Example, InvalidDocument, MediaType, Reason};

/// The JSON content with its media type; `None` without any content.
///
/// # Errors
/// [`Reason::MediaType`] where no content is JSON.
pub fn json_content(
    content: BTreeMap<String, MediaType>,
) -> Result<Option<(String, MediaType)>, Reason> {
    let first = content.keys().next().cloned();
    let mut content = content.into_iter();
    match (content.find(|(name, _)| is_json(name)), first) {
        (None, Some(other)) => Err(Reason::MediaType(other)),
        (found, _) => Ok(found),
    }
}

/// Whether a media type is JSON, whatever its parameters are.
pub(crate) fn is_json(name: &str) -> bool {
    let name = name.split(';').next().unwrap_or_default().trim();
    let name = name.to_ascii_lowercase();
    name == "application/json" || name.ends_with("+json")
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
        let mut examples = BTreeMap::new();
        for (name, part) in self.examples {
            let example = document.part::<Example>(&part);
            let example = example.map_err(|error| error.within(&name))?;
            examples.extend(example.value.map(|value| (name, value)));
        }
        examples.extend(self.example.map(|example| (String::new(), example)));
        for (name, example) in &examples {
            schema
                .check_example(example)
                .map_err(|error| error.within(name))?;
        }
        Ok(examples)
    }
}
