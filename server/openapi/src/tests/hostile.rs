//! Documents that somebody wrote to do harm: each is told what is wrong, at once, and nothing breaks.

use std::{fmt::Write as _, thread};

use serde_json::{Value, json};

use crate::{DEPTH, Document, ProblemKind, Report, Source, VALUES, check};

/// The default of a thread of tokio.
const STACK: usize = 2 * 1024 * 1024;

fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(STACK).spawn(test);
    thread.unwrap().join().unwrap();
}

/// Why a text cannot be read.
fn refused(text: &str) -> ProblemKind {
    Source::read(text.as_bytes()).unwrap_err().kind
}

pub(super) fn checked(document: &Value) -> Report {
    check(&Source::read(document.to_string().as_bytes()).unwrap())
}

/// Whether a document is refused with words like these.
fn is_told(document: &Value, said: &str) -> bool {
    let report = checked(document);
    let mut told = report.refused().map(|problem| problem.kind.to_string());
    told.any(|words| words.contains(said))
}

fn with_schemas(schemas: &Value) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    })
}

/// Objects within each other, each in a line of its own.
fn stairs(levels: usize) -> String {
    let mut text = String::new();
    for level in 0..levels {
        writeln!(text, "{}a:", " ".repeat(level)).unwrap();
    }
    text
}

#[test]
fn a_bomb_of_aliases_is_refused_before_it_goes_off() {
    on_a_small_stack(|| {
        let mut wide = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        let mut merges = "b0: &b0 {a: 1}\n".to_owned();
        let mut long = format!("c0: &c0 '{}'\n", "x".repeat(1 << 20));
        for level in 1..40 {
            let before = level - 1;
            let aliases = vec![format!("*a{before}"); 9].join(", ");
            writeln!(wide, "a{level}: &a{level} [{aliases}]").unwrap();
            writeln!(
                merges,
                "b{level}: &b{level} {{m: *b{before}, n: *b{before}}}"
            )
            .unwrap();
            writeln!(long, "c{level}: &c{level} [*c{before}, *c{before}]").unwrap();
        }
        for bomb in [wide, merges, long] {
            assert!(matches!(refused(&bomb), ProblemKind::TooMuch { .. }));
        }
        // Each anchor holds all of the others.
        let mut anchors = String::new();
        for level in 0..100 {
            writeln!(anchors, "{}k: &k{level}", " ".repeat(level)).unwrap();
        }
        writeln!(anchors, "{}- [{}]", " ".repeat(100), "1, ".repeat(50_000)).unwrap();
        assert!(matches!(refused(&anchors), ProblemKind::TooMuch { .. }));
    });
}

#[test]
fn what_is_nested_too_deeply_is_refused() {
    on_a_small_stack(|| {
        for text in [
            "[".repeat(1_000_000),
            "{\"a\":".repeat(1_000_000),
            format!("a: {}", "[".repeat(1_000_000)),
            format!("a: {}", "{a: ".repeat(100_000)),
            "- ".repeat(100_000),
            format!("{}1", "? ".repeat(100_000)),
            stairs(2_000),
        ] {
            let kind = refused(&text);
            let is_refused = matches!(
                kind,
                ProblemKind::TooDeep { limit: DEPTH } | ProblemKind::NameNotText
            );
            assert!(is_refused, "{text:.20}: {kind:?}");
        }
        // An alias is as deep as what it stands for.
        let deep = format!("a: &a {}{}\n", "[".repeat(100), "]".repeat(100));
        let deeper = format!("{deep}b: {}*a{}\n", "[".repeat(60), "]".repeat(60));
        assert!(Source::read(deep.as_bytes()).is_ok());
        assert_eq!(refused(&deeper), ProblemKind::TooDeep { limit: DEPTH });
    });
}

#[test]
fn what_has_too_many_values_is_refused() {
    let many = format!("[{}1]", "1,".repeat(VALUES));
    assert!(matches!(refused(&many), ProblemKind::TooMuch { .. }));
}

#[test]
fn as_deep_as_may_be_is_checked_on_a_small_stack() {
    on_a_small_stack(|| {
        let mut schema = json!({"type": "string"});
        for _ in 0..(DEPTH - 5) / 2 {
            schema = json!({"properties": {"a": schema}});
        }
        let report = checked(&with_schemas(&json!({"A": schema})));
        assert!(!report.is_refused(), "{:?}", report.problems);
        let mut schema = json!({"type": "string"});
        for _ in 0..DEPTH - 5 {
            schema = json!({"not": schema});
        }
        let report = checked(&with_schemas(&json!({"A": schema})));
        assert!(!report.is_refused(), "{:?}", report.problems);
    });
}

#[test]
fn references_in_circles_out_of_the_document_and_to_nothing_are_refused() {
    on_a_small_stack(|| {
        let to = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
        for (schemas, said) in [
            (json!({"A": to("A")}), "contains itself"),
            (json!({"A": to("B"), "B": to("A")}), "contains itself"),
            (
                json!({"A": {"allOf": [{"not": to("A")}]}}),
                "contains itself",
            ),
            (json!({"A": to("Nothing")}), "leads nowhere"),
            (
                json!({"A": {"items": {"$ref": "other.yaml#/A"}}}),
                "leads out of this document",
            ),
            (
                json!({"A": {"$ref": "file:///etc/passwd"}}),
                "leads out of this document",
            ),
            (
                json!({"A": {"$ref": "https://example.com/a"}}),
                "leads out of this document",
            ),
            (json!({"A": {"$ref": ["a"]}}), "must be a text"),
        ] {
            assert!(is_told(&with_schemas(&schemas), said), "{schemas}");
        }
        // A tree may contain itself.
        let tree = json!({"A": {"properties": {"left": to("A"), "right": to("A")}}});
        assert!(!checked(&with_schemas(&tree)).is_refused());

        let mut circle = with_schemas(&json!({}));
        circle["components"]["parameters"] = json!({
            "a": {"$ref": "#/components/parameters/b"},
            "b": {"$ref": "#/components/parameters/a"},
        });
        circle["paths"] = json!({"/a": {"$ref": "#/paths/~1a"}});
        assert_eq!(checked(&circle).refused().count(), 3);
        assert!(is_told(&circle, "leads in a circle"));
    });
}

#[test]
fn a_chain_of_references_is_followed_as_far_as_it_may_be() {
    on_a_small_stack(|| {
        let schemas = (0..5_000).map(|number| {
            let next = format!("#/components/schemas/S{}", (number + 1) % 5_000);
            (
                format!("S{number}"),
                json!({"properties": {"next": {"$ref": next}}}),
            )
        });
        let schemas = Value::Object(schemas.collect());
        assert!(!checked(&with_schemas(&schemas)).is_refused());
    });
}

#[test]
fn script_and_huge_texts_in_every_field_are_only_texts() {
    let script = "<script>alert(1)</script>\u{202e}\u{0}${7*7}\"'";
    for text in [script.to_owned(), "x".repeat(1 << 17)] {
        let document = json!({
            "openapi": "3.1.0",
            "info": {"title": text, "version": text, "description": text, "license": text},
            "tags": text,
            "servers": [{"url": text, "description": text, "variables": text}],
            "paths": {"/a": {"summary": text, "get": {
                "operationId": text,
                "summary": text,
                "parameters": [{"name": text, "in": "query", "schema": {
                    "title": text, "description": text, "enum": [text], "format": text,
                    "default": text, "example": text,
                    "properties": {text.chars().take(500).collect::<String>(): true},
                }, "example": text}],
                "responses": {"200": {"description": text}},
            }}},
        });
        let report = checked(&document);
        assert!(!report.is_refused(), "{:.300?}", report.problems);
        assert_eq!(report.ignored().count(), 0, "{:.300?}", report.problems);
        assert!(Document::read(&document.to_string()).is_ok());
    }
}

#[test]
fn no_more_problems_are_told_than_anybody_reads() {
    let unknown = (0..3_000).map(|number| (format!("f{number}"), json!(1)));
    let mut document = with_schemas(&json!({"A": Value::Object(unknown.collect())}));
    document["components"]["schemas"]["B"] = json!({"type": 1});
    let report = checked(&document);
    assert_eq!(report.ignored().count(), crate::MAX_PROBLEMS);
    assert_eq!(report.omitted, 2_000);
    assert_eq!(report.refused().count(), 1);
}

#[test]
fn what_is_told_is_never_longer_than_anybody_reads() {
    on_a_small_stack(|| {
        let (long, huge) = ("n".repeat(1_000), "x".repeat(10_000));
        let mut schema = json!({"type": huge, "pattern": format!("(?={huge})")});
        for _ in 0..20 {
            schema = json!({"properties": {long.clone(): schema}});
        }
        let many = (0..300).map(|number| (format!("S{number}"), schema.clone()));
        let mut document = with_schemas(&Value::Object(many.collect()));
        let report = checked(&document);
        assert_eq!(report.refused().count(), 300);
        document["components"]["schemas"] = json!({});
        document["paths"] = json!({"/a": {"get": {"operationId": "a", "responses": {"200": {
            "description": "", "content": {"application/json": {"schema": schema}},
        }}}}});
        let further = checked(&document);
        assert_eq!(further.refused().count(), 1);
        for problem in report.problems.iter().chain(&further.problems) {
            assert!(problem.to_string().len() < 3_000);
        }
        let name = format!("a: 1\n? {}\n: 1\n", "x".repeat(2_000));
        assert!(matches!(refused(&name), ProblemKind::NameTooLong { .. }));
        let name = format!("{{\"{}\": 1}}", "x".repeat(2_000));
        assert!(matches!(refused(&name), ProblemKind::NameTooLong { .. }));
    });
}

#[test]
fn a_pattern_that_would_never_end_elsewhere_is_never_tried() {
    on_a_small_stack(|| {
        let patterns = ["^(?=(a+)+$)a*b$", r"^((a+)+)\1$", "(?<=(a|a)+)b", "^(a+)+$"];
        let schemas = patterns.map(|pattern| (pattern.to_owned(), json!({"pattern": pattern})));
        let schemas = Value::Object(schemas.into_iter().collect());
        let document = with_schemas(&schemas);
        let report = checked(&document);
        assert!(!report.is_refused());
        let told = report.ignored().map(|problem| problem.kind.clone());
        let told: Vec<_> = told.collect();
        let expected = patterns[..3]
            .iter()
            .map(|pattern| ProblemKind::Pattern((*pattern).to_owned()));
        assert_eq!(told, expected.collect::<Vec<_>>());
        let text = json!(format!("{}c", "a".repeat(50_000)));
        let document = Document::read(&document.to_string()).unwrap();
        for schema in schemas.as_object().unwrap().values() {
            let _ = document.schema(schema).unwrap().check(&text);
        }
    });
}
