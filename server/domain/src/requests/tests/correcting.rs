//! Correcting what was rejected.

use super::*;
use crate::{
    Error,
    requests::{RejectedRequest, Status, correct, draft, find},
};

#[tokio::test]
async fn a_rejected_request_is_corrected_in_a_new_draft() {
    let (test, ana, carlos) = people().await;
    let bank = group(&ana).await;
    let rejected = asks(&ana, bank).await.request;
    is_rejected(&carlos, rejected).await;

    let corrected = correct(&ana, &test.catalogue, rejected).await.unwrap();
    assert_ne!(corrected, rejected);
    let draft = draft(&ana, &test.catalogue, corrected)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(draft.name, "Banco Exemplo – SMV");
    assert_eq!(draft.group.as_ref().map(|group| group.id), Some(bank));
    assert_eq!(draft.missing(), None);
    let corrects = RejectedRequest {
        id: rejected,
        number: "2026-0001".to_owned(),
        reason: Some(reason().to_string()),
    };
    assert_eq!(draft.corrects, Some(corrects));
    assert_eq!(files(&ana, corrected).await.unwrap().number, "2026-0002");
    let before = find(&ana, &test.catalogue, rejected)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(before.status, Status::Rejected);
}

#[tokio::test]
async fn correcting_twice_keeps_what_was_typed_since() {
    let (test, ana, carlos) = people().await;
    let rejected = asks(&ana, group(&ana).await).await.request;
    is_rejected(&carlos, rejected).await;

    let corrected = correct(&ana, &test.catalogue, rejected).await.unwrap();
    let purpose = "Mil chamadas por mês, na abertura de conta."
        .parse()
        .unwrap();
    let name = "Outro nome".parse().unwrap();
    describe(&ana, corrected, name, purpose, RequestAnswers::default())
        .await
        .unwrap();
    assert_eq!(
        correct(&ana, &test.catalogue, rejected).await.unwrap(),
        corrected
    );
    let draft = draft(&ana, &test.catalogue, corrected)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(draft.name, "Outro nome");
}

#[tokio::test]
async fn only_rejected_requests_of_ones_own_groups_are_corrected() {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let eve = test.person("eve@outra.example", &[]).await;
    let carlos = manager(&test, "carlos@balcao.example").await;
    let id = asks(&ana, group(&ana).await).await.request;
    assert!(matches!(
        correct(&ana, &test.catalogue, id).await,
        Err(Error::NotFound(_))
    ));
    is_rejected(&carlos, id).await;
    assert!(matches!(
        correct(&eve, &test.catalogue, id).await,
        Err(Error::NotFound(_))
    ));
}
