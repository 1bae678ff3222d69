//! Test values, with the calls that carry them.

use chrono::DateTime;
use openapi::ParameterLocation;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Call, Case, Operation, Sandbox, TestValue,
    errors::CodePattern,
    invalid::{InvalidDocument, Reason},
    parameter::Parameter,
    request::Input,
    rules::{CaseFacts, Condition, in_every_language},
    value_path::{Source, ValuePath},
    written::plain,
};

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
        path_and_query: with_query(&with_parameters(path, input, &values), input, &values),
        headers: headers(input, &values),
        body: input.json_body().map(|body| {
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
        value: plain(value).into_owned(),
    }
}

/// The value of a parameter: the one that the case has, in its example where it is a part of it; or
/// the example, if every call needs one.
fn value(parameter: &Parameter, values: &[(ValuePath, &Value)]) -> Option<Value> {
    let source = match parameter.location {
        ParameterLocation::Path => Some(Source::Path),
        ParameterLocation::Query => Some(Source::Query),
        ParameterLocation::Header | ParameterLocation::Cookie => None,
    };
    let is_own = |(place, _): &&(ValuePath, &Value)| {
        Some(place.source) == source && place.names.first() == Some(&parameter.name)
    };
    let mut chosen = values.iter().filter(is_own).peekable();
    if chosen.peek().is_none() {
        return parameter.example.clone().filter(|_| parameter.required);
    }
    let mut holder = json!({&parameter.name: parameter.example});
    for (place, value) in chosen {
        place.put(&mut holder, (*value).clone());
    }
    holder.get_mut(&parameter.name).map(Value::take)
}

fn with_parameters(path: &str, input: &Input, values: &[(ValuePath, &Value)]) -> String {
    let mut path = path.to_owned();
    for parameter in input.at(ParameterLocation::Path) {
        let value = value(parameter, values).unwrap_or_default();
        let text = parameter.text(&value);
        path = path.replace(&format!("{{{}}}", parameter.name), &text);
    }
    path
}

fn with_query(path: &str, input: &Input, values: &[(ValuePath, &Value)]) -> String {
    let parameters = input.at(ParameterLocation::Query);
    let pairs = parameters.filter_map(|parameter| {
        let value = value(parameter, values)?;
        Some(parameter.pairs(&value))
    });
    let pairs = pairs.flatten().map(|(name, text)| format!("{name}={text}"));
    let query: Vec<_> = pairs.collect();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

fn headers(input: &Input, values: &[(ValuePath, &Value)]) -> Vec<(String, String)> {
    let headers = input.at(ParameterLocation::Header).filter_map(|parameter| {
        let value = value(parameter, values)?;
        Some((parameter.name.clone(), parameter.text(&value)))
    });
    let cookies = input.at(ParameterLocation::Cookie).filter_map(|parameter| {
        let value = value(parameter, values)?;
        Some(parameter.pairs(&value))
    });
    let cookies = cookies
        .flatten()
        .map(|(name, text)| format!("{name}={text}"));
    let cookies: Vec<_> = cookies.collect();
    let cookie = (!cookies.is_empty()).then(|| ("cookie".to_owned(), cookies.join("; ")));
    headers.chain(cookie).collect()
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
        let headers: Vec<_> = self
            .headers
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        let call = Call {
            method: &operation.method,
            path,
            query,
            headers: &headers,
            body: body.as_bytes(),
            transaction: Uuid::nil(),
            now: DateTime::default(),
            public_url: "",
        };
        sandbox.answer(&call).status
    }
}
