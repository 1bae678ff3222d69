//! Whoever asked for something, or belongs to its group, is a party to it; no party decides on it,
//! unless the portal has a staff of one and says so.

use std::collections::HashSet;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
};

use crate::{
    Person, Scope,
    audit::{self, Action, Subject},
    entities::application,
    groups,
    ids::ApplicationId,
};

/// What the asker has to do with a request or an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing: may decide.
    Neutral,
    /// It is theirs: others decide.
    Barred,
    /// It is theirs, and they decide all the same, for which the trail has an entry of its own.
    Recorded,
}

/// A condition of the very statement that decides, so that nobody joins the group in between.
pub(super) fn may_decide(scope: &Scope) -> Condition {
    match scope.person() {
        Some(person) if !scope.portal.settings.decide_own_requests => {
            Condition::all().add(is_party(person).not())
        }
        _ => Condition::all(),
    }
}

/// No column of it is null in what was submitted.
fn is_party(person: &Person) -> Condition {
    Condition::any()
        .add(application::Column::ApplicantId.eq(person.id))
        .add(application::Column::GroupId.in_subquery(groups::ids_of(person.id)))
}

/// Which of these the asker is a party to.
pub(super) async fn among(
    db: &impl ConnectionTrait,
    scope: &Scope,
    ids: impl Iterator<Item = ApplicationId>,
) -> Result<HashSet<ApplicationId>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(HashSet::new());
    };
    let own: Vec<ApplicationId> = application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(application::Column::Id.is_in(ids))
        .filter(is_party(person))
        .into_tuple()
        .all(db)
        .await?;
    Ok(own.into_iter().collect())
}

pub(super) async fn standing(
    db: &impl ConnectionTrait,
    scope: &Scope,
    id: ApplicationId,
) -> Result<Standing, DbErr> {
    let own = among(db, scope, [id].into_iter()).await?;
    Ok(if own.is_empty() {
        Standing::Neutral
    } else if scope.portal.settings.decide_own_requests {
        Standing::Recorded
    } else {
        Standing::Barred
    })
}

/// Records that it was a party who acted, if it was.
pub(super) async fn record(
    transaction: &impl ConnectionTrait,
    scope: &Scope,
    id: ApplicationId,
) -> Result<(), DbErr> {
    if standing(transaction, scope, id).await? == Standing::Neutral {
        return Ok(());
    }
    audit::record(
        transaction,
        scope,
        Action::DecidedOnOwn,
        Subject::Application(id),
    )
    .await
}
