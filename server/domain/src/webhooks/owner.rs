//! Whose webhooks these are, and who may see and change them.

use sea_orm::ConnectionTrait;

use crate::{
    Error, Forbidden, Role, Scope,
    db::Transaction,
    groups::{self, GroupRight},
    ids::GroupId,
};

const NO_SUCH_WEBHOOK: Error = Error::NotFound("no such webhook");

/// Whose events a webhook gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebhookOwner {
    /// Those that concern a group. Its owners change the webhook, and its developers see it.
    Group(GroupId),
    /// All of them. It is for administrators.
    Portal,
}

impl From<Option<GroupId>> for WebhookOwner {
    fn from(group: Option<GroupId>) -> Self {
        group.map_or(Self::Portal, Self::Group)
    }
}

impl WebhookOwner {
    #[must_use]
    pub const fn group(self) -> Option<GroupId> {
        match self {
            Self::Group(group) => Some(group),
            Self::Portal => None,
        }
    }

    /// Whether the asker may change its webhooks, and not only see them.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever may not know of them.
    pub async fn may_change(self, scope: &Scope) -> Result<bool, Error> {
        let db = scope.portal.db.reader();
        match self.require_change(db, scope).await {
            Ok(()) => Ok(true),
            Err(Error::Forbidden(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Whoever may not see a webhook is told that there is none.
    pub(super) async fn require_sight(
        self,
        db: &impl ConnectionTrait,
        scope: &Scope,
    ) -> Result<(), Error> {
        match self {
            Self::Group(group) => {
                let found = groups::find_where(db, scope, group, GroupRight::SeeWebhooks).await?;
                found.map(drop).ok_or(NO_SUCH_WEBHOOK)
            }
            Self::Portal => scope
                .require(Role::Administrator)
                .map_err(|Forbidden| NO_SUCH_WEBHOOK),
        }
    }

    /// Whether the asker may have its events sent elsewhere and learn secrets now. The portal's tell
    /// of every company, so no program does that for somebody.
    pub(super) fn may_be_led(self, scope: &Scope) -> bool {
        match self {
            Self::Group(_) => scope.may_change_keys(),
            Self::Portal => scope.is_confirmed(),
        }
    }

    /// The same, until whose transaction ends nobody takes the asker's role.
    pub(super) async fn hold_change(
        self,
        transaction: &Transaction,
        scope: &Scope,
    ) -> Result<(), Error> {
        if let (Self::Group(group), Some(person)) = (self, scope.person()) {
            groups::hold_role(transaction, group, person.id).await?;
        }
        self.require_change(transaction, scope).await
    }

    async fn require_change(self, db: &impl ConnectionTrait, scope: &Scope) -> Result<(), Error> {
        let person = scope.require_signed_in()?;
        match self {
            Self::Group(group) => match groups::role_in(db, group, person.id).await? {
                Some(role) if role.may(GroupRight::ChangeKeys) => Ok(()),
                Some(role) if role.may(GroupRight::SeeWebhooks) => Err(Forbidden.into()),
                Some(_) | None => Err(NO_SUCH_WEBHOOK),
            },
            Self::Portal => scope
                .require(Role::Administrator)
                .map_err(|Forbidden| NO_SUCH_WEBHOOK),
        }
    }
}
