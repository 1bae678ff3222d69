//! Paths to values of a request, as in `body.data.msisdn`, `query.limit` and `path.id`.

use std::str::FromStr;

use serde_json::{Map, Value};

use super::{invalid::Reason, request::Request};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ValuePath {
    pub(super) source: Source,
    /// Names from the outside in; a parameter has one.
    pub(super) names: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Body,
    Query,
    Path,
}

impl FromStr for ValuePath {
    type Err = Reason;

    fn from_str(text: &str) -> Result<Self, Reason> {
        let mut names = text.split('.').map(str::to_owned);
        let source = match names.next().as_deref() {
            Some("body") => Source::Body,
            Some("query") => Source::Query,
            Some("path") => Source::Path,
            _ => return Err(Reason::Place(text.to_owned())),
        };
        let names: Vec<_> = names.collect();
        let has_names = !names.is_empty() && names.iter().all(|name| !name.is_empty());
        let place = has_names.then_some(Self { source, names });
        place.ok_or_else(|| Reason::Place(text.to_owned()))
    }
}

impl ValuePath {
    pub(super) fn find<'r>(&self, request: &'r Request<'_>) -> Option<&'r Value> {
        let (first, rest) = self.names.split_first()?;
        let outermost = match self.source {
            Source::Body => request.body.get(first)?,
            Source::Query => request.query.get(first)?,
            Source::Path => request.path.get(first)?,
        };
        rest.iter()
            .try_fold(outermost, |value, name| value.get(name))
    }

    /// Sets a value at this place of a body, and adds the objects around it.
    pub(super) fn put(&self, body: &mut Value, new: Value) {
        let mut value = body;
        for name in &self.names {
            if !value.is_object() {
                *value = Value::Object(Map::new());
            }
            value = &mut value[name.as_str()];
        }
        *value = new;
    }

    /// The place without its source, as messages name it.
    pub(super) fn name(&self) -> String {
        self.names.join(".")
    }
}
