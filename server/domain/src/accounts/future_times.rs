//! Corrects times of sessions, links and throttles that a clock wrote while it ran ahead.

use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QuerySelect, sea_query::Expr,
};

use crate::{
    Portal,
    clock::Timestamp,
    db::Db,
    entities::{link, session, throttle},
};

/// How many throttles one statement reads.
const BATCH_SIZE: u64 = 500;

/// Corrects the times and returns how many rows had an impossible one.
pub(crate) async fn correct_future_times(portal: &Portal) -> Result<u64, DbErr> {
    let (db, now) = (&portal.db, portal.now());
    let lifetimes = portal.settings.lifetimes;
    let sessions = sessions(db, now, now + lifetimes.session_absolute).await?;
    let longest = portal.registration_link_lifetime();
    let longest = longest.max(portal.reset_link_lifetime());
    Ok(sessions + links(db, now + longest).await? + throttles(db, now).await?)
}

/// A session last seen tomorrow would not count as idle for a day more.
async fn sessions(db: &Db, now: Timestamp, latest: Timestamp) -> Result<u64, DbErr> {
    use session::Column;
    let seen = session::Entity::update_many()
        .col_expr(Column::LastSeenAt, Expr::value(now))
        .filter(Column::LastSeenAt.gt(now))
        .exec(db.writer())
        .await?;
    let confirmed = session::Entity::update_many()
        .col_expr(Column::ConfirmedAt, Expr::value(now))
        .filter(Column::ConfirmedAt.gt(now))
        .exec(db.writer())
        .await?;
    let ending = session::Entity::update_many()
        .col_expr(Column::ExpiresAt, Expr::value(latest))
        .filter(Column::ExpiresAt.gt(latest))
        .exec(db.writer())
        .await?;
    Ok(seen.rows_affected + confirmed.rows_affected + ending.rows_affected)
}

async fn links(db: &Db, latest: Timestamp) -> Result<u64, DbErr> {
    let ending = link::Entity::update_many()
        .col_expr(link::Column::ExpiresAt, Expr::value(latest))
        .filter(link::Column::ExpiresAt.gt(latest))
        .exec(db.writer())
        .await?;
    Ok(ending.rows_affected)
}

/// A wait that began in the future begins now and keeps its length.
async fn throttles(db: &Db, now: Timestamp) -> Result<u64, DbErr> {
    let mut corrected = 0;
    loop {
        let ahead = throttle::Entity::find()
            .filter(throttle::Column::LastFailureAt.gt(now))
            .limit(BATCH_SIZE)
            .all(db.writer())
            .await?;
        if ahead.is_empty() {
            return Ok(corrected);
        }
        for row in ahead {
            corrected += begin_now(db, row, now).await?;
        }
    }
}

/// Moves a wait, unless another failure was counted meanwhile.
async fn begin_now(db: &Db, row: throttle::Model, now: Timestamp) -> Result<u64, DbErr> {
    use throttle::Column;
    let until = now + (row.retry_at - row.last_failure_at);
    let unchanged = Column::Key
        .eq(row.key.clone())
        .and(Column::LastFailureAt.eq(row.last_failure_at));
    let begun = throttle::Entity::update_many()
        .col_expr(Column::LastFailureAt, Expr::value(now))
        .col_expr(Column::RetryAt, Expr::value(until))
        .filter(unchanged)
        .exec(db.writer())
        .await?;
    Ok(begun.rows_affected)
}
