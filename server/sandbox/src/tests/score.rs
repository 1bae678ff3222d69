//! The credit score.

use serde_json::json;

use super::*;

fn asked(document: &Value) -> Answer {
    Api::of(SCORE).post("/scores", &json!({"data": {"document": document}}))
}

#[test]
fn test_documents_give_every_documented_answer() {
    for (document, status) in [
        ("12ABC34501DE35", 200),
        ("TESTE000020006", 200),
        ("00000020036", 200),
        ("12.ABC.345/01DE-35", 400),
        ("12abc34501de35", 400),
        ("TESTE000040384", 403),
        ("TESTE000040465", 404),
        ("TESTE000050002", 500),
        ("12ABC34501DE36", 422),
        ("52998224724", 422),
        ("00000000000000", 422),
        // Any other that is valid.
        ("11222333000181", 404),
        ("52998224725", 404),
    ] {
        let answer = asked(&json!(document));
        assert_eq!(answer.status, status, "{document}");
        assert_eq!(answer.code, Some(format!("API-SCORE-{status}")));
        assert_eq!(json(&answer)["transactionId"], TRANSACTION.to_string());
    }
}

#[test]
fn a_score_has_its_band_its_factors_and_the_day_of_its_data() {
    let answer = json(&asked(&json!("12ABC34501DE35")));
    let data = &answer["data"];
    assert_eq!(data["document"], "12ABC34501DE35");
    assert_eq!(
        (&data["score"], &data["band"]),
        (&json!(712), &json!("low"))
    );
    assert_eq!(data["factors"].as_array().unwrap().len(), 3);
    assert_eq!(data["referenceDate"], "2026-10-01");
}

#[test]
fn errors_are_problems_as_the_standard_has_them() {
    let answer = asked(&json!(123));
    assert_eq!(
        answer.headers,
        [("content-type", "application/problem+json".to_owned())]
    );
    assert_eq!(
        json(&answer),
        json!({
            "type": "https://balcao.example/catalogo/score-de-credito",
            "title": "The field data.document is wrong.",
            "status": 400,
            "detail": "data.document must be a string, but is an integer.",
            "code": "API-SCORE-400",
            "field": "data.document",
            "transactionId": TRANSACTION.to_string(),
        })
    );
    assert_eq!(json(&asked(&json!("TESTE000040465")))["field"], Value::Null);
}
