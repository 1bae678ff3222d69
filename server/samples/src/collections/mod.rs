//! Calls of an API as collections for programs that send them: Postman and Bruno.
//!
//! Both fill in `{{name}}` wherever they find it, also in what the API's publisher wrote; there, it
//! is kept from being a variable, so that nobody else's text asks for the secret key.

mod bruno;
mod postman;

pub use self::{bruno::bruno, postman::postman};
use crate::call::Call;

/// The calls of an API.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    pub name: String,
    /// The portal's public URL, without `/` at its end.
    pub url: String,
    /// The reader's own, where it is known. The secret key never stands in a collection.
    pub public_key: Option<String>,
    pub items: Vec<Item>,
}

/// A call in a collection. Its title is its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Items of one folder follow each other.
    pub folder: Option<String>,
    pub call: Call,
}

impl Collection {
    /// The items by their folders, in order.
    fn folders(&self) -> impl Iterator<Item = (Option<&str>, &[Item])> {
        let chunks = self.items.chunk_by(|one, next| one.folder == next.folder);
        chunks.map(|items| (items[0].folder.as_deref(), items))
    }
}

/// A text that holds no variable. There is no escape for `{{`.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        if c == '{' && plain.ends_with('{') {
            plain.push(' ');
        }
        plain.push(c);
    }
    plain
}
