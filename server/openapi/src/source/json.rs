//! JSON, with the places of its values. `serde_json` reads it; afterwards a scanner, which knows
//! that it is JSON, finds the places.

use std::{cell::RefCell, fmt};

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Deserializer, Map, Number, Value};

use super::{
    super::{Position, ProblemKind},
    Budget, DEPTH, Read, Spot,
};

pub(super) fn read(text: &str, budget: &Budget) -> Read<(Value, Spot)> {
    let reader = Reader {
        budget,
        fault: RefCell::new(None),
    };
    let mut deserializer = Deserializer::from_str(text);
    let value = (&reader).deserialize(&mut deserializer);
    let value = value.and_then(|value| deserializer.end().map(|()| value));
    let value = value.map_err(|error| reader.refusal(&error))?;
    Ok((value, Scanner::new(text).value()))
}

/// Reads values within the budget, and no name twice.
struct Reader<'b> {
    budget: &'b Budget,
    /// Why it stopped, where it is not the JSON that is wrong.
    fault: RefCell<Option<ProblemKind>>,
}

impl Reader<'_> {
    fn refusal(&self, error: &serde_json::Error) -> (Option<Position>, ProblemKind) {
        let position = |number| u32::try_from(number).unwrap_or(u32::MAX);
        let place = Position {
            line: position(error.line()),
            column: position(error.column()),
        };
        let told = error.to_string();
        let own = self.fault.borrow_mut().take();
        let kind = own.unwrap_or_else(|| {
            if told.starts_with("recursion limit") {
                ProblemKind::TooDeep { limit: DEPTH }
            } else {
                let words = told
                    .rsplit_once(" at line ")
                    .map_or(&*told, |(said, _)| said);
                ProblemKind::Json(words.to_owned())
            }
        });
        (Some(place), kind)
    }

    fn stop<E: Error>(&self, kind: ProblemKind) -> E {
        self.fault.replace(Some(kind));
        E::custom("stopped")
    }

    fn spend<E: Error>(&self, text: usize) -> Result<(), E> {
        self.budget.spend(1, text).map_err(|kind| self.stop(kind))
    }
}

impl<'d> DeserializeSeed<'d> for &Reader<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'d>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'d> Visitor<'d> for &Reader<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.spend(0).map(|()| Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.spend(0).map(|()| Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.spend(0).map(|()| Value::from(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.spend(0).map(|()| Value::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.spend(value.len()).map(|()| Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'d>>(self, mut list: A) -> Result<Value, A::Error> {
        self.spend(0)?;
        let mut items = vec![];
        while let Some(item) = list.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'d>>(self, mut object: A) -> Result<Value, A::Error> {
        self.spend(0)?;
        let mut members = Map::new();
        while let Some(name) = object.next_key::<String>()? {
            if members.contains_key(&name) {
                return Err(self.stop(ProblemKind::DuplicateName { name, first: None }));
            }
            let spent = self.budget.spend_name(&name);
            spent.map_err(|kind| self.stop(kind))?;
            let value = object.next_value_seed(self)?;
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

/// Finds the places of values in a text that is JSON. It is as deep as the reader allowed.
struct Scanner<'t> {
    rest: &'t [u8],
    position: Position,
}

impl<'t> Scanner<'t> {
    const fn new(text: &'t str) -> Self {
        Self {
            rest: text.as_bytes(),
            position: Position { line: 1, column: 1 },
        }
    }

    /// Passes a byte.
    const fn pass(&mut self) {
        let Some((byte, rest)) = self.rest.split_first() else {
            return;
        };
        self.rest = rest;
        if *byte == b'\n' {
            self.position.line += 1;
            self.position.column = 1;
        } else if *byte & 0xc0 != 0x80 {
            self.position.column += 1;
        }
    }

    /// The next byte that is no space, comma or colon.
    const fn next(&mut self) -> Option<u8> {
        while let Some(byte) = self.rest.first() {
            if !matches!(*byte, b' ' | b'\t' | b'\r' | b'\n' | b',' | b':') {
                return Some(*byte);
            }
            self.pass();
        }
        None
    }

    fn value(&mut self) -> Spot {
        let next = self.next();
        let position = self.position;
        let inner = match next {
            Some(b'{') => self.inner(b'}', Self::member),
            Some(b'[') => self.inner(b']', Self::value),
            Some(b'"') => self.string(),
            _ => self.literal(),
        };
        Spot { position, inner }
    }

    fn inner(&mut self, end: u8, read: impl Fn(&mut Self) -> Spot) -> Vec<Spot> {
        self.pass();
        let mut inner = vec![];
        while let Some(next) = self.next() {
            if next == end {
                self.pass();
                break;
            }
            inner.push(read(self));
        }
        inner
    }

    fn member(&mut self) -> Spot {
        let position = self.position;
        self.string();
        let Spot { inner, .. } = self.value();
        Spot { position, inner }
    }

    fn string(&mut self) -> Vec<Spot> {
        self.pass();
        while let Some(byte) = self.rest.first().copied() {
            self.pass();
            match byte {
                b'"' => break,
                b'\\' => self.pass(),
                _ => {}
            }
        }
        vec![]
    }

    fn literal(&mut self) -> Vec<Spot> {
        self.pass();
        while let Some(byte) = self.rest.first() {
            if !byte.is_ascii_alphanumeric() && !matches!(byte, b'+' | b'-' | b'.') {
                break;
            }
            self.pass();
        }
        vec![]
    }
}
