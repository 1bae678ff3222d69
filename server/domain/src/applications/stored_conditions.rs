//! Stores the conditions of applications, one change after the other, and finds them.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
    sea_query::OnConflict,
};

use super::{
    ApplicationState,
    conditions::{Conditions, StoredConditions},
    contract::pass_notices,
};
use crate::{
    Scope,
    db::Transaction,
    entities::{application, application_conditions},
    ids::ApplicationId,
};

/// Stores the conditions of an application that has none yet; tells whether it had none.
pub(crate) async fn set_conditions(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    conditions: &Conditions,
) -> Result<bool, DbErr> {
    let row = application_conditions::ActiveModel {
        application_id: Set(id),
        revision: Set(1),
        ..row(scope, conditions)
    };
    let key = application_conditions::Column::ApplicationId;
    let inserted = application_conditions::Entity::insert(row)
        .on_conflict(OnConflict::column(key).do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    pass_notices(transaction, scope, id, conditions.ends_on).await?;
    Ok(inserted == 1)
}

/// Stores other conditions in place of those of a revision, 0 where there were none; tells whether
/// nobody else did so meanwhile.
pub(crate) async fn replace_conditions(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    seen: i32,
    conditions: &Conditions,
) -> Result<bool, DbErr> {
    if seen == 0 {
        return set_conditions(transaction, scope, id, conditions).await;
    }
    let replaced = application_conditions::Entity::update_many()
        .set(application_conditions::ActiveModel {
            revision: Set(seen.saturating_add(1)),
            ..row(scope, conditions)
        })
        .filter(application_conditions::Column::ApplicationId.eq(id))
        .filter(application_conditions::Column::Revision.eq(seen))
        .exec(transaction)
        .await?;
    pass_notices(transaction, scope, id, conditions.ends_on).await?;
    Ok(replaced.rows_affected == 1)
}

/// Takes the number of calls out of the conditions of an application that is locked: it was for the
/// plan that it leaves. Returns what is left of them; `None` when there was no such number.
pub(crate) async fn drop_calls(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
) -> Result<Option<Conditions>, DbErr> {
    let before = conditions(transaction, id).await?;
    let Some(before) = before.filter(|it| it.calls.is_some()) else {
        return Ok(None);
    };
    let number = before.contract_number;
    let left = Conditions {
        starts_on: before.starts_on,
        ends_on: before.ends_on,
        calls: None,
        contract_number: number.and_then(|number| number.parse().ok()),
    };
    application_conditions::Entity::update_many()
        .set(application_conditions::ActiveModel {
            revision: Set(before.revision.saturating_add(1)),
            calls: Set(None),
            updated_at: Set(scope.now()),
            ..Default::default()
        })
        .filter(application_conditions::Column::ApplicationId.eq(id))
        .exec(transaction)
        .await?;
    Ok(Some(left))
}

fn row(scope: &Scope, conditions: &Conditions) -> application_conditions::ActiveModel {
    let number = conditions.contract_number.as_ref();
    application_conditions::ActiveModel {
        starts_on: Set(conditions.starts_on),
        ends_on: Set(conditions.ends_on),
        calls: Set(conditions.calls.map(i64::from)),
        contract_number: Set(number.map(ToString::to_string)),
        updated_at: Set(scope.now()),
        ..Default::default()
    }
}

/// Locks an application that was not revoked until the transaction ends, if the condition holds;
/// tells whether it does.
pub(crate) async fn lock_in_use(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    allowed: Condition,
) -> Result<bool, DbErr> {
    let touched = application::Entity::update_many()
        .set(application::ActiveModel {
            updated_at: Set(scope.now()),
            ..Default::default()
        })
        .filter(application::Column::Id.eq(id))
        .filter(application::Column::State.ne(ApplicationState::Revoked))
        .filter(allowed)
        .exec(transaction)
        .await?;
    Ok(touched.rows_affected == 1)
}

/// The conditions of an application, without a check of who may see them.
///
/// # Errors
/// When the database cannot be read.
pub async fn conditions(
    db: &impl ConnectionTrait,
    id: ApplicationId,
) -> Result<Option<StoredConditions>, DbErr> {
    application_conditions::Entity::find_by_id(id).one(db).await
}

/// The conditions of those of these applications that have some, in one statement.
///
/// # Errors
/// When the database cannot be read.
pub async fn conditions_of(
    db: &impl ConnectionTrait,
    ids: &[ApplicationId],
) -> Result<HashMap<ApplicationId, StoredConditions>, DbErr> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = application_conditions::Entity::find()
        .filter(application_conditions::Column::ApplicationId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let rows = rows.into_iter().map(|row| (row.application_id, row));
    Ok(rows.collect())
}
