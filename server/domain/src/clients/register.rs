//! Registers a client.

use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, Set};

use super::{
    ClientAct, ClientError, ClientKind, ClientSecret, ClientState,
    check::{Checked, check, has_second_administrator, require_confirmed},
};
use crate::{
    Role, Scope,
    audit::{self, Action, Subject},
    catalogue::Catalogue,
    clock::Timestamp,
    db::{Transaction, is_duplicate},
    entities::{client_secret, oauth_client},
    ids::ClientId,
    jobs::{self, Job, Mail},
};

/// A client as it was typed.
#[derive(Clone, Debug)]
pub struct NewClient {
    /// From the form, so that it makes one client however often it is sent.
    pub id: ClientId,
    pub kind: ClientKind,
    pub name: String,
    /// Whether the program can keep a secret from the world.
    pub is_confidential: bool,
    /// The address of whom a client of the kind credentials acts for.
    pub account: String,
    pub access_seconds: Option<i32>,
    pub refresh_days: Option<i32>,
    /// The names of the APIs that it may call.
    pub scopes: Vec<String>,
    /// From where it may ask for tokens: networks and addresses; empty for everywhere.
    pub networks: String,
    /// Where a client of the kind authorization may be answered: addresses, one in a line.
    pub redirect_addresses: String,
    pub secret: String,
}

/// Registers a client, and tells whom it acts for. Where that is somebody with a role, another
/// administrator must approve it first, if there is one.
///
/// # Errors
/// [`ClientError::Over`] when the form was sent before, [`ClientError::Mistakes`] when something is
/// missing or wrong, [`ClientError::Unconfirmed`] until the asker gives the password again,
/// [`crate::Error::Forbidden`] for whoever is no administrator.
pub async fn register(
    scope: &Scope,
    catalogue: &Catalogue,
    new: &NewClient,
) -> Result<ClientId, ClientError> {
    require_confirmed(scope)?;
    let db = scope.portal.db.reader();
    if oauth_client::Entity::find_by_id(new.id)
        .one(db)
        .await?
        .is_some()
    {
        return Err(ClientError::Over);
    }
    let checked = check(scope, catalogue, new).await?;
    let checked = checked.map_err(ClientError::Mistakes)?;
    let state = first_state(scope, &checked).await?;
    let transaction = scope.portal.db.begin().await?;
    let row = row(scope, new, &checked, state);
    let client = match row.insert(&transaction).await {
        // The same form was sent twice at once.
        Err(error) if is_duplicate(&error) => return Err(ClientError::Over),
        inserted => inserted?,
    };
    if let Some(secret) = &checked.secret {
        add_secret(&transaction, scope, client.id, secret).await?;
    }
    record(&transaction, scope, &client, ClientAct::Registered, None).await?;
    transaction.commit().await?;
    Ok(client.id)
}

async fn first_state(scope: &Scope, checked: &Checked) -> Result<ClientState, DbErr> {
    let is_staff = checked
        .account
        .as_ref()
        .is_some_and(|account| !account.roles.is_empty());
    if is_staff && has_second_administrator(scope).await? {
        Ok(ClientState::Pending)
    } else {
        Ok(ClientState::Active)
    }
}

fn row(
    scope: &Scope,
    new: &NewClient,
    checked: &Checked,
    state: ClientState,
) -> oauth_client::ActiveModel {
    oauth_client::ActiveModel {
        id: Set(new.id),
        kind: Set(new.kind),
        name: Set(checked.name.clone()),
        is_confidential: Set(new.is_confidential),
        account_id: Set(checked.account.as_ref().map(|account| account.id)),
        access_seconds: Set(checked.access_seconds),
        refresh_seconds: Set(checked.refresh_seconds),
        scopes: Set(checked.scopes.clone()),
        networks: Set(checked.networks.clone()),
        state: Set(state),
        created_at: Set(scope.now()),
        created_by: Set(scope.account_id()),
        deleted_at: Set(None),
        last_used_at: Set(None),
        roles: Set(checked
            .account
            .as_ref()
            .map(|account| joined(&account.roles))
            .unwrap_or_default()),
        redirect_addresses: Set(checked.redirect_addresses.clone()),
        bound_account_id: Set(None),
        renews: Set(true),
    }
}

/// Roles as a row has them.
pub(super) fn joined(roles: &[Role]) -> String {
    let roles = roles.iter().map(|role| role.as_str());
    roles.collect::<Vec<_>>().join(" ")
}

pub(super) async fn add_secret(
    db: &impl ConnectionTrait,
    scope: &Scope,
    client: ClientId,
    secret: &ClientSecret,
) -> Result<(), DbErr> {
    let never: Option<Timestamp> = None;
    client_secret::ActiveModel {
        id: Set(scope.portal.new_id()),
        client_id: Set(client),
        hash: Set(secret.hash()),
        created_at: Set(scope.now()),
        ends_at: Set(never),
    }
    .insert(db)
    .await?;
    Ok(())
}

/// Records an act, and tells whom the client acts for, or whom it is bound to.
pub(super) async fn record(
    transaction: &Transaction,
    scope: &Scope,
    client: &oauth_client::Model,
    act: ClientAct,
    details: Option<String>,
) -> Result<(), DbErr> {
    let action = match act {
        ClientAct::Registered => Action::ClientRegistered,
        ClientAct::Approved => Action::ClientApproved,
        ClientAct::SecretChanged => Action::ClientSecretChanged,
        ClientAct::Disabled => Action::ClientDisabled,
        ClientAct::Enabled => Action::ClientEnabled,
        ClientAct::Deleted => Action::ClientDeleted,
    };
    let subject = Subject::Client(client.id);
    audit::record_with(transaction, scope, action, subject, details).await?;
    let bound_to = client.bound_account_id;
    // Who does it to a program of their own knows of it.
    let is_told = bound_to.is_some() && bound_to != scope.account_id();
    if client.account_id.is_some() || is_told {
        let client = client.id;
        let mail = Mail::ClientChanged { client, act };
        jobs::enqueue(transaction, scope, &Job::Mail(mail)).await?;
    }
    Ok(())
}
