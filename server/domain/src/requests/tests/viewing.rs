//! What members of a group see of what it asked for.

use super::*;
use crate::{
    credentials::own_public_key,
    requests::{Status, counts, draft, find, of_group, page_of_group, request_plan_change},
};

#[tokio::test]
async fn members_see_what_was_filed_and_not_what_is_being_written() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    joins(&bia, bank).await;
    let filed = asks(&ana, bank).await;
    let written = starts_for(&ana, bank, "smv", Plan::PayPerUse).await;

    let seen = of_group(&bia, &test.catalogue, bank)
        .await
        .unwrap()
        .unwrap();
    let numbers: Vec<_> = seen.iter().map(|view| view.number.as_str()).collect();
    assert_eq!(numbers, [filed.number]);
    assert_eq!(seen[0].applicant_name, "Ana Souza");
    assert_eq!(seen[0].api.slug, "smv");
    assert!(
        find(&bia, &test.catalogue, filed.request)
            .await
            .unwrap()
            .is_some()
    );
    assert!(
        draft(&bia, &test.catalogue, written)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        draft(&ana, &test.catalogue, written)
            .await
            .unwrap()
            .is_some()
    );
    for person in [&ana, &bia] {
        assert!(
            find(person, &test.catalogue, written)
                .await
                .unwrap()
                .is_none()
        );
    }
}

#[tokio::test]
async fn the_public_key_for_an_api_is_that_of_ones_own_approved_application() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let eve = test.person("eve@outra.example", &[]).await;
    let carlos = manager(&test, "carlos@balcao.example").await;
    let asked = asks(&ana, group(&ana).await).await;
    let (smv, score) = (api(&ana, "smv"), api(&ana, "score-de-credito"));
    assert_eq!(own_public_key(&ana, smv).await.unwrap(), None);
    approvals::approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    let key = keys(&ana, asked.application).await.unwrap().public_key;
    assert_eq!(own_public_key(&ana, smv).await.unwrap(), Some(key));
    for (asker, api) in [(&ana, score), (&eve, smv), (&carlos, smv)] {
        assert_eq!(own_public_key(asker, api).await.unwrap(), None);
    }
}

#[tokio::test]
async fn foreign_groups_and_applications_do_not_exist() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let eve = test.person("eve@outra.example", &[]).await;
    let bank = group(&ana).await;
    let asked = asks(&ana, bank).await;
    for stranger in [&eve, &test.scope(), &test.system()] {
        assert!(
            of_group(stranger, &test.catalogue, bank)
                .await
                .unwrap()
                .is_none()
        );
        assert!(
            find(stranger, &test.catalogue, asked.request)
                .await
                .unwrap()
                .is_none()
        );
        let found = find_application(stranger, &test.catalogue, asked.application).await;
        assert!(found.unwrap().is_none());
        assert!(groups::find(stranger, bank).await.unwrap().is_none());
        let counted = groups::find_with_members(stranger, bank).await.unwrap();
        assert!(counted.is_none());
    }
}

#[tokio::test]
async fn a_group_is_found_by_its_id_with_the_number_of_its_members() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    groups::create(&ana, new_group("Cobrança")).await.unwrap();
    joins(&bia, bank).await;
    let found = groups::find_with_members(&bia, bank).await.unwrap();
    let (group, members) = found.unwrap();
    assert_eq!((group.id, members), (bank, 2));
}

#[tokio::test]
async fn the_public_key_shows_once_there_is_one() {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    let asked = asks(&ana, bank).await;
    assert!(keys(&ana, asked.application).await.is_none());
    approvals::approve(&carlos, &test.vault, asked.request, Some(reason()))
        .await
        .unwrap();

    let seen = of_group(&ana, &test.catalogue, bank)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(seen[0].status, Status::Approved);
    assert_eq!(seen[0].reason.as_deref(), Some(reason().as_str()));
    let keys = keys_of(&ana, &seen)
        .await
        .unwrap()
        .remove(&asked.application);
    let keys = keys.unwrap();
    assert_eq!(keys.public_key.as_str().len(), 20);
    assert_eq!(keys.secrets[0].last_revealed_at, None);
}

#[tokio::test]
async fn a_groups_card_counts_its_members_and_applications() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let bank = group(&ana).await;
    joins(&bia, bank).await;
    asks(&ana, bank).await;
    let cards = groups::mine(&bia).await.unwrap();
    assert_eq!(cards.len(), 1);
    assert_eq!(cards[0].members, 2);
    let counted = counts(&bia, &[bank]).await.unwrap().remove(&bank);
    assert_eq!(counted.unwrap(), [(Status::Pending, 1)]);
}

#[tokio::test]
async fn what_a_group_asked_for_counts_once_as_it_stands_and_for_its_members_alone() {
    let (test, ana, carlos, bank, trial) = trial().await;
    let eve = test.person("eve@outra.example", &[]).await;
    request_plan_change(&ana, &test.catalogue, trial)
        .await
        .unwrap();
    is_rejected(&carlos, asks(&ana, bank).await.request).await;
    writes(&ana, bank).await;
    approvals::suspend(&carlos, trial, reason()).await.unwrap();
    let counted = counts(&ana, &[bank]).await.unwrap();
    let expected = [(Status::Rejected, 1), (Status::Suspended, 1)];
    assert_eq!(counted[&bank], expected);
    for stranger in [&eve, &carlos, &test.scope()] {
        assert!(counts(stranger, &[bank]).await.unwrap().is_empty());
    }
}

/// As many approved requests of one group, the oldest first.
async fn approved(ana: &Scope, carlos: &Scope, group: GroupId, count: usize) -> Vec<RequestId> {
    let mut all = Vec::new();
    for _ in 0..count {
        let id = asks(ana, group).await.request;
        approvals::approve(carlos, &carlos.services().vault, id, None)
            .await
            .unwrap();
        all.push(id);
    }
    all
}

#[tokio::test]
async fn a_group_with_many_applications_is_read_page_by_page() {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    let mut all = approved(&ana, &carlos, bank, 27).await;
    let page = async |after, shown| {
        let page = page_of_group(&ana, &test.catalogue, bank, after, shown).await;
        page.unwrap().unwrap()
    };
    let first = page(None, None).await;
    let rest = page(first.next, None).await;
    assert_eq!((first.items.len(), rest.items.len()), (25, 2));
    assert_eq!(rest.next, None);
    let seen = first.items.iter().chain(&rest.items);
    let mut seen: Vec<_> = seen.map(|view| view.id).collect();
    seen.sort_unstable();
    all.sort_unstable();
    assert_eq!(seen, all);
    // One that is to be shown is on the page, wherever it stands.
    for view in first.items.iter().chain(&rest.items) {
        let page = page(None, Some(view.id)).await;
        assert!(page.items.iter().any(|it| it.id == view.id));
    }
    let elsewhere = page(None, Some(test.portal.new_id())).await;
    assert_eq!(elsewhere.items.len(), 25);
}

#[tokio::test]
async fn who_belongs_to_many_groups_reads_them_page_by_page() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let eve = test.person("eve@outra.example", &[]).await;
    for number in 0..27 {
        let name = format!("Time {number:02}");
        groups::create(&ana, new_group(&name)).await.unwrap();
    }
    let first = groups::page_of_mine(&ana, None).await.unwrap();
    let rest = groups::page_of_mine(&ana, first.next).await.unwrap();
    let names = first.items.iter().chain(&rest.items);
    let names: Vec<_> = names.map(|it| it.group.name.clone()).collect();
    let expected: Vec<_> = (0..27).map(|number| format!("Time {number:02}")).collect();
    assert_eq!(names, expected);
    assert_eq!((rest.items.len(), rest.next), (2, None));
    // In another person's list the cursor finds nothing.
    let hers = groups::page_of_mine(&eve, first.next).await.unwrap();
    assert!(hers.items.is_empty());
}
