//! The documents of the demo.

use serde_json::json;

use super::{members, names, slugs};
use crate::reference::{ExampleContent, Reference};

const SMV: &str = include_str!("../../../../domain/demo/catalogue/smv/openapi.json");
const SCORE: &str = include_str!("../../../../domain/demo/catalogue/score-de-credito/openapi.json");
const CRM: &str = include_str!("../../../../domain/demo/catalogue/crm-na-nuvem/openapi.json");

#[test]
fn every_operation_is_there_with_its_words() {
    for (document, expected, title) in [
        (SMV, &["verify-number"][..], "Verificar um número móvel"),
        (SCORE, &["post-score"], "Consultar um score de crédito"),
        (
            CRM,
            &[
                "list-contacts",
                "create-contact",
                "read-contact",
                "change-contact",
                "erase-contact",
            ],
            "Listar contatos",
        ),
    ] {
        let reference = Reference::parse(document).unwrap();
        assert_eq!(slugs(&reference.operations), expected);
        assert_eq!(reference.operations[0].title("pt-BR"), title);
        for operation in &reference.operations {
            assert!(!operation.title("es").is_empty());
            assert!(!operation.responses.is_empty());
            for body in operation.responses.iter().flat_map(|it| &it.bodies) {
                assert!(!body.examples.is_empty(), "{}", operation.slug);
            }
        }
    }
}

#[test]
fn the_body_of_a_verification_is_unfolded() {
    let reference = Reference::parse(SMV).unwrap();
    let operation = reference.operation("verify-number").unwrap();
    let body = &operation.body.as_ref().unwrap().bodies[0];
    let data = &members(&body.schema).properties[0];
    assert_eq!(data.schema.name.as_deref(), Some("Connection"));
    assert_eq!(
        names(members(&data.schema)),
        ["msisdn", "ip", "port", "timestamp"]
    );
    let errors = operation
        .responses
        .iter()
        .filter(|it| it.bodies[0].same_as.is_some());
    let statuses: Vec<_> = errors.map(|it| it.status.as_str()).collect();
    assert_eq!(statuses[..3], ["202", "401", "403"]);
    assert!(reference.schemas.is_empty());
}

#[test]
fn the_example_calls_are_those_of_the_documents() {
    let smv = Reference::parse(SMV).unwrap();
    let call = smv.example_call("verify-number").unwrap();
    assert_eq!(call.path_and_query, "/mobileidentities/smvs");
    let content = call.body.unwrap().content;
    assert!(matches!(content, ExampleContent::Json(body) if body["data"]["port"] == json!(51544)));
    let crm = Reference::parse(CRM).unwrap();
    let read = crm.example_call("read-contact").unwrap();
    assert_eq!(
        (read.method.as_str(), read.path_and_query.as_str()),
        ("GET", "/contacts/1001")
    );
    assert_eq!(read.body, None);
}
