//! The beginning of a family: the tokens that somebody's password or consent gives to a program, and
//! all that come from these.

use sea_orm::{ActiveModelTrait, DbErr, Set};

use super::{
    GrantType, TokenAnswer,
    issue::{NewRefresh, NewToken, write},
};
use crate::{
    Scope,
    clock::Timestamp,
    db::Transaction,
    entities::{oauth_client, token_family},
    ids::{AccountId, TokenFamilyId},
    oauth::{GrantError, Signer},
};

/// A family that is yet to be begun.
pub(super) struct NewFamily<'a> {
    pub client: &'a oauth_client::Model,
    /// Whom the client acts for.
    pub account: AccountId,
    /// Of their password.
    pub mark: Vec<u8>,
    pub grant: GrantType,
    pub scopes: &'a str,
    /// What was granted.
    pub resource: String,
    /// What its first token is for: all of that, or less.
    pub audience: String,
    /// When it ends, however often it is renewed until then.
    pub ends_at: Option<Timestamp>,
}

/// Its first tokens, which are yet to be written.
pub(super) struct FirstTokens {
    pub family: TokenFamilyId,
    pub answer: TokenAnswer,
    row: token_family::ActiveModel,
    /// None for a client that does not renew.
    refresh: Option<NewRefresh>,
    token: NewToken,
}

impl NewFamily<'_> {
    pub fn sign(self, scope: &Scope, signer: &Signer) -> Result<FirstTokens, GrantError> {
        let family: TokenFamilyId = scope.portal.new_id();
        let refresh = self
            .client
            .renews
            .then(|| NewRefresh::of(scope, self.client, family, self.scopes).until(self.ends_at));
        let refresh_expires_at = refresh.as_ref().map(|refresh| refresh.expires_at);
        let token = NewToken::of(scope, self.client, self.account, self.grant, self.scopes)
            .for_resource(self.audience)
            .until(self.ends_at)
            .in_family(family, refresh_expires_at);
        let answer = token.sign(signer, refresh.as_ref().map(|refresh| &refresh.token))?;
        let answer = answer.telling_scope(self.grant, self.scopes);
        let row = token_family::ActiveModel {
            id: Set(family),
            client_id: Set(self.client.id),
            account_id: Set(self.account),
            password_mark: Set(self.mark),
            created_at: Set(scope.now()),
            expires_at: Set(refresh_expires_at.unwrap_or_else(|| token.expires_at())),
            ended_at: Set(None),
            grant_type: Set(self.grant),
            scopes: Set(self.scopes.to_owned()),
            resource: Set(Some(self.resource)),
            last_used_at: Set(None),
        };
        Ok(FirstTokens {
            family,
            answer,
            row,
            refresh,
            token,
        })
    }
}

impl FirstTokens {
    pub async fn write(
        self,
        transaction: &Transaction,
        scope: &Scope,
    ) -> Result<TokenAnswer, DbErr> {
        self.row.insert(transaction).await?;
        if let Some(refresh) = self.refresh {
            refresh.write(transaction, scope).await?;
        }
        write(transaction, self.token).await?;
        Ok(self.answer)
    }
}
