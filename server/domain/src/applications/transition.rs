//! A transition in the database.

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, Set};

use super::{Event, State};
use crate::{db::Transaction, entities::application, ids::ApplicationId};

/// Moves an application from `from` on, together with `changes`, by one conditional UPDATE:
/// of several that try, its row count tells the one that did. Whether this one did.
pub(super) async fn advance(
    transaction: &Transaction,
    id: ApplicationId,
    from: State,
    event: Event,
    changes: application::ActiveModel,
) -> Result<bool, DbErr> {
    advance_if(Condition::all(), transaction, id, from, event, changes).await
}

/// The same, on one more condition.
pub(super) async fn advance_if(
    condition: Condition,
    transaction: &Transaction,
    id: ApplicationId,
    from: State,
    event: Event,
    changes: application::ActiveModel,
) -> Result<bool, DbErr> {
    let Ok(to) = from.after(event) else {
        return Ok(false);
    };
    let moved = application::Entity::update_many()
        .set(application::ActiveModel {
            state: Set(to),
            ..changes
        })
        .filter(application::Column::Id.eq(id))
        .filter(application::Column::State.eq(from))
        .filter(condition)
        .exec(transaction)
        .await?;
    Ok(moved.rows_affected == 1)
}
