//! A heading with the text below it.

/// What a page says in a box or in place of its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub heading: &'static str,
    pub text: String,
}

impl Message {
    pub fn new(heading: &'static str, text: impl Into<String>) -> Self {
        Self {
            heading,
            text: text.into(),
        }
    }
}
