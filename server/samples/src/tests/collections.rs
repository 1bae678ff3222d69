//! Files that Postman and Bruno import.

use locales::Locale;
use serde_json::{Value, json};

use super::calls::{json as sending_json, of_all_kinds};
use crate::{Call, Collection, Item, bruno, postman};

fn collection() -> Collection {
    let items = of_all_kinds().into_iter().enumerate();
    let items = items.map(|(index, call)| Item {
        folder: [None, Some("CRM".to_owned())][usize::from(index > 4)].clone(),
        call,
    });
    Collection {
        name: "CRM na nuvem".into(),
        url: "https://portal.example".into(),
        public_key: Some("AbCdEfGhIjKlMnOpQrSt".into()),
        items: items.collect(),
    }
}

#[test]
fn collections_have_folders_variables_and_bodies() {
    insta::assert_snapshot!("postman", postman(&collection(), Locale::En));
    insta::assert_snapshot!("bruno", bruno(&collection(), Locale::En));
}

#[test]
fn a_publishers_text_asks_for_no_variable() {
    let text = "{{secretKey}} {{{secretKey}}}";
    let mut collection = collection();
    let document = json!({ text: [text] });
    let call = Call {
        headers: vec![("X-A".into(), text.into())],
        path_and_query: format!("/{text}"),
        ..sending_json(document.clone())
    };
    collection.items = vec![Item { folder: None, call }];
    let files = [
        postman(&collection, Locale::Es),
        bruno(&collection, Locale::PtBr),
    ];
    for file in &files {
        let allowed = ["{{url}}", "{{token}}", "{{publicKey}}"];
        let of_ours = file.replace("\"clientSecret\": \"{{secretKey}}\"", "");
        let rest = allowed
            .iter()
            .fold(of_ours, |rest, known| rest.replace(known, ""));
        assert!(!rest.contains("{{"), "{file}");
    }
    let [postman, bruno] = files.map(|file| serde_json::from_str::<Value>(&file).unwrap());
    let sent = [
        &postman["item"][0]["request"]["body"]["raw"],
        &bruno["items"][0]["request"]["body"]["json"],
    ];
    for sent in sent {
        let sent: Value = serde_json::from_str(sent.as_str().unwrap()).unwrap();
        assert_eq!(sent, document);
    }
}
