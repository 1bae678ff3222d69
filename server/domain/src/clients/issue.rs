//! Tokens that are yet to be written and answered with.

use chrono::{DateTime, TimeDelta};
use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, Set};

use super::{GrantType, TokenAnswer, resource::resource};
use crate::{
    Scope,
    clock::Timestamp,
    entities::{issued_token, oauth_client, refresh_token},
    ids::{AccountId, TokenFamilyId},
    oauth::{ClientClaims, GrantError, Signer},
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
        let settings = &scope.portal.settings;
        Self {
            claims: ClientClaims {
                iss: settings.public_url.clone(),
                aud: resource(settings).to_owned(),
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

    /// The same token, for what was asked for.
    pub fn for_resource(mut self, resource: String) -> Self {
        self.claims.aud = resource;
        self
    }

    /// The same token, which lasts no longer than this.
    pub fn until(mut self, end: Option<Timestamp>) -> Self {
        let end = end.map(|end| end.timestamp());
        self.claims.exp = end.map_or(self.claims.exp, |end| end.min(self.claims.exp));
        self
    }

    /// The same token as one of a family, with a refresh token beside it, if the client renews.
    pub fn in_family(
        mut self,
        family: TokenFamilyId,
        refresh_expires_at: Option<Timestamp>,
    ) -> Self {
        self.family = Some(family);
        self.refresh_expires_at = refresh_expires_at;
        self
    }

    pub fn expires_at(&self) -> Timestamp {
        DateTime::from_timestamp(self.claims.exp, 0).unwrap_or_default()
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
            scope: None,
        })
    }

    pub fn into_row(self) -> issued_token::ActiveModel {
        let expires_at = self.expires_at();
        let claims = self.claims;
        issued_token::ActiveModel {
            id: Set(claims.jti),
            client_id: Set(claims.client_id),
            account_id: Set(claims.sub),
            family_id: Set(self.family),
            grant_type: Set(self.grant),
            scopes: Set(claims.scope),
            created_at: Set(self.created_at),
            expires_at: Set(expires_at),
            refresh_expires_at: Set(self.refresh_expires_at),
            revoked_at: Set(None),
            last_used_at: Set(None),
            address: Set(self.address),
        }
    }
}

pub(super) async fn write(db: &impl ConnectionTrait, new: NewToken) -> Result<(), DbErr> {
    new.into_row().insert(db).await?;
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

    /// The same token, which lasts no longer than this.
    pub fn until(mut self, end: Option<Timestamp>) -> Self {
        self.expires_at = end.map_or(self.expires_at, |end| end.min(self.expires_at));
        self
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
