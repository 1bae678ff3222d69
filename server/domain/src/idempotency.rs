//! Calls of programs that are sent again when their answer did not arrive: each is done once, and
//! answered alike for a day (draft-ietf-httpapi-idempotency-key-header).

use std::time::Duration;

use chrono::{SubsecRound, TimeDelta};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    Set,
    sea_query::{Expr, IntoCondition},
};
use sha2::{Digest, Sha256};
use uuid::Builder;

use crate::{
    Forbidden, Portal, Scope, cleanup,
    clock::Timestamp,
    db::is_duplicate,
    entities::idempotent_call::{ActiveModel, Column, Entity, Model},
    ids::IdempotentCallId,
    store::{SealedSecret, Vault},
};

pub use crate::scope::BegunCall;

/// How long an answer is kept.
const KEPT: TimeDelta = TimeDelta::hours(24);
/// Longer than any call is answered for: whoever began it before is gone.
const ANSWERED_WITHIN: TimeDelta = TimeDelta::seconds(60);

/// An answer as it was given first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    /// The HTTP status.
    pub status: u16,
    pub body: Vec<u8>,
}

/// What is known of a call when it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// It is new, and to be done with this in its scope.
    New(BegunCall),
    Answered(KeptAnswer),
    /// It is being done now, and may be begun anew after this time.
    InProgress(Duration),
    /// It was done, but its answer was not kept.
    AnswerLost,
    /// The same key came before with another request.
    OtherRequest,
}

/// Begins a call of the asking program by its key, unless it came before. `request` is all that makes
/// a call another one.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) unless a program asks.
pub async fn begin(
    scope: &Scope,
    vault: &Vault,
    key: &str,
    request: &[&[u8]],
) -> Result<Begun, crate::Error> {
    let (Some(client), Some(account)) = (scope.client_id(), scope.account_id()) else {
        return Err(Forbidden.into());
    };
    let id = id_of(&[client.0.as_bytes(), account.0.as_bytes(), key.as_bytes()]);
    let request_hash = hash(request).to_vec();
    let db = scope.portal.db.writer();
    if let Some(row) = find(scope, id).await? {
        return Ok(repeated(scope, vault, row, &request_hash).await?);
    }
    let begun_at = moment(scope);
    let row = ActiveModel {
        id: Set(id),
        client_id: Set(client),
        account_id: Set(account),
        request_hash: Set(request_hash.clone()),
        is_done: Set(false),
        status: Set(None),
        answer: Set(None),
        created_at: Set(begun_at),
    };
    match row.insert(db).await {
        Ok(_) => Ok(Begun::New(BegunCall { id, begun_at })),
        Err(error) if is_duplicate(&error) => Ok(match find(scope, id).await? {
            Some(row) => repeated(scope, vault, row, &request_hash).await?,
            None => Begun::InProgress(Duration::from_secs(1)),
        }),
        Err(error) => Err(error.into()),
    }
}

/// The row of a call, unless it is older than its answer is kept for.
async fn find(scope: &Scope, id: IdempotentCallId) -> Result<Option<Model>, DbErr> {
    let db = scope.portal.db.writer();
    let found = Entity::find_by_id(id).one(db).await?;
    let Some(row) = found else {
        return Ok(None);
    };
    if scope.now() < row.created_at + KEPT {
        return Ok(Some(row));
    }
    Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::CreatedAt.eq(row.created_at))
        .exec(db)
        .await?;
    Ok(None)
}

async fn repeated(
    scope: &Scope,
    vault: &Vault,
    row: Model,
    request_hash: &[u8],
) -> Result<Begun, DbErr> {
    if row.request_hash != request_hash {
        return Ok(Begun::OtherRequest);
    }
    if let (Some(status), Some(answer)) = (row.status, row.answer) {
        let sealed = SealedSecret {
            bytes: answer,
            version: vault.version(),
        };
        let status = u16::try_from(status).unwrap_or_default();
        let opened = vault.open_bytes(row.id.0, &sealed);
        // Another key seals now.
        return Ok(opened.map_or(Begun::AnswerLost, |body| {
            Begun::Answered(KeptAnswer { status, body })
        }));
    }
    let left = row.created_at + ANSWERED_WITHIN - scope.now();
    if let Ok(left) = left.to_std()
        && !left.is_zero()
    {
        return Ok(Begun::InProgress(left));
    }
    if row.is_done {
        return Ok(Begun::AnswerLost);
    }
    // Whoever began it is gone or frozen, and nothing was done; nor can it be by them any more.
    let begun_at = moment(scope);
    let taken_over = Entity::update_many()
        .col_expr(Column::CreatedAt, Expr::value(begun_at))
        .filter(Column::Id.eq(row.id))
        .filter(Column::CreatedAt.eq(row.created_at))
        .filter(Column::IsDone.eq(false))
        .exec(scope.portal.db.writer())
        .await?;
    Ok(match taken_over.rows_affected {
        0 => Begun::InProgress(Duration::from_secs(1)),
        _ => Begun::New(BegunCall {
            id: row.id,
            begun_at,
        }),
    })
}

/// The time to the microsecond, as every database keeps it.
fn moment(scope: &Scope) -> Timestamp {
    scope.now().trunc_subsecs(6)
}

/// The row of a call, unless somebody else began it anew.
fn own(call: BegunCall) -> Condition {
    Condition::all()
        .add(Column::Id.eq(call.id))
        .add(Column::CreatedAt.eq(call.begun_at))
}

/// Notes in the transaction of what a call does that it is done. It fails, and with it the
/// transaction, when somebody else began the call anew.
pub(crate) async fn mark_done(
    transaction: &impl ConnectionTrait,
    scope: &Scope,
) -> Result<(), DbErr> {
    let Some(call) = scope.idempotent_call else {
        return Ok(());
    };
    let marked = Entity::update_many()
        .col_expr(Column::IsDone, Expr::value(true))
        .filter(own(call))
        .exec(transaction)
        .await?;
    if marked.rows_affected == 0 {
        return Err(DbErr::Custom("the call was taken over".to_owned()));
    }
    Ok(())
}

/// Keeps the answer of a call, sealed: it may hold a secret that is shown once.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep(
    portal: &Portal,
    vault: &Vault,
    call: BegunCall,
    answer: &KeptAnswer,
) -> Result<(), DbErr> {
    let sealed = vault.seal_bytes(call.id.0, &answer.body, portal.random.as_ref());
    let status = i16::try_from(answer.status).unwrap_or_default();
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(status))
        .col_expr(Column::Answer, Expr::value(sealed.bytes))
        .col_expr(Column::IsDone, Expr::value(true))
        .filter(own(call))
        .exec(portal.db.writer())
        .await?;
    Ok(())
}

/// Forgets a call that was not done, so that it can be sent again.
///
/// # Errors
/// When the database cannot be written.
pub async fn abandon(portal: &Portal, call: BegunCall) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(own(call))
        .filter(Column::IsDone.eq(false))
        .exec(portal.db.writer())
        .await?;
    Ok(())
}

/// Deletes calls whose answers are kept no more; to be called now and then.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal) -> Result<(), DbErr> {
    let stale = Column::CreatedAt.lte(portal.now() - KEPT);
    cleanup::delete::<Entity>(&portal.db, stale.into_condition()).await
}

/// The same for the same parts.
fn id_of(parts: &[&[u8]]) -> IdempotentCallId {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash(parts)[..16]);
    IdempotentCallId(Builder::from_custom_bytes(bytes).into_uuid())
}

/// Each part with its length, so that none runs into the next.
fn hash(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
