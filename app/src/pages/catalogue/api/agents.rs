//! What agents are told of an API, in the words of its pages, and the calls that they make: those that
//! whoever fills in the form of an operation makes.

use domain::{DbErr, Scope, catalogue::Api, gateway::OutgoingCall};
use locales::Locale;
use openapi::reference::{Operation, Parameter, Place};
use samples::Language;
use serde_json::{Map, Value};

use super::{
    reference::{kept, operation_twin, read},
    try_it::{BODY, BodyForm, Typed, body_form, can_be_typed, field_name, takes_files, text},
    twin,
};

/// An operation in a list.
pub struct OperationName {
    /// Its name in addresses.
    pub slug: String,
    /// In upper case.
    pub method: String,
    /// A template, as in `/contacts/{id}`.
    pub path: String,
    pub title: String,
    pub is_deprecated: bool,
}

/// An operation with all that a caller needs.
pub struct DescribedOperation {
    pub name: OperationName,
    /// Its parameters, body and responses, as Markdown.
    pub markdown: String,
    /// An example call as it goes over the wire.
    pub message: String,
    /// The same call as a whole program.
    pub program: String,
}

/// Why no call can be made of what was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallMistake {
    /// The operation has no such parameter.
    Unknown(String),
    /// The path needs this parameter.
    Missing(String),
    /// The operation takes no body.
    NoBody,
    /// The body of a form is an object with its fields.
    NoFields,
    /// The operation takes files, or what its document does not tell.
    Files,
}

/// What a call is made of: values by the names of parameters, and a body.
#[derive(Default)]
pub struct GivenCall {
    pub parameters: Map<String, Value>,
    pub body: Option<Value>,
}

/// What the operator wrote of an API, as Markdown.
///
/// # Errors
/// When the database cannot be read.
pub async fn description(scope: &Scope, api: &Api, locale: Locale) -> Result<String, DbErr> {
    twin::described(scope, api, locale).await
}

/// The operations of an API; none where it has no document that can be read.
#[must_use]
pub fn operations(api: &Api, locale: Locale) -> Vec<OperationName> {
    let Some(reference) = read(api) else {
        return vec![];
    };
    let operations = reference.operations.iter();
    operations.map(|it| name(it, locale)).collect()
}

/// One operation; `None` where the API has no such.
#[must_use]
pub fn operation(
    api: &Api,
    slug: &str,
    language: Language,
    locale: Locale,
) -> Option<DescribedOperation> {
    let reference = read(api)?;
    let operation = reference.operations.iter().find(|it| it.slug == slug)?;
    let kept = kept(api)?;
    let call = kept.calls.iter().find(|call| call.slug == slug)?;
    Some(DescribedOperation {
        name: name(operation, locale),
        markdown: operation_twin(operation, locale),
        message: call.message.clone(),
        program: samples::program(language, &call.sent(locale), locale),
    })
}

fn name(operation: &Operation, locale: Locale) -> OperationName {
    OperationName {
        slug: operation.slug.clone(),
        method: operation.method.clone(),
        path: operation.path.clone(),
        title: operation.title(locale.tag()).to_owned(),
        is_deprecated: operation.deprecated,
    }
}

/// The call of an operation with what was given, right or wrong: the API answers it. `None` where the
/// API has no such operation.
#[must_use]
pub fn call(
    api: &Api,
    slug: &str,
    given: &GivenCall,
    boundary: &str,
) -> Option<Result<OutgoingCall, CallMistake>> {
    let reference = read(api)?;
    let operation = reference.operations.iter().find(|it| it.slug == slug)?;
    let fields = fields(operation, given);
    Some(fields.map(|fields| Typed::without_files(Some(fields)).call(operation, boundary)))
}

/// What was given, as the fields of the operation's form.
fn fields(operation: &Operation, given: &GivenCall) -> Result<Vec<(String, String)>, CallMistake> {
    if !can_be_typed(operation) {
        return Err(CallMistake::Files);
    }
    let mut fields = Vec::new();
    for (name, value) in &given.parameters {
        let named = |it: &&Parameter| it.name == *name || field_name(it) == *name;
        let parameter = operation.parameters.iter().find(named);
        let parameter = parameter.ok_or_else(|| CallMistake::Unknown(name.clone()))?;
        fields.push((field_name(parameter), text(value)));
    }
    let is_given = |it: &Parameter| fields.iter().any(|(name, _)| *name == field_name(it));
    let in_path = operation.parameters.iter();
    let mut in_path = in_path.filter(|it| it.place == Place::Path);
    if let Some(missing) = in_path.find(|it| !is_given(it)) {
        return Err(CallMistake::Missing(missing.name.clone()));
    }
    if let Some(body) = &given.body {
        fields.extend(body_fields(operation, body)?);
    }
    Ok(fields)
}

fn body_fields(operation: &Operation, body: &Value) -> Result<Vec<(String, String)>, CallMistake> {
    if takes_files(operation) {
        return Err(CallMistake::Files);
    }
    match (body_form(operation), body) {
        (None, _) => Err(CallMistake::NoBody),
        (Some(BodyForm::Fields(_)), Value::Object(members)) => {
            let members = members.iter();
            let fields = members.map(|(name, value)| (format!("{BODY}.{name}"), text(value)));
            Ok(fields.collect())
        }
        (Some(BodyForm::Fields(_)), _) => Err(CallMistake::NoFields),
        (Some(BodyForm::Text(_) | BodyForm::File), _) => Ok(vec![(BODY.to_owned(), text(body))]),
    }
}

#[cfg(test)]
mod tests {
    use openapi::reference::Reference;
    use serde_json::json;

    use super::*;

    fn operation() -> Operation {
        let schema = json!({"type": "string"});
        let document = json!({
            "openapi": "3.1.0", "info": {"title": "A", "version": "1"},
            "paths": {"/things/{id}": {"put": {
                "parameters": [
                    {"name": "id", "in": "path", "required": true, "schema": schema},
                    {"name": "tags", "in": "query", "schema": {"type": "array"}},
                ],
                "requestBody": {"content": {"application/json": {"example": {"a": 1}}}},
                "responses": {},
            }}},
        });
        Reference::read(&document).operations.remove(0)
    }

    fn given(parameters: &Value, body: Option<Value>) -> GivenCall {
        GivenCall {
            parameters: parameters.as_object().unwrap().clone(),
            body,
        }
    }

    #[test]
    fn a_call_has_what_was_given() {
        let given = given(
            &json!({"id": 7, "query.tags": ["x", "y"]}),
            Some(json!({"a": 2})),
        );
        let fields = fields(&operation(), &given).unwrap();
        let call = Typed::without_files(Some(fields)).call(&operation(), "b");
        assert_eq!(call.path_and_query, "/things/7?tags=x&tags=y");
        assert_eq!(call.body, r#"{"a":2}"#);
    }

    #[test]
    fn what_makes_no_call_is_told() {
        let mistake = |parameters: &Value| fields(&operation(), &given(parameters, None));
        let unknown = mistake(&json!({"id": "7", "colour": "blue"}));
        assert_eq!(unknown, Err(CallMistake::Unknown("colour".to_owned())));
        let missing = mistake(&json!({"tags": []}));
        assert_eq!(missing, Err(CallMistake::Missing("id".to_owned())));
    }
}
