//! What is noticed of a trail that somebody changed.

mod forging;
mod keeping;
mod tampering;

use std::time::Duration;

use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use super::*;
use crate::{
    Scope,
    audit::{Action, Subject, record_with},
    entities::audit_seal,
    settings::{AuditRetention, Settings},
    testing::{self, TestPortal},
};

const DAY: Duration = Duration::from_hours(24);

/// Ten sealed events of one person, a second apart.
async fn sealed() -> (TestPortal, Scope) {
    let test = portal().await;
    let ana = test.person("ana@empresa.com.br", &[]).await;
    acts(&test, &ana, 10).await;
    (test, ana)
}

async fn portal() -> TestPortal {
    let audit = AuditRetention {
        comings: 10 * DAY,
        changes: 100 * DAY,
        export_first: false,
    };
    testing::portal_with(Settings {
        audit,
        ..testing::settings()
    })
    .await
}

/// Signs in and changes something in turns.
async fn acts(test: &TestPortal, person: &Scope, times: usize) {
    for time in 0..times {
        let action = [Action::SignedIn, Action::ProfileChanged][time % 2];
        let subject = Subject::Account(person.account_id().unwrap());
        let details = Some(format!("details {time}"));
        let db = test.portal.db.writer();
        record_with(db, person, action, subject, details)
            .await
            .unwrap();
        test.clock.advance(Duration::from_secs(1));
    }
    seal(&test.portal, &test.vault).await.unwrap();
}

async fn looks(test: &TestPortal) -> Verified {
    verify(&test.system(), &test.vault, None).await.unwrap()
}

async fn faults(test: &TestPortal) -> Vec<Fault> {
    looks(test).await.faults
}

async fn seals(test: &TestPortal) -> Vec<audit_seal::Model> {
    audit_seal::Entity::find()
        .order_by_asc(audit_seal::Column::Number)
        .all(test.portal.db.writer())
        .await
        .unwrap()
}

/// What somebody with the database's password does.
async fn tampers(test: &TestPortal, sql: &str) {
    let db = test.portal.db.writer();
    db.execute_unprepared(sql).await.unwrap();
}

/// The place of the event with this number, in SQL.
fn event(number: i64) -> String {
    format!("id = (SELECT event_id FROM audit_seals WHERE number = {number})")
}

async fn event_of(test: &TestPortal, number: i64) -> crate::ids::AuditEventId {
    let seals = seals(test).await;
    seals
        .iter()
        .find(|it| it.number == number)
        .unwrap()
        .event_id
}
