//! What staff see who are asked to hand a group over.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Select};
use values::Cnpj;

use super::{Handover, owner_ids};
use crate::{
    Error, Role, Scope,
    accounts::{self, Contact},
    clock::Timestamp,
    entities::group_handover::{Column, Entity},
    groups::{Group, by_ids, of_company},
    ids::GroupId,
    vocabulary::HandoverState,
};

/// An owner, as staff see whether they are able to act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerAtWork {
    pub contact: Contact,
    pub last_sign_in_at: Option<Timestamp>,
}

/// A group, for staff who are asked to hand it over.
#[derive(Clone, Debug)]
pub struct GroupForStaff {
    pub group: Group,
    pub owners: Vec<OwnerAtWork>,
    pub waiting: Option<Waiting>,
}

/// A hand-over that waits for a second person.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub handover: Handover,
    /// Who is to own the group, and who proposed it.
    pub to: String,
    pub by: String,
    /// Whether the asker proposed it.
    pub is_own: bool,
}

/// The groups of a company, by any CNPJ of it, for support.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is not in support.
pub async fn of_cnpj(scope: &Scope, cnpj: &Cnpj) -> Result<Vec<Group>, Error> {
    scope.require(Role::Support)?;
    Ok(of_company(scope.portal.db.reader(), cnpj).await?)
}

/// A group with its owners, and the hand-over that waits, for support.
///
/// # Errors
/// [`Error::NotFound`] when there is none, [`Error::Forbidden`] for whoever is not in support.
pub async fn for_staff(scope: &Scope, id: GroupId) -> Result<GroupForStaff, Error> {
    scope.require(Role::Support)?;
    let db = scope.portal.db.reader();
    let group = by_ids(db, [id].into_iter()).await?.remove(&id);
    let group = group.ok_or(Error::NotFound("no such group"))?;
    let waiting = open_of(id).one(db).await?;
    Ok(GroupForStaff {
        owners: owners_at_work(db, id).await?,
        waiting: match waiting {
            Some(handover) => Some(waiting_view(db, scope, handover).await?),
            None => None,
        },
        group,
    })
}

fn open_of(group: GroupId) -> Select<Entity> {
    Entity::find()
        .filter(Column::GroupId.eq(group))
        .filter(Column::State.eq(HandoverState::Open))
}

async fn waiting_view(
    db: &impl ConnectionTrait,
    scope: &Scope,
    handover: Handover,
) -> Result<Waiting, DbErr> {
    let people = [handover.to_account_id, handover.proposed_by];
    let names = accounts::names(db, people.into_iter()).await?;
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    Ok(Waiting {
        to: name(handover.to_account_id),
        by: name(handover.proposed_by),
        is_own: scope.account_id() == Some(handover.proposed_by),
        handover,
    })
}

async fn owners_at_work(
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<Vec<OwnerAtWork>, DbErr> {
    let ids = owner_ids(db, group).await?;
    let sign_ins = accounts::last_sign_ins(db, ids.iter().copied()).await?;
    let contacts = accounts::by_ids(db, ids.into_iter()).await?;
    let mut owners: Vec<_> = contacts
        .into_values()
        .map(|contact| OwnerAtWork {
            last_sign_in_at: sign_ins.get(&contact.id).copied(),
            contact,
        })
        .collect();
    owners.sort_by_key(|owner| owner.contact.id);
    Ok(owners)
}
