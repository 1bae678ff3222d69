//! The same within the reference: the functions that its island calls.

use axum::http::StatusCode;
use locales::{Locale::PtBr, try_it as t};
use serde_json::{Value, json};

use super::{Approved, CRM, asks, form_of, live::paying, status};
use crate::harness::{Answer, CARLOS, PASSWORD, Visitor};

const FORM: &str = "/ilhas/formulario-de-teste";
const SEND: &str = "/ilhas/teste";
const SMV: (&str, &str) = ("smv", "verify-number");
const LIST: (&str, &str) = ("crm-na-nuvem", "list-contacts");
const BILLED: (&str, &str) = ("destino", "real");

fn arguments(operation: (&str, &str), fields: &[(String, String)]) -> Value {
    let (api, operation) = operation;
    json!({ "api": api, "operation": operation, "fields": fields, "locale": PtBr })
}

async fn opens(visitor: &Visitor, operation: (&str, &str), fields: &[(String, String)]) -> Answer {
    let answer = visitor.call(FORM, &arguments(operation, fields)).await;
    answer.is(StatusCode::OK).of_html(&answer.json::<String>())
}

/// What came of a form as it stands, but for these fields: the answer and its parts as pages.
struct Sent {
    form: Option<Answer>,
    outcome: Answer,
    said: String,
}

async fn sends(
    visitor: &Visitor,
    operation: (&str, &str),
    form: &Answer,
    fields: &[(&str, &str)],
) -> Sent {
    let mut sent = form_of(form);
    for (name, value) in fields {
        sent.retain(|(field, _)| field != name);
        sent.push(((*name).to_owned(), (*value).to_owned()));
    }
    let answer = visitor.call(SEND, &arguments(operation, &sent)).await;
    let came: Value = answer.is(StatusCode::OK).json();
    let page = |html: &Value| html.as_str().map(|html| answer.of_html(html));
    Sent {
        form: page(&came["form"]),
        outcome: page(&came["outcome"]).unwrap(),
        said: came["said"].as_str().unwrap().to_owned(),
    }
}

#[tokio::test]
async fn each_operation_has_the_form_of_its_page() {
    let it = Approved::of("crm-na-nuvem/trial").await;
    let reference = it.ana.get(CRM).await;
    let operations = reference.attributes("article.operation", "id");
    assert_eq!(
        reference
            .attributes(".operation a[data-wakes]", "href")
            .len(),
        operations.len()
    );
    for operation in &operations {
        let page = it.ana.get(&format!("{CRM}/{operation}/testar")).await;
        let form = opens(&it.ana, (LIST.0, operation), &[]).await;
        assert_eq!(form_of(&form), form_of(&page), "{operation}");
        assert_eq!(form.texts("form label"), page.texts("main form.form label"));
        assert_eq!(
            form.texts("form button"),
            page.texts("main form.form button")
        );
        assert_eq!(form.text("section.try h4"), page.heading());
    }
}

#[tokio::test]
async fn the_answer_in_place_is_that_of_the_page() {
    let it = Approved::of("crm-na-nuvem/trial").await;
    let form = opens(&it.ana, LIST, &[]).await;
    let sent = sends(&it.ana, LIST, &form, &[("query.limit", "2")]).await;
    assert_eq!(status(&sent.outcome), "200");
    assert!(sent.form.is_none());
    assert!(sent.said.contains("200"), "{}", sent.said);
    let page = format!("{CRM}/list-contacts/testar");
    let page = it.tries(&page, &[("query.limit", "2")]).await;
    for (part, of_page) in [
        ("#exemplo-shell", "#exemplo-shell"),
        ("#exemplo-python", "#exemplo-python"),
        // Below the operation, whose heading is the third.
        ("#resultado h5", "#resultado h2"),
        ("#resultado h6", "#resultado h3"),
    ] {
        let (here, there) = (sent.outcome.raw_texts(part), page.raw_texts(of_page));
        assert_eq!(here, there, "{part}");
        assert!(!here.is_empty(), "{part}");
    }
    assert_eq!(it.calls().await.len(), 2);
}

#[tokio::test]
async fn what_was_typed_goes_along_to_another_application() {
    let it = Approved::of("smv/trial").await;
    let second = asks(&it.app, &it.ana, &it.group, "smv/pay-per-use").await;
    it.app
        .approves(&it.app.signs_in(CARLOS).await, &second)
        .await;
    let typed = [
        ("aplicacao", &*it.id),
        ("header.X-CustomerID", "c-1"),
        ("corpo", "{"),
    ];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let form = opens(&it.ana, SMV, &typed).await;
    assert_eq!(form.attributes("#aplicacao [selected]", "value"), [&*it.id]);
    assert_eq!(
        form.attributes("[name='header.X-CustomerID']", "value"),
        ["c-1"]
    );
    assert_eq!(form.raw_texts("textarea"), ["{"]);
}

#[tokio::test]
async fn a_real_call_waits_for_the_password_in_place_as_well() {
    let (it, upstream) = paying().await;
    let form = opens(&it.ana, SMV, &[]).await;
    assert_eq!(
        form.texts("form.form button[name=destino]"),
        [t::call_sandbox(PtBr), t::call_live(PtBr)]
    );
    it.app
        .clock
        .advance(it.app.portal.settings.lifetimes.confirmation);
    let asked = sends(
        &it.ana,
        SMV,
        &form,
        &[BILLED, ("header.X-CustomerID", "c-1")],
    )
    .await;
    let asked = asked.form.unwrap();
    assert_eq!(
        asked.attributes("[name='header.X-CustomerID']", "value"),
        ["c-1"]
    );
    let wrong = sends(&it.ana, SMV, &asked, &[BILLED, ("current", "wrong")]).await;
    let wrong = wrong.form.unwrap();
    assert_ne!(wrong.error_of("current"), "");
    assert!(!upstream.was_asked());
    let made = sends(&it.ana, SMV, &wrong, &[BILLED, ("current", PASSWORD)]).await;
    assert_eq!(status(&made.outcome), "202");
    assert_eq!(made.form.unwrap().texts("[name=current]"), [""; 0]);
    let (_, headers) = upstream.asked();
    assert_eq!(headers["x-customerid"], "c-1");
}

#[tokio::test]
async fn a_call_that_is_not_admitted_says_why_in_place() {
    let it = Approved::of("smv/trial").await;
    it.app.allows_calls("smv", 1).await;
    let form = opens(&it.ana, SMV, &[]).await;
    sends(&it.ana, SMV, &form, &[]).await;
    let refused = sends(&it.ana, SMV, &form, &[]).await;
    assert_eq!(refused.said, t::not_made(PtBr));
    assert_eq!(
        refused.outcome.text("#resultado strong"),
        t::exhausted(PtBr)
    );
    it.app.works().await;
}

#[tokio::test]
async fn nobody_calls_in_place_what_they_may_not() {
    let it = Approved::of("smv/trial").await;
    let form = opens(&it.ana, SMV, &[]).await;
    let fields = form_of(&form);
    let stranger = it.app.visitor();
    let bia = it.app.bia().await;
    for function in [FORM, SEND] {
        let answer = stranger.call(function, &arguments(SMV, &fields)).await;
        answer.is(StatusCode::UNAUTHORIZED);
        let nowhere = arguments(("smv", "nowhere"), &fields);
        let answer = it.ana.call(function, &nowhere).await;
        answer.is(StatusCode::FORBIDDEN);
    }
    // With an application of others she has none.
    let sent: Value = bia.call(SEND, &arguments(SMV, &fields)).await.json();
    assert_eq!((&sent["outcome"], &sent["said"]), (&json!(""), &json!("")));
    let form = sent["form"].as_str().unwrap();
    assert!(form.contains(t::no_application(PtBr)), "{form}");
    assert_eq!(it.calls().await.len(), 0);
}

#[tokio::test]
async fn more_than_a_form_may_have_is_not_sent_in_place() {
    let it = Approved::of("smv/trial").await;
    let fields = [("corpo".to_owned(), "x".repeat(70_000))];
    let answer = it.ana.call(SEND, &arguments(SMV, &fields)).await;
    answer.is(StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(it.calls().await.len(), 0);
}
