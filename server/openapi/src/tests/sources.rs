//! What operators upload.

use serde_json::json;

use crate::{Position, Problem, ProblemKind, Source};

fn read(text: &str) -> Source {
    Source::read(text.as_bytes()).unwrap()
}

fn refused(bytes: &[u8]) -> Problem {
    Source::read(bytes).unwrap_err()
}

const fn at(line: u32, column: u32) -> Position {
    Position { line, column }
}

#[test]
fn json_and_yaml_give_the_same_document_in_the_order_of_its_names() {
    let json = r#"{"b": {"z": 1, "a": [true, null, "x\"y"]}, "a": -1.5e3}"#;
    let yaml = "# a comment\nb:\n  z: 1\n  a: [true, ~, 'x\"y']\na: -1.5e3\n";
    let expected = r#"{"b":{"z":1,"a":[true,null,"x\"y"]},"a":-1500.0}"#;
    for text in [
        json,
        yaml,
        &format!("\u{feff}{json}"),
        &format!("\u{feff}{yaml}"),
    ] {
        assert_eq!(read(text).to_json(), expected, "{text}");
    }
}

#[test]
fn every_value_has_its_line_and_column() {
    let json = "{\n  \"ação\": 1, \"a/b\": {\"c~\": [10,\n  {\"d\": \"\\\"}\\u00e9\"}]}\n}";
    let yaml = "ação: 1\na/b:\n  c~:\n  - 10\n  - d: \"\\\"}\"\n";
    for (text, pointer, place) in [
        (json, "", at(1, 1)),
        (json, "/ação", at(2, 3)),
        (json, "/a~1b", at(2, 14)),
        (json, "/a~1b/c~0", at(2, 22)),
        (json, "/a~1b/c~0/0", at(2, 29)),
        (json, "/a~1b/c~0/1", at(3, 3)),
        (json, "/a~1b/c~0/1/d", at(3, 4)),
        (json, "/a~1b/c~0/1/nowhere/else", at(3, 3)),
        (yaml, "/ação", at(1, 1)),
        (yaml, "/a~1b", at(2, 1)),
        (yaml, "/a~1b/c~0", at(3, 3)),
        (yaml, "/a~1b/c~0/0", at(4, 5)),
        (yaml, "/a~1b/c~0/1", at(5, 5)),
        (yaml, "/a~1b/c~0/1/d", at(5, 5)),
    ] {
        assert_eq!(read(text).position(pointer), place, "{pointer} of {text}");
    }
}

#[test]
fn names_in_yaml_are_taken_as_they_are_written() {
    let yaml =
        "responses:\n  200: ok\n  '201': ok\n  4XX: no\n  1.50: no\n  no: yes\n  ? null\n  : 1\n";
    let expected = json!({"responses": {
        "200": "ok", "201": "ok", "4XX": "no", "1.50": "no", "no": "yes", "null": 1,
    }});
    assert_eq!(*read(yaml).root(), expected);
}

#[test]
fn aliases_and_merge_keys_are_followed() {
    let yaml = "
base: &base {a: 1, b: {c: 2}}
more: &more
  a: 5
  d: 6
list: [*base, *more]
merged:
  <<: [*base, *more]
  b: 3
quoted:
  '<<': 4
name: &name x
*name : 7
";
    let root = read(yaml).root().clone();
    assert_eq!(root["list"][0], json!({"a": 1, "b": {"c": 2}}));
    assert_eq!(root["merged"], json!({"b": 3, "a": 1, "d": 6}));
    assert_eq!(root["quoted"], json!({"<<": 4}));
    assert_eq!(root["x"], 7);
    // What an alias stands for is at the place where it is written.
    assert_eq!(read(yaml).position("/merged/d"), at(5, 3));
}

#[test]
fn tags_of_the_core_schema_are_obeyed() {
    let yaml = "a: !!str 200\nb: ! 5\nc: !!int '7'\nd: !!float 1\ne: !!map {}\nf: !!seq []\ng: !!null ''\n";
    let expected = json!({"a": "200", "b": "5", "c": 7, "d": 1, "e": {}, "f": [], "g": null});
    assert_eq!(*read(yaml).root(), expected);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_line() {
    for (text, line, said) in [
        (
            "{\"a\": 1,\n \"b\": 2,\n \"a\": 3}",
            3,
            "the name a stands twice",
        ),
        (
            "a: 1\nb: 2\na: 3\n",
            3,
            "the name a stands twice in the same object, first in line 1",
        ),
        ("200: 1\n'200': 2\n", 2, "the name 200 stands twice"),
        ("{\"a\": 1,\n}", 2, "this is no JSON: trailing comma"),
        ("{\"a\": 1}\n{}", 2, "this is no JSON: trailing characters"),
        ("a: [1,\nb: 2\n", 2, "this is no YAML"),
        ("a: 1\n---\nb: 2\n", 2, "another document begins here"),
        ("a: 1\nb: !!binary aGk=\n", 2, "the tag"),
        ("a: 1\nb: !own x\n", 2, "the tag !own"),
        ("a: 1\n? [b]\n: 2\n", 2, "a name must be a text"),
        ("a: 1\n? {b: 1}\n: 2\n", 2, "a name must be a text"),
        ("a: &a [1]\n*a : 2\n", 2, "a name must be a text"),
        ("a: &a\n  b: *a\n", 2, "this alias stands within"),
        ("a:\n  <<: 1\n", 2, "can be merged"),
        ("a: 1\nb: .nan\n", 2, "JSON has no number .nan"),
        ("a: *b\n", 1, "this is no YAML"),
    ] {
        let problem = refused(text.as_bytes());
        assert_eq!(
            problem.position.map(|place| place.line),
            Some(line),
            "{text}: {problem}"
        );
        assert!(problem.to_string().contains(said), "{text}: {problem}");
    }
}

#[test]
fn other_encodings_are_named() {
    let utf_16 = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>()
    };
    for (bytes, said) in [
        (
            utf_16("\u{feff}openapi: 3.1.0"),
            "the text is UTF-16; save it as UTF-8",
        ),
        (utf_16("{\"openapi\""), "the text is UTF-16"),
        (b"\xff\xfe\0\0o\0\0\0".to_vec(), "the text is UTF-32"),
        (b"{\0\0\0".to_vec(), "the text is UTF-32"),
        (
            b"a: 1\nb: \xc3\xa9\xe9".to_vec(),
            "line 2, column 5: the text is no UTF-8",
        ),
        (vec![], "the document is empty"),
        (b"\xef\xbb\xbf \n".to_vec(), "the document is empty"),
        (b"# nothing\n".to_vec(), "the document is empty"),
    ] {
        let problem = refused(&bytes).to_string();
        assert!(problem.starts_with(said), "{bytes:?}: {problem}");
    }
}

#[test]
fn a_document_that_is_too_large_is_not_even_looked_at() {
    let huge = vec![b' '; crate::SIZE + 1];
    let kind = ProblemKind::TooLarge { limit: crate::SIZE };
    assert_eq!(refused(&huge).kind, kind);
}
