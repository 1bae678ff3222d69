//! The queue, and one request with its evidence.

use std::time::Duration;

use super::*;
use crate::{Error, Place};

const HOUR: Duration = Duration::from_hours(1);

/// The numbers of a page, and the place of the next one.
async fn numbers(
    manager: &Scope,
    place: Place<RequestId>,
) -> (Vec<String>, Option<Place<RequestId>>) {
    let (all, catalogue) = (Search::default(), &manager.services().catalogue);
    let page = search(manager, catalogue, &all, place).await.unwrap();
    let last = page.items.last().map(|item| Place::After(item.request.id));
    let items = page.items.into_iter();
    (
        items.map(|item| item.request.number).collect(),
        last.filter(|_| page.has_next),
    )
}

#[tokio::test]
async fn the_oldest_request_comes_first() {
    let (test, ana, carlos) = people().await;
    let decided = asks(&ana, group(&ana).await).await;
    for name in ["Cobrança", "Cadastro"] {
        test.clock.advance(HOUR);
        asks(&ana, groups::create(&ana, new_group(name)).await.unwrap()).await;
    }
    is_rejected(&carlos, decided.request).await;

    assert_eq!(
        numbers(&carlos, Place::First).await.0,
        ["2026-0002", "2026-0003"]
    );
    let first = queue(&carlos, &test.catalogue)
        .await
        .unwrap()
        .items
        .remove(0);
    assert_eq!(first.group.name, "Cobrança");
    assert_eq!(first.api.slug, "smv");
    assert_eq!(first.applicant.name, "Ana Souza");
    assert_eq!(first.request.submitted_at + HOUR, carlos.now());
}

#[tokio::test]
async fn a_long_queue_is_read_page_by_page() {
    let (_test, ana, carlos) = people().await;
    // All at the same moment: only the id tells them apart.
    for count in 1..=27 {
        let group = NewGroup {
            // Ana's own address needs no confirmation by mail.
            email: "ana@bancoexemplo.com.br".parse().unwrap(),
            ..new_group(&format!("Time {count}"))
        };
        let group = groups::create(&ana, group).await;
        asks(&ana, group.unwrap()).await;
    }
    let (first, next) = numbers(&carlos, Place::First).await;
    assert_eq!(first.len(), 25);
    let (rest, end) = numbers(&carlos, next.unwrap()).await;
    assert_eq!(rest.len(), 2);
    assert_eq!(end, None);
    let mut all = [first, rest].concat();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 27);
}

#[tokio::test]
async fn a_request_comes_with_its_evidence() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@gmail.com", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let bank = group(&ana).await;
    joins(&bia, bank).await;
    let before = asks(&ana, bank).await;
    is_rejected(&carlos, before.request).await;
    test.clock.advance(HOUR);
    let now = asks(&bia, bank).await.request;

    let view = seen(&carlos, now).await;
    assert_eq!(view.applicant.email.as_str(), "bia@gmail.com");
    assert_eq!(view.decision, None);
    assert_eq!(view.evidence.members, 2);
    assert_eq!(view.evidence.cnpj.masked(), CNPJ);
    assert!(view.evidence.free_mail);
    assert!(!view.evidence.group_free_mail);
    assert!(!view.evidence.same_domain);
    assert_eq!(view.evidence.other_legal_name, None);
    let earlier = &view.evidence.earlier;
    assert_eq!(earlier.len(), 1);
    assert_eq!(earlier[0].legal_name, "Banco Exemplo S.A.");
    assert_eq!(earlier[0].group, "Banco Exemplo – Antifraude");
    assert_eq!(
        (earlier[0].number.as_str(), earlier[0].status),
        ("2026-0001", Status::Rejected)
    );

    let view = seen(&carlos, before.request).await;
    let decided_by = view.decision.unwrap().by;
    assert_eq!(decided_by.as_deref(), Some("Ana Souza"));
    assert!(view.evidence.same_domain);
    assert!(!view.evidence.free_mail);
    assert!(view.evidence.earlier.is_empty());
}

#[tokio::test]
async fn another_legal_name_with_the_same_cnpj_root_is_told() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let eve = test.person("eve@outra.example", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let found = async |id| seen(&carlos, id).await.evidence;
    let first = asks(&ana, group(&ana).await).await.request;
    let called = async |name: &str, legal_name: &str| {
        test.clock.advance(HOUR);
        let mut group = new_group(name);
        group.legal_name = legal_name.parse().unwrap();
        group.email = "empresa@gmail.com".parse().unwrap();
        let group = groups::create(&eve, group).await.unwrap();
        found(asks(&eve, group).await.request).await
    };

    let evidence = called("Banco", "BANCO  EXEMPLO S.A.").await;
    assert_eq!(evidence.other_legal_name, None);
    let evidence = called("Padaria", "Padaria Exemplo Ltda.").await;
    let other = evidence.other_legal_name.as_deref();
    assert_eq!(other, Some("Banco Exemplo S.A."));
    assert!(evidence.group_free_mail);
    assert_eq!(found(first).await.other_legal_name, None);
}

#[tokio::test]
async fn requests_of_another_company_are_no_evidence() {
    let (test, ana, carlos) = people().await;
    let mut stranger = new_group("Outra");
    stranger.cnpj = "11.222.333/0001-81".parse().unwrap();
    asks(&ana, groups::create(&ana, stranger).await.unwrap()).await;
    test.clock.advance(HOUR);
    let id = asks(&ana, group(&ana).await).await.request;
    let view = seen(&carlos, id).await;
    assert!(view.evidence.earlier.is_empty());
    assert_eq!(view.evidence.other_legal_name, None);
}

#[tokio::test]
async fn only_contract_managers_see_requests_and_nobody_sees_drafts() {
    let (test, ana, carlos) = people().await;
    let draft = writes(&ana, group(&ana).await).await;
    assert!(
        review(&carlos, &test.catalogue, draft)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        queue(&carlos, &test.catalogue)
            .await
            .unwrap()
            .items
            .is_empty()
    );
    for asker in [&ana, &test.scope()] {
        assert!(matches!(
            queue(asker, &test.catalogue).await,
            Err(Error::Forbidden(_))
        ));
        assert!(matches!(
            review(asker, &test.catalogue, draft).await,
            Err(Error::Forbidden(_))
        ));
    }
}
