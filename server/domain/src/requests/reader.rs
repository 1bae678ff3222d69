//! What the asker is to an API that is not for everybody.

use std::{collections::HashSet, sync::Arc};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use super::RequestState;
use crate::{
    Person, Scope, accounts, applications,
    catalogue::{Catalogue, Reader, ReaderCompany, Snapshot},
    entities::{request, request_decision},
    groups::{self, GroupRight},
    ids::{AccountId, GroupId},
};

/// What the asker may see of the catalogue.
///
/// # Errors
/// When the database cannot be read.
pub async fn visible(scope: &Scope, catalogue: &Catalogue) -> Result<Arc<Snapshot>, DbErr> {
    catalogue.seen_by(async || reader(scope).await).await
}

/// The asker, as audiences tell readers apart.
///
/// # Errors
/// When the database cannot be read.
pub async fn reader(scope: &Scope) -> Result<Reader, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(Reader::default());
    };
    Ok(Reader {
        is_staff: !person.roles.is_empty(),
        ..somebody(scope.portal.db.reader(), person.id, mail_domain(person)).await?
    })
}

/// What an account may see of the catalogue.
pub(crate) async fn visible_to_account(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    account: AccountId,
) -> Result<Arc<Snapshot>, DbErr> {
    let reader = async || {
        let mut found = accounts::by_ids(db, [account].into_iter()).await?;
        match found.remove(&account) {
            Some(contact) => Ok(Reader {
                is_staff: accounts::is_staff(db, account).await?,
                ..somebody(db, account, domain_of(contact.email.as_str())).await?
            }),
            None => Ok(Reader::default()),
        }
    };
    catalogue.seen_by(reader).await
}

/// Somebody with an account and their groups.
async fn somebody(
    db: &impl ConnectionTrait,
    account: AccountId,
    mail_domain: String,
) -> Result<Reader, DbErr> {
    let companies = groups::companies_of(db, account).await?;
    let ids: Vec<_> = companies.iter().map(|(id, _)| *id).collect();
    let known = known_groups(db, &ids).await?;
    let companies = companies.into_iter().map(|(id, cnpj)| ReaderCompany {
        root: cnpj.root().to_owned(),
        is_known: known.contains(&id),
    });
    Ok(Reader {
        is_signed_in: true,
        is_staff: false,
        mail_domain,
        companies: companies.collect(),
        uses: applications::apis_used_by(db, account, GroupRight::See).await?,
    })
}

/// The part of a person's address after its `@`, in lower case.
pub(crate) fn mail_domain(person: &Person) -> String {
    domain_of(&person.email)
}

fn domain_of(address: &str) -> String {
    let domain = address.rsplit('@').next();
    domain.unwrap_or_default().to_lowercase()
}

/// Those of these groups for which a contract manager approved something that was not revoked.
pub(crate) async fn known_groups(
    db: &impl ConnectionTrait,
    groups: &[GroupId],
) -> Result<HashSet<GroupId>, DbErr> {
    if groups.is_empty() {
        return Ok(HashSet::new());
    }
    let in_use = applications::not_revoked_of(db, groups).await?;
    let by_a_manager = request_decision::Entity::find()
        .select_only()
        .expr(Expr::val(1))
        .filter(
            Expr::col((
                request_decision::Entity,
                request_decision::Column::RequestId,
            ))
            .equals((request::Entity, request::Column::Id)),
        )
        .filter(request_decision::Column::DecidedBy.is_not_null())
        .into_query();
    let known: Vec<GroupId> = request::Entity::find()
        .select_only()
        .column(request::Column::GroupId)
        .distinct()
        .filter(request::Column::GroupId.is_in(groups.iter().copied()))
        .filter(request::Column::ApplicationId.is_in(in_use))
        .filter(request::Column::State.eq(RequestState::Approved))
        .filter(Expr::exists(by_a_manager))
        .into_tuple()
        .all(db)
        .await?;
    Ok(known.into_iter().collect())
}
