//! Creates groups. The creator becomes the owner.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, Set, sea_query::OnConflict,
};
use values::{Cnpj, GroupName, LegalName, Phone};

use super::{Group, GroupRight, MemberRole, address, role_in};
use crate::{
    Error, Scope,
    accounts::{Email, TooOften, throttle},
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::{membership, permission_group},
    folding::fold,
    from_common,
    ids::{AccountId, GroupId},
};

#[derive(Clone, Debug)]
pub struct NewGroup {
    pub legal_name: LegalName,
    pub cnpj: Cnpj,
    pub name: GroupName,
    pub email: Email,
    pub phone: Phone,
}

#[derive(Debug, thiserror::Error)]
pub enum CreateGroupError {
    /// The person has another group with this name and CNPJ.
    #[error("the person has such a group already")]
    NameTaken,
    #[error(transparent)]
    TooOften(#[from] TooOften),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(CreateGroupError);

/// The outcome of creating a group.
pub(crate) enum GroupCreation {
    /// The group, created now or by the same form before.
    Group(GroupId),
    /// The owner's group with this name and CNPJ, whose other data differ.
    NameTaken(GroupId),
    /// The owner created too many recently; the transaction must not commit.
    TooOften(TooOften),
}

/// Creates a group. Sending the same form twice returns the same group.
///
/// # Errors
/// [`CreateGroupError::NameTaken`] when the person has another group with this name and CNPJ,
/// [`CreateGroupError::TooOften`] when they did too much lately, [`Error::Forbidden`]
/// unless a person is signed in.
pub async fn create(scope: &Scope, group: NewGroup) -> Result<GroupId, CreateGroupError> {
    let person = scope.require_signed_in()?;
    let transaction = scope.portal.db.begin().await?;
    match create_in(&transaction, scope, person.id, group).await? {
        GroupCreation::Group(id) => {
            transaction.commit().await?;
            Ok(id)
        }
        GroupCreation::NameTaken(_) => Err(CreateGroupError::NameTaken),
        GroupCreation::TooOften(wait) => Err(wait.into()),
    }
}

/// Creates a group in the transaction of what it is created for.
pub(crate) async fn create_in(
    transaction: &Transaction,
    scope: &Scope,
    owner: AccountId,
    group: NewGroup,
) -> Result<GroupCreation, DbErr> {
    let id = scope.portal.new_id();
    let is_known = address::is_known(transaction, scope, owner, &group.email).await?;
    let confirmed_at = is_known.then(|| scope.now());
    if insert(transaction, scope, (id, owner), &group, confirmed_at).await? {
        if !is_known {
            if let Err(wait) = throttle::count_act(transaction, scope, owner).await? {
                return Ok(GroupCreation::TooOften(wait));
            }
            address::send_first_letter(transaction, scope, id, owner).await?;
        }
        join(transaction, scope, id, owner).await?;
        audit::record(transaction, scope, Action::GroupCreated, Subject::Group(id)).await?;
        return Ok(GroupCreation::Group(id));
    }
    let existing = existing(transaction, owner, &group).await?;
    // Whoever left a group that they created is not led to it.
    let role = role_in(transaction, existing.id, owner).await?;
    let is_theirs = role.is_some_and(|role| role.may(GroupRight::Request));
    Ok(if is_theirs && group.describes(&existing) {
        GroupCreation::Group(existing.id)
    } else {
        GroupCreation::NameTaken(existing.id)
    })
}

impl NewGroup {
    /// Whether the group has all the data that were typed.
    fn describes(&self, group: &Group) -> bool {
        self.legal_name.as_str() == group.legal_name
            && self.cnpj == group.cnpj
            && self.name.as_str() == group.name
            && self.email == group.email
            && self.phone == group.phone
    }
}

/// The group that the unique index found.
async fn existing(
    transaction: &Transaction,
    owner: AccountId,
    group: &NewGroup,
) -> Result<Group, DbErr> {
    permission_group::Entity::find()
        .filter(permission_group::Column::CreatedBy.eq(owner))
        .filter(permission_group::Column::Cnpj.eq(group.cnpj.clone()))
        .filter(permission_group::Column::Name.eq(group.name.as_str()))
        .one(transaction)
        .await?
        .ok_or_else(|| DbErr::RecordNotFound("the group that is there already".to_owned()))
}

/// Inserts the group; tells whether it is new, which the unique index on creator, CNPJ and name
/// decides.
async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    (id, creator): (GroupId, AccountId),
    group: &NewGroup,
    email_confirmed_at: Option<Timestamp>,
) -> Result<bool, DbErr> {
    let row = permission_group::ActiveModel {
        id: Set(id),
        legal_name: Set(group.legal_name.as_str().to_owned()),
        cnpj: Set(group.cnpj.clone()),
        name: Set(group.name.as_str().to_owned()),
        search_text: Set(search_text(group)),
        email: Set(group.email.clone()),
        email_confirmed_at: Set(email_confirmed_at),
        phone: Set(group.phone.clone()),
        created_by: Set(creator),
        created_at: Set(scope.now()),
    };
    let same = [
        permission_group::Column::CreatedBy,
        permission_group::Column::Cnpj,
        permission_group::Column::Name,
    ];
    let inserted = permission_group::Entity::insert(row)
        .on_conflict(OnConflict::columns(same).do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    Ok(inserted == 1)
}

/// The text that searches for a group look through, with the CNPJ in both forms.
pub(crate) fn search_text(group: &NewGroup) -> String {
    let NewGroup {
        legal_name,
        cnpj,
        name,
        email,
        ..
    } = group;
    searched_text(legal_name.as_str(), cnpj, name.as_str(), email)
}

/// The same of what is stored already.
pub(super) fn searched_text(legal_name: &str, cnpj: &Cnpj, name: &str, email: &Email) -> String {
    fold(&format!(
        "{legal_name} {name} {} {} {}",
        cnpj.masked(),
        cnpj.as_str(),
        email.search_forms()
    ))
}

async fn join(
    transaction: &Transaction,
    scope: &Scope,
    group: GroupId,
    owner: AccountId,
) -> Result<(), DbErr> {
    membership::ActiveModel {
        group_id: Set(group),
        account_id: Set(owner),
        role: Set(MemberRole::Owner),
        joined_at: Set(scope.now()),
    }
    .insert(transaction)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        groups::mine,
        requests::tests::{new_group, times},
        testing,
    };

    #[tokio::test]
    async fn the_same_form_sent_twice_makes_one_group() {
        let test = testing::portal().await;
        let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
        let form = || new_group("Banco Exemplo – Antifraude");
        let (one, two) = tokio::join!(create(&ana, form()), create(&ana, form()));
        let id = one.unwrap();
        assert_eq!(two.unwrap(), id);
        assert_eq!(create(&ana, form()).await.unwrap(), id);
        assert_eq!(mine(&ana).await.unwrap().len(), 1);
        assert_eq!(times(&test, Action::GroupCreated).await, 1);
    }

    #[tokio::test]
    async fn another_group_of_the_same_name_is_refused_and_the_first_stays() {
        let test = testing::portal().await;
        let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
        let first = || new_group("Antifraude");
        create(&ana, first()).await.unwrap();
        let others = [
            NewGroup {
                legal_name: "Banco Exemplo Ltda.".parse().unwrap(),
                ..first()
            },
            NewGroup {
                email: "fraude@bancoexemplo.com.br".parse().unwrap(),
                ..first()
            },
            NewGroup {
                phone: "(11) 3333-4444".parse().unwrap(),
                ..first()
            },
        ];
        for other in others {
            let refused = create(&ana, other).await;
            assert!(matches!(refused, Err(CreateGroupError::NameTaken)));
        }
        let groups = mine(&ana).await.unwrap();
        assert_eq!(groups.len(), 1);
        assert!(first().describes(&groups[0].group));
    }

    #[tokio::test]
    async fn people_of_one_company_may_have_groups_of_the_same_name() {
        let test = testing::portal().await;
        let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
        let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
        let anas = create(&ana, new_group("Antifraude")).await.unwrap();
        let bias = create(&bia, new_group("Antifraude")).await.unwrap();
        assert_ne!(anas, bias);
        assert_eq!(mine(&bia).await.unwrap()[0].group.id, bias);
    }

    #[tokio::test]
    async fn visitors_create_no_group() {
        let test = testing::portal().await;
        let created = create(&test.scope(), new_group("Antifraude")).await;
        assert!(matches!(
            created,
            Err(CreateGroupError::Common(Error::Forbidden(_)))
        ));
    }
}
