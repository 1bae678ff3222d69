//! Whoever asked for something, or belongs to its group, is a party to it; no party decides on it,
//! unless the portal has a staff of one and says so.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr};

use crate::{
    Scope, groups,
    ids::{AccountId, GroupId},
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

/// Whose a request or an application is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owners {
    pub applicant: AccountId,
    pub group: GroupId,
}

/// A condition of the very statement that decides, so that nobody joins the group in between.
pub(super) fn may_decide(
    scope: &Scope,
    applicant: impl ColumnTrait,
    group: impl ColumnTrait,
) -> Condition {
    match scope.person() {
        Some(person) if !scope.portal.settings.decide_own_requests => {
            let is_party = Condition::any()
                .add(applicant.eq(person.id))
                .add(group.in_subquery(groups::ids_of(person.id)));
            Condition::all().add(is_party.not())
        }
        _ => Condition::all(),
    }
}

/// The groups that the asker belongs to.
pub(super) async fn groups_of_asker(
    db: &impl ConnectionTrait,
    scope: &Scope,
) -> Result<HashSet<GroupId>, DbErr> {
    match scope.person() {
        Some(person) => groups::ids_of_member(db, person.id).await,
        None => Ok(HashSet::new()),
    }
}

/// Whether what belongs to `owners` is the asker's, who belongs to `groups`.
pub(super) fn is_own(scope: &Scope, owners: Owners, groups: &HashSet<GroupId>) -> bool {
    scope.account_id() == Some(owners.applicant) || groups.contains(&owners.group)
}

pub(super) async fn standing(
    db: &impl ConnectionTrait,
    scope: &Scope,
    owners: Owners,
) -> Result<Standing, DbErr> {
    let groups = groups_of_asker(db, scope).await?;
    Ok(if !is_own(scope, owners, &groups) {
        Standing::Neutral
    } else if scope.portal.settings.decide_own_requests {
        Standing::Recorded
    } else {
        Standing::Barred
    })
}
