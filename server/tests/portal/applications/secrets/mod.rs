//! The secret keys of an application: several, so that they are changed without an outage.

mod form;
mod revoke;

use axum::http::{StatusCode, header};
use domain::audit::Action;
use locales::{Locale, Locale::PtBr, applications, secrets};

use super::Approved;
use crate::harness::{ANA, BIA, TestApp};

const GROUPS_ADDRESS: &str = "antifraude@empresa.com.br";
const NOWHERE: &str = "00000000-0000-7000-8000-000000000000";

#[tokio::test]
async fn the_first_key_is_there_with_the_application() {
    let it = Approved::start().await;
    for locale in Locale::ALL {
        it.ana.reads_in(locale).await;
        let page = it.keys_for(&it.ana).await;
        let title = applications::keys_of(locale, "Abertura de conta");
        assert_eq!(page.heading(), title);
        assert_eq!(page.text(".ticket__title"), secrets::first(locale));
        assert_eq!(page.text(".ticket .stamp"), secrets::active(locale));
        assert_eq!(
            page.texts(".ticket .facts dd"),
            [
                secrets::never_used(locale),
                &secrets::uses_so_far(locale, 0, 0),
                secrets::for_ever(locale),
                secrets::never_revealed(locale)
            ]
        );
    }
    let linked = it.page().await.attributes("nav .row a", "href");
    assert!(linked.contains(&it.address("chaves")), "{linked:?}");
}

#[tokio::test]
async fn a_new_key_is_shown_once_with_what_to_do_next() {
    let it = Approved::start().await;
    let page = it.adds("Produção").await;
    page.is(StatusCode::OK);
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(page.text(".flash"), secrets::added(PtBr));
    let secret = page.text("#chave-secreta[translate=no]");
    assert_eq!(secret.len(), 36);
    assert_eq!(
        page.texts(".prose li"),
        [
            secrets::now_use(PtBr),
            secrets::now_check(PtBr),
            secrets::now_revoke(PtBr)
        ]
    );
    let first = secrets::first(PtBr);
    assert_eq!(page.texts(".ticket__title"), ["Produção", first]);

    let keys = it.keys_for(&it.ana).await;
    assert_eq!(keys.texts(".ticket__title"), ["Produção", first]);
    assert!(!keys.html().contains(&secret));
    let entries = it.app.trail(Action::SecretAdded).await;
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].actor.as_deref(), Some(ANA));
    assert_eq!(entries[0].about.to_string(), it.id);

    assert_eq!(it.app.works().await, 1);
    let link = it.app.inbox.link_for(GROUPS_ADDRESS);
    let made = it.active().await.remove(0);
    assert_eq!(link, format!("{}#{made}", it.address("chaves")));
    let mail = &it.app.inbox.mails_to(GROUPS_ADDRESS)[0];
    assert!(
        mail.text
            .contains("Ana Souza criou a chave secreta “Produção”")
    );
    assert!(!mail.html.contains(&secret) && !mail.text.contains(&secret));
}

#[tokio::test]
async fn a_key_shows_when_it_ends() {
    let it = Approved::start().await;
    let fields = [("label", "Produção"), ("expiry", "90")];
    it.adds_with(&fields).await.is(StatusCode::OK);
    it.app.works().await;
    let newest = it.active().await.remove(0);
    for (locale, end) in [
        (PtBr, "6 de dezembro de 2026, 9h02"),
        (Locale::En, "6 December 2026, 9:02"),
        (Locale::Es, "6 de diciembre de 2026, 9:02"),
    ] {
        it.ana.reads_in(locale).await;
        let keys = it.keys_for(&it.ana).await;
        let facts = format!("[id='{newest}'] .facts");
        assert!(
            keys.text(&facts)
                .contains(&format!("{} {end}", secrets::good_until(locale))),
            "{}",
            keys.text(&facts)
        );
        // Beside the key on the application's page too.
        let page = it.page().await;
        let told = secrets::expires_on(locale, end);
        assert!(page.text(".stub").contains(&told), "{}", page.text(".stub"));
    }
}

#[tokio::test]
async fn any_active_key_can_be_revealed() {
    let it = Approved::start().await;
    it.adds("Produção").await;
    it.app.works().await;
    let mut shown = Vec::new();
    for id in it.active().await {
        let selector = format!("[id='{id}'] form");
        let keys = it.keys_for(&it.ana).await;
        let action = keys.attributes(&selector, "action").remove(0);
        let page = it.ana.post(&action, &[("secret", &id)]).await;
        page.is(StatusCode::OK);
        shown.push(page.text("[id^=chave-secreta]"));
    }
    assert_ne!(shown[0], shown[1]);
    // The ticket shows the newest.
    let page = it.page().await;
    assert_eq!(page.text(".key__label"), "Produção");
    let newest = page.attributes(".key [name=secret]", "value").remove(0);
    let action = page.attributes(".key form", "action").remove(0);
    let page = it.ana.post(&action, &[("secret", &newest)]).await;
    assert_eq!(page.text("[id^=chave-secreta]"), shown[0]);
    let unknown = it.ana.post(&action, &[("secret", NOWHERE)]).await;
    unknown.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_member_sees_the_keys_and_an_owner_changes_them() {
    let it = Approved::start().await;
    let bia = it.app.bia().await;
    it.keys_for(&bia).await.is(StatusCode::NOT_FOUND);
    it.app.joins(BIA, &it.group).await;
    let page = it.keys_for(&bia).await;
    page.is(StatusCode::OK);
    assert_eq!(page.text(".ticket__title"), secrets::first(PtBr));
    assert_eq!(page.texts(".ticket .btn").len(), 1, "reveal and no more");
    assert!(
        page.text(".notice")
            .contains(&secrets::owners(PtBr, "Ana Souza"))
    );
    let secret = it.active().await.remove(0);
    for form in [
        vec![("label", "Produção"), ("expiry", "nunca")],
        vec![("label", ""), ("expiry", "")],
    ] {
        let answer = bia.post(&it.address("chaves"), &form).await;
        answer.is(StatusCode::FORBIDDEN);
    }
    let revoking = it.revoking(&secret);
    bia.get(&revoking).await.is(StatusCode::FORBIDDEN);
    let answer = bia.post(&revoking, &[("when", "agora")]).await;
    answer.is(StatusCode::FORBIDDEN);
    assert_eq!(it.active().await, [secret]);
}

#[tokio::test]
async fn keys_of_others_are_not_found() {
    let it = Approved::start().await;
    let secret = it.active().await.remove(0);
    let bia = it.app.bia().await;
    let bias = bia.creates_group("Da Bia").await;
    for group in [&*it.group, &*bias, NOWHERE, "1"] {
        for id in [&*it.id, NOWHERE, "1"] {
            let address = format!("/minhas-aplicacoes/{group}/{id}/chaves");
            let form = [("label", "Produção"), ("expiry", "nunca")];
            bia.get(&address).await.is(StatusCode::NOT_FOUND);
            bia.post(&address, &form).await.is(StatusCode::NOT_FOUND);
            let revoking = format!("{address}/{secret}/revogar");
            bia.get(&revoking).await.is(StatusCode::NOT_FOUND);
            let form = [("when", "agora"), ("last", "1")];
            bia.post(&revoking, &form).await.is(StatusCode::NOT_FOUND);
        }
    }
    for secret in [NOWHERE, "1"] {
        let revoking = it.revoking(secret);
        it.ana.get(&revoking).await.is(StatusCode::NOT_FOUND);
        let answer = it.ana.post(&revoking, &[("when", "agora")]).await;
        answer.is(StatusCode::NOT_FOUND);
    }
    assert_eq!(it.active().await, [secret]);
}

#[tokio::test]
async fn what_is_not_approved_has_no_keys() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let id = app.requests(&ana, &group).await;
    let address = format!("/minhas-aplicacoes/{group}/{id}/chaves");
    ana.get(&address).await.is(StatusCode::NOT_FOUND);
    let form = [("label", "Produção"), ("expiry", "nunca")];
    ana.post(&address, &form).await.is(StatusCode::NOT_FOUND);
}
