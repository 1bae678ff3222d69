//! A passkey in place of a code, or of the password that is asked for again.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, Set,
};
use webauthn_rs::prelude::{
    AuthenticationResult, Passkey, PasskeyAuthentication, PublicKeyCredential,
};

use super::{PasskeyError, challenge, list::rows, party::party};
use crate::{
    Scope, db::Transaction, entities::passkey, ids::AccountId, notes::Purpose, store::Vault,
};

/// Longer than any password, and shorter than any answer of a browser.
const SHORTEST_ANSWER: usize = 300;

/// Whether what was sent is the answer of a passkey, which no password and no code is.
pub(in crate::accounts) fn looks_like_answer(sent: &str) -> bool {
    sent.starts_with('{') && sent.len() > SHORTEST_ANSWER
}

/// Asks for one of the passkeys of the asker, who is signed in or gave the right password; as JSON
/// for the script of the page.
///
/// # Errors
/// [`PasskeyError::NotOffered`] when there is none or none can be used,
/// [`crate::Error::Forbidden`] for whoever has no session.
pub async fn challenge_of_account(scope: &Scope, vault: &Vault) -> Result<String, PasskeyError> {
    let waits = || scope.require_awaiting_factor();
    let (person, _) = scope.require_in_person().or_else(|_| waits())?;
    let rows = rows(scope.portal.db.reader(), person.id).await?;
    let known: Vec<Passkey> = rows.iter().filter_map(stored).collect();
    if known.is_empty() {
        return Err(PasskeyError::NotOffered);
    }
    let (options, state) = party(&scope.portal.settings)?
        .start_passkey_authentication(&known)
        .map_err(|_| PasskeyError::NotOffered)?;
    let options = serde_json::to_value(&options).map_err(|_| PasskeyError::Refused)?;
    let whose = (Purpose::PasskeyAnswer, Some(person.id));
    challenge::ask(scope, vault, whose, (options, state))
}

/// Uses an answer up, in the transaction of what it allows; tells whether it is good.
pub(in crate::accounts) async fn use_up(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    (account, sent): (AccountId, &str),
) -> Result<bool, DbErr> {
    let purpose = Purpose::PasskeyAnswer;
    let read = challenge::read::<PasskeyAuthentication, PublicKeyCredential>;
    let (Ok((challenge, answer)), Ok(party)) = (
        read(scope, vault, purpose, sent),
        party(&scope.portal.settings),
    ) else {
        return Ok(false);
    };
    if challenge.account != Some(account) || !challenge.answer(transaction, scope).await? {
        return Ok(false);
    }
    let Ok(result) = party.finish_passkey_authentication(&answer, &challenge.state) else {
        return Ok(false);
    };
    let row = find(transaction, account, answer.get_credential_id()).await?;
    match row {
        Some(row) => used(transaction, scope, row, &result).await,
        None => Ok(false),
    }
}

pub(super) async fn find(
    db: &impl ConnectionTrait,
    account: AccountId,
    credential: &[u8],
) -> Result<Option<passkey::Model>, DbErr> {
    passkey::Entity::find()
        .filter(passkey::Column::AccountId.eq(account))
        .filter(passkey::Column::CredentialId.eq(credential.to_vec()))
        .one(db)
        .await
}

/// Keeps the counter and the time of the last use; false when the counter does not go up, as that
/// of a copy would not (Web Authentication §7.2, step 22).
pub(super) async fn used(
    transaction: &Transaction,
    scope: &Scope,
    row: passkey::Model,
    result: &AuthenticationResult,
) -> Result<bool, DbErr> {
    let Some(mut passkey) = stored(&row) else {
        return Ok(false);
    };
    if passkey.update_credential(result).is_none() {
        return Ok(false);
    }
    let Ok(credential) = serde_json::to_string(&passkey) else {
        return Ok(false);
    };
    let mut row = row.into_active_model();
    row.credential = Set(credential);
    row.last_used_at = Set(Some(scope.now()));
    row.update(transaction).await?;
    Ok(true)
}

pub(super) fn stored(row: &passkey::Model) -> Option<Passkey> {
    serde_json::from_str(&row.credential).ok()
}
