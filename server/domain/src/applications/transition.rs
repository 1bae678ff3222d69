//! Changes the state of an application in the database.

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, Set};
use values::Reason;

use super::{ApplicationEvent, ApplicationState};
use crate::{Scope, db::Transaction, entities::application, ids::ApplicationId};

/// Moves an application on from the state `from` and keeps the reason, by one conditional UPDATE,
/// whose row count decides between concurrent ones; tells whether this one did it.
pub(crate) async fn advance(
    transaction: &Transaction,
    scope: &Scope,
    id: ApplicationId,
    (from, event): (ApplicationState, ApplicationEvent),
    said: Option<&Reason>,
    allowed: Condition,
) -> Result<bool, DbErr> {
    let Ok(to) = from.after(event) else {
        return Ok(false);
    };
    let moved = application::Entity::update_many()
        .set(application::ActiveModel {
            state: Set(to),
            reason: Set(said.map(ToString::to_string)),
            updated_at: Set(scope.now()),
            ..Default::default()
        })
        .filter(application::Column::Id.eq(id))
        .filter(application::Column::State.eq(from))
        .filter(allowed)
        .exec(transaction)
        .await?;
    Ok(moved.rows_affected == 1)
}
