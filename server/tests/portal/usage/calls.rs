//! The latest calls of an application, and what became of one of them.

use std::time::Duration;

use axum::http::StatusCode;
use locales::{
    Locale::{En, PtBr},
    usage as t,
};
use serde_json::Value;

use super::{NOWHERE, Used};
use crate::harness::smv;

const SMV: &str = "/identity/v1/mobileidentities/smvs";

#[tokio::test]
async fn a_call_is_found_by_its_id_and_explained() {
    let used = Used::start().await;
    let id = used.calls().await;
    used.ana.reads_in(En).await;
    let page = used.sees("chamadas").await;
    assert_eq!(page.texts(".table tbody tr").len(), 2);
    let link = format!("{}?transacao={id}", used.address("chamadas"));
    assert!(page.attributes(".table a", "href").contains(&link));
    let pasted = format!("chamadas?transacao=%20%22{id}%22%0A");
    // A word processor's hyphens, and a blank that nobody sees.
    let printed = id.replace('-', "%E2%80%91");
    let printed = format!("chamadas?transacao=%E2%80%8B{printed}");
    for asked in [link, used.address(&pasted), used.address(&printed)] {
        let page = used.ana.get(&asked).await;
        let facts = page.texts(".panel .facts > div");
        let fact = |name: &str| facts.iter().find(|fact| fact.starts_with(name)).unwrap();
        assert!(
            fact(t::cause(En)).contains("The body is not valid JSON"),
            "{facts:?}"
        );
        assert!(
            fact(t::cause(En)).contains(&t::wrong_field(En, "data.ip")),
            "{facts:?}"
        );
        assert!(
            fact(t::remedy(En)).contains("Correct the field"),
            "{facts:?}"
        );
        assert!(fact(t::code(En)).ends_with("API-SMV-400"), "{facts:?}");
    }
}

#[tokio::test]
async fn what_is_no_call_is_told_apart_from_one_that_is_not_there() {
    let used = Used::start().await;
    let page = used.sees("chamadas?transacao=abc").await;
    assert_eq!(page.text(".notice strong"), t::no_id_title(PtBr));
    assert_eq!(page.value_of("transacao"), "abc");
    let page = used.sees(&format!("chamadas?transacao={NOWHERE}")).await;
    assert_eq!(page.text(".notice strong"), t::not_found_title(PtBr));
}

#[tokio::test]
async fn many_calls_read_on_from_page_to_page() {
    let used = Used::start().await;
    for _ in 0..13 {
        used.calls().await;
        used.app.clock.advance(Duration::from_secs(1));
    }
    let page = used.sees("chamadas").await;
    assert_eq!(page.texts(".table tbody tr").len(), 25);
    let next = page.attributes(".pager [rel=next]", "href").remove(0);
    let page = used.ana.get(&next).await;
    assert_eq!(page.texts(".table tbody tr").len(), 1);
    assert_eq!(
        page.attributes(".pager a", "href"),
        [used.address("chamadas")]
    );
}

#[tokio::test]
async fn a_path_that_the_api_does_not_have_is_not_taken_for_what_it_says_of_404() {
    let used = Used::start().await;
    let token = used.program.token().await;
    let bearer = format!("Bearer {token}");
    let lost = "/identity/v1/mobileidentities/smvs/";
    for (path, number, known) in [(lost, "5511999990200", false), (SMV, "5511999990404", true)] {
        let headers = [("x-client-auth", &*bearer)];
        let answer = used.program.posts_json(path, &headers, &smv(number)).await;
        let told: Value = answer.is(StatusCode::NOT_FOUND).json();
        used.app.counts().await;
        let id = told["transactionId"].as_str().unwrap();
        let page = used.sees(&format!("chamadas?transacao={id}")).await;
        let said = page.text(".panel .facts");
        assert_eq!(said.contains(t::cause_path(PtBr)), !known, "{said}");
    }
}

#[tokio::test]
async fn a_call_with_a_token_that_has_expired_is_found_too() {
    let used = Used::start().await;
    let token = used.program.token().await;
    used.app.clock.advance(Duration::from_hours(1));
    let answer = used.program.calls_smv(&token, &smv("5511999990200")).await;
    let told: Value = answer.is(StatusCode::UNAUTHORIZED).json();
    used.app.counts().await;
    let id = told["transactionId"].as_str().unwrap();
    let page = used.sees(&format!("chamadas?transacao={id}")).await;
    assert!(page.text(".panel .facts").contains("API-SMV-401"));
}
