//! Who makes, changes and sees webhooks.

use super::*;
use crate::{
    Error,
    audit::{Subject, has_happened},
    requests::tests::joins,
};

fn is_not_found<T>(outcome: &Result<T, WebhookError>) -> bool {
    matches!(outcome, Err(WebhookError::Common(Error::NotFound(_))))
}

#[tokio::test]
async fn an_address_must_be_https_and_public() {
    let office = office().await;
    let cases = [
        ("", AddressMistake::Missing),
        ("empresa.example/balcao", AddressMistake::Malformed),
        (
            "https://ana:senha@empresa.example/",
            AddressMistake::Malformed,
        ),
        ("https://empresa.example/#parte", AddressMistake::Malformed),
        ("http://empresa.example/", AddressMistake::NotHttps),
        ("ftp://empresa.example/", AddressMistake::NotHttps),
        ("https://127.0.0.1/", AddressMistake::NotPublic),
        ("https://2130706433/", AddressMistake::NotPublic),
        ("https://0x7f.1/", AddressMistake::NotPublic),
        ("https://[::1]/", AddressMistake::NotPublic),
        ("https://[::ffff:10.0.0.1]/", AddressMistake::NotPublic),
        ("https://169.254.169.254/latest", AddressMistake::NotPublic),
        ("https://localhost/", AddressMistake::NotPublic),
        ("https://balcao.localhost./", AddressMistake::NotPublic),
    ];
    for (url, mistake) in cases {
        let new = NewWebhook {
            url: url.to_owned(),
            ..office.types(WebhookOwner::Group(office.group), &every_kind())
        };
        let refused = add(&office.ana, &office.test.vault, new).await;
        assert!(
            matches!(refused, Err(WebhookError::Address(why)) if why == mistake),
            "{url}: {refused:?}"
        );
    }
    let long = format!("https://empresa.example/{}", "a".repeat(MAX_URL));
    let mistake = WebhookAddress::parse(&long, &office.test.portal.settings);
    assert_eq!(mistake, Err(AddressMistake::TooLong));
    let known = WebhookAddress::parse("https://8.8.8.8:8443/b?c=d", &office.test.portal.settings);
    assert_eq!(known.unwrap().as_str(), "https://8.8.8.8:8443/b?c=d");
}

#[tokio::test]
async fn a_webhook_listens_to_something() {
    let office = office().await;
    for events in [&[][..], &[EventKind::Test]] {
        let new = office.types(WebhookOwner::Group(office.group), events);
        let refused = add(&office.ana, &office.test.vault, new).await;
        assert!(
            matches!(refused, Err(WebhookError::NoEvents)),
            "{refused:?}"
        );
    }
}

#[tokio::test]
async fn a_form_that_is_sent_twice_makes_one_webhook_with_one_secret() {
    let office = office().await;
    let (ana, vault) = (&office.ana, &office.test.vault);
    let new = office.types(WebhookOwner::Group(office.group), &every_kind());
    let (made, secret) = add(ana, vault, new.clone()).await.unwrap();
    let (again, same) = add(ana, vault, new.clone()).await.unwrap();
    assert_eq!((again, same.expose()), (made, secret.expose()));
    let all = list(ana, new.owner).await.unwrap();
    assert_eq!(all.len(), 1);
    // Whoever finds the form later learns no secret by it.
    office.test.clock.advance(Duration::from_mins(10));
    let later = office.test.confirmed(ana);
    let refused = add(&later, vault, new).await;
    assert!(matches!(refused, Err(WebhookError::Over)), "{refused:?}");
}

#[tokio::test]
async fn a_group_has_ten_at_most() {
    let office = office().await;
    let (ana, vault) = (&office.ana, &office.test.vault);
    let new = || office.types(WebhookOwner::Group(office.group), &every_kind());
    for _ in 0..MAX_WEBHOOKS {
        add(ana, vault, new()).await.unwrap();
    }
    let refused = add(ana, vault, new()).await;
    assert!(matches!(refused, Err(WebhookError::TooMany)), "{refused:?}");
}

#[tokio::test]
async fn strangers_learn_of_no_webhook_and_change_none() {
    let office = office().await;
    let webhook = office.tested().await;
    office.works().await;
    let sent = office.log(webhook).await.remove(0).id;
    let vault = &office.test.vault;
    let bia = office.test.person("bia@outraempresa.com.br", &[]).await;
    // Staff have no part in the webhooks of companies.
    for who in [&bia, &office.staff] {
        let new = office.types(WebhookOwner::Group(office.group), &every_kind());
        assert!(is_not_found(&add(who, vault, new).await));
        let all = list(who, WebhookOwner::Group(office.group)).await;
        assert!(matches!(all, Err(Error::NotFound(_))), "{all:?}");
        let one = find(who, webhook).await;
        assert!(matches!(one, Err(Error::NotFound(_))), "{one:?}");
        let log = delivery(who, sent).await;
        assert!(matches!(log, Err(Error::NotFound(_))), "{log:?}");
        let paused = WebhookChange {
            is_paused: Some(true),
            ..WebhookChange::default()
        };
        assert!(is_not_found(&change(who, webhook, 1, paused).await));
        assert!(is_not_found(&pause(who, webhook).await));
        assert!(is_not_found(&resume(who, webhook).await));
        assert!(is_not_found(&rotate(who, vault, webhook).await.map(drop)));
        assert!(is_not_found(&delete(who, webhook, None).await));
        for refused in [
            send_again(who, sent).await,
            send_test(who, webhook).await.map(drop),
        ] {
            let error = DeliveryError::Common(Error::NotFound("no such webhook"));
            assert_eq!(refused.unwrap_err().to_string(), error.to_string());
        }
        let page_request = PageRequest {
            after: None,
            size: 10,
            oldest_first: false,
        };
        assert_eq!(page(who, None, &page_request).await.unwrap().items, []);
    }
    let of_portal = office.types(WebhookOwner::Portal, &every_kind());
    assert!(is_not_found(&add(&bia, vault, of_portal).await));
    assert_eq!(office.seen(webhook).await.revision, 1);
}

#[tokio::test]
async fn a_member_who_is_no_owner_sees_webhooks_and_changes_none() {
    let office = office().await;
    let webhook = office.tested().await;
    office.works().await;
    let bia = office.test.person("bia@bancoexemplo.com.br", &[]).await;
    joins(&bia, office.group).await;
    assert_eq!(find(&bia, webhook).await.unwrap().id, webhook);
    let refused = delete(&bia, webhook, None).await;
    let is_forbidden = matches!(refused, Err(WebhookError::Common(Error::Forbidden(_))));
    assert!(is_forbidden, "{refused:?}");
}

#[tokio::test]
async fn whoever_did_not_give_the_password_lately_gets_no_secret_and_leads_nothing_elsewhere() {
    let office = office().await;
    let (webhook, _) = office.listens(&every_kind()).await;
    office.test.clock.advance(Duration::from_hours(1));
    let (ana, vault) = (&office.ana, &office.test.vault);
    let new = office.types(WebhookOwner::Group(office.group), &every_kind());
    let elsewhere = WebhookChange {
        url: Some("https://outra.example/".to_owned()),
        ..WebhookChange::default()
    };
    for refused in [
        add(ana, vault, new).await.map(drop),
        rotate(ana, vault, webhook).await.map(drop),
        change(ana, webhook, 1, elsewhere).await,
    ] {
        assert!(
            matches!(refused, Err(WebhookError::Unconfirmed)),
            "{refused:?}"
        );
    }
    pause(ana, webhook).await.unwrap();
}

#[tokio::test]
async fn of_two_changes_of_the_same_state_one_is_told_so() {
    let office = office().await;
    let (webhook, _) = office.listens(&every_kind()).await;
    let seen = office.seen(webhook).await.revision;
    let elsewhere = |url: &str| WebhookChange {
        url: Some(url.to_owned()),
        events: Some(vec![EventKind::KeyAdded]),
        is_paused: None,
    };
    let ana = &office.ana;
    change(ana, webhook, seen, elsewhere("https://um.example/"))
        .await
        .unwrap();
    let refused = change(ana, webhook, seen, elsewhere("https://dois.example/")).await;
    assert!(matches!(refused, Err(WebhookError::Changed)), "{refused:?}");
    let now = office.seen(webhook).await;
    assert_eq!(now.url, "https://um.example/");
    assert_eq!(now.events, [EventKind::KeyAdded]);
}

#[tokio::test]
async fn a_form_for_another_secret_that_is_sent_twice_makes_one() {
    let office = office().await;
    let (ana, vault) = (&office.ana, &office.test.vault);
    let (webhook, old) = office.listens(&every_kind()).await;
    let (_, new) = rotate_seen(ana, vault, webhook, 1).await.unwrap();
    let (_, again) = rotate_seen(ana, vault, webhook, 1).await.unwrap();
    assert_ne!(new.expose(), old.expose());
    assert_eq!(again.expose(), new.expose());
    office.test.clock.advance(Duration::from_mins(10));
    let later = office.test.confirmed(ana);
    let refused = rotate_seen(&later, vault, webhook, 1).await;
    assert!(matches!(refused, Err(WebhookError::Changed)), "{refused:?}");
}

#[tokio::test]
async fn a_page_asks_beforehand_who_may_change_webhooks() {
    let office = office().await;
    let owner = WebhookOwner::Group(office.group);
    let bia = office.test.person("bia@bancoexemplo.com.br", &[]).await;
    let stranger = owner.may_change(&bia).await;
    assert!(matches!(stranger, Err(Error::NotFound(_))), "{stranger:?}");
    joins(&bia, office.group).await;
    assert!(!owner.may_change(&bia).await.unwrap());
    assert!(owner.may_change(&office.ana).await.unwrap());
    assert!(
        WebhookOwner::Portal
            .may_change(&office.staff)
            .await
            .unwrap()
    );
}

#[tokio::test]
async fn nobody_deletes_what_somebody_else_changed_meanwhile() {
    let office = office().await;
    let (webhook, _) = office.listens(&every_kind()).await;
    let seen = office.seen(webhook).await.revision;
    pause(&office.ana, webhook).await.unwrap();
    let refused = delete(&office.ana, webhook, Some(seen)).await;
    assert!(matches!(refused, Err(WebhookError::Changed)), "{refused:?}");
    delete(&office.ana, webhook, Some(seen + 1)).await.unwrap();
}

#[tokio::test]
async fn every_act_is_in_the_audit_trail() {
    let office = office().await;
    let (ana, vault) = (&office.ana, &office.test.vault);
    let (webhook, _) = office.listens(&every_kind()).await;
    rotate(ana, vault, webhook).await.unwrap();
    pause(ana, webhook).await.unwrap();
    resume(ana, webhook).await.unwrap();
    let events = Some(vec![EventKind::KeyAdded]);
    let narrower = WebhookChange {
        events,
        ..WebhookChange::default()
    };
    let seen = office.seen(webhook).await.revision;
    change(ana, webhook, seen, narrower).await.unwrap();
    delete(ana, webhook, None).await.unwrap();
    for action in [
        Action::WebhookAdded,
        Action::WebhookSecretRotated,
        Action::WebhookPaused,
        Action::WebhookResumed,
        Action::WebhookChanged,
        Action::WebhookDeleted,
    ] {
        let (subject, db) = (Subject::Webhook(webhook), office.test.portal.db.writer());
        let long_ago = office.test.portal.now() - Duration::from_hours(1);
        let recorded = has_happened(db, subject, &[action], long_ago).await;
        assert!(recorded.unwrap(), "{action}");
    }
}
