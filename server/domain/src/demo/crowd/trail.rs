//! The audit trail of a crowd.

use sea_orm::{DbErr, Set};

use super::{BATCH, Draw, moment, people::CrowdAccount, rows::insert};
use crate::{
    Scope,
    audit::{Action, Subject},
    entities::audit_event,
    ids::{AccountId, ApplicationId, AuditEventId},
};

/// The share of each action in percent; the rest are sign-outs.
const SIGNS_IN: usize = 55;
const REVEALS: usize = 20;

pub(super) async fn fill(
    scope: &Scope,
    draw: &mut Draw,
    count: usize,
    people: &[CrowdAccount],
    filed: &[ApplicationId],
) -> Result<(), DbErr> {
    for start in (0..count).step_by(BATCH) {
        let transaction = scope.portal.db.begin().await?;
        let until = (start + BATCH).min(count);
        let rows = (start..until).map(|number| event(draw, number, count, people, filed));
        let rows: Vec<_> = rows.collect();
        insert(&transaction, rows).await?;
        transaction.commit().await?;
    }
    Ok(())
}

fn event(
    draw: &mut Draw,
    number: usize,
    count: usize,
    people: &[CrowdAccount],
    filed: &[ApplicationId],
) -> audit_event::ActiveModel {
    let at = moment(draw.since, draw.until, number, count);
    let chance = draw.below(100);
    let actor = draw.pick(people).id;
    let (action, subject) = what(draw, chance, actor, filed);
    let address = format!("203.0.113.{}", draw.below(256));
    audit_event::ActiveModel {
        id: Set(draw.id::<AuditEventId>(at)),
        at: Set(at),
        actor_id: Set(Some(actor)),
        client_id: Set(None),
        action: Set(action),
        subject_kind: Set(subject.kind().to_owned()),
        subject_id: Set(subject.id()),
        details: Set(None),
        address: Set(Some(address)),
        request_id: Set(None),
        sealed_at: Set(None),
    }
}

fn what(
    draw: &mut Draw,
    chance: usize,
    actor: AccountId,
    filed: &[ApplicationId],
) -> (Action, Subject) {
    if chance < SIGNS_IN {
        return (Action::SignedIn, Subject::Account(actor));
    }
    if chance < SIGNS_IN + REVEALS && !filed.is_empty() {
        let application = draw.pick(filed);
        return (Action::SecretRevealed, Subject::Application(application));
    }
    (Action::SignedOut, Subject::Account(actor))
}
