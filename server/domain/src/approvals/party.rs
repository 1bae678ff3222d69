//! Parties. Whoever made a request, or belongs to its group, is a party to it. No party decides on
//! it, unless the settings of the portal allow that.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr};

use crate::{
    Scope, groups,
    ids::{AccountId, ApiId, GroupId},
    managers,
};

/// What the asker may decide on a request or an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictOfInterest {
    /// The asker is no party and may decide.
    None,
    /// The asker is a party and may not decide.
    Barred,
    /// The asker is a party and may decide all the same; the audit trail records that.
    Recorded,
}

/// Who owns a request or an application.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owners {
    pub applicant: AccountId,
    pub group: GroupId,
}

/// The condition for the statement that decides, so that nobody joins the group in between.
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

/// The same, and that what is decided on belongs to the asker's part.
pub(super) async fn may_decide_on_part<C: ColumnTrait>(
    db: &impl ConnectionTrait,
    scope: &Scope,
    (applicant, group, api): (C, C, C),
) -> Result<Condition, DbErr> {
    let coverage = managers::coverage(db, scope).await?;
    Ok(may_decide(scope, applicant, group).add(coverage.condition(api, group)))
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

/// Whether the asker is one of `owners`, as a member of `groups` or as the applicant.
pub(super) fn is_own(scope: &Scope, owners: Owners, groups: &HashSet<GroupId>) -> bool {
    scope.account_id() == Some(owners.applicant) || groups.contains(&owners.group)
}

/// Whether the asker decides on requests for an API by these owners.
pub(super) async fn is_covered(
    db: &impl ConnectionTrait,
    scope: &Scope,
    api: ApiId,
    owners: Owners,
) -> Result<bool, DbErr> {
    let coverage = managers::coverage(db, scope).await?;
    let mut found = groups::by_ids(db, [owners.group].into_iter()).await?;
    let group = found.remove(&owners.group);
    Ok(group.is_some_and(|group| coverage.has(api, &group.cnpj)))
}

pub(super) async fn conflict(
    db: &impl ConnectionTrait,
    scope: &Scope,
    owners: Owners,
) -> Result<ConflictOfInterest, DbErr> {
    let groups = groups_of_asker(db, scope).await?;
    Ok(if !is_own(scope, owners, &groups) {
        ConflictOfInterest::None
    } else if scope.portal.settings.decide_own_requests {
        ConflictOfInterest::Recorded
    } else {
        ConflictOfInterest::Barred
    })
}
