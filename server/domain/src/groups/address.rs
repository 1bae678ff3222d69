//! The address of a group. Whoever creates a group types it, and it may belong to anybody. So it
//! gets one letter with a link, and no other mail until somebody opens the link and confirms the
//! address.

use std::time::Duration;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::{Group, find_in};
use crate::{
    Actor, Error, Portal, Scope,
    accounts::{self, Email, TooOften, throttle},
    audit::{self, Action, Subject},
    db::Transaction,
    entities::permission_group::{self, Column},
    from_common,
    ids::{AccountId, GroupId},
    jobs::{self, Job, Mail},
    notes::{self, Purpose},
    store::Vault,
};

/// How long a link is good.
pub const GOOD_FOR: Duration = Duration::from_hours(14 * 24);

#[derive(Debug, thiserror::Error)]
pub enum AddressLetterError {
    /// The address is confirmed already.
    #[error("the address is confirmed")]
    Confirmed,
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(AddressLetterError);

/// Whether the address needs no confirmation, since it is the creator's own verified one, or the
/// portal itself creates the group.
pub(super) async fn is_known(
    db: &impl ConnectionTrait,
    scope: &Scope,
    creator: AccountId,
    address: &Email,
) -> Result<bool, DbErr> {
    if matches!(scope.actor, Actor::System) {
        return Ok(true);
    }
    accounts::is_verified_address(db, creator, address).await
}

/// Sends the letter that an unconfirmed address gets; the next one must wait.
pub(super) async fn send_first_letter(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
    by: AccountId,
) -> Result<(), DbErr> {
    // The group is new, so nothing was counted for it yet.
    let _ = throttle::count_address_letter(transaction, scope, group).await?;
    ask(transaction, scope, group, by).await
}

pub(super) async fn ask(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
    by: AccountId,
) -> Result<(), DbErr> {
    let mail = Job::Mail(Mail::GroupAddress { group, by });
    jobs::enqueue(transaction, scope, &mail).await
}

/// Sends the letter again, for a member, after some time.
///
/// # Errors
/// [`Error::NotFound`] for whoever is no member, [`AddressLetterError::Confirmed`] once the
/// address is confirmed, [`AddressLetterError::TooOften`] until the next letter may be sent.
pub async fn send_again(scope: &Scope, id: GroupId) -> Result<(), AddressLetterError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    let group = find_in(&transaction, scope, id).await?;
    let group = group.ok_or(Error::NotFound("no such group"))?;
    if group.email_confirmed_at.is_some() {
        return Err(AddressLetterError::Confirmed);
    }
    throttle::count_address_letter(&transaction, scope, id).await??;
    ask(&transaction, scope, id, person.id).await?;
    transaction.commit().await?;
    Ok(())
}

/// The text of a letter's link, which holds the group and its address.
#[must_use]
pub fn link(portal: &Portal, vault: &Vault, group: &Group) -> String {
    let text = format!("{}\n{}", group.id, group.email);
    notes::seal(portal, vault, Purpose::GroupAddress, &text, GOOD_FOR)
}

/// The group of a link, whether confirmed or not; `None` when the link has expired or is wrong.
///
/// # Errors
/// When the database cannot be read.
pub async fn group_of_link(
    scope: &Scope,
    vault: &Vault,
    link: &str,
) -> Result<Option<Group>, DbErr> {
    find(scope.portal.db.reader(), &scope.portal, vault, link).await
}

async fn find(
    db: &impl ConnectionTrait,
    portal: &Portal,
    vault: &Vault,
    link: &str,
) -> Result<Option<Group>, DbErr> {
    let text = notes::open(portal, vault, Purpose::GroupAddress, link);
    let Some((id, email)) = text.as_deref().and_then(read) else {
        return Ok(None);
    };
    permission_group::Entity::find_by_id(id)
        .filter(Column::Email.eq(email))
        .one(db)
        .await
}

fn read(text: &str) -> Option<(GroupId, Email)> {
    let (id, email) = text.split_once('\n')?;
    Some((id.parse().ok()?, Email::parse(email).ok()?))
}

/// Confirms the address of a link, since whoever has the link reads its mail. Confirming twice does
/// no harm.
///
/// # Errors
/// When the database cannot be written.
pub async fn confirm(scope: &Scope, vault: &Vault, link: &str) -> Result<Option<Group>, DbErr> {
    let transaction = scope.portal.db.begin().await?;
    let Some(group) = find(&transaction, &scope.portal, vault, link).await? else {
        return Ok(None);
    };
    let confirmed = permission_group::Entity::update_many()
        .col_expr(Column::EmailConfirmedAt, scope.now().into())
        .filter(Column::Id.eq(group.id))
        .filter(Column::Email.eq(group.email.clone()))
        .filter(Column::EmailConfirmedAt.is_null())
        .exec(&transaction)
        .await?;
    if confirmed.rows_affected == 1 {
        let subject = Subject::Group(group.id);
        audit::record(&transaction, scope, Action::GroupAddressConfirmed, subject).await?;
    }
    transaction.commit().await?;
    Ok(Some(group))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        groups::{NewGroup, create, find},
        requests::tests::{mails, new_group, times},
        testing::{self, TestPortal},
    };

    async fn creates(scope: &Scope, email: &str) -> GroupId {
        let group = NewGroup {
            email: email.parse().unwrap(),
            ..new_group("Antifraude")
        };
        create(scope, group).await.unwrap()
    }

    async fn group(scope: &Scope, id: GroupId) -> Group {
        find(scope, id).await.unwrap().unwrap()
    }

    async fn ana() -> (TestPortal, Scope) {
        let test = testing::portal().await;
        let ana = test.person("ana@empresa.com.br", &[]).await;
        (test, ana)
    }

    #[tokio::test]
    async fn the_creators_own_address_is_known_and_any_other_is_asked() {
        let (test, ana) = ana().await;
        let own = creates(&ana, "ana@empresa.com.br").await;
        assert!(group(&ana, own).await.email_confirmed_at.is_some());
        assert_eq!(mails(&test).await, []);
        let (test, ana) = self::ana().await;
        let other = creates(&ana, "vizinho@outra.com.br").await;
        assert_eq!(group(&ana, other).await.email_confirmed_at, None);
        let by = ana.account_id().unwrap();
        let asked = Mail::GroupAddress { group: other, by };
        assert_eq!(mails(&test).await, [asked]);
    }

    #[tokio::test]
    async fn whoever_reads_the_letter_confirms_once_and_may_press_twice() {
        let (test, ana) = ana().await;
        let id = creates(&ana, "antifraude@empresa.com.br").await;
        let link = link(&test.portal, &test.vault, &group(&ana, id).await);
        let reader = test.scope();
        assert!(
            group_of_link(&reader, &test.vault, &link)
                .await
                .unwrap()
                .is_some()
        );
        assert_eq!(group(&ana, id).await.email_confirmed_at, None);
        for _ in 0..2 {
            assert!(
                confirm(&reader, &test.vault, &link)
                    .await
                    .unwrap()
                    .is_some()
            );
        }
        assert_eq!(group(&ana, id).await.email_confirmed_at, Some(ana.now()));
        assert_eq!(times(&test, Action::GroupAddressConfirmed).await, 1);
        let late = send_again(&ana, id).await;
        assert!(matches!(late, Err(AddressLetterError::Confirmed)));
    }

    #[tokio::test]
    async fn a_link_is_good_for_two_weeks_and_for_nothing_else() {
        let (test, ana) = ana().await;
        let id = creates(&ana, "antifraude@empresa.com.br").await;
        let link = link(&test.portal, &test.vault, &group(&ana, id).await);
        assert!(
            confirm(&test.scope(), &test.vault, "nonsense")
                .await
                .unwrap()
                .is_none()
        );
        test.clock.advance(GOOD_FOR);
        assert!(
            group_of_link(&test.scope(), &test.vault, &link)
                .await
                .unwrap()
                .is_none()
        );
        assert!(
            confirm(&test.scope(), &test.vault, &link)
                .await
                .unwrap()
                .is_none()
        );
        assert_eq!(group(&ana, id).await.email_confirmed_at, None);
    }

    #[tokio::test]
    async fn nobody_fills_the_mailbox_of_an_address_with_letters() {
        let (test, ana) = ana().await;
        let bia = test.person("bia@empresa.com.br", &[]).await;
        let id = creates(&ana, "antifraude@empresa.com.br").await;
        let strange = send_again(&bia, id).await;
        assert!(matches!(
            strange,
            Err(AddressLetterError::Common(Error::NotFound(_)))
        ));
        let Err(AddressLetterError::TooOften(TooOften { retry_after })) =
            send_again(&ana, id).await
        else {
            panic!("a second letter at once");
        };
        test.clock.advance(retry_after);
        send_again(&ana, id).await.unwrap();
        assert_eq!(mails(&test).await.len(), 2);
    }
}
