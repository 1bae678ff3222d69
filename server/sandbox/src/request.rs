//! Reads calls and checks them by their operation.

use std::sync::Arc;

use openapi::{ParameterLocation, Schema};
use serde_json::Value;

use super::{
    errors::Problem,
    missing_quotes,
    parameter::{Found, Malformed, Pair, Parameter, decoded_in_query},
};

/// The input of an operation.
#[derive(Debug)]
pub(super) struct Input {
    /// In the order in which they are checked: path, query, headers, cookies.
    pub(super) parameters: Vec<Parameter>,
    pub(super) body: Option<Body>,
}

#[derive(Debug)]
pub(super) struct Body {
    pub(super) required: bool,
    /// `None` for a form or a file, which is taken as it is.
    pub(super) json: Option<JsonBody>,
}

#[derive(Debug)]
pub(super) struct JsonBody {
    pub(super) schema: Arc<Schema>,
    /// For the example of a call.
    pub(super) example: Value,
}

/// What a call brings.
#[derive(Clone, Copy)]
pub(super) struct Given<'c> {
    /// The parts of the path by the names of their parameters, still encoded.
    pub(super) segments: &'c [(&'c str, &'c str)],
    pub(super) query: Option<&'c str>,
    pub(super) headers: &'c [(&'c str, &'c str)],
    pub(super) body: &'c [u8],
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
    /// Reads a request: its path, its query, its headers and cookies, and then its body.
    pub(super) fn read<'a>(&'a self, given: Given<'_>) -> Result<Request<'a>, Problem> {
        let has = |location| {
            let mut parameters = self.parameters.iter();
            parameters.any(|parameter| parameter.location == location)
        };
        let query = match given.query {
            Some(query) if has(ParameterLocation::Query) => pairs_of_query(query),
            _ => vec![],
        };
        let cookies = if has(ParameterLocation::Cookie) {
            cookies(given.headers)
        } else {
            vec![]
        };
        let (mut path_values, mut query_values) = (Values::default(), Values::default());
        for parameter in &self.parameters {
            let found = match parameter.location {
                ParameterLocation::Path => of_path(parameter, given.segments),
                ParameterLocation::Query => parameter.of_pairs(&query),
                ParameterLocation::Header => of_headers(parameter, given.headers),
                ParameterLocation::Cookie => parameter.of_pairs(&cookies),
            };
            let found = found.map_err(|words| Problem::form(&parameter.name, words))?;
            let value = parameter.checked(found)?;
            let values = match parameter.location {
                ParameterLocation::Path => &mut path_values,
                ParameterLocation::Query => &mut query_values,
                ParameterLocation::Header | ParameterLocation::Cookie => continue,
            };
            values
                .0
                .extend(value.map(|value| (parameter.name.as_str(), value)));
        }
        let body = match &self.body {
            Some(expected) => expected.read(given.body)?,
            None => Value::Null,
        };
        Ok(Request {
            body,
            query: query_values,
            path: path_values,
        })
    }

    pub(super) fn json_body(&self) -> Option<&JsonBody> {
        self.body.as_ref()?.json.as_ref()
    }

    /// The parameters at a place.
    pub(super) fn at(&self, location: ParameterLocation) -> impl Iterator<Item = &Parameter> {
        let parameters = self.parameters.iter();
        parameters.filter(move |parameter| parameter.location == location)
    }
}

impl Parameter {
    /// The value, or the default where there is none.
    fn checked(&self, found: Found) -> Result<Option<Value>, Problem> {
        let value = match found {
            Found::Empty => return Ok(Some(Value::from(""))),
            Found::Value(value) => Some(value),
            Found::Nothing => self.schema.default().cloned(),
        };
        let checked = match &value {
            Some(value) => self.schema.check(value),
            None if self.required => Err(self.schema.missing()),
            None => Ok(()),
        };
        checked.map_err(|failure| Problem::field(&failure.within(&self.name)))?;
        Ok(value)
    }
}

fn of_path(parameter: &Parameter, segments: &[(&str, &str)]) -> Result<Found, Malformed> {
    let own = segments.iter().find(|(name, _)| *name == parameter.name);
    own.map_or(Ok(Found::Nothing), |(_, raw)| parameter.of_text(raw))
}

/// A header that is there several times is one list (RFC 9110 §5.3).
fn of_headers(parameter: &Parameter, headers: &[(&str, &str)]) -> Result<Found, Malformed> {
    let own = headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case(&parameter.name));
    let own: Vec<_> = own.map(|(_, raw)| *raw).collect();
    match own.as_slice() {
        [] => Ok(Found::Nothing),
        several => parameter.of_text(&several.join(",")),
    }
}

fn pairs_of_query(query: &str) -> Vec<Pair<'_>> {
    let parts = query.split('&').filter(|part| !part.is_empty());
    let pairs = parts.map(|part| {
        let (name, raw) = part.split_once('=').unwrap_or((part, ""));
        let name = decoded_in_query(name);
        Pair { name, raw }
    });
    pairs.collect()
}

/// Cookies, each of which may hold several pairs, as the style `form` writes them there.
fn cookies<'c>(headers: &[(&'c str, &'c str)]) -> Vec<Pair<'c>> {
    let own = headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("cookie"));
    let parts = own.flat_map(|(_, text)| text.split([';', '&']));
    let pairs = parts.filter_map(|part| {
        let (name, raw) = part.trim().split_once('=')?;
        Some(Pair {
            name: decoded_in_query(name),
            raw,
        })
    });
    pairs.collect()
}

impl Body {
    /// Reads the body as JSON, whatever its content type; null where it is none by the document.
    fn read(&self, body: &[u8]) -> Result<Value, Problem> {
        if body.iter().all(u8::is_ascii_whitespace) {
            return match &self.json {
                _ if !self.required => Ok(Value::Null),
                Some(_) => Err(Problem::no_body()),
                None => Err(Problem::nothing_sent()),
            };
        }
        match &self.json {
            Some(json) => json.read(body),
            None => Ok(Value::Null),
        }
    }
}

impl JsonBody {
    fn read(&self, body: &[u8]) -> Result<Value, Problem> {
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
