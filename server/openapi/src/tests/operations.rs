//! What operators are told of paths and parameters.

use super::checking::{HEAD, checked, told};
use crate::Severity;

/// The problems of an operation, after `paths: {/a/{id}.json: {get: `.
fn of_operation(fields: &str) -> Vec<String> {
    let text = format!(
        "{HEAD}paths:\n  /a/{{id}}.json:\n    get:\n      responses: {{200: {{description: A}}}}\n{fields}"
    );
    let told = told(&text).into_iter();
    told.map(|problem| problem.replace("/paths/~1a~1{id}.json", "…"))
        .collect()
}

#[test]
fn each_parameter_is_obeyed_or_told_of() {
    let id = "{name: id, in: path, required: true, schema: {type: string}}";
    for (parameters, expected) in [
        (format!("[{id}]"), vec![]),
        (
            "[]".to_owned(),
            vec![
                "Ignored, line 5, column 5: …/get: the path has {id}, which no parameter describes, so any text is taken",
            ],
        ),
        (
            format!("[{id}, {{name: other, in: path, required: true, schema: {{}}}}]"),
            vec![
                "Ignored, line 4, column 3: …: the path has no {other}, so the parameter is passed over",
            ],
        ),
        (
            "[{name: id, in: path, schema: {}}]".to_owned(),
            vec![
                "Ignored, line 7, column 20: …/get/parameters/0: id stands in the path, so it is always required; say so by required: true",
            ],
        ),
        (
            "[{name: id, in: path, required: true, style: form, schema: {}}]".to_owned(),
            vec![
                "Refused, line 7, column 20: …/get/parameters/0: a parameter in the path has no style form",
            ],
        ),
        (
            format!("[{id}, {{name: a, in: header, style: form, schema: {{}}}}]"),
            vec![
                "Refused, line 7, column 82: …/get/parameters/1: a parameter in the header has no style form",
            ],
        ),
        (
            format!("[{id}, {{name: Accept, in: header, schema: {{}}}}]"),
            vec![
                "Ignored, line 7, column 82: …/get/parameters/1: OpenAPI describes no header Accept, so it is passed over",
            ],
        ),
        (
            format!("[{id}, {{name: a, in: query}}]"),
            vec![
                "Ignored, line 7, column 82: …/get/parameters/1: the parameter has neither a schema nor content, so any text is taken",
            ],
        ),
        (
            format!("[{id}, {{name: a, in: body, schema: {{}}}}]"),
            vec![
                "Refused, line 7, column 92: …/get/parameters/1/in: body is none of query, header, path, cookie",
            ],
        ),
        (
            format!("[{id}, {{name: a, in: query, content: {{a/b: {{}}, c/d: {{}}}}}}]"),
            vec![
                "Refused, line 7, column 82: …/get/parameters/1: the parameter must have a schema, or content of one type, and not more than that",
            ],
        ),
        (
            format!("[{id}, {id}]"),
            vec![
                "Ignored, line 7, column 82: …/get/parameters/1: the parameter id stands twice in this list; the first is taken",
            ],
        ),
    ] {
        let told = of_operation(&format!("      parameters: {parameters}\n"));
        assert_eq!(told, expected, "{parameters}");
    }
}

#[test]
fn each_path_is_obeyed_or_told_of() {
    for (paths, severity, said) in [
        ("{'/a/{b': {}}", Severity::Refused, "/a/{b is no path"),
        (
            "{'/a/{b}{c}': {}}",
            Severity::Refused,
            "two parameters follow each other",
        ),
        ("{'/a?b=c': {}}", Severity::Ignored, "no call reaches it"),
        (
            "{'/a/{b}': {}, '/a/{c}': {}}",
            Severity::Ignored,
            "the same path as /a/{b}",
        ),
        (
            "{/a: {get: {operationId: a}, put: {operationId: a}}}",
            Severity::Refused,
            "operationId a",
        ),
        (
            "{/a: {servers: [], get: {servers: []}}}",
            Severity::Ignored,
            "servers is not obeyed",
        ),
        (
            "{/a: {post: {requestBody: {content: {text/xml: {}}}}}}",
            Severity::Ignored,
            "the sandbox reads and writes JSON alone",
        ),
    ] {
        let report = checked(&format!("{HEAD}paths: {paths}\n"));
        let first = &report.problems[0];
        assert_eq!(first.severity, severity, "{paths}: {first}");
        assert!(first.to_string().contains(said), "{paths}: {first}");
    }
}
