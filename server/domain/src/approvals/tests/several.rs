//! Several decisions at once.

use super::*;
use crate::Error;

/// Ana's three requests, Carlos, and Dora.
async fn three() -> (TestPortal, [RequestId; 3], Scope, Scope) {
    let (test, ana, carlos) = people().await;
    let dora = manager(&test, "dora@balcao.example").await;
    let mut ids = Vec::new();
    for name in ["Antifraude", "Crédito", "Cobrança"] {
        let group = groups::create(&ana, new_group(name)).await.unwrap();
        ids.push(asks(&ana, group).await.request);
    }
    (test, [ids[0], ids[1], ids[2]], carlos, dora)
}

fn told(results: &[DecisionResult]) -> Vec<Option<Taken>> {
    let outcomes = results.iter().map(|it| it.outcome.as_ref().ok().copied());
    outcomes.collect()
}

#[tokio::test]
async fn each_is_decided_by_itself_and_told() {
    let (test, ids, carlos, dora) = three().await;
    is_rejected(&dora, ids[1]).await;
    let decision = NewDecision::Approve(None);
    let results = decide_several(&carlos, &test.vault, &ids, &decision).await;
    let results = results.unwrap();
    assert_eq!(told(&results), [Some(Taken::Now), None, Some(Taken::Now)]);
    assert!(matches!(
        results[1].outcome,
        Err(DecisionError::AlreadyDecided { .. })
    ));
    assert_eq!(times(&test, Action::RequestApproved).await, 2);
}

#[tokio::test]
async fn what_a_colleague_asks_about_is_left_open() {
    let (test, ids, carlos, dora) = three().await;
    let question = "Quantas chamadas por mês?".parse().unwrap();
    ask(&dora, ids[1], &question).await.unwrap();
    for decision in [NewDecision::Approve(None), NewDecision::Reject(reason())] {
        let results = decide_several(&carlos, &test.vault, &ids[1..2], &decision).await;
        assert!(matches!(
            results.unwrap()[0].outcome,
            Err(DecisionError::AlreadyDecided {
                state: RequestState::AwaitingApplicant
            })
        ));
    }
    let decision = NewDecision::Approve(None);
    let results = decide_several(&carlos, &test.vault, &ids, &decision).await;
    let now = Some(Taken::Now);
    assert_eq!(told(&results.unwrap()), [now, None, now]);
}

#[tokio::test]
async fn what_is_sent_twice_is_done_once_and_told_alike() {
    let (test, ids, carlos, dora) = three().await;
    let decision = NewDecision::Reject(reason());
    let twice = [ids[0], ids[1], ids[0]];
    let results = decide_several(&carlos, &test.vault, &twice, &decision).await;
    assert_eq!(told(&results.unwrap()), [Some(Taken::Now); 2]);
    let again = decide_several(&carlos, &test.vault, &twice, &decision).await;
    assert_eq!(told(&again.unwrap()), [Some(Taken::Before); 2]);
    let other = decide_several(&dora, &test.vault, &twice, &decision).await;
    assert_eq!(told(&other.unwrap()), [None; 2]);
    let changed = NewDecision::Approve(None);
    let other = decide_several(&carlos, &test.vault, &twice, &changed).await;
    assert_eq!(told(&other.unwrap()), [None; 2]);
    assert_eq!(times(&test, Action::RequestRejected).await, 2);
}

#[tokio::test]
async fn two_managers_on_the_same_requests_decide_each_once() {
    let (test, ids, carlos, dora) = three().await;
    let (yes, no) = (NewDecision::Approve(None), NewDecision::Reject(reason()));
    let (one, two) = tokio::join!(
        decide_several(&carlos, &test.vault, &ids, &yes),
        decide_several(&dora, &test.vault, &ids, &no)
    );
    let pairs = told(&one.unwrap()).into_iter().zip(told(&two.unwrap()));
    for (one, two) in pairs {
        assert_ne!(one.is_some(), two.is_some());
    }
}

#[tokio::test]
async fn only_contract_managers_decide() {
    let (test, ids, ..) = three().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    let decision = NewDecision::Approve(None);
    let refused = decide_several(&bia, &test.vault, &ids, &decision).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))));
}

#[tokio::test]
async fn a_view_is_its_owners_alone() {
    let (_test, _, carlos, dora) = three().await;
    let name = "Trial".parse().unwrap();
    save_view(&carlos, &name, "plano=trial").await.unwrap();
    save_view(&carlos, &name, "plano=trial&ordem=prazo")
        .await
        .unwrap();
    let own = views(&carlos).await.unwrap();
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].query, "plano=trial&ordem=prazo");
    assert!(views(&dora).await.unwrap().is_empty());
    delete_view(&dora, own[0].id).await.unwrap();
    assert_eq!(views(&carlos).await.unwrap().len(), 1);
    delete_view(&carlos, own[0].id).await.unwrap();
    assert!(views(&carlos).await.unwrap().is_empty());
}

#[tokio::test]
async fn nobody_has_more_views_than_fit() {
    let (_test, _, carlos, _) = three().await;
    for number in 0..MAX_VIEWS {
        let name = format!("Lista {number}").parse().unwrap();
        save_view(&carlos, &name, "plano=trial").await.unwrap();
    }
    let one_more = save_view(&carlos, &"Outra".parse().unwrap(), "").await;
    assert!(matches!(one_more, Err(SaveViewError::TooMany)));
    let same = save_view(&carlos, &"Lista 0".parse().unwrap(), "").await;
    assert!(same.is_ok());
}
