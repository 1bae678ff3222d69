//! The letters about a contract, and whom they reach.

use locales::{Locale, terms};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use values::Reason;

use super::{
    Message, render,
    wording::{LINK, request},
};
use crate::letters::{
    Letter, Request, Resumed, Revoked, Suspended, UpgradeApproved, UpgradeAwaited,
    UpgradeCancelled, UpgradeReceived, UpgradeRejected,
};
use domain::{
    Role, Scope,
    applications::ApplicationState,
    approvals,
    clock::Timestamp,
    ids::{ApplicationId, GroupId},
    jobs::{Addressee, Mail},
    requests::{cancel, request_plan_change, tests as requests},
    testing::TestPortal,
    testing::entities::{account, permission_group, secret},
};

const ANA: &str = "ana.souza@bancoexemplo.com.br";
const GROUP: &str = "antifraude@bancoexemplo.com.br";
const REASON: &str = "Falta dizer quantas chamadas por mês.";

/// Every letter by the name of its folder, to a reader called `name`.
pub fn letters(name: &str) -> Vec<(&'static str, Box<dyn Letter>)> {
    let mut letters = upgrade_letters(name);
    letters.extend(access_letters(name));
    letters
}

fn asked() -> Request {
    Request {
        plan: terms::plan_upgrade(Locale::PtBr),
        ..request()
    }
}

fn upgrade_letters(name: &str) -> Vec<(&'static str, Box<dyn Letter>)> {
    let (name, link) = (name.to_owned(), LINK.to_owned());
    let received = UpgradeReceived {
        name: name.clone(),
        request: asked(),
        link: link.clone(),
    };
    let awaited = UpgradeAwaited {
        name: "Carlos".to_owned(),
        applicant: format!("{name} Souza"),
        request: asked(),
        link: link.clone(),
    };
    let approved = UpgradeApproved {
        name: name.clone(),
        request: asked(),
        remark: Some("Contrato 77/2026.".to_owned()),
        link: link.clone(),
    };
    let rejected = UpgradeRejected {
        name: name.clone(),
        request: asked(),
        reason: REASON.to_owned(),
        link: link.clone(),
    };
    let cancelled = |revoked| UpgradeCancelled {
        name: name.clone(),
        request: asked(),
        revoked,
        link: link.clone(),
    };
    vec![
        ("upgrade-received", Box::new(received)),
        ("upgrade-awaited", Box::new(awaited)),
        ("upgrade-approved", Box::new(approved)),
        ("upgrade-rejected", Box::new(rejected)),
        ("upgrade-cancelled", Box::new(cancelled(false))),
        ("upgrade-over", Box::new(cancelled(true))),
    ]
}

fn access_letters(name: &str) -> Vec<(&'static str, Box<dyn Letter>)> {
    let (name, link) = (name.to_owned(), LINK.to_owned());
    let suspended = Suspended {
        name: name.clone(),
        request: request(),
        reason: REASON.to_owned(),
        link: link.clone(),
    };
    let resumed = Resumed {
        name: name.clone(),
        request: request(),
        remark: Some("Contrato renovado.".to_owned()),
        link: link.clone(),
    };
    let revoked = Revoked {
        name,
        request: request(),
        reason: REASON.to_owned(),
        link,
    };
    vec![
        ("suspended", Box::new(suspended)),
        ("resumed", Box::new(resumed)),
        ("revoked", Box::new(revoked)),
    ]
}

async fn rendered(test: &TestPortal, mail: Mail) -> Option<Message> {
    render(&test.system(), test, &mail).await.unwrap()
}

/// Ana, who reads Spanish, has an approved Trial; a contract manager is there.
async fn trial() -> (TestPortal, Scope, Scope, GroupId, ApplicationId) {
    let test = requests::portal().await;
    let ana = test.person(ANA, &[]).await;
    account::Entity::update_many()
        .col_expr(account::Column::Locale, Expr::value("es"))
        .filter(account::Column::Email.eq(ANA))
        .exec(test.portal.db.writer())
        .await
        .unwrap();
    let manager = test
        .person("gestor@balcao.example", &[Role::ContractManager])
        .await;
    let group = requests::group(&ana).await;
    let asked = requests::asks(&ana, group).await;
    approvals::approve(&manager, &test.vault, asked.request, None)
        .await
        .unwrap();
    (test, ana, manager, group, asked.application)
}

fn leads_to(mail: &Message, path: &str) {
    let link = format!("https://balcao.example{path}");
    assert!(mail.text.contains(&link), "{link} in {}", mail.text);
    assert!(mail.html.contains(&link), "{link} in {}", mail.html);
}

#[tokio::test]
async fn an_upgrade_is_told_of_as_one_and_leads_to_itself() {
    let (test, ana, manager, group, trial) = trial().await;
    let filed = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap();
    let request = filed.request;
    let page = format!("/solicitacoes/{request}/pronto");

    let received = rendered(&test, Mail::RequestReceived { request })
        .await
        .unwrap();
    let subject = format!("Recibimos su solicitud de Pay Per Use {}", filed.number);
    assert_eq!(received.subject, subject);
    assert!(received.text.contains("Plan: Trial → Pay Per Use"));
    leads_to(&received, &page);
    let manager_id = manager.account_id().unwrap();
    let awaited = rendered(
        &test,
        Mail::DecisionAwaited {
            request,
            manager: manager_id,
        },
    );
    leads_to(&awaited.await.unwrap(), &format!("/aprovacoes/{request}"));

    approvals::approve(&manager, &test.vault, request, None)
        .await
        .unwrap();
    let approved = rendered(&test, Mail::Decided { request }).await.unwrap();
    leads_to(&approved, &format!("/minhas-aplicacoes/{group}#{trial}"));
    assert!(!approved.text.contains("Observación"), "{}", approved.text);
}

#[tokio::test]
async fn a_refused_upgrade_gives_its_reason_and_a_cancelled_one_its_cause() {
    let (test, ana, manager, _, trial) = trial().await;
    let rejected = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    requests::is_rejected(&manager, rejected).await;
    let mail = rendered(&test, Mail::Decided { request: rejected });
    let mail = mail.await.unwrap();
    assert!(mail.text.contains(REASON), "{}", mail.text);
    leads_to(&mail, &format!("/solicitacoes/{rejected}/pronto"));

    let taken_back = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    cancel(&ana, taken_back).await.unwrap();
    let cancelled = |request| rendered(&test, Mail::Cancelled { request });
    let mail = cancelled(taken_back).await.unwrap();
    assert!(mail.text.contains("Usted canceló"), "{}", mail.text);
    let over = request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap()
        .request;
    let seen = ApplicationState::Approved;
    approvals::revoke(&manager, trial, seen, requests::reason())
        .await
        .unwrap();
    let mail = cancelled(over).await.unwrap();
    assert!(mail.text.contains("se revocó el acceso"), "{}", mail.text);
}

#[tokio::test]
async fn applicant_and_group_hear_of_it_in_the_applicants_language() {
    let (test, _, manager, group, application) = trial().await;
    approvals::suspend(&manager, application, requests::reason())
        .await
        .unwrap();
    for (to, address, greeting) in [
        (Addressee::Applicant, ANA, "Hola, Ana."),
        (Addressee::Group, GROUP, "Hola, Banco Exemplo – Antifraude."),
    ] {
        let mail = rendered(&test, Mail::Suspended { application, to })
            .await
            .unwrap();
        assert_eq!(mail.to.as_str(), address);
        assert_eq!(mail.subject, "Acceso suspendido: Banco Exemplo – SMV");
        assert!(mail.text.starts_with(greeting), "{}", mail.text);
        assert!(mail.text.contains(REASON), "{}", mail.text);
        leads_to(&mail, &format!("/minhas-aplicacoes/{group}#{application}"));
    }
}

#[tokio::test]
async fn nobody_is_told_of_access_that_stands_otherwise_by_now() {
    let (test, _, manager, _, application) = trial().await;
    let to = Addressee::Applicant;
    approvals::suspend(&manager, application, requests::reason())
        .await
        .unwrap();
    let resumed = Mail::Resumed { application, to };
    assert_eq!(rendered(&test, resumed.clone()).await, None);
    approvals::resume(&manager, application, None)
        .await
        .unwrap();
    assert!(rendered(&test, resumed).await.is_some());
    let suspended = Mail::Suspended { application, to };
    assert_eq!(rendered(&test, suspended).await, None);
    let revoked = Mail::Revoked { application, to };
    assert_eq!(rendered(&test, revoked.clone()).await, None);
    let seen = ApplicationState::Approved;
    approvals::revoke(&manager, application, seen, requests::reason())
        .await
        .unwrap();
    assert!(rendered(&test, revoked).await.is_some());
}

#[tokio::test]
async fn a_decision_is_told_of_as_it_was_taken_whatever_came_after() {
    let test = requests::portal().await;
    let ana = test.person(ANA, &[]).await;
    let manager = test
        .person("gestor@balcao.example", &[Role::ContractManager])
        .await;
    let group = requests::group(&ana).await;
    let asked = requests::asks(&ana, group).await;
    let (request, application) = (asked.request, asked.application);
    let remark = Reason::parse("Contrato 77/2026 assinado.").unwrap();
    approvals::approve(&manager, &test.vault, request, Some(remark))
        .await
        .unwrap();
    let tells = async || {
        let mail = rendered(&test, Mail::Decided { request }).await;
        let mail = mail.unwrap();
        let is_said = mail.text.contains("Contrato 77/2026 assinado.");
        assert!(is_said, "{}", mail.text);
        mail
    };
    let at_once = tells().await;
    approvals::suspend(&manager, application, requests::reason())
        .await
        .unwrap();
    assert_eq!(tells().await, at_once);
    approvals::resume(&manager, application, Some(requests::reason()))
        .await
        .unwrap();
    assert_eq!(tells().await, at_once);
}

#[tokio::test]
async fn as_long_as_a_groups_address_is_unconfirmed_its_owner_hears_in_its_place() {
    let (test, _, manager, group, application) = trial().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    requests::joins(&bia, group).await;
    let none: Option<Timestamp> = None;
    permission_group::Entity::update_many()
        .col_expr(
            permission_group::Column::EmailConfirmedAt,
            Expr::value(none),
        )
        .exec(test.portal.db.writer())
        .await
        .unwrap();
    let secret = secret::Entity::find().one(test.portal.db.writer()).await;
    let secret = secret.unwrap().unwrap().id;
    let by = bia.account_id().unwrap();
    let mail = rendered(&test, Mail::SecretAdded { secret, by }).await;
    assert_eq!(mail.unwrap().to.as_str(), ANA);
    approvals::suspend(&manager, application, requests::reason())
        .await
        .unwrap();
    let told = |to| rendered(&test, Mail::Suspended { application, to });
    assert!(told(Addressee::Applicant).await.is_some());
    // The owner is the applicant, and was told.
    assert_eq!(told(Addressee::Group).await, None);
}
