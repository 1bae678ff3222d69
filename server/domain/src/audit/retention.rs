//! How long the audit trail is kept, and its export.

use std::time::Duration;

use chrono::{DateTime, TimeDelta};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

use super::{Action, chain};
use crate::{
    Cursor, Error, Portal, Role, Scope, clock::Timestamp, counter, entities::audit_event,
    from_common, store::Vault,
};

/// Sign-ins and sign-outs; all other actions are changes.
const COMINGS: [Action; 5] = [
    Action::SignedIn,
    Action::SignedOut,
    Action::LinkUsed,
    Action::SecondFactorAsked,
    Action::SessionsEnded,
];
const EXPORTED: &str = "audit-exported";
const BATCH_SIZE: u64 = 1_000;
/// The time of an event is before its commit, so younger events may be missing.
const SETTLED_AFTER: TimeDelta = TimeDelta::minutes(10);

/// An exported event: one line of JSON.
#[derive(Serialize)]
struct Line {
    id: Uuid,
    at: Timestamp,
    actor: Option<Uuid>,
    /// The client of the program that acted for the actor.
    client: Option<Uuid>,
    action: &'static str,
    subject_kind: String,
    subject: Uuid,
    details: Option<String>,
    address: Option<String>,
    request_id: Option<String>,
}

/// Why the trail cannot be exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the events cannot be written: {0}")]
    Write(#[from] std::io::Error),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ExportError);

/// Writes every event since the last export, the oldest first, one line of JSON each; returns the
/// end of the export and the number of events. The export counts only once [`exported`] is called.
///
/// # Errors
/// [`ExportError::Write`] when `to` cannot be written, [`Error::Forbidden`] for whoever is no
/// administrator.
pub async fn export(
    scope: &Scope,
    to: &mut impl std::io::Write,
) -> Result<(Timestamp, u64), ExportError> {
    scope.require(Role::Administrator)?;
    let until = scope.now() - SETTLED_AFTER;
    let (mut after, mut count) = (None, 0);
    let since = exported_until(&scope.portal).await?;
    loop {
        let events = slice(scope, since, until, after).await?;
        let Some(last) = events.last() else {
            return Ok((until, count));
        };
        after = Some(Cursor::new(last.at, last.id.0));
        for event in events {
            serde_json::to_writer(&mut *to, &line(event)).map_err(std::io::Error::from)?;
            to.write_all(b"\n")?;
            count += 1;
        }
    }
}

async fn slice(
    scope: &Scope,
    since: Timestamp,
    until: Timestamp,
    after: Option<Cursor>,
) -> Result<Vec<audit_event::Model>, DbErr> {
    let (at, id) = (audit_event::Column::At, audit_event::Column::Id);
    let place = after.map(|cursor| cursor.above(at, id));
    audit_event::Entity::find()
        .filter(at.gte(since))
        .filter(at.lt(until))
        .filter(Condition::all().add_option(place))
        .order_by_asc(at)
        .order_by_asc(id)
        .limit(BATCH_SIZE)
        .all(scope.portal.db.reader())
        .await
}

fn line(event: audit_event::Model) -> Line {
    Line {
        id: event.id.0,
        at: event.at,
        actor: event.actor_id.map(|id| id.0),
        client: event.client_id.map(|id| id.0),
        action: event.action.as_str(),
        subject_kind: event.subject_kind,
        subject: event.subject_id,
        details: event.details,
        address: event.address,
        request_id: event.request_id,
    }
}

/// Records that every event before `until` was exported.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn exported(scope: &Scope, until: Timestamp) -> Result<(), ExportError> {
    scope.require(Role::Administrator)?;
    let transaction = scope.portal.db.begin().await?;
    counter::raise(&transaction, EXPORTED, until.timestamp_micros()).await?;
    transaction.commit().await?;
    Ok(())
}

async fn exported_until(portal: &Portal) -> Result<Timestamp, DbErr> {
    let micros = counter::last(portal.db.reader(), EXPORTED).await?;
    Ok(DateTime::from_timestamp_micros(micros).unwrap_or_default())
}

/// Deletes events after their retention, unless they must be exported first and were not; to be
/// called now and then.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal, vault: &Vault) -> Result<(), DbErr> {
    let kept = &portal.settings.audit;
    let limit = if kept.export_first {
        exported_until(portal).await?
    } else {
        portal.now()
    };
    let before =
        |lifetime: Duration| audit_event::Column::At.lt(limit.min(portal.now() - lifetime));
    let comings = Condition::all()
        .add(audit_event::Column::Action.is_in(COMINGS))
        .add(before(kept.comings));
    chain::remove(portal, vault, &comings).await?;
    let changes = Condition::all()
        .add(audit_event::Column::Action.is_not_in(COMINGS))
        .add(before(kept.changes));
    chain::remove(portal, vault, &changes).await?;
    chain::remove_beginning(portal, vault).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        audit::{Subject, record},
        settings::{AuditRetention, Settings},
        testing::{self, TestPortal},
    };

    const DAY: Duration = Duration::from_hours(24);

    async fn portal(export_first: bool) -> TestPortal {
        let audit = AuditRetention {
            comings: 10 * DAY,
            changes: 100 * DAY,
            export_first,
        };
        testing::portal_with(Settings {
            audit,
            ..testing::settings()
        })
        .await
    }

    async fn happens(test: &TestPortal, action: Action) {
        let subject = Subject::Account(test.portal.new_id());
        record(test.portal.db.writer(), &test.system(), action, subject)
            .await
            .unwrap();
    }

    async fn actions(test: &TestPortal) -> Vec<Action> {
        delete_stale(&test.portal, &test.vault).await.unwrap();
        let events = audit_event::Entity::find().order_by_asc(audit_event::Column::At);
        let events = events.all(test.portal.db.writer()).await.unwrap();
        events.into_iter().map(|event| event.action).collect()
    }

    async fn exports(test: &TestPortal) -> String {
        let mut lines = Vec::new();
        let (until, _) = export(&test.system(), &mut lines).await.unwrap();
        exported(&test.system(), until).await.unwrap();
        String::from_utf8(lines).unwrap()
    }

    #[tokio::test]
    async fn each_kind_is_kept_for_its_time() {
        let test = portal(false).await;
        happens(&test, Action::SignedIn).await;
        test.clock.advance(Duration::from_secs(1));
        happens(&test, Action::RolesChanged).await;
        test.clock.advance(Duration::from_secs(10 * 86_400 - 1));
        assert_eq!(
            actions(&test).await,
            [Action::SignedIn, Action::RolesChanged]
        );
        test.clock.advance(Duration::from_secs(1));
        assert_eq!(actions(&test).await, [Action::RolesChanged]);
        test.clock.advance(90 * DAY + Duration::from_secs(1));
        assert_eq!(actions(&test).await, []);
    }

    #[tokio::test]
    async fn what_is_to_be_exported_first_waits_for_it() {
        let test = portal(true).await;
        happens(&test, Action::SignedIn).await;
        test.clock.advance(200 * DAY);
        assert_eq!(actions(&test).await, [Action::SignedIn]);
        assert_eq!(exports(&test).await.lines().count(), 1);
        happens(&test, Action::SignedOut).await;
        assert_eq!(actions(&test).await, [Action::SignedOut]);
    }

    #[tokio::test]
    async fn of_exports_that_end_at_once_the_latest_counts_and_none_goes_beyond_it() {
        let test = portal(true).await;
        let system = test.system();
        let ends = [3, 1, 2].map(|minutes| test.portal.now() - Duration::from_mins(minutes));
        let [one, two, three] = ends.map(|end| exported(&system, end));
        let (one, two, three) = tokio::join!(one, two, three);
        for done in [one, two, three] {
            done.unwrap();
        }
        let latest = ends.into_iter().max().unwrap();
        assert_eq!(exported_until(&test.portal).await.unwrap(), latest);
        exported(&system, ends[0]).await.unwrap();
        assert_eq!(exported_until(&test.portal).await.unwrap(), latest);
    }

    #[tokio::test]
    async fn an_export_goes_on_where_the_last_one_ended() {
        let test = portal(true).await;
        happens(&test, Action::SignedIn).await;
        test.clock.advance(Duration::from_mins(20));
        happens(&test, Action::SignedOut).await;
        let first = exports(&test).await;
        assert!(first.contains("account.signed-in") && !first.contains("account.signed-out"));
        test.clock.advance(Duration::from_mins(20));
        let second = exports(&test).await;
        assert!(second.contains("account.signed-out") && !second.contains("account.signed-in"));
        assert_eq!(exports(&test).await, "");
        let event: serde_json::Value = serde_json::from_str(second.trim()).unwrap();
        assert_eq!(event["subject_kind"], "account");
    }

    #[tokio::test]
    async fn only_the_portal_and_administrators_take_the_trail() {
        let test = portal(true).await;
        let support = test
            .person("suporte@balcao.example", &[Role::Support])
            .await;
        let refused = export(&support, &mut Vec::new()).await;
        assert!(matches!(
            refused,
            Err(ExportError::Common(Error::Forbidden(_)))
        ));
        let refused = exported(&support, support.now()).await;
        assert!(matches!(
            refused,
            Err(ExportError::Common(Error::Forbidden(_)))
        ));
    }
}
