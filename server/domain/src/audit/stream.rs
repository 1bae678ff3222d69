//! Sends sealed events elsewhere, to a system that watches over security (SIEM): in the order of their
//! numbers, each at least once. How far it came is kept in the database; one instance sends at a time,
//! by a lease, so that the order holds.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::TimeDelta;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    AuditEvent, file,
    search::{AuditFilter, told},
};
use crate::{
    Portal,
    clock::Timestamp,
    counter,
    entities::{audit_event, audit_seal},
    ids::AuditEventId,
};

/// The most events of one message.
const AT_ONCE: u64 = 200;
/// Longer than a sink may take for a message.
const LEASE: TimeDelta = TimeDelta::seconds(60);

/// An event for a sink.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentEvent {
    /// Its number in the chain, by which a receiver knows what comes twice.
    pub number: i64,
    pub at: Timestamp,
    /// As in `account.roles-changed`.
    pub action: String,
    /// All that is told of it: one object of JSON, without a line break.
    pub json: String,
}

/// Where events are sent to.
#[async_trait]
pub trait AuditSink: Send + Sync {
    /// By which the database remembers how far it came.
    fn name(&self) -> &'static str;

    /// Sends events in their order, within half a minute.
    ///
    /// # Errors
    /// What the operator reads when not all of them arrived; they are then sent again.
    async fn send(&self, events: &[SentEvent]) -> Result<(), String>;
}

/// Why nothing more was sent.
#[derive(Debug, thiserror::Error)]
pub enum StreamError {
    #[error("{0}")]
    Refused(String),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Sends what was sealed and not sent yet; returns the number of events. To be called every few seconds.
/// While another instance sends, it does nothing.
///
/// # Errors
/// When the sink refuses, or the database cannot be used; what was sent until then is not sent again.
pub async fn forward(portal: &Portal, sink: &dyn AuditSink) -> Result<u64, StreamError> {
    let mut sent = 0;
    while has_more(portal, sink).await? && lease(portal, sink).await? {
        match send_some(portal, sink).await? {
            0 => break,
            some => sent += some,
        }
    }
    Ok(sent)
}

fn position(sink: &dyn AuditSink) -> String {
    format!("audit-sent-{}", sink.name())
}

async fn has_more(portal: &Portal, sink: &dyn AuditSink) -> Result<bool, DbErr> {
    let db = portal.db.reader();
    let sent = counter::last(db, &position(sink)).await?;
    let next = audit_seal::Entity::find()
        .filter(audit_seal::Column::Number.gt(sent))
        .order_by_asc(audit_seal::Column::Number)
        .one(db)
        .await?;
    Ok(next.is_some())
}

/// Whether this instance sends until the lease is over.
async fn lease(portal: &Portal, sink: &dyn AuditSink) -> Result<bool, DbErr> {
    let (now, name) = (portal.now(), format!("audit-lease-{}", sink.name()));
    let (now, until) = (now.timestamp_micros(), (now + LEASE).timestamp_micros());
    counter::lease(portal.db.writer(), &name, now, until).await
}

/// Lets another instance send at once.
async fn release(portal: &Portal, sink: &dyn AuditSink) -> Result<(), DbErr> {
    counter::reset(portal.db.writer(), &format!("audit-lease-{}", sink.name())).await
}

/// Sends the next events, and keeps that they were.
async fn send_some(portal: &Portal, sink: &dyn AuditSink) -> Result<u64, StreamError> {
    let outcome = send_next(portal, sink).await;
    release(portal, sink).await?;
    outcome
}

async fn send_next(portal: &Portal, sink: &dyn AuditSink) -> Result<u64, StreamError> {
    let db = portal.db.reader();
    let sent = counter::last(db, &position(sink)).await?;
    let seals = audit_seal::Entity::find()
        .filter(audit_seal::Column::Number.gt(sent))
        .order_by_asc(audit_seal::Column::Number)
        .limit(AT_ONCE)
        .all(db)
        .await?;
    let Some(last) = seals.last().map(|seal| seal.number) else {
        return Ok(0);
    };
    let events = events(portal, &seals).await?;
    // What retention deleted before it could be sent is gone.
    if !events.is_empty() {
        sink.send(&events).await.map_err(StreamError::Refused)?;
    }
    counter::raise(portal.db.writer(), &position(sink), last).await?;
    Ok(seals.len() as u64)
}

async fn events(portal: &Portal, seals: &[audit_seal::Model]) -> Result<Vec<SentEvent>, DbErr> {
    let ids = seals.iter().map(|seal| seal.event_id);
    let found = told(&AuditFilter::default())
        .filter(audit_event::Column::Id.is_in(ids))
        .into_model::<AuditEvent>()
        .all(portal.db.reader())
        .await?;
    let found: HashMap<AuditEventId, AuditEvent> =
        found.into_iter().map(|event| (event.id, event)).collect();
    let sent = seals.iter().filter_map(|seal| {
        let event = found.get(&seal.event_id)?;
        Some(SentEvent {
            number: seal.number,
            at: event.at,
            action: event.action_name().to_owned(),
            json: file::sealed_line(event, seal.number, &seal.hash),
        })
    });
    Ok(sent.collect())
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::{
        audit::{self, Action, Subject, seal},
        testing::{self, TestPortal},
    };

    /// Keeps what it gets, unless it refuses.
    #[derive(Default)]
    struct Sink {
        got: Mutex<Vec<i64>>,
        refuses: Mutex<bool>,
    }

    #[async_trait]
    impl AuditSink for Sink {
        fn name(&self) -> &'static str {
            "test"
        }

        async fn send(&self, events: &[SentEvent]) -> Result<(), String> {
            if *self.refuses.lock().unwrap() {
                return Err("503".to_owned());
            }
            let numbers = events.iter().map(|event| event.number);
            self.got.lock().unwrap().extend(numbers);
            Ok(())
        }
    }

    async fn happens(test: &TestPortal, times: usize) {
        for _ in 0..times {
            let subject = Subject::Account(test.portal.new_id());
            let db = test.portal.db.writer();
            audit::record(db, &test.system(), Action::SignedIn, subject)
                .await
                .unwrap();
        }
        seal(&test.portal, &test.vault).await.unwrap();
    }

    #[tokio::test]
    async fn each_event_is_sent_once_and_in_order_and_again_after_a_refusal() {
        let test = testing::portal().await;
        let sink = Sink::default();
        happens(&test, 250).await;
        assert_eq!(forward(&test.portal, &sink).await.unwrap(), 250);
        assert_eq!(forward(&test.portal, &sink).await.unwrap(), 0);
        happens(&test, 3).await;
        *sink.refuses.lock().unwrap() = true;
        let refused = forward(&test.portal, &sink).await;
        assert!(matches!(refused, Err(StreamError::Refused(why)) if why == "503"));
        *sink.refuses.lock().unwrap() = false;
        assert_eq!(forward(&test.portal, &sink).await.unwrap(), 3);
        let got = sink.got.lock().unwrap().clone();
        assert_eq!(got, (1..=253).collect::<Vec<i64>>());
    }

    #[tokio::test]
    async fn one_instance_sends_at_a_time() {
        let test = testing::portal().await;
        let sink = Sink::default();
        happens(&test, 1).await;
        assert!(lease(&test.portal, &sink).await.unwrap());
        assert_eq!(forward(&test.portal, &sink).await.unwrap(), 0);
        // The other one ended in between.
        test.clock.advance(LEASE.to_std().unwrap());
        assert_eq!(forward(&test.portal, &sink).await.unwrap(), 1);
    }

    #[tokio::test]
    async fn what_is_sent_says_all_in_one_line() {
        let test = testing::portal().await;
        happens(&test, 1).await;
        let seals = audit_seal::Entity::find()
            .all(test.portal.db.reader())
            .await;
        let sent = events(&test.portal, &seals.unwrap()).await.unwrap();
        let event: serde_json::Value = serde_json::from_str(&sent[0].json).unwrap();
        assert_eq!(event["number"], 1);
        assert_eq!(event["action"], "account.signed-in");
        assert_eq!(event["hash"].as_str().unwrap().len(), 64);
        assert!(!sent[0].json.contains('\n'));
    }
}
