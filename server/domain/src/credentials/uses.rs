//! How often secrets were used, in total and in periods of five minutes.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{CaseStatement, Expr, ExprTrait, IntoCondition, LockType, OnConflict},
};

use crate::{
    cleanup,
    clock::Timestamp,
    db::Db,
    entities::{secret, secret_use},
    ids::SecretId,
    store::bulk::{CASES_AT_ONCE, insert, stored},
};

/// How a secret was used.
#[derive(Clone, Debug)]
pub(crate) struct SecretUse {
    pub last_used_at: Timestamp,
    /// The uses in each period of five minutes.
    pub periods: HashMap<Timestamp, u64>,
}

impl SecretUse {
    fn uses(&self) -> u64 {
        self.periods.values().sum()
    }
}

/// Deletes the uses of periods before a time.
pub(crate) async fn delete_uses_before(db: &Db, before: Timestamp) -> Result<(), DbErr> {
    let stale = secret_use::Column::Period.lt(before);
    cleanup::delete::<secret_use::Entity>(db, stale.into_condition()).await
}

/// Adds uses to those of these secrets that exist, in the order of their identifiers, so that
/// concurrent writes do not deadlock.
pub(crate) async fn add_uses(
    transaction: &impl ConnectionTrait,
    used: &HashMap<SecretId, SecretUse>,
) -> Result<(), DbErr> {
    let used: BTreeMap<_, _> = used.iter().collect();
    let ids: Vec<_> = used.keys().copied().copied().collect();
    for some in ids.chunks(CASES_AT_ONCE) {
        let there: Vec<SecretId> = secret::Entity::find()
            .select_only()
            .column(secret::Column::Id)
            .filter(secret::Column::Id.is_in(some.iter().copied()))
            .order_by_asc(secret::Column::Id)
            .lock(LockType::NoKeyUpdate)
            .into_tuple()
            .all(transaction)
            .await?;
        let there: Vec<_> = there.iter().map(|id| (*id, used[id])).collect();
        last_uses(transaction, &there).await?;
        periods(transaction, &there).await?;
    }
    Ok(())
}

async fn last_uses(
    transaction: &impl ConnectionTrait,
    used: &[(SecretId, &SecretUse)],
) -> Result<(), DbErr> {
    if used.is_empty() {
        return Ok(());
    }
    let (mut more, mut last) = (CaseStatement::new(), CaseStatement::new());
    for (id, used) in used {
        let same = secret::Column::Id.eq(*id);
        let later = secret::Column::LastUsedAt
            .is_null()
            .or(secret::Column::LastUsedAt.lt(used.last_used_at));
        more = more.case(same.clone(), stored(used.uses()));
        last = last.case(same.and(later), used.last_used_at);
    }
    let sum = Expr::col(secret::Column::Uses).add(more);
    let last = last.finally(Expr::col(secret::Column::LastUsedAt));
    secret::Entity::update_many()
        .col_expr(secret::Column::Uses, sum)
        .col_expr(secret::Column::LastUsedAt, last.into())
        .filter(secret::Column::Id.is_in(used.iter().map(|(id, _)| *id)))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn periods(
    transaction: &impl ConnectionTrait,
    used: &[(SecretId, &SecretUse)],
) -> Result<(), DbErr> {
    let mut rows = BTreeMap::new();
    for (id, used) in used {
        rows.extend(
            used.periods
                .iter()
                .map(|(period, uses)| ((*id, *period), *uses)),
        );
    }
    let rows = rows
        .into_iter()
        .map(|((secret, period), uses)| secret_use::ActiveModel {
            secret_id: Set(secret),
            period: Set(period),
            uses: Set(stored(uses)),
        })
        .collect();
    let sum = Expr::col((secret_use::Entity, secret_use::Column::Uses))
        .add(Expr::col(("excluded", secret_use::Column::Uses)));
    let mut more = OnConflict::columns([secret_use::Column::SecretId, secret_use::Column::Period]);
    more.value(secret_use::Column::Uses, sum);
    insert(transaction, rows, more).await
}
