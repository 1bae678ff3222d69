//! How much of a Trial is used, and when it ends.

use std::time::Duration;

use axum::http::StatusCode;
use domain::catalogue::{Plan, PlanTerms};
use locales::{Locale::PtBr, api, usage as t};

use super::Used;

#[tokio::test]
async fn a_trial_shows_how_much_is_used_and_when_it_runs_out() {
    let used = Used::start().await;
    let page = used.sees("uso").await;
    assert!(
        page.text(".meter")
            .contains(&t::quota_used(PtBr, 0, "1.000"))
    );
    assert_eq!(page.attributes("meter", "value"), ["0"]);
    let until = t::ends(PtBr, "6 de dezembro de 2026");
    assert!(
        page.text(".meter").ends_with(&until),
        "{}",
        page.text(".meter")
    );

    used.app.allows_calls("smv", 50).await;
    used.app.clock.advance(Duration::from_hours(24));
    used.calls().await;
    let page = used.ana_again().await.get(&used.address("uso")).await;
    // At two calls a day, 48 calls last 24 more days.
    let day = t::runs_out(PtBr, "2 de outubro de 2026");
    assert!(
        page.text(".meter").ends_with(&day),
        "{}",
        page.text(".meter")
    );
    assert_eq!(page.texts(".notice"), [""; 0]);
}

#[tokio::test]
async fn the_end_of_a_trial_is_announced_and_told() {
    let used = Used::start().await;
    used.app.allows_calls("smv", 2).await;
    used.calls().await;
    used.app.works().await;
    let page = used.sees("uso").await;
    assert_eq!(page.text(".notice strong"), t::exhausted_title(PtBr));
    let upgrade = used.address("pay-per-use");
    assert_eq!(page.attributes(".notice a", "href"), [&*upgrade]);
    used.ana.get(&upgrade).await.is(StatusCode::OK);
    let group = used
        .ana
        .get(&format!("/minhas-aplicacoes/{}", used.group))
        .await;
    assert!(
        group
            .text(".ticket .meter")
            .contains(&t::quota_used(PtBr, 2, 2))
    );
    used.app.clock.advance(Duration::from_hours(91 * 24));
    let page = used.ana_again().await.get(&used.address("uso")).await;
    assert_eq!(page.text(".notice strong"), t::ended_title(PtBr));
    let mails = used.app.inbox.mails_to("antifraude@empresa.com.br");
    assert!(mails[0].subject.contains("100%"), "{}", mails[0].subject);
}

#[tokio::test]
async fn who_has_asked_to_go_on_follows_that_request() {
    let used = Used::start().await;
    used.app.allows_calls("smv", 2).await;
    used.calls().await;
    let (ana, group) = (&used.ana, &used.group);
    let request = used.app.upgrades(ana, group, &used.application).await;
    let page = used.sees("uso").await;
    assert!(page.text(".notice").contains(t::plan_change_asked(PtBr)));
    let follow = format!("/solicitacoes/{request}/pronto");
    assert_eq!(page.attributes(".notice a", "href"), [follow]);
}

#[tokio::test]
async fn a_trial_that_renews_shows_its_period_and_the_day_on_which_it_renews() {
    let used = Used::start().await;
    let terms = PlanTerms {
        calls: Some(2),
        days: Some(30),
        renews: true,
        ..PlanTerms::default()
    };
    used.app.gives("smv", Plan::Trial, terms).await;
    let page = used.sees("uso").await;
    let (from, until) = ("7 de setembro de 2026", "7 de outubro de 2026");
    let meter = page.text(".meter");
    assert!(meter.contains(&t::period(PtBr, from, until)), "{meter}");
    assert!(meter.ends_with(&t::renews(PtBr, until)), "{meter}");

    used.calls().await;
    used.app.works().await;
    let page = used.sees("uso").await;
    let notice = page.text(".notice");
    assert!(notice.contains(t::exhausted_title(PtBr)), "{notice}");
    assert!(notice.contains(&t::until_renewal(PtBr, until)), "{notice}");
    let mails = used.app.inbox.mails_to("antifraude@empresa.com.br");
    assert!(mails[0].text.contains(until), "{}", mails[0].text);

    used.app.clock.advance(Duration::from_hours(30 * 24));
    let page = used.ana_again().await.get(&used.address("uso")).await;
    let meter = page.text(".meter");
    assert!(meter.contains(&t::quota_used(PtBr, 0, 2)), "{meter}");
    let (from, until) = ("7 de outubro de 2026", "6 de novembro de 2026");
    assert!(meter.contains(&t::period(PtBr, from, until)), "{meter}");
    assert_eq!(page.texts(".notice"), [""; 0]);

    let limit = format!("2 {}", api::calls_each(PtBr, 30));
    let page = used.app.visitor().get("/catalogo/smv").await;
    let plans = page.text(".plans");
    assert!(plans.contains(&limit), "{plans}");
    assert!(plans.contains(&api::plan_renews(PtBr, 30)), "{plans}");
    let twin = used.app.visitor().get("/catalogo/smv.md").await;
    assert!(twin.html().contains(&limit), "{}", twin.html());
}
