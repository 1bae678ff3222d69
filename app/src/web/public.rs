//! What search engines, messengers and agents are told of a page that anybody may read.

use locales::Locale;
use serde_json::Value;

use super::language::address_in;

/// A page that search engines may know. All others ask not to be.
#[derive(Clone, Debug)]
pub struct Public {
    /// Its address, without a language.
    address: String,
    /// Facts in the vocabulary of schema.org.
    facts: Vec<Value>,
    /// The address of the same as Markdown.
    markdown: Option<String>,
    picture: Option<Picture>,
}

/// What is shown where a page is shared.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its address, without a language.
    pub address: String,
    /// What it says, for those who do not see it.
    pub says: String,
}

impl Public {
    #[must_use]
    pub fn at(address: impl Into<String>) -> Self {
        Self {
            address: address.into(),
            facts: vec![],
            markdown: None,
            picture: None,
        }
    }

    /// Facts for machines, in the vocabulary of schema.org.
    #[must_use]
    pub fn stating(mut self, facts: Value) -> Self {
        self.facts.push(facts);
        self
    }

    /// The same can be read as Markdown: at this address, or at its own by `Accept`.
    #[must_use]
    pub fn as_markdown(mut self, address: impl Into<String>) -> Self {
        self.markdown = Some(address.into());
        self
    }

    /// A PNG of 1200 by 630 pixels in the language of each reader, which says this.
    #[must_use]
    pub fn pictured(mut self, address: String, says: impl Into<String>) -> Self {
        let says = says.into();
        self.picture = Some(Picture { address, says });
        self
    }

    #[must_use]
    pub const fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref()
    }

    /// The address in a language, below the portal's own.
    #[must_use]
    pub fn address(&self, locale: Locale) -> String {
        address_in(&self.address, locale)
    }

    /// The address that is in the language of whoever asks.
    #[must_use]
    pub fn own_address(&self) -> &str {
        &self.address
    }

    #[must_use]
    pub fn markdown(&self) -> Option<&str> {
        self.markdown.as_deref()
    }

    /// The facts as JSON that a script element may hold: nothing in it ends the element.
    #[must_use]
    pub fn facts(&self) -> Vec<String> {
        let texts = self.facts.iter().map(Value::to_string);
        texts.map(|text| text.replace('<', "\\u003c")).collect()
    }
}
