//! A program registers itself (RFC 7591), with a token that somebody made for it. The client is bound
//! to them: it can ask nobody else, and acts for nobody else.

use sea_orm::{ActiveModelTrait, DbErr, Set};

use super::{
    ClientAct, ClientKind, ClientMistake, ClientSecret, ClientState, PortalScope,
    RegistrationPermit,
    check::{MAX_SCOPES, name},
    own::{MAX_OWN, count_own},
    redirect,
    register::{add_secret, record},
};
use crate::{
    Scope,
    catalogue::{Catalogue, Snapshot},
    clock::Timestamp,
    entities::oauth_client,
    ids::ClientId,
    requests,
};

const ACCESS_SECONDS: i32 = 3_600;
const REFRESH_SECONDS: i32 = 30 * 86_400;

/// What a program says of itself (RFC 7591 §2), as it was sent.
#[derive(Clone, Debug)]
pub struct ProgramMetadata {
    pub name: String,
    pub redirect_addresses: Vec<String>,
    /// Whether it keeps a secret, which it is given.
    pub is_confidential: bool,
    /// Whether it renews its tokens.
    pub renews: bool,
    /// Both of the portal's own where it names none.
    pub scopes: Vec<String>,
}

/// A client that registered itself, with all that it is told of that.
#[derive(Clone, Debug)]
pub struct RegisteredProgram {
    pub id: ClientId,
    pub issued_at: Timestamp,
    pub name: String,
    /// Separated by blanks.
    pub redirect_addresses: String,
    /// Separated by blanks.
    pub scopes: String,
    /// Told now and never again.
    pub secret: Option<ClientSecret>,
}

#[derive(Debug, thiserror::Error)]
pub enum ProgramRefusal {
    #[error("what the program says of itself is no client")]
    Mistakes(Vec<ClientMistake>),
    /// Another program used the token meanwhile, or another one took its place.
    #[error("the token is good no more")]
    Spent,
    /// Whoever made the token has as many programs as anybody may have.
    #[error("there are too many programs already")]
    TooMany,
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Registers a program for whoever made its token, and tells them. Only what succeeds uses the token
/// up.
///
/// # Errors
/// As [`ProgramRefusal`] tells.
pub async fn register_program(
    scope: &Scope,
    catalogue: &Catalogue,
    permit: &RegistrationPermit,
    metadata: &ProgramMetadata,
) -> Result<RegisteredProgram, ProgramRefusal> {
    let (portal, person) = (&scope.portal, permit.account);
    let apis = requests::visible_to_account(portal.db.reader(), catalogue, person).await?;
    let row = row(scope, permit, metadata, &apis).map_err(ProgramRefusal::Mistakes)?;
    let secret = metadata
        .is_confidential
        .then(|| ClientSecret::propose(portal.random.as_ref()));
    let transaction = portal.db.begin().await?;
    if !permit.spend(&transaction).await? {
        return Err(ProgramRefusal::Spent);
    }
    // After the token, of which everybody has one at most, so that nobody counts at the same time.
    if count_own(&transaction, person).await? >= MAX_OWN {
        return Err(ProgramRefusal::TooMany);
    }
    let client = row.insert(&transaction).await?;
    if let Some(secret) = &secret {
        add_secret(&transaction, scope, client.id, secret).await?;
    }
    let details = Some(person.to_string());
    record(&transaction, scope, &client, ClientAct::Registered, details).await?;
    transaction.commit().await?;
    Ok(RegisteredProgram {
        id: client.id,
        issued_at: client.created_at,
        name: client.name,
        redirect_addresses: client.redirect_addresses,
        scopes: client.scopes,
        secret,
    })
}

fn row(
    scope: &Scope,
    permit: &RegistrationPermit,
    metadata: &ProgramMetadata,
    apis: &Snapshot,
) -> Result<oauth_client::ActiveModel, Vec<ClientMistake>> {
    let mut found = Vec::new();
    let name = name(&metadata.name, &mut found);
    let addresses = metadata.redirect_addresses.iter().map(|it| &**it);
    let redirect_addresses = redirect::listed(addresses, &mut found);
    let scopes = scopes(apis, &metadata.scopes, &mut found);
    if !found.is_empty() {
        return Err(found);
    }
    Ok(oauth_client::ActiveModel {
        id: Set(scope.portal.new_id()),
        kind: Set(ClientKind::Authorization),
        name: Set(name),
        is_confidential: Set(metadata.is_confidential),
        account_id: Set(None),
        access_seconds: Set(ACCESS_SECONDS),
        refresh_seconds: Set(REFRESH_SECONDS),
        scopes: Set(scopes),
        networks: Set(String::new()),
        state: Set(ClientState::Active),
        created_at: Set(scope.now()),
        created_by: Set(Some(permit.account)),
        deleted_at: Set(None),
        last_used_at: Set(None),
        roles: Set(String::new()),
        redirect_addresses: Set(redirect_addresses),
        bound_account_id: Set(Some(permit.account)),
        renews: Set(metadata.renews),
    })
}

/// The scopes, each of which the person may give: those of the portal, and APIs that they may see.
fn scopes(apis: &Snapshot, asked: &[String], found: &mut Vec<ClientMistake>) -> String {
    let mut scopes: Vec<&str> = Vec::new();
    for scope in asked.iter().map(|it| &**it) {
        let is_portals = scope.parse::<PortalScope>().is_ok();
        if !is_portals && !apis.behind_gateway().any(|api| api.slug == scope) {
            found.push(ClientMistake::Scope(scope.to_owned()));
        } else if !scopes.contains(&scope) {
            scopes.push(scope);
        }
    }
    if asked.is_empty() {
        scopes.push(PortalScope::Read.as_str());
    }
    let scopes = scopes.join(" ");
    if scopes.len() > MAX_SCOPES {
        found.push(ClientMistake::ManyScopes);
    }
    scopes
}
