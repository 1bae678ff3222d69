//! What requests and answers hold.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Document, InvalidDocument, MediaType, Reason};

/// The content that is JSON, with its media type; none where there is no content at all.
///
/// # Errors
/// [`Reason::MediaType`] where all content is something else.
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
    /// Its examples by name, each held against its schema; the one without a name has an empty one.
    ///
    /// # Errors
    /// [`Reason::WrongExample`] where one is not what the schema says, and whatever
    /// [`Document::schema`] says of the schema.
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
