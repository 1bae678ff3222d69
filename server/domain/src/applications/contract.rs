//! The ends of contracts: which come near, and of which people were told.

use std::collections::HashSet;

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Set,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::{ApplicationState, today};
use crate::{
    Scope,
    db::Transaction,
    entities::{application, application_conditions, contract_notice},
    ids::ApplicationId,
};

/// How many days before the last day of a contract people are told of it, the largest first.
pub(crate) const NOTICES: [i32; 2] = [30, 7];

/// Databases bound the number of values of a statement.
const AT_ONCE: usize = 500;

/// The marks that a contract has come to.
pub(crate) fn due_notices(ends_on: NaiveDate, today: NaiveDate) -> Vec<i32> {
    let left = ends_on.signed_duration_since(today).num_days();
    let passed = |days: &i32| left <= i64::from(*days);
    NOTICES.into_iter().filter(passed).collect()
}

/// The last days of the contracts of approved applications up to a day, the nearest first.
pub(crate) async fn ending_contracts(
    db: &impl ConnectionTrait,
    until: NaiveDate,
) -> Result<Vec<(ApplicationId, NaiveDate)>, DbErr> {
    use application_conditions::Column;
    let own = (application_conditions::Entity, Column::ApplicationId);
    let approved = application::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(Expr::col((application::Entity, application::Column::Id)).equals(own))
        .filter(application::Column::State.eq(ApplicationState::Approved))
        .into_query();
    application_conditions::Entity::find()
        .select_only()
        .columns([Column::ApplicationId, Column::EndsOn])
        .filter(Column::EndsOn.lte(until))
        .filter(Expr::exists(approved))
        .order_by_asc(Column::EndsOn)
        .into_tuple()
        .all(db)
        .await
}

/// The notices that were sent of these contracts.
pub(crate) async fn sent_notices(
    db: &impl ConnectionTrait,
    ids: &[ApplicationId],
) -> Result<HashSet<(ApplicationId, NaiveDate, i32)>, DbErr> {
    let mut sent = HashSet::new();
    for some in ids.chunks(AT_ONCE) {
        let rows = contract_notice::Entity::find()
            .filter(contract_notice::Column::ApplicationId.is_in(some.iter().copied()))
            .all(db)
            .await?;
        let rows = rows.into_iter();
        sent.extend(rows.map(|row| (row.application_id, row.ends_on, row.days)));
    }
    Ok(sent)
}

/// Marks a notice as sent; tells whether it was not marked before.
pub(crate) async fn mark_notice(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    (ends_on, days): (NaiveDate, i32),
) -> Result<bool, DbErr> {
    use contract_notice::Column;
    let row = contract_notice::ActiveModel {
        application_id: Set(id),
        ends_on: Set(ends_on),
        days: Set(days),
        at: Set(scope.now()),
    };
    let key = [Column::ApplicationId, Column::EndsOn, Column::Days];
    let inserted = contract_notice::Entity::insert(row)
        .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    Ok(inserted == 1)
}

/// Marks the notices as sent that would be due at once: the mail about the conditions tells the end.
pub(super) async fn pass_notices(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    ends_on: Option<NaiveDate>,
) -> Result<(), DbErr> {
    let Some(ends_on) = ends_on else {
        return Ok(());
    };
    for days in due_notices(ends_on, today(scope)) {
        mark_notice(transaction, scope, id, (ends_on, days)).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn people_are_told_thirty_and_seven_days_before() {
        let due = |today| due_notices(day("2026-12-31"), day(today));
        assert_eq!(due("2026-11-30"), [0; 0]);
        assert_eq!(due("2026-12-01"), [30]);
        assert_eq!(due("2026-12-23"), [30]);
        assert_eq!(due("2026-12-24"), [30, 7]);
    }
}
