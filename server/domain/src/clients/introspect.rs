//! Introspection of clients' tokens (RFC 7662).

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{AuthenticatedClient, access, resource};
use crate::{
    Portal, accounts, applications,
    catalogue::Catalogue,
    entities::{refresh_token, token_family},
    groups::GroupRight,
    ids::TokenId,
    oauth::{self, Authority, ClientClaims, Introspection, KeyError},
    token::Token,
};

/// What is told of a client's token: to the client whose it is, or to a gateway of the portal's
/// owner (`client` is `None`), which may know of every access token, and is told of those scopes
/// alone that the token opens now. `None` when it is no client's.
///
/// # Errors
/// When the keys or the database cannot be read.
pub async fn introspect(
    portal: &Portal,
    authority: &Authority,
    catalogue: &Catalogue,
    client: Option<&AuthenticatedClient>,
    token: &str,
) -> Result<Option<Introspection>, KeyError> {
    let may_know = |claims: &ClientClaims| client.is_none_or(|it| it.id() == claims.client_id);
    if let Some(claims) = oauth::client_claims(portal, authority, token).await? {
        let is_good = !claims.has_expired(portal.now())
            && may_know(&claims)
            && access(portal, &claims).await?.is_some();
        if !is_good {
            return Ok(Some(Introspection::INACTIVE));
        }
        if client.is_some() {
            return Ok(Some(Introspection::of_client(&claims, "Bearer")));
        }
        return Ok(Some(to_gateway(portal, catalogue, &claims).await?));
    }
    // A gateway must not take it for an access token.
    if client.is_none() {
        return Ok(None);
    }
    let Some(claims) = of_refresh(portal, token).await? else {
        return Ok(None);
    };
    let told = Introspection::of_client(&claims, "refresh_token");
    Ok(Some(if may_know(&claims) {
        told
    } else {
        Introspection::INACTIVE
    }))
}

/// What opens nothing here opens nothing behind a gateway either.
async fn to_gateway(
    portal: &Portal,
    catalogue: &Catalogue,
    claims: &ClientClaims,
) -> Result<Introspection, KeyError> {
    if !resource::opens_others(&portal.settings, &claims.aud) {
        return Ok(Introspection::INACTIVE);
    }
    let used =
        applications::apis_used_by(portal.db.reader(), claims.sub, GroupRight::UseKeys).await?;
    let current = catalogue.current();
    let opened = current
        .behind_gateway()
        .filter(|api| claims.scopes.contains(&api.slug) && used.contains(&api.id));
    let opened: Vec<_> = opened.map(|api| api.slug.clone()).collect();
    if opened.is_empty() {
        return Ok(Introspection::INACTIVE);
    }
    let told = ClientClaims {
        scope: opened.join(" "),
        scopes: opened,
        ..claims.clone()
    };
    Ok(Introspection::of_client(&told, "Bearer"))
}

/// What claims a good refresh token would have.
async fn of_refresh(portal: &Portal, token: &str) -> Result<Option<ClientClaims>, KeyError> {
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    let db = portal.db.reader();
    let found = refresh_token::Entity::find()
        .find_also_related(token_family::Entity)
        .filter(refresh_token::Column::Hash.eq(token.hash()))
        .filter(refresh_token::Column::UsedAt.is_null())
        .filter(refresh_token::Column::ExpiresAt.gt(portal.now()))
        .filter(token_family::Column::EndedAt.is_null())
        .one(db)
        .await?;
    let Some((row, Some(family))) = found else {
        return Ok(None);
    };
    let mark = accounts::password_mark(db, family.account_id).await?;
    if mark.as_ref() != Some(&family.password_mark) {
        return Ok(None);
    }
    let url = &portal.settings.public_url;
    let stored = family.resource.unwrap_or_default();
    Ok(Some(ClientClaims {
        iss: url.clone(),
        aud: resource::current(&portal.settings, &stored),
        sub: family.account_id,
        client_id: family.client_id,
        jti: TokenId(row.id.0),
        iat: row.created_at.timestamp(),
        nbf: row.created_at.timestamp(),
        exp: row.expires_at.timestamp(),
        scopes: row.scopes.split(' ').map(str::to_owned).collect(),
        scope: row.scopes,
    }))
}
