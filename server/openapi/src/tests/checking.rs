//! What operators are told of a document.

use crate::{Edition, Report, Source, check};

pub(super) const HEAD: &str = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n";

/// Each problem as an operator reads it, with its severity.
pub(super) fn told(text: &str) -> Vec<String> {
    let report = checked(text);
    let problems = report.problems.iter();
    problems
        .map(|problem| format!("{:?}, {problem}", problem.severity))
        .collect()
}

pub(super) fn checked(text: &str) -> Report {
    check(&Source::read(text.as_bytes()).unwrap())
}

#[test]
fn a_right_document_has_no_problems() {
    let report = checked(&format!(
        "{HEAD}paths:
  /a/{{id}}:
    parameters:
    - $ref: '#/components/parameters/id'
    get:
      parameters: [{{name: q, in: query, schema: {{type: array, items: {{type: integer}}}}}}]
      responses:
        200:
          description: A
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}
        default: {{description: B}}
        5XX: {{description: C}}
        x-more: 1
    x-more: {{$ref: nowhere}}
components:
  schemas: {{A: {{type: object, properties: {{a: {{$ref: '#/components/schemas/A'}}}}}}}}
  parameters: {{id: {{name: id, in: path, required: true, schema: {{type: string}}}}}}
"
    ));
    assert_eq!(report.problems, []);
    assert_eq!(
        (report.edition, report.operations),
        (Some(Edition::V3_1), 1)
    );
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_text() {
    let text = format!(
        "{HEAD}paths:
  /a:
    get:
      operationId: 5
      responses: {{'200': {{}}}}
      callbacks: {{a: {{$ref: '#/nowhere'}}}}
      unknown: 1
    post: {{responses: {{600: {{description: A}}}}}}
    head: {{}}
    trace: []
  b: {{}}
components: {{schemas: {{A: {{type: text}}, B: [], C: {{nullable: true, pattern: '(?=a)'}}}}}}
"
    );
    assert_eq!(
        told(&text),
        [
            "Refused, line 6, column 7: /paths/~1a/get/operationId: this must be a text, but is a \
             number; put it in quotes",
            "Refused, line 7, column 19: /paths/~1a/get/responses/200: description is missing",
            "Ignored, line 8, column 7: /paths/~1a/get/callbacks: callbacks is not obeyed here",
            "Refused, line 8, column 23: /paths/~1a/get/callbacks/a/$ref: #/nowhere leads nowhere in \
             this document",
            "Ignored, line 9, column 7: /paths/~1a/get/unknown: OpenAPI has no unknown here, so it \
             is passed over; extensions begin with x-",
            "Ignored, line 10, column 24: /paths/~1a/post/responses/600: 600 is no status; it is \
             default, a number such as 200, or a class such as 2XX",
            "Ignored, line 11, column 5: /paths/~1a/head: head is not obeyed here",
            "Refused, line 12, column 5: /paths/~1a/trace: this must be an object, but is a list",
            "Ignored, line 12, column 5: /paths/~1a/trace: trace is not obeyed here",
            "Refused, line 13, column 3: /paths/b: b is no path: it begins with a slash, has each \
             brace closed, and a name in it",
            "Refused, line 14, column 41: /components/schemas/B: this must be a schema, but is a \
             list",
            "Ignored, line 14, column 52: /components/schemas/C/nullable: nullable belongs to another \
             edition of OpenAPI, so it is passed over",
            "Ignored, line 14, column 68: /components/schemas/C/pattern: the pattern (?=a) is passed \
             over, as no engine of linear time takes it",
        ]
    );
}

#[test]
fn what_only_the_validator_knows_is_told_when_the_rest_is_right() {
    let text = format!(
        "{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    A: {{items: {{type: text}}}}\n    B: {{$ref: '#/components/schemas/A'}}\n    C/D: {{allOf: [{{$ref: '#/components/schemas/C~1D'}}]}}\n"
    );
    assert_eq!(
        told(&text),
        [
            "Refused, line 6, column 17: /components/schemas/A/items/type: this is no JSON Schema: \
             \"text\" is not valid under any of the schemas listed in the 'anyOf' keyword",
            "Refused, line 8, column 5: /components/schemas/C~1D: this schema contains itself for \
             the same value, or by too many references",
        ]
    );
}

#[test]
fn other_documents_are_named() {
    for (text, expected) in [
        (
            "- a\n",
            "Refused, line 1, column 1: this must be an object, but is a list",
        ),
        (
            "info: {}\n",
            "Refused, line 1, column 1: openapi is missing",
        ),
        (
            "swagger: '2.0'\n",
            "Refused, line 1, column 1: /swagger: OpenAPI 2.0 is not understood, only 3.0 and 3.1",
        ),
        (
            "a: 1\nopenapi: 4.0.0\n",
            "Refused, line 2, column 1: /openapi: OpenAPI 4.0.0 is not understood, only 3.0 and 3.1",
        ),
        (
            "openapi: 3.1\n",
            "Refused, line 1, column 1: /openapi: this must be a text, but is a number; put it in \
             quotes",
        ),
    ] {
        assert_eq!(told(text), [expected]);
    }
    let nothing = told("openapi: 3.1.0\ninfo: {title: A, version: 1.0}\n");
    assert_eq!(
        nothing,
        [
            "Refused, line 1, column 1: paths is missing",
            "Refused, line 2, column 18: /info/version: this must be a text, but is a number; put it \
             in quotes",
        ]
    );
}

#[test]
fn beside_a_reference_only_annotations_stand_without_a_word() {
    let text = HEAD.replace("3.1.0", "3.0.3")
        + "paths: {}
components:
  schemas:
    A: {$ref: '#/components/schemas/B', description: B, nullable: true}
    B: {}
  parameters:
    a: {$ref: '#/components/parameters/b', name: c}
    b: {name: b, in: query, schema: {type: [string]}}
";
    assert_eq!(
        told(&text),
        [
            "Ignored, line 6, column 57: /components/schemas/A/nullable: nullable is passed over, \
             since it stands beside a $ref",
            "Ignored, line 9, column 44: /components/parameters/a/name: name is passed over, since it \
             stands beside a $ref",
            "Ignored, line 10, column 38: /components/parameters/b/schema/type: type belongs to \
             another edition of OpenAPI, so it is passed over",
        ]
    );
}
