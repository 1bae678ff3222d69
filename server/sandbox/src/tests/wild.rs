//! Calls that nobody would make.

use proptest::prelude::*;
use serde_json::{Map, Number};

use super::*;

/// JSON of any shape, with the names that the APIs know.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| Number::from_f64(number).map_or(Value::Null, Value::Number)),
        "\\PC{0,20}".prop_map(Value::from),
        "55119999902?00?".prop_map(Value::from),
    ];
    let names = prop_oneof![
        Just("data"),
        Just("msisdn"),
        Just("ip"),
        Just("port"),
        Just("timestamp"),
        Just("document"),
        Just("name"),
        Just("email"),
        Just("tags"),
        Just("consents"),
    ];
    leaf.prop_recursive(4, 32, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..6).prop_map(|members| {
                let members = members
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value));
                Value::Object(members.collect::<Map<_, _>>())
            }),
        ]
    })
}

fn path() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("/mobileidentities/smvs".to_owned()),
        Just("/scores".to_owned()),
        Just("/contacts".to_owned()),
        "/contacts/\\PC{0,8}",
        "/contacts\\?(limit|cursor)=\\PC{0,20}",
        "/?\\PC{0,20}",
    ]
}

/// Every answer is JSON in the shape of the API, or empty.
fn is_an_answer(answer: &Answer) -> bool {
    let is_json = serde_json::from_str::<Value>(&answer.body).is_ok();
    (200..600).contains(&answer.status)
        && answer.code.is_some()
        && (is_json || answer.status == 204)
}

proptest! {
    #[test]
    fn any_body_is_answered(method in "GET|POST|PATCH|DELETE|\\PC{0,4}", path in path(), body in any_json()) {
        thread_local!(static APIS: [Api; 3] = [SMV, SCORE, CRM].map(Api::of));
        let body = body.to_string();
        APIS.with(|apis| {
            for api in apis {
                let answer = api.call(&method, &path, body.as_bytes());
                assert!(is_an_answer(&answer), "{answer:?}");
            }
        });
    }

    #[test]
    fn any_bytes_are_answered(path in path(), body in prop::collection::vec(any::<u8>(), 0..64)) {
        thread_local!(static APIS: [Api; 3] = [SMV, SCORE, CRM].map(Api::of));
        APIS.with(|apis| {
            for api in apis {
                assert!(is_an_answer(&api.call("POST", &path, &body)));
            }
        });
    }

    #[test]
    fn any_document_is_read_or_refused(document in any_json(), text in "\\PC{0,200}") {
        let _ = Sandbox::compile(&document.to_string());
        let _ = Sandbox::compile(&text);
    }
}
