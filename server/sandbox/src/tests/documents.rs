//! The documents of the demo APIs, and others.

use std::collections::BTreeSet;

use locales::Locale;
use openapi::{Document, PathItem, Response, json_content};
use serde::Deserialize;
use serde_json::json;

use super::*;
use crate::{Case, ErrorFacts, Operation};

const ALL: [(&str, &str); 3] = [
    (
        SMV,
        include_str!("../../../domain/demo/catalogue/smv/api.toml"),
    ),
    (
        SCORE,
        include_str!("../../../domain/demo/catalogue/score-de-credito/api.toml"),
    ),
    (
        CRM,
        include_str!("../../../domain/demo/catalogue/crm-na-nuvem/api.toml"),
    ),
];

/// The answers that the API's page describes.
#[derive(Deserialize)]
struct Told {
    answers: Vec<ToldAnswer>,
}

#[derive(Deserialize)]
struct ToldAnswer {
    status: u16,
    code: String,
}

fn made(api: &Api, operation: &Operation, case: &Case) -> Answer {
    let body = case.body.as_ref().map(Value::to_string).unwrap_or_default();
    api.call(&operation.method, &case.path_and_query, body.as_bytes())
}

/// Checks an answer against its schema in the document.
fn conforms(document: &Document, id: &str, answer: &Answer) {
    let mut operations = document.paths.values().flat_map(PathItem::operations);
    let (_, operation) = operations
        .find(|(_, facts)| facts.operation_id == id)
        .unwrap();
    let response = &operation.responses[&answer.status.to_string()];
    let response: Response = document.part(response).unwrap();
    match json_content(response.content).unwrap() {
        None => assert_eq!(answer.body, ""),
        Some((media_type, media)) => {
            assert_eq!(answer.headers, [("content-type", media_type)]);
            let schema = document.schema(&media.schema).unwrap();
            assert!(schema.check(&json(answer)).is_ok(), "{}", answer.body);
        }
    }
}

#[test]
fn every_case_gets_the_answer_it_names_as_the_document_has_it() {
    for (text, _) in ALL {
        let (api, document) = (Api::of(text), Document::read(text).unwrap());
        for operation in api.0.operations() {
            for case in &operation.cases {
                let answer = made(&api, operation, case);
                assert_eq!(answer.status, case.status, "{} {}", operation.id, case.id);
                assert_eq!(answer.code.as_ref(), Some(&case.code));
                assert_eq!(answer, made(&api, operation, case));
                conforms(&document, &operation.id, &answer);
            }
        }
    }
}

#[test]
fn every_answer_that_is_told_of_is_given() {
    for (text, told) in ALL {
        let api = Api::of(text);
        let told: Told = toml::from_str(told).unwrap();
        let operations = api.0.operations();
        let cases = operations.iter().flat_map(|operation| &operation.cases);
        let given: BTreeSet<_> = cases.map(|case| (case.status, case.code.clone())).collect();
        let told: BTreeSet<_> = told
            .answers
            .into_iter()
            .map(|a| (a.status, a.code))
            .collect();
        // The gateway gives these, or no operation has a case for them.
        let elsewhere = [401, 405, 413, 429, 502, 503, 504];
        let missing: Vec<_> = told.difference(&given).collect();
        assert!(
            missing.iter().all(|(status, _)| elsewhere.contains(status)),
            "{missing:?}"
        );
        assert!(given.is_subset(&told), "{given:?}");
    }
}

#[test]
fn the_gateways_errors_have_the_apis_shape() {
    for (text, told) in ALL {
        let (api, document) = (Api::of(text), Document::read(text).unwrap());
        let told: Told = toml::from_str(told).unwrap();
        for status in [401, 403, 404, 413, 429, 500, 502, 503, 504] {
            for detail in [None, Some("Read \"this\".")] {
                let answer = api.0.error(&ErrorFacts {
                    status,
                    transaction: TRANSACTION,
                    detail,
                    public_url: URL,
                });
                assert_eq!(answer.status, status);
                assert!(
                    answer.body.contains(&TRANSACTION.to_string()),
                    "{}",
                    answer.body
                );
                assert!(
                    answer.body.contains(&format!("{URL}/catalogo/")),
                    "{}",
                    answer.body
                );
                assert_eq!(answer.body.contains("Read \\\"this\\\"."), detail.is_some());
                if let Some(known) = told.answers.iter().find(|known| known.status == status) {
                    assert_eq!(answer.code.as_ref(), Some(&known.code));
                }
                if [401, 429, 502, 503, 504].contains(&status) {
                    conforms(&document, &api.0.operations()[0].id, &answer);
                }
            }
        }
    }
}

#[test]
fn each_operation_says_what_a_status_means_in_its_own_words() {
    let mut document: Value = serde_json::from_str(CRM).unwrap();
    let contact = &mut document["paths"]["/contacts/{id}"];
    for (method, description) in [("get", "Nobody to read."), ("delete", "Nobody to erase.")] {
        contact[method]["responses"]["404"] = json!({"description": description, "x-remedy": ""});
    }
    let document = document.to_string();
    for _ in 0..10 {
        let crm = Api::of(&document);
        for (method, said) in [
            ("GET", "Nobody to read."),
            ("DELETE", "Nobody to erase."),
            (
                "PATCH",
                "There is no contact with that identifier in your group's database.",
            ),
        ] {
            let answer = crm.call(method, "/contacts/1404", b"{}");
            let error = &json(&answer)["errors"][0];
            assert_eq!((answer.status, &error["message"]), (404, &json!(said)));
        }
    }
}

#[test]
fn a_request_that_does_not_arrive_in_time_is_told_so() {
    let answer = Api::of(SMV).0.error(&ErrorFacts {
        status: 408,
        transaction: TRANSACTION,
        detail: None,
        public_url: URL,
    });
    let error = &json(&answer)["error"];
    assert_eq!(error["message"], "The request did not arrive in time.");
}

#[test]
fn test_values_are_shown_in_every_language() {
    for (text, _) in ALL {
        for operation in Api::of(text).0.operations() {
            assert_ne!(
                operation.summary[Locale::PtBr as usize],
                operation.summary[Locale::En as usize]
            );
            let ids: BTreeSet<_> = operation.cases.iter().map(|case| &case.id).collect();
            assert_eq!(ids.len(), operation.cases.len());
            for case in &operation.cases {
                assert!(!case.values.is_empty());
                for locale in Locale::ALL {
                    assert!(!case.label[locale as usize].is_empty());
                }
            }
        }
    }
}

#[test]
fn a_document_of_3_0_makes_a_sandbox_too() {
    let port = (
        r#""minimum": 1,"#,
        r#""minimum": 0, "exclusiveMinimum": true,"#,
    );
    assert!(SMV.contains(port.0));
    let older = SMV.replace("3.1.0", "3.0.3").replace(port.0, port.1);
    let smv = Api::of(&older);
    let connection = |port: u16| {
        json!({"data": {
            "msisdn": "5511999990200", "ip": "203.0.113.10", "port": port, "timestamp": 1,
        }})
    };
    let path = "/mobileidentities/smvs";
    assert_eq!(smv.post(path, &connection(1)).status, 200);
    let answer = smv.post(path, &connection(0));
    let said = &json(&answer)["error"]["detailedMessage"];
    assert_eq!(said, "data.port must be more than 0.");
}

#[test]
fn what_the_sandbox_passes_over_is_told() {
    let document = SMV.replacen("\"minimum\": 1,", "\"minimun\": 1,", 1);
    let sandbox = Sandbox::compile(&document).unwrap();
    let [told] = sandbox.warnings() else {
        panic!("{:?}", sandbox.warnings());
    };
    assert!(told.contains("OpenAPI has no minimun here"), "{told}");
    assert_eq!(Sandbox::compile(SMV).unwrap().warnings(), [""; 0]);
}

/// The error for the document of SMV with one mistake in it.
fn refused(from: &str, to: &str) -> String {
    assert!(SMV.contains(from), "{from}");
    let wrong = Sandbox::compile(&SMV.replacen(from, to, 1));
    wrong.unwrap_err().to_string()
}

#[test]
fn a_wrong_document_is_refused_with_the_reason() {
    for (from, to, reason) in [
        (
            "3.1.0",
            "2.0",
            "OpenAPI 2.0 is not understood, only 3.0 and 3.1",
        ),
        (
            "\"minimum\": 1,",
            "\"minimum\": \"1\",",
            "minimum: it is no JSON Schema",
        ),
        (
            "body.data.msisdn",
            "header.x",
            "header.x is no place in a request",
        ),
        ("\"transaction\"", "\"tx\"", "tx is no place in a request"),
        (
            "\"example\": \"connected\"",
            "\"example\": \"none\"",
            "there is no example none",
        ),
        (
            "\"status\": 418",
            "\"status\": 419",
            "no response has the status 419",
        ),
        (
            "\"verified\": true",
            "\"verified\": 1",
            "must be true or false, but is an integer",
        ),
        (
            "\"port\": 51544,",
            "\"port\": \"51544\",",
            "data.port must be an integer",
        ),
        (
            "5511999990418",
            "+55",
            "it should answer 418, but answers 400",
        ),
        (
            "\"application/json\": {",
            "\"text/xml\": {",
            "no JSON in content of type text/xml",
        ),
        ("\"otherwise\"", "\"else\"", "unknown field"),
        ("{", "[", "at line 2"),
    ] {
        let said = refused(from, to);
        assert!(said.contains(reason), "{said}");
    }
}
