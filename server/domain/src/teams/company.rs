//! The company of a group. Contract managers decide by it, so its owners correct it only as long as
//! no request waits and nothing was approved; afterwards they ask.

use sea_orm::{Condition, sea_query::ExprTrait};

pub use crate::groups::{Company, CompanyError};
use crate::{
    Error, Scope, applications,
    groups::{self, GroupRight},
    ids::GroupId,
    requests,
};

/// Gives a group another legal name and CNPJ.
///
/// # Errors
/// [`CompanyError::Fixed`] once a request waits or something was approved,
/// [`CompanyError::NameTaken`] when the person who made the group has another one of this name and
/// CNPJ; [`Error::Forbidden`] for whoever is no owner, [`Error::NotFound`] for whoever does not
/// belong to the group.
pub async fn change_company(
    scope: &Scope,
    group: GroupId,
    company: &Company,
) -> Result<(), CompanyError> {
    groups::change_company(scope, group, company, nothing_depends_on(group)).await
}

fn nothing_depends_on(group: GroupId) -> Condition {
    Condition::all()
        .add(applications::exist_for(group).not())
        .add(requests::wait_for(group).not())
}

/// Whether the company of a group can be changed only by asking, for its owners.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no owner, [`Error::NotFound`] for whoever does not belong to
/// the group.
pub async fn is_company_fixed(scope: &Scope, group: GroupId) -> Result<bool, Error> {
    let db = scope.portal.db.reader();
    groups::require(db, scope, group, GroupRight::Manage).await?;
    let free = groups::is_there(db, group, nothing_depends_on(group)).await?;
    Ok(!free)
}
