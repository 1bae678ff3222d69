//! Test values, with the calls that carry them.

use chrono::DateTime;
use form_urlencoded::Serializer;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use uuid::Uuid;

use super::{
    Call, Case, Operation, Sandbox, TestValue,
    errors::CodePattern,
    invalid::{InvalidDocument, Reason},
    request::Input,
    rules::{CaseFacts, Condition, in_every_language},
    value_path::{Source, ValuePath},
};

/// The characters that are percent-encoded: all but the unreserved ones (RFC 3986 §2.3).
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

pub(super) fn read(
    path: &str,
    cases: &[CaseFacts],
    input: &Input,
    code: &CodePattern,
) -> Result<Vec<Case>, InvalidDocument> {
    let read = cases.iter().map(|facts| {
        let case = case(path, facts, input, code);
        case.map_err(|reason| reason.at(&facts.id))
    });
    read.collect()
}

fn case(path: &str, facts: &CaseFacts, input: &Input, code: &CodePattern) -> Result<Case, Reason> {
    let values: Vec<(ValuePath, &Value)> = facts
        .when
        .iter()
        .map(|(place, condition)| Ok((place.parse()?, typed(condition))))
        .collect::<Result<_, Reason>>()?;
    let status = facts
        .answer
        .as_ref()
        .map(|answer| answer.status)
        .or(facts.expects);
    let status = status.ok_or_else(|| Reason::Status(String::new()))?;
    let english = facts.label.get("en").unwrap_or(&facts.id);
    Ok(Case {
        id: facts.id.clone(),
        label: in_every_language(&facts.label, english),
        status,
        code: code.of(status),
        path_and_query: with_query(&with_parameters(path, input, &values), &values),
        body: input.body.as_ref().map(|body| {
            let mut example = body.example.clone();
            for (place, value) in &values {
                if place.source == Source::Body {
                    place.put(&mut example, (*value).clone());
                }
            }
            example
        }),
        values: values
            .iter()
            .map(|(place, value)| shown(place, value))
            .collect(),
    })
}

fn typed(condition: &Condition) -> &Value {
    match condition {
        Condition::Is(value) => value,
        Condition::Not(facts) => &facts.example,
    }
}

fn shown(place: &ValuePath, value: &Value) -> TestValue {
    TestValue {
        field: place.name(),
        value: text(value),
    }
}

/// The value as it is typed, without quotation marks.
fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn with_parameters(path: &str, input: &Input, values: &[(ValuePath, &Value)]) -> String {
    let mut path = path.to_owned();
    for parameter in &input.path {
        let chosen = values
            .iter()
            .find(|(place, _)| place.source == Source::Path && place.name() == parameter.name);
        let value = chosen
            .map(|(_, value)| *value)
            .or(parameter.example.as_ref());
        let value = text(value.unwrap_or(&Value::Null));
        let encoded = utf8_percent_encode(&value, IN_PATH).to_string();
        path = path.replace(&format!("{{{}}}", parameter.name), &encoded);
    }
    path
}

fn with_query(path: &str, values: &[(ValuePath, &Value)]) -> String {
    let mut query = Serializer::new(String::new());
    for (place, value) in values {
        if place.source == Source::Query {
            query.append_pair(&place.name(), &text(value));
        }
    }
    match query.finish() {
        query if query.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}

/// Checks that each case gets the answer that it names.
pub(super) fn verify(sandbox: &Sandbox) -> Result<(), InvalidDocument> {
    for operation in &sandbox.operations {
        for case in &operation.cases {
            let given = case.answer(operation, sandbox);
            if given != case.status {
                let expected = case.status;
                let wrong = Reason::Case { expected, given };
                return Err(wrong.at(format!("{}/{}", operation.id, case.id)));
            }
        }
    }
    Ok(())
}

impl Case {
    fn answer(&self, operation: &Operation, sandbox: &Sandbox) -> u16 {
        let body = self
            .body
            .as_ref()
            .map_or_else(String::new, Value::to_string);
        let (path, query) = match self.path_and_query.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (self.path_and_query.as_str(), None),
        };
        let call = Call {
            method: &operation.method,
            path,
            query,
            body: body.as_bytes(),
            transaction: Uuid::nil(),
            now: DateTime::default(),
            public_url: "",
        };
        sandbox.answer(&call).status
    }
}
