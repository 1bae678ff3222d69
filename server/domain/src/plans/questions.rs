//! What questions, notes and conditions ask of the database.

use std::time::Duration;

use chrono::Days;

use super::{People, people, whole_tables};
use crate::{
    applications::{self, Conditions},
    approvals, requests,
    requests::tests::{asks, reason},
};

#[tokio::test]
async fn questions_and_notes_read_no_table_from_end_to_end() {
    let People {
        test,
        ana,
        staff,
        group,
        ..
    } = people().await;
    let id = asks(&ana, group).await.request;
    let text = "Quantas chamadas por mês?".parse().unwrap();
    let inquiry = approvals::ask(&staff, id, &text).await.unwrap();
    requests::answer(&ana, id, inquiry, &text).await.unwrap();
    let inquiry = approvals::ask(&staff, id, &text).await.unwrap();
    approvals::withdraw(&staff, id, inquiry).await.unwrap();
    requests::inquiries(&ana, id).await.unwrap();
    requests::waiting_intervals(test.portal.db.reader(), &[id])
        .await
        .unwrap();
    let note = "Confirmei por telefone.".parse().unwrap();
    approvals::add_note(&staff, id, &note).await.unwrap();
    let review = approvals::review(&staff, &test.catalogue, id).await;
    let note = review.unwrap().unwrap().notes[0].id;
    approvals::delete_note(&staff, id, note).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn conditions_read_no_table_from_end_to_end() {
    let People {
        test,
        staff,
        application,
        ..
    } = people().await;
    let conditions = Conditions {
        ends_on: Some(applications::today(&staff) + Days::new(40)),
        ..Conditions::default()
    };
    approvals::change_conditions(&staff, application, 0, &conditions, reason())
        .await
        .unwrap();
    for days in [20, 30] {
        test.clock.advance(Duration::from_hours(24 * days));
        approvals::end_contracts(&test.system()).await.unwrap();
    }
    assert_eq!(whole_tables(&test).await, [""; 0]);
}
