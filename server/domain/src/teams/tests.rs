//! What owners read and correct of their group.

use super::*;
use crate::{
    Error, Scope, approvals,
    audit::Action,
    groups::{self, EditGroupError, GroupDetails, MemberRole, members},
    ids::GroupId,
    jobs::Mail,
    requests::tests::{asks, group, is_rejected, joins, mails, portal},
    testing::TestPortal,
};

async fn bank() -> (TestPortal, Scope, Scope, GroupId) {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[crate::Role::ContractManager])
        .await;
    let id = group(&ana).await;
    (test, ana, carlos, id)
}

fn company() -> Company {
    Company {
        legal_name: "Banco Exemplo Ltda.".parse().unwrap(),
        cnpj: values::Cnpj::from_typed("11.222.333/0001-81").unwrap(),
    }
}

#[tokio::test]
async fn the_company_is_corrected_as_long_as_nobody_decides_by_it() {
    let (test, ana, carlos, id) = bank().await;
    change_company(&ana, id, &company()).await.unwrap();
    let found = groups::find(&ana, id).await.unwrap().unwrap();
    assert_eq!(found.legal_name, "Banco Exemplo Ltda.");
    assert!(found.search_text.contains("11222333000181"));
    assert!(!is_company_fixed(&ana, id).await.unwrap());

    let waiting = asks(&ana, id).await;
    let changed = change_company(&ana, id, &company()).await;
    assert!(matches!(changed, Err(CompanyError::Fixed)));
    let question = "Quantas chamadas por mês?".parse().unwrap();
    approvals::ask(&carlos, waiting.request, &question)
        .await
        .unwrap();
    let changed = change_company(&ana, id, &company()).await;
    assert!(matches!(changed, Err(CompanyError::Fixed)));
    assert!(is_company_fixed(&ana, id).await.unwrap());
    is_rejected(&carlos, waiting.request).await;
    change_company(&ana, id, &company()).await.unwrap();

    let approved = asks(&ana, id).await;
    approvals::approve(&carlos, &test.vault, approved.request, None)
        .await
        .unwrap();
    assert!(is_company_fixed(&ana, id).await.unwrap());
    let changed = change_company(&ana, id, &company()).await;
    assert!(matches!(changed, Err(CompanyError::Fixed)));
}

#[tokio::test]
async fn another_address_is_confirmed_anew() {
    let (test, ana, _, id) = bank().await;
    let details = |email: &str| GroupDetails {
        name: "Banco Exemplo – Fraudes".parse().unwrap(),
        email: email.parse().unwrap(),
        phone: "(11) 3333-4444".parse().unwrap(),
    };
    let new = details("fraudes@bancoexemplo.com.br");
    test.clock.advance(std::time::Duration::from_hours(1));
    groups::edit(&ana, id, &new).await.unwrap();
    let found = groups::find(&ana, id).await.unwrap().unwrap();
    assert_eq!(found.name, "Banco Exemplo – Fraudes");
    assert_eq!(found.email_confirmed_at, None);
    let by = ana.account_id().unwrap();
    assert_eq!(mails(&test).await, [Mail::GroupAddress { group: id, by }]);
    // One's own address is known.
    groups::edit(&ana, id, &details("ana@bancoexemplo.com.br"))
        .await
        .unwrap();
    let found = groups::find(&ana, id).await.unwrap().unwrap();
    assert!(found.email_confirmed_at.is_some());
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    joins(&bia, id).await;
    let refused = groups::edit(&bia, id, &new).await;
    assert!(matches!(
        refused,
        Err(EditGroupError::Common(Error::Forbidden(_)))
    ));
}

#[tokio::test]
async fn owners_read_what_was_done_and_staff_stay_unnamed() {
    let (test, ana, carlos, id) = bank().await;
    let asked = asks(&ana, id).await;
    approvals::approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    joins(&bia, id).await;
    test.clock.advance(std::time::Duration::from_mins(1));
    members::change_role(&ana, id, bia.account_id().unwrap(), MemberRole::Viewer)
        .await
        .unwrap();
    let found = history(&ana, id, None).await.unwrap();
    assert_eq!(found.next, None);
    let last = &found.items[0];
    assert_eq!(last.action, Action::MemberRoleChanged);
    let roles = (MemberRole::Developer, MemberRole::Viewer);
    assert_eq!(last.roles, Some(roles));
    assert_eq!(last.about, HistorySubject::Group);
    assert!(last.whom.is_some());
    assert!(matches!(last.actor, HistoryActor::Person(_)));
    let approved = found
        .items
        .iter()
        .find(|it| it.action == Action::RequestApproved);
    assert_eq!(approved.unwrap().actor, HistoryActor::Staff);
    assert!(matches!(
        history(&bia, id, None).await,
        Err(Error::Forbidden(_))
    ));
}

#[tokio::test]
async fn owners_do_not_read_what_managers_note_among_themselves() {
    let (_test, ana, carlos, id) = bank().await;
    let request = asks(&ana, id).await.request;
    let note = "Confirmei por telefone com a Bia.".parse().unwrap();
    approvals::add_note(&carlos, request, &note).await.unwrap();
    let question = "Quantas chamadas por mês?".parse().unwrap();
    approvals::ask(&carlos, request, &question).await.unwrap();
    let found = history(&ana, id, None).await.unwrap().items;
    assert!(found.iter().all(|it| it.action != Action::NoteAdded));
    let asked = found
        .iter()
        .find(|it| it.action == Action::InformationRequested);
    assert_eq!(asked.unwrap().actor, HistoryActor::Staff);
}
