//! Exchanges a code for the first tokens (RFC 6749 §4.1.3). A code is good once, for a minute, and
//! only for the client that it was given to, at the address that it was sent to, with what its
//! challenge was made of. Whoever uses it again ends what its first use began (§4.1.2).

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect, Set, sea_query::Expr,
};

use super::{
    CodeProof, GrantType, TokenAnswer, TokenDoor, TokenRefusal, access, family::NewFamily, pkce,
    refresh::still_granted, resource, revoke::end_family,
};
use crate::{
    Scope, accounts,
    audit::{self, Action, Subject},
    db::Transaction,
    entities::{authorization_code, oauth_client, token_family},
    ids::TokenFamilyId,
    jobs::{self, Job, Mail},
    oauth,
    token::Token,
};

pub(super) async fn redeem(
    scope: &Scope,
    door: TokenDoor<'_>,
    client: &oauth_client::Model,
    proof: CodeProof<'_>,
    resources: &[&str],
) -> Result<TokenAnswer, TokenRefusal> {
    let code = Token::parse(proof.code).ok_or(TokenRefusal::Code)?;
    let signer = oauth::signer(&scope.portal, door.authority).await?;
    let transaction = scope.portal.db.begin().await?;
    let row = lock(&transaction, &code).await?;
    let is_its = row.client_id == client.id
        && row.redirect_address == proof.redirect_address
        && access::may_ask(client.bound_account_id, Some(row.account_id));
    if !is_its {
        return Err(TokenRefusal::Code);
    }
    if !pkce::fits(&row.challenge, proof.verifier) {
        return Err(TokenRefusal::Verifier);
    }
    // Only whoever could have used it the first time ends what that began, lest anybody who saw a
    // code in passing does.
    if row.used_at.is_some() {
        return reused(transaction, scope, row).await;
    }
    let mark = accounts::password_mark(&transaction, row.account_id).await?;
    if row.expires_at <= scope.now() || mark.as_ref() != Some(&row.password_mark) {
        return Err(TokenRefusal::Code);
    }
    let scopes = still_granted(&row.scopes, &client.scopes);
    if scopes.is_empty() {
        return Err(TokenRefusal::Scope);
    }
    let granted = resource::current(&scope.portal.settings, &row.resource);
    let audience = resource::narrowed(&scope.portal, &granted, resources.iter().copied())?;
    let family = NewFamily {
        client,
        account: row.account_id,
        mark: row.password_mark.clone(),
        grant: GrantType::AuthorizationCode,
        scopes: &scopes,
        resource: row.resource.clone(),
        audience,
        ends_at: Some(row.ends_at),
    };
    let first = family.sign(scope, &signer)?;
    let begun = first.family;
    let answer = first.write(&transaction, scope).await?;
    note_use(&transaction, scope, row, begun).await?;
    transaction.commit().await?;
    Ok(answer)
}

/// Locks a code, so that one of those who use it at once is the first.
async fn lock(
    transaction: &Transaction,
    code: &Token,
) -> Result<authorization_code::Model, TokenRefusal> {
    let found = authorization_code::Entity::find()
        .filter(authorization_code::Column::Hash.eq(code.hash()))
        .lock_exclusive()
        .one(transaction)
        .await?;
    found.ok_or(TokenRefusal::Code)
}

/// The code is used, and whoever agreed is told of the program that acts for them now.
async fn note_use(
    transaction: &Transaction,
    scope: &Scope,
    row: authorization_code::Model,
    family: TokenFamilyId,
) -> Result<(), DbErr> {
    let mut row = row.into_active_model();
    row.used_at = Set(Some(scope.now()));
    row.family_id = Set(Some(family));
    row.update(transaction).await?;
    let mail = Mail::ProgramAllowed { family };
    jobs::enqueue(transaction, scope, &Job::Mail(mail)).await?;
    Ok(())
}

async fn reused(
    transaction: Transaction,
    scope: &Scope,
    row: authorization_code::Model,
) -> Result<TokenAnswer, TokenRefusal> {
    // Whoever tries it again and again is recorded once.
    if let Some(family) = row.family_id
        && is_alive(&transaction, family).await?
    {
        end_family(&transaction, scope.now(), family).await?;
        let (subject, details) = (
            Subject::Client(row.client_id),
            Some(row.account_id.to_string()),
        );
        audit::record_with(&transaction, scope, Action::CodeReused, subject, details).await?;
    }
    transaction.commit().await?;
    Err(TokenRefusal::CodeReused)
}

async fn is_alive(db: &impl ConnectionTrait, family: TokenFamilyId) -> Result<bool, DbErr> {
    let family = token_family::Entity::find_by_id(family).one(db).await?;
    Ok(family.is_some_and(|family| family.ended_at.is_none()))
}

/// Lets nobody use the codes of a client, or of a person, that are still good. Whoever ends their
/// tokens does this first, as whoever uses a code locks it, and then its family.
pub(super) async fn end_codes(
    db: &impl ConnectionTrait,
    scope: &Scope,
    whose: Expr,
) -> Result<(), DbErr> {
    authorization_code::Entity::update_many()
        .col_expr(
            authorization_code::Column::ExpiresAt,
            Expr::value(scope.now()),
        )
        .filter(whose)
        .filter(authorization_code::Column::ExpiresAt.gt(scope.now()))
        .exec(db)
        .await?;
    Ok(())
}
