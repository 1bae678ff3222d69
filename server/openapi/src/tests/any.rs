//! Documents and texts of any shape.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::hostile::checked;
use crate::{Document, Source, check};

/// Values with the names that documents have.
fn any_document() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        Just(json!("#/components/schemas/a")),
        Just(json!("#/paths/~1a/get")),
        Just(json!("path")),
        Just(json!("object")),
    ];
    let names = "openapi|info|paths|/a|/\\{b\\}|get|parameters|schema|\\$ref|components|schemas|a|b|\
                 properties|items|allOf|type|in|name|style|content|application/json|responses|200|\
                 example|pattern|not|enum|required|summary|tags|servers|deprecated|x-a";
    leaf.prop_recursive(6, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_document_is_told_of(parts in any_document(), edition in "3\\.[01]\\.0") {
        let mut document = json!({"openapi": edition, "info": {"title": "A", "version": "1"}});
        for name in ["paths", "components"] {
            document[name] = parts.get(name).unwrap_or(&parts).clone();
        }
        let report = checked(&document);
        // What is taken is taken again by those who read it.
        if !report.is_refused() {
            prop_assert!(Document::read(&document.to_string()).is_ok(), "{}", document);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Source::read(&bytes);
    }

    #[test]
    fn any_text_of_yaml_is_read_or_refused(text in "([-?:,\\[\\]{}#&*!|>'\"%@` \n\ta-c0-9<]|\\PC){0,80}") {
        if let Ok(source) = Source::read(text.as_bytes()) {
            let _ = check(&source);
        }
    }
}
