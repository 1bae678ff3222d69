//! What is written down of what failed.

use sea_orm::EntityTrait;

use super::*;
use crate::{
    entities::audit_event,
    testing::{TestPortal, portal},
};

async fn written(test: &TestPortal) -> Vec<(Action, String, Option<String>, Option<String>)> {
    test.incidents.flush(&test.portal).await.unwrap();
    let rows = audit_event::Entity::find()
        .all(test.portal.db.writer())
        .await;
    let mut rows: Vec<_> = rows
        .unwrap()
        .into_iter()
        .map(|row| (row.action, row.subject_kind, row.address, row.details))
        .collect();
    rows.sort_by_key(|row| format!("{row:?}"));
    rows
}

#[tokio::test]
async fn what_repeats_is_summed_up_and_names_nobody() {
    let test = portal().await;
    let whom = IncidentSubject::account(" Ana@Empresa.com.br ");
    assert_eq!(whom, IncidentSubject::account("ana@empresa.com.br"));
    assert_eq!(
        IncidentSubject::account("Correta-7-cavalos"),
        IncidentSubject::Nobody
    );
    for _ in 0..3 {
        let incidents = &test.incidents;
        incidents.record(&test.scope(), Incident::SignInFailed, whom);
    }
    let address = Some("203.0.113.7".to_owned());
    let typed = "typed-account".to_owned();
    let expected = (Action::SignInFailed, typed, address, Some("3".to_owned()));
    for _ in 0..2 {
        assert_eq!(written(&test).await, std::slice::from_ref(&expected));
    }
}

#[tokio::test]
async fn a_flood_from_everywhere_fills_no_table() {
    let test = portal().await;
    for number in 0..5_000 {
        let visitor = test.visitor_from(&format!("10.1.{}.{}", number / 250, number % 250));
        let whom = IncidentSubject::account(&format!("pessoa{number}@empresa.com.br"));
        let incidents = &test.incidents;
        incidents.record(&visitor, Incident::SignInFailed, whom);
    }
    let rows = written(&test).await;
    assert_eq!(rows.len(), MAX_BUCKETS + 1);
    let all: u64 = rows
        .iter()
        .map(|(.., details)| details.as_ref().unwrap().parse::<u64>().unwrap())
        .sum();
    assert_eq!(all, 5_000);
}

#[tokio::test]
async fn it_is_kept_for_three_months_and_the_rest_of_the_trail_longer() {
    let test = portal().await;
    let incidents = &test.incidents;
    incidents.record(&test.scope(), Incident::Throttled, IncidentSubject::Nobody);
    let registered = Action::AccountRegistered;
    let subject = Subject::Account(test.portal.new_id());
    let db = test.portal.db.writer();
    audit::record(db, &test.system(), registered, subject)
        .await
        .unwrap();
    assert_eq!(written(&test).await.len(), 2);
    test.clock.advance(RETENTION.to_std().unwrap());
    delete_stale(&test.portal, &test.vault).await.unwrap();
    let left = written(&test).await;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].0, registered);
}

#[test]
fn private_networks_are_told_from_the_rest() {
    let is_private = |text: &str| is_private(text.parse().unwrap());
    for address in [
        "10.0.0.1",
        "127.0.0.1",
        "100.64.0.1",
        "::1",
        "fd00::1",
        "fe80::1",
    ] {
        assert!(is_private(address), "{address}");
    }
    for address in ["203.0.113.7", "100.128.0.1", "2001:db8::1"] {
        assert!(!is_private(address), "{address}");
    }
}
