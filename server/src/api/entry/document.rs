//! The document of the API as that of an entry of the catalogue: paths below its base path, titles in
//! each language, and an example of all that is sent and answered.

use anyhow::Context;
use serde_json::{Map, Value};

use super::examples::Examples;
use crate::api::{ROOT, document};

/// The titles of operations by their identifiers, by language. English stands in the document.
const TITLES: &str = include_str!("titles.json");

const METHODS: [&str; 4] = ["get", "post", "patch", "delete"];

/// The document, as JSON.
pub fn document(public_url: &str) -> anyhow::Result<String> {
    let titles: Map<String, Value> = serde_json::from_str(TITLES)?;
    let mut root = serde_json::to_value(document::document(public_url))?;
    let members = root.as_object_mut().context("the document is no object")?;
    // Readers get it with the portal as its server.
    members.remove("servers");
    let paths = match members.get_mut("paths") {
        Some(Value::Object(paths)) => std::mem::take(paths),
        _ => Map::new(),
    };
    let schemas = members.get("components").and_then(|it| it.get("schemas"));
    let paths = paths.into_iter().map(|(path, mut item)| {
        let path = path.strip_prefix(ROOT).unwrap_or(&path).to_owned();
        let examples = Examples::below(&path, schemas);
        for method in METHODS {
            if let Some(operation) = item.get_mut(method) {
                complete(operation, &titles, &examples);
            }
        }
        (path, item)
    });
    let paths: Map<_, _> = paths.collect();
    members.insert("paths".to_owned(), Value::Object(paths));
    Ok(serde_json::to_string(&root)?)
}

/// Gives an operation its titles and its examples.
fn complete(operation: &mut Value, titles: &Map<String, Value>, examples: &Examples<'_>) {
    let id = operation.get("operationId").and_then(Value::as_str);
    let title = id.and_then(|id| titles.get(id)).cloned();
    let Some(operation) = operation.as_object_mut() else {
        return;
    };
    operation.extend(title.map(|title| ("x-summary".to_owned(), title)));
    let parameters = operation.get_mut("parameters");
    let parameters = parameters.and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten() {
        parameter_example(parameter, examples);
    }
    if let Some(body) = operation.get_mut("requestBody") {
        content_examples(body, |schema| examples.of_body(schema));
    }
    let answers = operation
        .get_mut("responses")
        .and_then(Value::as_object_mut);
    let answers = answers.into_iter().flatten();
    for (_, answer) in answers.filter(|(status, _)| status.starts_with('2')) {
        content_examples(answer, |schema| examples.of_answer(schema));
    }
}

/// Only what must be there is in an example call.
fn parameter_example(parameter: &mut Value, examples: &Examples<'_>) {
    if parameter.get("required") != Some(&Value::Bool(true)) {
        return;
    }
    // Whatever the resource is.
    let example = if parameter.get("name").and_then(Value::as_str) == Some("If-Match") {
        Some(Value::from("*"))
    } else {
        let schema = parameter.get("schema");
        schema.map(|schema| examples.of_answer(schema))
    };
    if let Some(parameter) = parameter.as_object_mut() {
        parameter.extend(example.map(|example| ("example".to_owned(), example)));
    }
}

/// The same of each form of a body.
fn content_examples(part: &mut Value, example: impl Fn(&Value) -> Value) {
    let content = part.get_mut("content").and_then(Value::as_object_mut);
    for (_, media) in content.into_iter().flatten() {
        let example = media.get("schema").map(&example);
        if let Some(media) = media.as_object_mut() {
            media.extend(example.map(|example| ("example".to_owned(), example)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operations() -> Vec<Value> {
        let document = document("https://balcao.example").unwrap();
        let document: Value = serde_json::from_str(&document).unwrap();
        let paths = document["paths"].as_object().unwrap().values().cloned();
        let operations = paths.flat_map(|item| {
            let members = item.as_object().unwrap().clone().into_iter();
            members.filter(|(name, _)| METHODS.contains(&name.as_str()))
        });
        operations.map(|(_, operation)| operation).collect()
    }

    #[test]
    fn each_operation_has_titles_and_each_title_its_operation() {
        let titles: Map<String, Value> = serde_json::from_str(TITLES).unwrap();
        let operations = operations();
        for operation in &operations {
            let id = operation["operationId"].as_str().unwrap();
            for language in ["pt-BR", "es"] {
                assert!(operation["x-summary"][language].is_string(), "{id}");
            }
        }
        assert_eq!(titles.len(), operations.len());
    }

    #[test]
    fn two_documents_of_one_program_are_the_same() {
        let [one, other] = [(); 2].map(|()| document("https://balcao.example").unwrap());
        assert_eq!(one, other);
        assert!(!one.contains("\"/api/v1/groups\":"));
    }
}
