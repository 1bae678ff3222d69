//! Whom mails go to, in which language, and where they lead.

use std::time::Duration;

use sea_orm::EntityTrait;

use super::*;
use domain::{
    accounts::{
        Email,
        links::{LinkState, inspect},
        request_reset,
    },
    credentials::{Expiry, NewSecret, add_secret},
    groups,
    ids::QuotaId,
    jobs::LATEST,
    requests::{SubmittedRequest, cancel},
    settings::{Lifetimes, Settings},
    testing::{self, entities::account_role, portal_with},
    token::Token,
    usage,
};

/// Ana has asked for SMV on Trial; a contract manager is there.
async fn asked() -> (TestPortal, Scope, Scope, SubmittedRequest) {
    let test = requests::portal().await;
    let ana = test.person(ANA, &[]).await;
    let manager = test.person(MANAGER, &[Role::ContractManager]).await;
    let group = requests::group(&ana).await;
    let submitted = requests::asks(&ana, group).await;
    (test, ana, manager, submitted)
}

/// Has a reset link mailed into a mailbox, and gives the mail.
async fn resets(test: &TestPortal, email: &str) -> StoredMail {
    let folder = tempfile::tempdir().unwrap();
    let mailbox = Mailbox::open(folder.path()).unwrap();
    let mailer = Mailer::mailbox(mailbox.clone(), "balcao@balcao.example").unwrap();
    request_reset(&test.scope(), &test.incidents, Email::parse(email).unwrap())
        .await
        .unwrap();
    test.clock.advance(LATEST);
    test.worker(MailDelivery::new(test.services.clone(), mailer))
        .run_due()
        .await
        .unwrap();
    mailbox.list().unwrap().remove(0)
}

#[tokio::test]
async fn a_link_mail_holds_a_link_that_works_and_says_for_how_long() {
    let settings = Settings {
        public_url: "https://portal.empresa.example".to_owned(),
        lifetimes: Lifetimes {
            reset_link: Duration::from_mins(90),
            ..Lifetimes::default()
        },
        ..testing::settings()
    };
    let test = portal_with(settings).await;
    test.person(ANA, &[]).await;
    let mail = resets(&test, ANA).await;
    let (_, rest) = mail
        .text
        .split_once("https://portal.empresa.example/acesso/")
        .unwrap();
    let token = Token::parse(rest.lines().next().unwrap()).unwrap();
    let state = inspect(&test.scope(), &test.vault, &token).await.unwrap();
    assert!(matches!(state, LinkState::Valid { .. }), "{state:?}");
    assert!(mail.text.contains("vale por 90 minutos"), "{}", mail.text);
    assert!(mail.html.contains(&token.expose()));
}

#[tokio::test]
async fn readers_read_their_own_language() {
    let (test, ana, manager, submitted) = asked().await;
    reads(&ana, "es").await;
    reads(&manager, "en").await;
    let request = submitted.request;
    let received = rendered(&test, Mail::RequestReceived { request })
        .await
        .unwrap();
    assert_eq!(received.to.as_str(), ANA);
    assert_eq!(
        received.subject,
        format!("Recibimos su solicitud {}", submitted.number)
    );
    assert!(
        received.text.contains("API: Verificación silenciosa"),
        "{}",
        received.text
    );
    let awaited = Mail::DecisionAwaited {
        request,
        manager: id(&manager),
    };
    let awaited = rendered(&test, awaited).await.unwrap();
    assert_eq!(awaited.to.as_str(), MANAGER);
    assert_eq!(
        awaited.subject,
        format!("Request {} awaits a decision", submitted.number)
    );
    assert!(
        awaited.text.contains("https://balcao.example/aprovacoes/"),
        "{}",
        awaited.text
    );
}

#[tokio::test]
async fn approval_leads_to_the_keys_and_holds_none() {
    let (test, ana, manager, submitted) = asked().await;
    let request = submitted.request;
    approvals::approve(&manager, &test.vault, request, None)
        .await
        .unwrap();
    let mail = rendered(&test, Mail::Decided { request }).await.unwrap();
    let group = groups::mine(&ana).await.unwrap()[0].group.id;
    let item = format!("https://balcao.example/minhas-aplicacoes/{group}#{request}");
    assert!(mail.text.contains(&item), "{}", mail.text);
    assert!(mail.html.contains(&item));
    assert!(!mail.text.contains("Observação"), "{}", mail.text);
}

#[tokio::test]
async fn rejection_gives_the_reason_and_the_way_on() {
    let (test, _, manager, submitted) = asked().await;
    let request = submitted.request;
    requests::is_rejected(&manager, request).await;
    let mail = rendered(&test, Mail::Decided { request }).await.unwrap();
    assert!(
        mail.text.contains(requests::reason().as_str()),
        "{}",
        mail.text
    );
    let page = format!("https://balcao.example/solicitacoes/{request}/pronto");
    assert!(mail.text.contains(&page), "{}", mail.text);
}

#[tokio::test]
async fn taking_a_request_back_leads_to_what_became_of_it() {
    let (test, ana, _, submitted) = asked().await;
    let request = submitted.request;
    cancel(&ana, request).await.unwrap();
    let mail = rendered(&test, Mail::Cancelled { request }).await.unwrap();
    assert_eq!(mail.to.as_str(), ANA);
    let page = format!("https://balcao.example/solicitacoes/{request}/pronto");
    assert!(mail.text.contains(&page), "{}", mail.text);
}

#[tokio::test]
async fn nobody_is_told_what_is_no_longer_so() {
    let (test, ana, manager, submitted) = asked().await;
    let request = submitted.request;
    let awaited = Mail::DecisionAwaited {
        request,
        manager: id(&manager),
    };
    cancel(&ana, request).await.unwrap();
    assert_eq!(rendered(&test, awaited).await, None);
    assert_eq!(rendered(&test, Mail::Decided { request }).await, None);
}

#[tokio::test]
async fn who_is_no_manager_any_more_is_not_told() {
    let (test, _, manager, submitted) = asked().await;
    let request = submitted.request;
    let awaited = Mail::DecisionAwaited {
        request,
        manager: id(&manager),
    };
    account_role::Entity::delete_many()
        .exec(test.portal.db.writer())
        .await
        .unwrap();
    assert_eq!(rendered(&test, awaited).await, None);
}

#[tokio::test]
async fn who_is_gone_gets_no_mail() {
    let test = testing::portal().await;
    let account: AccountId = test.portal.new_id();
    assert_eq!(
        rendered(&test, Mail::PasswordChanged { account }).await,
        None
    );
    assert_eq!(
        rendered(&test, Mail::AlreadyRegistered { account }).await,
        None
    );
}

#[tokio::test]
async fn a_mark_of_a_quota_goes_to_the_group_in_the_applicants_language() {
    let (test, ana, manager, submitted) = asked().await;
    let application = submitted.application;
    let mark = Mail::QuotaMark {
        application,
        percent: 50,
    };
    approvals::approve(&manager, &test.vault, submitted.request, None)
        .await
        .unwrap();
    assert_eq!(rendered(&test, mark.clone()).await, None);
    reads(&ana, "en").await;
    let terms = usage::Terms {
        quota: QuotaId(application.0),
        application,
        calls: 1000,
        starts_at: test.portal.now(),
        ends_at: None,
        renews: false,
    };
    for _ in 0..500 {
        test.meter.admit(&test.portal, &terms).await.unwrap();
    }
    test.meter.close(&test.portal).await.unwrap();
    let mail = rendered(&test, mark).await.unwrap();
    assert_eq!(mail.to.as_str(), GROUP);
    assert_eq!(
        mail.subject,
        "Banco Exemplo – SMV: 50% of the Trial calls used"
    );
    assert!(
        mail.text.contains("has used 500 of the 1,000 calls"),
        "{}",
        mail.text
    );
    let group = groups::mine(&ana).await.unwrap()[0].group.id;
    let page = format!("https://balcao.example/minhas-aplicacoes/{group}/{application}/uso");
    assert!(mail.text.contains(&page), "{}", mail.text);
}

#[tokio::test]
async fn the_letter_for_all_the_rest_reaches_a_manager_as_long_as_something_waits() {
    let (test, ana, manager, submitted) = asked().await;
    let rest = Mail::DecisionsAwaited {
        manager: id(&manager),
        since: test.portal.now(),
    };
    let told = rendered(&test, rest.clone()).await.unwrap();
    assert_eq!(told.to.as_str(), MANAGER);
    cancel(&ana, submitted.request).await.unwrap();
    assert_eq!(rendered(&test, rest).await, None);
}

#[tokio::test]
async fn the_letter_for_many_changes_of_keys_reaches_the_group_if_there_was_one() {
    let (test, ana, manager, submitted) = asked().await;
    let application = submitted.application;
    approvals::approve(&manager, &test.vault, submitted.request, None)
        .await
        .unwrap();
    let changed = Mail::SecretsChanged {
        application,
        since: test.portal.now(),
    };
    assert_eq!(rendered(&test, changed.clone()).await, None);
    let new = NewSecret {
        id: test.portal.new_id(),
        label: "Produção".parse().unwrap(),
        expiry: Expiry::Never,
    };
    add_secret(&ana, &test.vault, application, new)
        .await
        .unwrap();
    let told = rendered(&test, changed).await.unwrap();
    assert_eq!(told.to.as_str(), GROUP);
}
