//! Values in the style `deepObject`, as in `filter[name]=a&filter[tags][]=b`.

use serde_json::{Map, Value};

use super::parameter::{Malformed, Pair, Parameter};

/// How many names may follow each other in brackets.
const DEPTH: usize = 16;

/// The value of a parameter; `None` where no pair is about it.
pub(super) fn read(parameter: &Parameter, pairs: &[Pair<'_>]) -> Result<Option<Value>, Malformed> {
    let mut value = None;
    for pair in pairs {
        let Some(rest) = pair.name.strip_prefix(parameter.name.as_str()) else {
            continue;
        };
        let is_whole = rest.is_empty() && parameter.is_list();
        if !is_whole && !rest.starts_with('[') {
            continue;
        }
        let names = names(rest)?;
        let mut insertion = Insertion {
            parameter,
            path: vec![],
            text: &parameter.decoded(pair.raw),
        };
        insertion.insert(value.get_or_insert(Value::Null), &names);
    }
    Ok(value)
}

/// The names in brackets.
fn names(text: &str) -> Result<Vec<&str>, Malformed> {
    let mut names = vec![];
    let mut rest = text;
    while !rest.is_empty() {
        let inner = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let (name, after) = inner.ok_or("must have its names in brackets")?;
        names.push(name);
        rest = after;
    }
    if names.len() > DEPTH {
        return Err("is nested too deeply");
    }
    Ok(names)
}

struct Insertion<'p> {
    parameter: &'p Parameter,
    /// Where it is in the schema.
    path: Vec<String>,
    text: &'p str,
}

impl Insertion<'_> {
    fn insert(&mut self, target: &mut Value, names: &[&str]) {
        let schema = &self.parameter.schema;
        let is_list = schema.is_list_at(&self.path);
        match names.split_first() {
            None if is_list => self.push(target, &[]),
            None => *target = schema.value_at(&self.path, self.text),
            Some((index, rest)) if is_list => {
                let index = index.parse().ok();
                let known = index.and_then(|index: usize| target.get_mut(index));
                match known {
                    Some(item) if !rest.is_empty() => self.within("0", item, rest),
                    _ => self.push(target, rest),
                }
            }
            Some((name, rest)) => {
                if !target.is_object() {
                    *target = Value::Object(Map::new());
                }
                let member = &mut target[*name];
                self.within(name, member, rest);
            }
        }
    }

    /// Adds an item to a list.
    fn push(&mut self, target: &mut Value, rest: &[&str]) {
        let mut item = Value::Null;
        self.within("0", &mut item, rest);
        match target {
            Value::Array(items) => items.push(item),
            other => *other = Value::Array(vec![item]),
        }
    }

    fn within(&mut self, name: &str, target: &mut Value, rest: &[&str]) {
        self.path.push(name.to_owned());
        self.insert(target, rest);
        self.path.pop();
    }
}
