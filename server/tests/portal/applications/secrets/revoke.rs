//! Revoking a key: what would break, when, and the last one twice.

use std::time::Duration;

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{Locale::PtBr, flash, secrets};

use super::super::Approved;
use crate::harness::ANA;

const GROUPS_ADDRESS: &str = "antifraude@empresa.com.br";

impl Approved {
    /// With another key beside the first; their ids, the newest first.
    async fn with_two() -> (Self, Vec<String>) {
        let it = Self::start().await;
        it.adds("Produção").await.is(StatusCode::OK);
        it.app.works().await;
        it.app.clock.advance(Duration::from_mins(1));
        let ids = it.active().await;
        (it, ids)
    }
}

#[tokio::test]
async fn a_key_that_nobody_uses_goes_at_once() {
    let (it, ids) = Approved::with_two().await;
    let page = it.ana.get(&it.revoking(&ids[1])).await;
    assert_eq!(
        page.heading(),
        secrets::revoke_which(PtBr, secrets::first(PtBr))
    );
    assert!(page.text(".notice").contains(secrets::breaks_nothing(PtBr)));
    assert_eq!(page.attributes("[checked]", "value"), ["agora"]);
    let answer = it
        .ana
        .post(&it.revoking(&ids[1]), &[("when", "agora")])
        .await;
    let page = it.ana.get(answer.location()).await;
    assert_eq!(page.flash(), flash::secret_revoked(PtBr));
    assert_eq!(page.attributes("article.ticket", "id"), [&*ids[0]]);
    assert_eq!(page.text(".lines .stamp"), secrets::revoked(PtBr));
    let entries = it.app.trail(Action::SecretRevoked).await;
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].actor.as_deref(), Some(ANA));

    assert_eq!(it.app.works().await, 1);
    let mail = &it.app.inbox.mails_to(GROUPS_ADDRESS)[0];
    assert!(
        mail.text
            .contains("revogou a chave secreta “Primeira chave”")
    );
    let link = it.app.inbox.link_for(GROUPS_ADDRESS);
    assert_eq!(link, format!("{}#{}", it.address("chaves"), ids[1]));
    let over = it.revoking(&ids[1]);
    let asked = it.ana.get(&over).await;
    let page = it.ana.get(asked.location()).await;
    assert_eq!(page.flash(), flash::secret_over(PtBr));
    let pressed = it.ana.post(&over, &[("when", "24h")]).await;
    let page = it.ana.get(pressed.location()).await;
    assert_eq!(page.flash(), flash::secret_over(PtBr));
}

#[tokio::test]
async fn what_would_break_is_said_and_time_is_offered() {
    let (mut it, ids) = Approved::with_two().await;
    it.app.uses_secret(&ids[1], 12).await;
    let page = it.ana.get(&it.revoking(&ids[1])).await;
    let used = secrets::used_last_hour(PtBr, 12);
    assert_eq!(page.text(".notice strong"), used);
    let lasts = secrets::tokens_last(PtBr, "60 minutos");
    assert!(page.text(".notice").ends_with(&lasts), "{}", page.html());
    assert_eq!(page.attributes("[checked]", "value"), ["24h"]);
    let answer = it.ana.post(&it.revoking(&ids[1]), &[("when", "24h")]).await;
    let page = it.ana.get(answer.location()).await;
    assert_eq!(page.flash(), flash::secret_ending(PtBr));
    let stamp = format!("[id='{}'] .stamp", ids[1]);
    let end = "8 de setembro de 2026, 9h03";
    assert_eq!(page.text(&stamp), secrets::ending(PtBr, end));
    it.app.works().await;
    let mail = &it.app.inbox.mails_to(GROUPS_ADDRESS)[0];
    assert!(
        mail.subject
            .ends_with("deixará de funcionar em 8 de setembro de 2026")
    );

    // What ends sooner than that is not offered, and not taken.
    let page = it.ana.get(&it.revoking(&ids[1])).await;
    assert_eq!(page.attributes("[name=when]", "value"), ["agora", "1h"]);
    let page = it.ana.post(&it.revoking(&ids[1]), &[("when", "7d")]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_of("when"), secrets::ends_sooner(PtBr));
    it.waits(Duration::from_hours(24)).await;
    assert_eq!(it.active().await, [&*ids[0]]);
}

#[tokio::test]
async fn a_day_of_ones_choice_ends_it_too() {
    let (it, ids) = Approved::with_two().await;
    let address = it.revoking(&ids[1]);
    for (date, error) in [("", true), ("2026-09-06", true), ("2026-09-20", false)] {
        let answer = it
            .ana
            .post(&address, &[("when", "data"), ("date", date)])
            .await;
        if error {
            answer.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(!answer.error_of("date").is_empty());
            assert_eq!(answer.value_of("date"), date);
            assert_eq!(answer.attributes("[checked]", "value"), ["data"]);
        } else {
            assert_eq!(answer.location(), it.address("chaves"));
        }
    }
    it.app.works().await;
    let page = it.ana.post(&address, &[("when", "amanhã")]).await;
    assert!(!page.error_of("when").is_empty());
}

#[tokio::test]
async fn the_last_key_asks_twice() {
    let it = Approved::start().await;
    let last = it.active().await.remove(0);
    let page = it.ana.get(&it.revoking(&last)).await;
    let warned = page.texts(".notice strong");
    assert!(warned.contains(&secrets::last_title(PtBr).to_owned()));
    let page = it.ana.post(&it.revoking(&last), &[("when", "agora")]).await;
    page.is(StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_of("last"), secrets::last_unconfirmed(PtBr));
    assert_eq!(it.active().await, [&*last]);
    let meant = [("when", "agora"), ("last", "1")];
    let answer = it.ana.post(&it.revoking(&last), &meant).await;
    assert_eq!(answer.location(), it.address("chaves"));
    it.app.works().await;
    let page = it.keys_for(&it.ana).await;
    assert!(page.text(".notice").contains(secrets::none_title(PtBr)));
    let page = it.page().await;
    assert!(page.text(".notice").contains(secrets::none_title(PtBr)));
    it.adds("Produção").await.is(StatusCode::OK);
    it.app.works().await;
}
