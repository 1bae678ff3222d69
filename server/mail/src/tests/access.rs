//! The mails about access that stops or goes on, and about keys, and whom they reach.

use values::Reason;

use super::*;
use domain::{
    applications::ApplicationState,
    clock::Timestamp,
    jobs::Addressee,
    testing::entities::{permission_group, secret},
};

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
    let manager = test.person(MANAGER, &[Role::ContractManager]).await;
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
