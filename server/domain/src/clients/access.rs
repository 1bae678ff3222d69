//! What a client's token currently allows. The database is asked each time, so that no instance
//! believes for a moment longer in what ended on another one.

use sea_orm::{DbErr, EntityTrait, FromQueryResult, QuerySelect};
use uuid::Uuid;

use super::{ClientState, GrantType, PortalScope};
use crate::{
    Portal, Role, accounts,
    clock::Timestamp,
    entities::{issued_token, oauth_client, token_family},
    ids::{AccountId, ClientId, TokenFamilyId, TokenId},
    oauth::ClientClaims,
};

/// A good token of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientAccess {
    pub token: TokenId,
    pub client: ClientId,
    /// Whom the client acts for.
    pub account: AccountId,
    pub(super) family: Option<TokenFamilyId>,
    /// The roles that administrators let the client act in; `None` where the person began it.
    pub(super) roles: Option<Vec<Role>>,
    scopes: Vec<String>,
}

impl ClientAccess {
    /// What a person reads on pages of the portal, without a client and a token.
    #[must_use]
    pub fn of_person(account: AccountId) -> Self {
        Self {
            token: TokenId(Uuid::nil()),
            client: ClientId(Uuid::nil()),
            account,
            family: None,
            roles: None,
            scopes: vec![PortalScope::Read.as_str().to_owned()],
        }
    }

    #[must_use]
    pub fn may(&self, what: PortalScope) -> bool {
        self.has_scope(what.as_str())
    }

    #[must_use]
    pub fn has_scope(&self, name: &str) -> bool {
        self.scopes.iter().any(|scope| scope == name)
    }
}

#[derive(FromQueryResult)]
struct Row {
    grant_type: GrantType,
    family_id: Option<TokenFamilyId>,
    roles: String,
    revoked_at: Option<Timestamp>,
    state: ClientState,
    deleted_at: Option<Timestamp>,
    bound_account_id: Option<AccountId>,
    ended_at: Option<Timestamp>,
    password_mark: Option<Vec<u8>>,
}

/// The access that a token gives; `None` when it, its family or its client has ended, or the
/// password that it was given for is another now. Whether it has expired is not looked at.
pub(crate) async fn access(
    portal: &Portal,
    claims: &ClientClaims,
) -> Result<Option<ClientAccess>, DbErr> {
    let db = portal.db.reader();
    let row = issued_token::Entity::find_by_id(claims.jti)
        .select_only()
        .columns([
            issued_token::Column::GrantType,
            issued_token::Column::FamilyId,
            issued_token::Column::RevokedAt,
        ])
        .columns([oauth_client::Column::State, oauth_client::Column::DeletedAt])
        .columns([
            oauth_client::Column::Roles,
            oauth_client::Column::BoundAccountId,
        ])
        .columns([
            token_family::Column::EndedAt,
            token_family::Column::PasswordMark,
        ])
        .inner_join(oauth_client::Entity)
        .left_join(token_family::Entity)
        .into_model::<Row>()
        .one(db)
        .await?;
    let is_good = |row: &Row| row.is_good() && may_ask(row.bound_account_id, Some(claims.sub));
    let Some(row) = row.filter(is_good) else {
        return Ok(None);
    };
    let is_by_person = row.grant_type != GrantType::ClientCredentials;
    if is_by_person {
        let mark = accounts::password_mark(db, claims.sub).await?;
        if mark.is_none() || mark != row.password_mark {
            return Ok(None);
        }
    }
    Ok(Some(ClientAccess {
        token: claims.jti,
        client: claims.client_id,
        account: claims.sub,
        family: row.family_id,
        roles: (!is_by_person).then(|| row.roles()),
        scopes: claims.scopes.clone(),
    }))
}

/// Whether a client that is bound to somebody, or to nobody, may ask a person and act for them.
pub(super) fn may_ask(bound_to: Option<AccountId>, person: Option<AccountId>) -> bool {
    bound_to.is_none() || bound_to == person
}

impl Row {
    fn roles(&self) -> Vec<Role> {
        let roles = self.roles.split(' ');
        roles.filter_map(|role| role.parse().ok()).collect()
    }

    fn is_good(&self) -> bool {
        self.revoked_at.is_none()
            && self.deleted_at.is_none()
            && self.ended_at.is_none()
            && self.state == ClientState::Active
    }
}
