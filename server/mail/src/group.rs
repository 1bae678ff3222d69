//! The one mail that the address of a group gets before anybody who reads it has said that it may.

use chrono::TimeDelta;

use super::{
    letters::GroupAddress,
    links,
    render::{Reader, Rendered, left},
};
use domain::{
    Scope,
    credentials::Vault,
    groups::{
        self,
        address::{self, GOOD_FOR},
    },
    ids::{AccountId, GroupId},
};

/// None once it is confirmed. It holds no word that somebody typed but the address of who asks,
/// which was verified.
pub(super) async fn address(
    scope: &Scope,
    vault: &Vault,
    group: GroupId,
    by: AccountId,
) -> Rendered {
    let db = scope.portal.db.reader();
    let group = groups::by_ids(db, [group].into_iter())
        .await?
        .remove(&group);
    let group = group.filter(|group| group.email_confirmed_at.is_none());
    let (Some(group), Some(by)) = (group, Reader::find(scope, by).await?) else {
        return Ok(None);
    };
    let good_for = TimeDelta::from_std(GOOD_FOR).unwrap_or_default();
    let letter = GroupAddress {
        by: by.email.shown(),
        link: links::group_address(&scope.portal, &address::link(&scope.portal, vault, &group)),
        good_for: left(by.locale, good_for),
    };
    let reader = Reader {
        email: group.email,
        account: None,
        ..by
    };
    reader.message(&scope.portal, &letter).map(Some)
}
