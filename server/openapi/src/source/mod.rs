//! What an operator uploads: the bytes of a document, as JSON or as YAML.
//!
//! It is read once into JSON, and the place of every value is kept. All that a document could grow
//! to is bounded before it grows.

mod budget;
mod encoding;
mod json;
mod scalar;
mod yaml;

use serde_json::Value;

use super::{Position, Problem, ProblemKind, Severity};
use budget::Budget;

/// The largest number of bytes. The largest document that we know, of a thousand operations, has 12
/// MiB.
pub const SIZE: usize = 16 << 20;
/// How many objects and lists may stand within each other; the reader of JSON takes no more.
pub const DEPTH: usize = 127;
/// The largest number of values, where each alias counts with all that it stands for.
pub const VALUES: usize = 1_000_000;
/// The largest number of bytes in a name.
pub const NAME: usize = 1 << 10;
/// The largest number of bytes in names and texts, where each alias counts with all that it stands
/// for.
pub const TEXT: usize = 32 << 20;

/// A document as it was uploaded, and the places of its values.
#[derive(Debug)]
pub struct Source {
    root: Value,
    root_spot: Spot,
}

/// The place of a value in the text; that of a member is the place of its name.
#[derive(Clone, Debug)]
struct Spot {
    position: Position,
    /// Those of the members or items, in their order.
    inner: Vec<Spot>,
}

/// A reading of a text, or why it is refused. The place is not known yet.
type Read<T> = Result<T, (Option<Position>, ProblemKind)>;

impl Source {
    /// Reads a document: JSON where it begins as JSON does, and YAML 1.2 otherwise.
    ///
    /// A byte order mark is passed over. A name in YAML that is no text, such as `200`, is taken as
    /// it is written. Merge keys (`<<`) are followed.
    ///
    /// # Errors
    /// The first [`Problem`] that keeps the text from being read, with its line.
    pub fn read(bytes: &[u8]) -> Result<Self, Problem> {
        Self::of(bytes).map_err(|(position, kind)| {
            Problem::new(String::new(), position, Severity::Refused, kind)
        })
    }

    fn of(bytes: &[u8]) -> Read<Self> {
        if bytes.len() > SIZE {
            return Err((None, ProblemKind::TooLarge { limit: SIZE }));
        }
        let text = encoding::text(bytes)?;
        let budget = Budget::new();
        let (root, root_spot) = match text.trim_start().chars().next() {
            None => return Err((None, ProblemKind::Empty)),
            Some('{' | '[') => json::read(text, &budget)?,
            Some(_) => yaml::read(text, &budget)?,
        };
        Ok(Self { root, root_spot })
    }

    /// The document as a value, with the order of its names.
    #[must_use]
    pub const fn root(&self) -> &Value {
        &self.root
    }

    /// The document as JSON, with the order of its names. The same document always gives the same
    /// text.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.root.to_string()
    }

    /// The place of a value by its JSON pointer, or of the nearest one around it.
    #[must_use]
    pub fn position(&self, pointer: &str) -> Position {
        let (mut value, mut spot) = (&self.root, &self.root_spot);
        for name in pointer.split('/').skip(1) {
            let name = name.replace("~1", "/").replace("~0", "~");
            let index = match value {
                Value::Object(members) => members.keys().position(|known| *known == name),
                Value::Array(_) => name.parse().ok(),
                _ => None,
            };
            let inner = index.and_then(|index| {
                let held = match value {
                    Value::Object(members) => members.get(&name),
                    list => list.get(index),
                };
                Some((held?, spot.inner.get(index)?))
            });
            match inner {
                Some(found) => (value, spot) = found,
                None => break,
            }
        }
        spot.position
    }
}
