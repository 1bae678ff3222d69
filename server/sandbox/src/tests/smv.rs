//! Silent mobile verification.

use serde_json::json;

use super::*;

const PATH: &str = "/mobileidentities/smvs";

fn connection(msisdn: &str) -> Value {
    json!({"data": {"msisdn": msisdn, "ip": "203.0.113.10", "port": 51544, "timestamp": 1_790_812_800}})
}

fn with(field: &str, value: Value) -> Value {
    let mut body = connection("5511999990200");
    body["data"][field] = value;
    body
}

#[test]
fn test_numbers_give_every_documented_answer() {
    let smv = Api::of(SMV);
    for (number, status) in [
        ("5511999990200", 200),
        ("5511999990202", 202),
        ("5511999990400", 400),
        ("5511999990403", 403),
        ("5511999990404", 404),
        ("5511999990418", 418),
        ("5511999990500", 500),
        // Any other that is valid.
        ("5521987654321", 404),
    ] {
        let answer = smv.post(PATH, &connection(number));
        assert_eq!(answer.status, status, "{number}");
        assert_eq!(answer.code, Some(format!("API-SMV-{status}")));
        assert_eq!(answer.field, None);
        assert_eq!(json(&answer)["transactionId"], TRANSACTION.to_string());
    }
}

#[test]
fn a_number_that_is_verified_says_so() {
    let answer = Api::of(SMV).post(PATH, &connection("5511999990200"));
    assert_eq!(
        json(&answer),
        json!({
            "apiVersion": "1.0.0",
            "transactionId": TRANSACTION.to_string(),
            "data": {
                "code": "API-SMV-200",
                "verified": true,
                "message": "The number is that of the line connected to the operator's network.",
            },
        })
    );
    assert_eq!(
        answer.headers,
        [("content-type", "application/json".to_owned())]
    );
}

#[test]
fn errors_have_the_one_envelope() {
    let answer = Api::of(SMV).post(PATH, &connection("5511999990418"));
    let expected = concat!(
        r#"{"apiVersion":"1.0.0","transactionId":"0199a1f2-7c3e-7d4a-9b61-5e2f8c0d4a17","#,
        r#""error":{"httpCode":"418","errorCode":"API-SMV-418","#,
        r#""message":"The IP address is outside the operator's range: Wi-Fi, a VPN or another network.","#,
        r#""detailedMessage":"Ask the person to turn Wi-Fi and VPN off, "#,
        r#"and make sure your server sees their own address.","#,
        r#""link":{"rel":"related","href":"https://balcao.example/catalogo/smv"}}}"#,
    );
    assert_eq!(answer.body, expected);
}

#[test]
fn times_are_whole_or_have_a_fraction() {
    let smv = Api::of(SMV);
    for time in ["0", "1790812800", "1790812800.25", "1.7908128e9"] {
        let body = connection("5511999990200")
            .to_string()
            .replace("1790812800", time);
        let answer = smv.call("POST", PATH, body.as_bytes());
        assert_eq!(answer.status, 200, "{time}");
    }
    for ip in ["203.0.113.10", "2001:db8::1"] {
        assert_eq!(smv.post(PATH, &with("ip", json!(ip))).status, 200, "{ip}");
    }
}

#[test]
fn a_wrong_field_is_named() {
    let smv = Api::of(SMV);
    for (field, value) in [
        ("msisdn", json!(5_511_999_990_200.5)),
        ("msisdn", json!(551_199)),
        ("msisdn", json!(-5_511_999_990_200_i64)),
        ("msisdn", json!("+5511999990200")),
        ("msisdn", json!("")),
        ("msisdn", json!(null)),
        ("ip", json!("203.0.113.256")),
        ("ip", json!(["203.0.113.10"])),
        ("port", json!("51544")),
        ("port", json!(51544.5)),
        ("port", json!(0)),
        ("port", json!(65536)),
        ("timestamp", json!("1790812800")),
        ("timestamp", json!(-1)),
        ("timestamp", json!(true)),
    ] {
        let answer = smv.post(PATH, &with(field, value.clone()));
        let name = format!("data.{field}");
        assert_eq!(
            (answer.status, answer.field.as_ref()),
            (400, Some(&name)),
            "{value}"
        );
        let error = &json(&answer)["error"];
        assert_eq!(error["message"], format!("The field {name} is wrong."));
        assert!(
            error["detailedMessage"]
                .as_str()
                .unwrap()
                .starts_with(&name),
            "{error}"
        );
    }
    let answer = smv.post(PATH, &with("port", json!("51544")));
    let said = &json(&answer)["error"]["detailedMessage"];
    assert_eq!(said, "data.port must be an integer, but is a string.");
}

/// Older programs write values without quotation marks.
#[test]
fn a_number_may_be_an_integer() {
    let smv = Api::of(SMV);
    for (number, status) in [
        (5_511_999_990_200_u64, 200),
        (5_511_999_990_418, 418),
        (5_521_987_654_321, 404),
    ] {
        let answer = smv.post(PATH, &with("msisdn", json!(number)));
        assert_eq!(answer.status, status, "{number}");
    }
}

#[test]
fn a_text_without_quotation_marks_is_named_with_its_place() {
    let smv = Api::of(SMV);
    for (body, field, place) in [
        (
            r#"{"data": {"msisdn": 5511999990200, "ip": 203.0.113.10, "port": 1, "timestamp": 1}}"#,
            "data.ip",
            "data.ip must be in quotes, at line 1, column 42.",
        ),
        (
            "{\"data\": {\n  \"ip\": 2001:db8::1\n}}",
            "data.ip",
            "data.ip must be in quotes, at line 2, column 9.",
        ),
    ] {
        let answer = smv.call("POST", PATH, body.as_bytes());
        assert_eq!((answer.status, answer.field.as_deref()), (400, Some(field)));
        assert_eq!(json(&answer)["error"]["detailedMessage"], place);
    }
    // Quotation marks would not turn it into an integer.
    let answer = smv.call("POST", PATH, br#"{"data": {"port": 5 154}}"#);
    assert_eq!((answer.status, answer.field), (400, None));
    let answer = smv.call("POST", PATH, br#"{"data": {"port": x}}"#);
    assert_eq!((answer.status, answer.field), (400, None));
}

#[test]
fn a_missing_field_is_named() {
    let smv = Api::of(SMV);
    for field in ["msisdn", "ip", "port", "timestamp"] {
        let mut body = connection("5511999990200");
        body["data"].as_object_mut().unwrap().remove(field);
        let answer = smv.post(PATH, &body);
        assert_eq!(answer.field, Some(format!("data.{field}")));
        let message = format!("The field data.{field} is missing.");
        assert_eq!(json(&answer)["error"]["message"], message);
    }
    assert_eq!(smv.post(PATH, &json!({})).field.as_deref(), Some("data"));
    let answer = smv.post(PATH, &json!([]));
    assert_eq!((answer.status, answer.field.as_deref()), (400, None));
    assert_eq!(json(&answer)["error"]["message"], "The body is wrong.");
}

#[test]
fn what_is_no_json_is_said_to_be_none() {
    let smv = Api::of(SMV);
    for (body, message) in [
        (&b""[..], "The body is missing."),
        (b" \n", "The body is missing."),
        (b"{", "The body is not valid JSON."),
        (b"msisdn=5511999990200", "The body is not valid JSON."),
        (b"{\"data\":{}} {}", "The body is not valid JSON."),
        (b"\xff\xfe", "The body is not valid JSON."),
        (
            b"{\"data\":{\"timestamp\":1e999}}",
            "The body is not valid JSON.",
        ),
    ] {
        let answer = smv.call("POST", PATH, body);
        assert_eq!((answer.status, answer.field.as_deref()), (400, None));
        assert_eq!(json(&answer)["error"]["message"], message);
        assert_eq!(json(&answer)["error"]["errorCode"], "API-SMV-400");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(smv.call("POST", PATH, deep.as_bytes()).status, 400);
}

#[test]
fn paths_and_methods_are_those_of_the_document() {
    let smv = Api::of(SMV);
    for path in [
        "",
        "/",
        "/mobileidentities",
        "/mobileidentities/smvs/",
        "//mobileidentities/smvs",
    ] {
        let answer = smv.post(path, &connection("5511999990200"));
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(
            json(&answer)["error"]["message"],
            "There is nothing at this path."
        );
    }
    for method in ["GET", "PUT", "post", "OPTIONS"] {
        let answer = smv.call(method, PATH, b"");
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.headers.contains(&("allow", "POST".to_owned())));
        assert_eq!(json(&answer)["error"]["errorCode"], "API-SMV-405");
    }
}
