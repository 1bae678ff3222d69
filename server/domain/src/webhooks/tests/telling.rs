//! Who is told of what, and how.

use aws_lc_rs::hmac;
use base64::{Engine, prelude::BASE64_STANDARD};

use super::*;
use crate::{
    jobs::News,
    status::{self, Affected, IncidentFacts, IncidentKind, IncidentStage, NewNote},
    translated::Translated,
};

/// Whether one of the signatures of a message is made with this secret, by the words of the standard.
fn is_signed(message: &OutgoingMessage, secret: &WebhookSecret) -> bool {
    let key = BASE64_STANDARD
        .decode(&secret.expose()["whsec_".len()..])
        .unwrap();
    let content = format!("{}.{}.{}", message.id, message.timestamp, message.body);
    let key = hmac::Key::new(hmac::HMAC_SHA256, &key);
    let mut signatures = message.signature.split(' ');
    signatures.any(|signature| {
        let tag = signature.strip_prefix("v1,").unwrap();
        let tag = BASE64_STANDARD.decode(tag).unwrap();
        hmac::verify(&key, content.as_bytes(), &tag).is_ok()
    })
}

#[tokio::test]
async fn a_group_is_told_of_its_requests_and_what_becomes_of_them() {
    let office = office().await;
    office.listens(&every_kind()).await;
    let application = office.approved().await;
    let told = office.tells().await;
    let kinds: Vec<_> = told.iter().map(|(kind, _)| kind.as_str()).collect();
    assert_eq!(kinds, ["request.approved", "request.submitted"]);
    let data = &told[0].1["data"];
    assert_eq!(data["application"], application.to_string());
    assert_eq!(data["group"], office.group.to_string());
    let request = data["request"].as_str().unwrap();
    let link = format!("https://balcao.example/api/v1/requests/{request}");
    assert_eq!(data["link"], link);

    let (staff, why) = (&office.staff, reason);
    approvals::suspend(staff, application, why()).await.unwrap();
    approvals::resume(staff, application, None).await.unwrap();
    let approved = crate::applications::ApplicationState::Approved;
    approvals::revoke(staff, application, approved, why())
        .await
        .unwrap();
    let kinds = office.tells_kinds().await;
    assert_eq!(
        kinds,
        [
            "application.resumed",
            "application.revoked",
            "application.suspended"
        ]
    );
}

#[tokio::test]
async fn nobody_is_told_of_what_others_do_but_the_portal() {
    let office = office().await;
    let bia = office.test.person("bia@outraempresa.com.br", &[]).await;
    let theirs = group(&bia).await;
    let new = office.types(WebhookOwner::Group(theirs), &every_kind());
    let (of_bia, _) = add(&bia, &office.test.vault, new).await.unwrap();
    let new = office.types(WebhookOwner::Portal, &every_kind());
    let (of_portal, _) = add(&office.staff, &office.test.vault, new).await.unwrap();
    office.approved().await;
    office.works().await;
    let page = PageRequest {
        after: None,
        size: 10,
        oldest_first: true,
    };
    let sent = deliveries(&bia, of_bia.id, None, &page).await.unwrap();
    assert_eq!(sent.items, []);
    let sent = deliveries(&office.staff, of_portal.id, None, &page)
        .await
        .unwrap();
    assert_eq!(sent.items.len(), 2);
}

#[tokio::test]
async fn a_webhook_hears_only_what_it_listens_to() {
    let office = office().await;
    office.listens(&[EventKind::RequestApproved]).await;
    office.approved().await;
    assert_eq!(office.tells_kinds().await, ["request.approved"]);
}

#[tokio::test]
async fn who_uses_an_api_is_told_of_its_incidents_and_versions() {
    let office = office().await;
    office.listens(&every_kind()).await;
    let facts = |affected| IncidentFacts {
        title: Translated::in_default_language("Fora do ar"),
        kind: IncidentKind::Interruption,
        affected,
        begins_at: office.test.portal.now(),
        ends_at: None,
    };
    let first = || NewNote {
        stage: IncidentStage::Investigating,
        text: Translated::in_default_language("Estamos vendo."),
    };
    let (system, board) = (office.test.system(), &office.test.status);
    let smv = crate::requests::tests::api(&office.ana, "smv");
    let of_smv = || facts(Affected::Apis([smv].into()));
    status::open(&system, board, &of_smv(), &first())
        .await
        .unwrap();
    assert_eq!(office.tells_kinds().await, [""; 0], "nobody uses it yet");
    office.approved().await;
    office.works().await;
    status::open(&system, board, &of_smv(), &first())
        .await
        .unwrap();
    let told = office.tells().await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].0, "incident.opened");
    assert!(told[0].1["data"]["incident"].is_string());
    let transaction = office.test.portal.db.begin().await.unwrap();
    let news = News::Ending { api: smv, days: 7 };
    crate::jobs::announce(&transaction, &system, news)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    let told = office.tells().await;
    assert_eq!(told[0].0, "api.ending");
    assert_eq!(told[0].1["data"]["days"], 7);
}

#[tokio::test]
async fn a_message_holds_identifiers_and_no_names() {
    let office = office().await;
    office.listens(&every_kind()).await;
    let asked = asks(&office.ana, office.group).await;
    approvals::reject(&office.staff, asked.request, reason())
        .await
        .unwrap();
    let messages = office.works().await;
    assert_eq!(messages.len(), 2);
    for message in messages {
        for text in ["Ana", "Souza", "bancoexemplo", "chamadas por"] {
            assert!(!message.body.contains(text), "{}", message.body);
        }
    }
}

#[tokio::test]
async fn messages_are_signed_with_the_secret_that_was_shown_once() {
    let office = office().await;
    let (webhook, secret) = office.listens(&every_kind()).await;
    send_test(&office.ana, webhook).await.unwrap();
    let messages = office.works().await;
    assert!(is_signed(&messages[0], &secret));
    assert!(messages[0].id.starts_with("msg_"));
    assert_eq!(messages[0].timestamp, office.test.portal.now().timestamp());
}

#[tokio::test]
async fn for_a_day_both_secrets_sign_and_then_the_new_one_alone() {
    let office = office().await;
    let (webhook, old) = office.listens(&every_kind()).await;
    let (_, new) = rotate(&office.ana, &office.test.vault, webhook)
        .await
        .unwrap();
    send_test(&office.ana, webhook).await.unwrap();
    let message = office.works().await.remove(0);
    assert!(is_signed(&message, &old) && is_signed(&message, &new));
    office.test.clock.advance(Duration::from_hours(24));
    let ana = office.test.confirmed(&office.ana);
    send_test(&ana, webhook).await.unwrap();
    let message = office.works().await.remove(0);
    assert!(!is_signed(&message, &old) && is_signed(&message, &new));
}
