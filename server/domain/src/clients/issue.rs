//! Writes tokens down before they are answered with. A plain row each: batches of several tokens
//! are worth it only where clients ask for more than some thousand in a second.

use chrono::{DateTime, TimeDelta};
use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, Set};

use super::{GrantType, TokenAnswer, TokenDoor, TokenRefusal};
use crate::{
    Scope,
    accounts::ProvenPassword,
    clock::Timestamp,
    entities::{issued_token, oauth_client, refresh_token, token_family},
    ids::{AccountId, ClientId, TokenFamilyId},
    oauth::{self, ClientClaims, GrantError, Signer},
    token::Token,
};

/// An access token that is yet to be written.
pub(super) struct NewToken {
    pub claims: ClientClaims,
    grant: GrantType,
    pub family: Option<TokenFamilyId>,
    refresh_expires_at: Option<Timestamp>,
    created_at: Timestamp,
    address: Option<String>,
}

impl NewToken {
    pub fn of(
        scope: &Scope,
        client: &oauth_client::Model,
        account: AccountId,
        grant: GrantType,
        scopes: &str,
    ) -> Self {
        let now = scope.now();
        let expires_at = now + TimeDelta::seconds(client.access_seconds.into());
        let url = &scope.portal.settings.public_url;
        Self {
            claims: ClientClaims {
                iss: url.clone(),
                aud: url.clone(),
                sub: account,
                client_id: client.id,
                jti: scope.portal.new_id(),
                iat: now.timestamp(),
                nbf: now.timestamp(),
                exp: expires_at.timestamp(),
                scope: scopes.to_owned(),
                scopes: scopes.split(' ').map(str::to_owned).collect(),
            },
            grant,
            family: None,
            refresh_expires_at: None,
            created_at: now,
            address: scope.origin.address.map(|address| address.to_string()),
        }
    }

    /// The same token as one of a family, with a refresh token beside it.
    pub fn in_family(mut self, family: TokenFamilyId, refresh_expires_at: Timestamp) -> Self {
        self.family = Some(family);
        self.refresh_expires_at = Some(refresh_expires_at);
        self
    }

    /// The answer with the token.
    pub fn sign(
        &self,
        signer: &Signer,
        refresh: Option<&Token>,
    ) -> Result<TokenAnswer, GrantError> {
        let token = signer.sign(&self.claims)?;
        Ok(TokenAnswer {
            token_type: "Bearer".to_owned(),
            expires_in: self.claims.exp - self.claims.iat,
            access_token: token,
            refresh_token: refresh.map(Token::expose),
        })
    }
}

pub(super) async fn write(db: &impl ConnectionTrait, new: NewToken) -> Result<(), DbErr> {
    let claims = new.claims;
    issued_token::ActiveModel {
        id: Set(claims.jti),
        client_id: Set(claims.client_id),
        account_id: Set(claims.sub),
        family_id: Set(new.family),
        grant_type: Set(new.grant),
        scopes: Set(claims.scope),
        created_at: Set(new.created_at),
        expires_at: Set(DateTime::from_timestamp(claims.exp, 0).unwrap_or_default()),
        refresh_expires_at: Set(new.refresh_expires_at),
        revoked_at: Set(None),
        last_used_at: Set(None),
        address: Set(new.address),
    }
    .insert(db)
    .await?;
    Ok(())
}

/// A refresh token that is yet to be written.
pub(super) struct NewRefresh {
    pub token: Token,
    pub family: TokenFamilyId,
    pub scopes: String,
    pub expires_at: Timestamp,
}

impl NewRefresh {
    pub fn of(
        scope: &Scope,
        client: &oauth_client::Model,
        family: TokenFamilyId,
        scopes: &str,
    ) -> Self {
        Self {
            token: Token::generate(scope.portal.random.as_ref()),
            family,
            scopes: scopes.to_owned(),
            expires_at: scope.now() + TimeDelta::seconds(client.refresh_seconds.into()),
        }
    }

    pub async fn write(self, db: &impl ConnectionTrait, scope: &Scope) -> Result<(), DbErr> {
        refresh_token::ActiveModel {
            id: Set(scope.portal.new_id()),
            family_id: Set(self.family),
            hash: Set(self.token.hash()),
            scopes: Set(self.scopes),
            created_at: Set(scope.now()),
            expires_at: Set(self.expires_at),
            used_at: Set(None),
            answer: Set(None),
            key_version: Set(None),
        }
        .insert(db)
        .await?;
        Ok(())
    }
}

/// Begins a family with its first tokens, unless the password was changed since it was checked.
pub(super) async fn begin_family(
    scope: &Scope,
    door: TokenDoor<'_>,
    client: &oauth_client::Model,
    proven: &ProvenPassword,
    scopes: &str,
) -> Result<TokenAnswer, TokenRefusal> {
    let account = proven.account();
    let family: TokenFamilyId = scope.portal.new_id();
    let next = NewRefresh::of(scope, client, family, scopes);
    let new = NewToken::of(scope, client, account, GrantType::Password, scopes)
        .in_family(family, next.expires_at);
    let signer = oauth::signer(&scope.portal, door.authority).await?;
    let answer = new.sign(&signer, Some(&next.token))?;
    let transaction = scope.portal.db.begin().await?;
    if !proven.record(scope, &transaction).await? {
        return Err(TokenRefusal::WrongPassword);
    }
    let row = family_row(scope, client.id, family, proven, next.expires_at);
    row.insert(&transaction).await?;
    next.write(&transaction, scope).await?;
    write(&transaction, new).await?;
    transaction.commit().await?;
    Ok(answer)
}

fn family_row(
    scope: &Scope,
    client: ClientId,
    id: TokenFamilyId,
    proven: &ProvenPassword,
    expires_at: Timestamp,
) -> token_family::ActiveModel {
    token_family::ActiveModel {
        id: Set(id),
        client_id: Set(client),
        account_id: Set(proven.account()),
        password_mark: Set(proven.mark()),
        created_at: Set(scope.now()),
        expires_at: Set(expires_at),
        ended_at: Set(None),
    }
}
