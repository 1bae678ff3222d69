//! Making webhooks and changing them.

use axum::http::{StatusCode, header};
use domain::{audit::Action, webhooks::EventKind};
use locales::{
    Locale::{self, PtBr},
    event_kinds, webhook_log, webhooks as t,
};

use super::*;

#[tokio::test]
async fn an_owner_makes_a_webhook_and_sees_the_secret_once() {
    let office = Office::start().await;
    let group = format!("/minhas-aplicacoes/{}", office.group);
    let page = office.ana.get(&group).await;
    let links = page.attributes(".page-head a", "href");
    assert!(links.contains(&office.list()), "{links:?}");
    let list = office.ana.get(&office.list()).await;
    assert_eq!(list.text(".empty h2"), t::none_title(PtBr));
    assert_eq!(list.text("#assinatura h2"), t::how_to_verify(PtBr));

    let made = sends_form(&office.ana, &office.list(), &[]).await;
    assert_eq!(made.is(StatusCode::OK).heading(), t::made(PtBr));
    assert_eq!(made.header(header::CACHE_CONTROL), "no-store");
    assert!(made.html().contains(t::once(PtBr)));
    let secret = made.text("#webhook-secret");
    assert!(secret.starts_with("whsec_"), "{secret}");
    let verification = made.text("#assinatura");
    for said in ["webhook-id", "webhook-timestamp", "webhook-signature"] {
        assert!(verification.contains(said), "{said}");
    }
    assert!(verification.contains("standardwebhooks"));
    let webhook = webhook_in(&made);
    for place in [
        office.list(),
        webhook.clone(),
        format!("{webhook}/alterar"),
        format!("{webhook}/segredo"),
    ] {
        let page = office.ana.get(&place).await;
        assert!(!page.is(StatusCode::OK).html().contains(&secret), "{place}");
    }
    let row = office.ana.get(&office.list()).await.text("tbody tr");
    for said in [
        "127.0.0.1:1/balcao",
        event_kinds::key_added(PtBr),
        t::active(PtBr),
        t::never(PtBr),
    ] {
        assert!(row.contains(said), "{said} in {row}");
    }
    let trail = office.app.trail(Action::WebhookAdded).await;
    assert_eq!(trail[0].actor.as_deref(), Some(ANA));
}

#[tokio::test]
async fn the_same_form_sent_twice_makes_one_webhook() {
    let office = Office::start().await;
    let page = format!("{}/novo", office.list());
    let id = office.ana.get(&page).await.value_of("id");
    let fields = [("id", &*id), ("endereco", NOBODY), ("eventos", "key.added")];
    let one = office.ana.post(&page, &fields).await;
    let two = office.ana.post(&page, &fields).await;
    assert_eq!(one.text("#webhook-secret"), two.text("#webhook-secret"));
    let list = office.ana.get(&office.list()).await;
    assert_eq!(list.texts("tbody tr").len(), 1);
    // Much later the secret is shown to nobody.
    office.app.clock.advance(Duration::from_mins(10));
    let late = office.ana.post(&page, &fields).await;
    assert_eq!(late.location(), format!("/webhooks/{id}"));
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() {
    let office = Office::start().await;
    let long = format!("https://empresa.example/{}", "a".repeat(500));
    for (typed, text) in [
        ("", t::address_missing(PtBr).to_owned()),
        (&*long, t::address_long(PtBr, "500")),
        ("empresa.example", t::address_malformed(PtBr).to_owned()),
        (
            "http://empresa.example/",
            t::address_not_https(PtBr).to_owned(),
        ),
        ("https://10.0.0.1/", t::address_not_public(PtBr).to_owned()),
    ] {
        let page = sends_form(&office.ana, &office.list(), &[("endereco", typed)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.error_of("endereco"), text);
        assert_eq!(page.value_of("endereco"), typed);
        assert_eq!(page.attributes("[checked]", "value"), ["key.added"]);
    }
    for kind in ["", "webhook.test", "nada"] {
        let page = sends_form(&office.ana, &office.list(), &[("eventos", kind)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.error_of("eventos"), t::no_events(PtBr));
        assert_eq!(page.value_of("endereco"), NOBODY);
    }
    let list = office.ana.get(&office.list()).await;
    assert_eq!(list.texts("tbody tr").len(), 0);
}

#[tokio::test]
async fn a_group_that_has_ten_is_told_so_in_place_of_the_button() {
    let office = Office::start().await;
    let form = format!("{}/novo", office.list());
    let id = office.ana.get(&form).await.value_of("id");
    for _ in 0..10 {
        office.makes().await;
    }
    let list = office.ana.get(&office.list()).await;
    assert!(list.html().contains(&t::full(PtBr, "10")));
    assert_eq!(list.texts(".page-head a").len(), 0);
    let fields = [("id", &*id), ("endereco", NOBODY), ("eventos", "key.added")];
    let page = office.ana.post(&form, &fields).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_of("endereco"), t::full(PtBr, "10"));
}

#[tokio::test]
async fn a_webhook_gets_another_address_and_other_events() {
    let office = Office::start().await;
    let webhook = office.makes().await;
    let form = format!("{webhook}/alterar");
    let seen = office.ana.get(&form).await;
    assert_eq!(seen.value_of("endereco"), NOBODY);
    assert_eq!(seen.attributes("[checked]", "value"), ["key.added"]);
    let revision = seen.value_of("revisao");
    let change = |url| {
        [
            ("revisao", &*revision),
            ("endereco", url),
            ("eventos", "key.added"),
            ("eventos", "key.revoked"),
        ]
    };
    let done = office
        .ana
        .post(&form, &change("https://um.example/eventos"))
        .await;
    assert_eq!(done.location(), webhook);
    let page = office.ana.get(&webhook).await;
    assert_eq!(page.flash(), t::changed_now(PtBr));
    assert_eq!(page.heading(), "um.example/eventos");
    // Whoever saw the state of before is told, and what they typed is still there.
    let late = office
        .ana
        .post(&form, &change("https://dois.example/"))
        .await;
    late.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(late.texts(".error-summary").len(), 1);
    assert_eq!(late.value_of("endereco"), "https://dois.example/");
    assert_eq!(late.attributes("[checked]", "value").len(), 2);
    let revision = late.value_of("revisao");
    let again = [
        ("revisao", &*revision),
        ("endereco", "https://dois.example/"),
        ("eventos", "key.added"),
    ];
    assert_eq!(office.ana.post(&form, &again).await.location(), webhook);
    let page = office.ana.get(&webhook).await;
    assert_eq!(page.heading(), "dois.example");
}

#[tokio::test]
async fn another_secret_is_shown_once_and_the_old_one_signs_for_a_day() {
    let office = Office::start().await;
    let made = sends_form(&office.ana, &office.list(), &[]).await;
    let (webhook, first) = (webhook_in(&made), made.text("#webhook-secret"));
    let form = format!("{webhook}/segredo");
    let seen = office.ana.get(&form).await;
    assert_eq!(seen.texts(".notice").len(), 0);
    let revision = seen.value_of("revisao");
    let fields = [("revisao", &*revision)];
    let done = office.ana.post(&form, &fields).await;
    assert_eq!(done.is(StatusCode::OK).heading(), t::secret_made(PtBr));
    let second = done.text("#webhook-secret");
    assert_ne!(second, first);
    assert!(done.html().contains(t::old_title(PtBr)));
    let again = office.ana.post(&form, &fields).await;
    assert_eq!(again.text("#webhook-secret"), second);
    let page = office.ana.get(&webhook).await;
    assert!(page.html().contains(t::old_signs_until(PtBr)));
    let warned = office.ana.get(&form).await;
    assert!(warned.html().contains(t::old_ends_title(PtBr)));
    office.app.clock.advance(Duration::from_mins(10));
    let late = office.ana.post(&form, &fields).await;
    assert_eq!(late.location(), webhook);
    let page = office.ana.get(&webhook).await;
    assert_eq!(page.flash(), t::secret_changed(PtBr));
}

#[tokio::test]
async fn a_webhook_is_paused_resumed_and_deleted() {
    let office = Office::start().await;
    let webhook = office.makes().await;
    let state = format!("{webhook}/situacao");
    for (act, flash, stamp) in [
        ("pausar", t::paused_now(PtBr), t::paused(PtBr)),
        ("retomar", t::resumed_now(PtBr), t::active(PtBr)),
    ] {
        let shown = office.ana.get(&webhook).await.value_of("ato");
        assert_eq!(shown, act);
        let answer = office.ana.post(&state, &[("ato", act)]).await;
        assert_eq!(answer.location(), webhook);
        let page = office.ana.get(&webhook).await;
        assert_eq!(page.flash(), flash);
        assert_eq!(page.text(".facts .stamp"), stamp);
    }
    let nonsense = office.ana.post(&state, &[("ato", "?")]).await;
    nonsense.is(StatusCode::UNPROCESSABLE_ENTITY);
    let ask = office.ana.get(&format!("{webhook}/apagar")).await;
    assert!(ask.html().contains(t::delete_breaks(PtBr)));
    office.deletes(&webhook).await;
    let list = office.ana.get(&office.list()).await;
    assert_eq!(list.flash(), t::deleted_now(PtBr));
    office.ana.get(&webhook).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_form_says_of_every_kind_when_it_happens_and_needs_no_script() {
    let office = Office::start().await;
    let webhook = office.makes().await;
    let form = format!("{}/novo", office.list());
    let kinds: Vec<_> = EventKind::selectable().map(EventKind::as_str).collect();
    for locale in Locale::ALL {
        office.ana.reads_in(locale).await;
        let page = office.ana.get(&form).await;
        assert_eq!(page.attributes("[name=eventos]", "value"), kinds);
        assert_eq!(page.texts(".choice__hint").len(), kinds.len());
        assert!(page.texts(".choice__hint").iter().all(|it| !it.is_empty()));
        assert_eq!(page.heading(), t::new(locale));
        for address in [&form, &webhook, &format!("{webhook}/apagar")] {
            let page = office.ana.get(address).await;
            assert_eq!(page.texts("leptos-island"), [""; 0], "{address}");
        }
        let page = office.ana.get(&webhook).await;
        let filter = page.attributes(".local-nav", "aria-label");
        assert_eq!(filter, [webhook_log::filter(locale)]);
    }
}
