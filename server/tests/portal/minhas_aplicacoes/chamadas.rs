//! The latest calls of an application, and what became of one of them.

use std::time::Duration;

use locales::{
    Locale::{En, PtBr},
    usage as t,
};

use super::uso::{NOWHERE, Used};

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
    for asked in [link, used.address(&pasted)] {
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
