//! Changes the data of a group. Another address must be confirmed anew before it gets mail.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    sea_query::Expr,
};
use values::{Cnpj, GroupName, LegalName, Phone};

use super::{
    Group, address,
    create::searched_text,
    members::{begin_change, record},
};
use crate::{
    Error, Scope,
    accounts::{Email, TooOften, throttle},
    audit::Action,
    db::{Transaction, is_duplicate},
    entities::permission_group::{Column, Entity},
    from_common,
    ids::GroupId,
};

/// What owners change of a group at any time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupDetails {
    pub name: GroupName,
    pub email: Email,
    pub phone: Phone,
}

#[derive(Debug, thiserror::Error)]
pub enum EditGroupError {
    /// Whoever made the group has another one with this name and CNPJ.
    #[error("there is such a group already")]
    NameTaken,
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(EditGroupError);

/// Changes name, address and phone of a group, and has another address confirmed.
///
/// # Errors
/// [`EditGroupError::NameTaken`] when there is such a group, [`EditGroupError::TooOften`] when the
/// address was changed too often lately; [`Error::Forbidden`] for whoever is no owner,
/// [`Error::NotFound`] for whoever does not belong to the group.
pub async fn edit(
    scope: &Scope,
    id: GroupId,
    details: &GroupDetails,
) -> Result<(), EditGroupError> {
    let transaction = scope.portal.db.begin().await?;
    let by = begin_change(&transaction, scope, id).await?;
    let before = Entity::find_by_id(id).one(&transaction).await?;
    let before = before.ok_or(Error::NotFound("no such group"))?;
    let changed = details.changed(&before);
    if changed.is_empty() {
        return Ok(());
    }
    throttle::count_act(&transaction, scope, by).await??;
    let moved = before.email != details.email;
    let known = moved && address::is_known(&transaction, scope, by, &details.email).await?;
    let confirmed_at = if moved {
        known.then(|| scope.now())
    } else {
        before.email_confirmed_at
    };
    let text = searched_text(
        &before.legal_name,
        &before.cnpj,
        details.name.as_str(),
        &details.email,
    );
    let updated = Entity::update_many()
        .col_expr(Column::Name, details.name.as_str().to_owned().into())
        .col_expr(Column::Email, Expr::value(details.email.clone()))
        .col_expr(Column::EmailConfirmedAt, Expr::value(confirmed_at))
        .col_expr(Column::Phone, Expr::value(details.phone.clone()))
        .col_expr(Column::SearchText, text.into())
        .filter(Column::Id.eq(id))
        .exec(&transaction)
        .await;
    match updated {
        Ok(_) => {}
        Err(error) if is_duplicate(&error) => {
            transaction.rollback().await?;
            return Err(EditGroupError::NameTaken);
        }
        Err(error) => return Err(error.into()),
    }
    if moved && !known {
        throttle::count_address_letter(&transaction, scope, id).await??;
        address::ask(&transaction, scope, id, by).await?;
    }
    record(
        &transaction,
        scope,
        id,
        Action::GroupEdited,
        changed.join(" "),
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

impl GroupDetails {
    /// The names of what differs.
    fn changed(&self, before: &Group) -> Vec<&'static str> {
        let differs = [
            ("name", self.name.as_str() != before.name),
            ("email", self.email != before.email),
            ("phone", self.phone != before.phone),
        ];
        let differs = differs.into_iter().filter(|(_, differs)| *differs);
        differs.map(|(name, _)| name).collect()
    }
}

/// Whom a group belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    pub legal_name: LegalName,
    pub cnpj: Cnpj,
}

#[derive(Debug, thiserror::Error)]
pub enum CompanyError {
    /// Somebody decides or decided by it.
    #[error("the company is changed only by asking")]
    Fixed,
    /// Whoever made the group has another one with this name and CNPJ.
    #[error("there is such a group already")]
    NameTaken,
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(CompanyError);

/// Changes the company of a group, as long as the condition holds, by one statement.
pub(crate) async fn change_company(
    scope: &Scope,
    id: GroupId,
    company: &Company,
    allowed: Condition,
) -> Result<(), CompanyError> {
    let transaction = scope.portal.db.begin().await?;
    begin_change(&transaction, scope, id).await?;
    let before = Entity::find_by_id(id).one(&transaction).await?;
    let before = before.ok_or(Error::NotFound("no such group"))?;
    match store_company(&transaction, &before, company, allowed).await {
        Ok(true) => {}
        Ok(false) => return Err(CompanyError::Fixed),
        Err(error) if is_duplicate(&error) => {
            transaction.rollback().await?;
            return Err(CompanyError::NameTaken);
        }
        Err(error) => return Err(error.into()),
    }
    let changed = "legal-name cnpj".to_owned();
    record(&transaction, scope, id, Action::GroupEdited, changed).await?;
    transaction.commit().await?;
    Ok(())
}

async fn store_company(
    transaction: &Transaction,
    before: &Group,
    company: &Company,
    allowed: Condition,
) -> Result<bool, DbErr> {
    let legal_name = company.legal_name.as_str();
    let text = searched_text(legal_name, &company.cnpj, &before.name, &before.email);
    let stored = Entity::update_many()
        .col_expr(Column::LegalName, legal_name.to_owned().into())
        .col_expr(Column::Cnpj, Expr::value(company.cnpj.clone()))
        .col_expr(Column::SearchText, text.into())
        .filter(Column::Id.eq(before.id))
        .filter(allowed)
        .exec(transaction)
        .await?;
    Ok(stored.rows_affected == 1)
}

/// Whether a group is there for which the condition holds.
pub(crate) async fn is_there(
    db: &impl ConnectionTrait,
    id: GroupId,
    condition: Condition,
) -> Result<bool, DbErr> {
    let found: Option<GroupId> = Entity::find_by_id(id)
        .select_only()
        .column(Column::Id)
        .filter(condition)
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.is_some())
}
