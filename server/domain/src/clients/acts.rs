//! What administrators do to a client. Each act is one change of a locked row.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
    Set, sea_query::Expr,
};

use super::{
    ClientAct, ClientError, ClientMistake, ClientSecret, ClientState, Grace,
    check::{has_second_administrator, require_confirmed},
    register::{add_secret, joined, record},
    revoke::end_tokens_of,
};
use crate::{
    Error, Role, Scope, accounts,
    clock::Timestamp,
    db::Transaction,
    entities::{client_secret, oauth_client},
    ids::ClientId,
};

/// Approves a client that another administrator registered for somebody with a role.
///
/// # Errors
/// [`ClientError::SecondAdministrator`] for whoever registered it, while there is another one,
/// [`ClientError::Changed`] when it waits for nobody, [`ClientError::Unconfirmed`] until the asker
/// gives the password again, [`Error::NotFound`] when there is no such client,
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn approve(scope: &Scope, id: ClientId) -> Result<(), ClientError> {
    require_confirmed(scope)?;
    let may_be_alone = !has_second_administrator(scope).await?;
    let transaction = scope.portal.db.begin().await?;
    let client = lock(&transaction, id).await?;
    let is_author = scope.account_id().is_some() && client.created_by == scope.account_id();
    if is_author && !may_be_alone {
        return Err(ClientError::SecondAdministrator);
    }
    take_roles(&transaction, &client).await?;
    let states = (ClientState::Pending, ClientState::Active);
    change_state(transaction, scope, client, states, ClientAct::Approved).await
}

/// Lets it act in the roles that its account has now, which the approval is for.
async fn take_roles(transaction: &Transaction, client: &oauth_client::Model) -> Result<(), DbErr> {
    let Some(account) = client.account_id else {
        return Ok(());
    };
    let person = accounts::person(transaction, account).await?;
    let roles = person.map(|person| person.roles).unwrap_or_default();
    oauth_client::Entity::update_many()
        .col_expr(oauth_client::Column::Roles, Expr::value(joined(&roles)))
        .filter(oauth_client::Column::Id.eq(client.id))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Disables a client: it gets no more tokens, and those that it has are refused.
///
/// # Errors
/// As [`approve`], but for the second administrator and the password: who stops a program does not
/// wait.
pub async fn disable(scope: &Scope, id: ClientId) -> Result<(), ClientError> {
    scope.require(Role::Administrator)?;
    let transaction = scope.portal.db.begin().await?;
    // First, as whoever uses a refresh token locks its family, and then needs the client.
    end_tokens_of(&transaction, scope, id).await?;
    let client = lock(&transaction, id).await?;
    let states = (ClientState::Active, ClientState::Disabled);
    change_state(transaction, scope, client, states, ClientAct::Disabled).await
}

/// Lets a disabled client get tokens again. Those of before stay revoked.
///
/// # Errors
/// As [`approve`], but for the second administrator.
pub async fn enable(scope: &Scope, id: ClientId) -> Result<(), ClientError> {
    require_confirmed(scope)?;
    let transaction = scope.portal.db.begin().await?;
    // Some may have been asked for just before it was disabled, and written just after.
    end_tokens_of(&transaction, scope, id).await?;
    let client = lock(&transaction, id).await?;
    let states = (ClientState::Disabled, ClientState::Active);
    change_state(transaction, scope, client, states, ClientAct::Enabled).await
}

/// Deletes a client for good, with its secrets.
///
/// # Errors
/// As [`approve`], but for the second administrator.
pub async fn delete(scope: &Scope, id: ClientId) -> Result<(), ClientError> {
    require_confirmed(scope)?;
    let transaction = scope.portal.db.begin().await?;
    // First, as whoever uses a refresh token locks its family, and then needs the client.
    end_tokens_of(&transaction, scope, id).await?;
    let client = lock(&transaction, id).await?;
    remove(&transaction, scope, client).await?;
    transaction.commit().await?;
    Ok(())
}

/// Deletes a locked client whose tokens have ended.
pub(super) async fn remove(
    transaction: &Transaction,
    scope: &Scope,
    client: oauth_client::Model,
) -> Result<(), DbErr> {
    client_secret::Entity::delete_many()
        .filter(client_secret::Column::ClientId.eq(client.id))
        .exec(transaction)
        .await?;
    let mut row = client.into_active_model();
    row.deleted_at = Set(Some(scope.now()));
    row.state = Set(ClientState::Disabled);
    let client = row.update(transaction).await?;
    record(transaction, scope, &client, ClientAct::Deleted, None).await
}

/// Sets another secret. The one of before ends at once, or after a grace in which programs change
/// over; what was in its grace already ends now.
///
/// # Errors
/// [`ClientError::Mistakes`] for a weak one, and as [`enable`].
pub async fn change_secret(
    scope: &Scope,
    id: ClientId,
    typed: &str,
    grace: Option<Grace>,
) -> Result<(), ClientError> {
    require_confirmed(scope)?;
    let secret = ClientSecret::parse(typed);
    let secret = secret.map_err(|it| ClientError::Mistakes(vec![ClientMistake::Secret(it)]))?;
    let transaction = scope.portal.db.begin().await?;
    let client = lock(&transaction, id).await?;
    if is_current(&transaction, id, &secret).await? {
        // The form was sent twice, or what is in its grace is to end now.
        if grace.is_none() {
            end_graces(&transaction, id).await?;
            transaction.commit().await?;
        }
        return Ok(());
    }
    let end = grace.map(|grace| scope.now() + grace.duration());
    end_secrets(&transaction, id, end).await?;
    add_secret(&transaction, scope, id, &secret).await?;
    let details = end.map(|end| end.to_rfc3339());
    record(
        &transaction,
        scope,
        &client,
        ClientAct::SecretChanged,
        details,
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

async fn is_current(
    transaction: &Transaction,
    id: ClientId,
    secret: &ClientSecret,
) -> Result<bool, DbErr> {
    let current = client_secret::Entity::find()
        .filter(client_secret::Column::ClientId.eq(id))
        .filter(client_secret::Column::EndsAt.is_null())
        .filter(client_secret::Column::Hash.eq(secret.hash()))
        .one(transaction)
        .await?;
    Ok(current.is_some())
}

/// Ends what is good for some time yet, beside the current secret.
async fn end_graces(transaction: &Transaction, id: ClientId) -> Result<(), DbErr> {
    client_secret::Entity::delete_many()
        .filter(client_secret::Column::ClientId.eq(id))
        .filter(client_secret::Column::EndsAt.is_not_null())
        .exec(transaction)
        .await?;
    Ok(())
}

/// Lets the current secret be good until `end`, and no other one at all.
async fn end_secrets(
    transaction: &Transaction,
    id: ClientId,
    end: Option<Timestamp>,
) -> Result<(), DbErr> {
    if end.is_some() {
        end_graces(transaction, id).await?;
    } else {
        client_secret::Entity::delete_many()
            .filter(client_secret::Column::ClientId.eq(id))
            .exec(transaction)
            .await?;
    }
    client_secret::Entity::update_many()
        .col_expr(client_secret::Column::EndsAt, Expr::value(end))
        .filter(client_secret::Column::ClientId.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}

async fn lock(transaction: &Transaction, id: ClientId) -> Result<oauth_client::Model, ClientError> {
    let client = oauth_client::Entity::find_by_id(id)
        .filter(oauth_client::Column::DeletedAt.is_null())
        .lock_exclusive()
        .one(transaction)
        .await?;
    Ok(client.ok_or(Error::NotFound("no such client"))?)
}

async fn change_state(
    transaction: Transaction,
    scope: &Scope,
    client: oauth_client::Model,
    (from, to): (ClientState, ClientState),
    act: ClientAct,
) -> Result<(), ClientError> {
    if client.state != from {
        return Err(ClientError::Changed);
    }
    let mut row = client.into_active_model();
    row.state = Set(to);
    let client = row.update(&transaction).await?;
    record(&transaction, scope, &client, act, None).await?;
    transaction.commit().await?;
    Ok(())
}
