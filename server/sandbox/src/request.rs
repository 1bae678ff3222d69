//! Reads calls and checks them by their operation.

use std::{borrow::Cow, sync::Arc};

use openapi::{ParameterLocation, Schema};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::{errors::Problem, missing_quotes};

/// The input of an operation.
#[derive(Debug)]
pub(super) struct Input {
    pub(super) path: Vec<Parameter>,
    pub(super) query: Vec<Parameter>,
    pub(super) body: Option<Body>,
}

#[derive(Debug)]
pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) location: ParameterLocation,
    pub(super) required: bool,
    pub(super) schema: Arc<Schema>,
    /// For the example of a call.
    pub(super) example: Option<Value>,
}

#[derive(Debug)]
pub(super) struct Body {
    pub(super) schema: Arc<Schema>,
    pub(super) required: bool,
    /// For the example of a call.
    pub(super) example: Value,
}

/// A request with values in the types of their schemas.
pub(super) struct Request<'a> {
    /// Null without a body.
    pub(super) body: Value,
    pub(super) query: Values<'a>,
    pub(super) path: Values<'a>,
}

/// A few values by name.
#[derive(Default)]
pub(super) struct Values<'a>(Vec<(&'a str, Value)>);

impl Values<'_> {
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        let found = self.0.iter().find(|(known, _)| *known == name)?;
        Some(&found.1)
    }
}

impl Input {
    /// Reads a request: its path, then its query, then its body.
    pub(super) fn read<'a>(
        &'a self,
        segments: &[(&str, &str)],
        query: Option<&str>,
        body: &[u8],
    ) -> Result<Request<'a>, Problem> {
        let path = read(&self.path, |name| {
            let (_, text) = segments.iter().find(|(known, _)| *known == name)?;
            Some(decoded(text))
        })?;
        let pairs: Vec<_> = match query {
            Some(query) if !self.query.is_empty() => {
                form_urlencoded::parse(query.as_bytes()).collect()
            }
            _ => vec![],
        };
        let query = read(&self.query, |name| {
            let (_, text) = pairs.iter().find(|(known, _)| known == name)?;
            Some(Cow::Borrowed(text.as_ref()))
        })?;
        let body = match &self.body {
            Some(expected) => expected.read(body)?,
            None => Value::Null,
        };
        Ok(Request { body, query, path })
    }
}

/// Decodes a part of a path, where `+` is a plus sign. Invalid UTF-8 stays encoded.
fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

fn read<'a, 't>(
    parameters: &'a [Parameter],
    text_of: impl Fn(&str) -> Option<Cow<'t, str>>,
) -> Result<Values<'a>, Problem> {
    let mut values = Vec::with_capacity(parameters.len());
    for parameter in parameters {
        let value = match text_of(&parameter.name) {
            Some(text) => Some(parameter.schema.value_of(&text)),
            None => parameter.schema.default().cloned(),
        };
        let checked = match &value {
            Some(value) => parameter.schema.check(value),
            None if parameter.required => Err(parameter.schema.missing()),
            None => Ok(()),
        };
        checked.map_err(|failure| Problem::field(&failure.within(&parameter.name)))?;
        values.extend(value.map(|value| (parameter.name.as_str(), value)));
    }
    Ok(Values(values))
}

impl Body {
    /// Reads the body as JSON, whatever its content type.
    fn read(&self, body: &[u8]) -> Result<Value, Problem> {
        if body.iter().all(u8::is_ascii_whitespace) {
            return if self.required {
                Err(Problem::no_body())
            } else {
                Ok(Value::Null)
            };
        }
        let value = serde_json::from_slice(body).map_err(|error| self.malformed(body, &error))?;
        let checked = self.schema.check(&value);
        checked.map_err(|failure| Problem::field(&failure))?;
        Ok(value)
    }

    /// Names the field when a text lacks its quotation marks.
    fn malformed(&self, body: &[u8], error: &serde_json::Error) -> Problem {
        std::str::from_utf8(body)
            .ok()
            .and_then(missing_quotes::find)
            .filter(|found| !found.path.is_empty() && self.schema.takes_text_at(&found.path))
            .map_or_else(
                || Problem::malformed(error),
                |found| Problem::missing_quotes(&found),
            )
    }
}
