//! Challenges. What the portal must remember of one goes to the browser in a sealed note and comes
//! back with the answer, so that asking writes nothing; that it was answered is written, so that it
//! is good once.

use std::time::Duration;

use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, Set,
    sea_query::{IntoCondition, OnConflict},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::PasskeyError;
use crate::{
    Scope, cleanup,
    clock::Timestamp,
    db::{Db, Transaction},
    entities::answered_challenge,
    ids::{AccountId, ChallengeId},
    notes::{self, Purpose},
    store::Vault,
};

/// As long as the browser waits for the device.
const GOOD_FOR: Duration = Duration::from_mins(5);

/// What the portal remembers of a challenge.
#[derive(Serialize, Deserialize)]
pub(super) struct Challenge<S> {
    id: ChallengeId,
    /// Whose passkey is asked for; anybody's where none is named.
    pub account: Option<AccountId>,
    pub state: S,
}

/// What the browser sends back.
#[derive(Deserialize)]
struct Sent<A> {
    note: String,
    credential: A,
}

/// What the script of the page needs, as JSON.
pub(super) fn ask<S: Serialize>(
    scope: &Scope,
    vault: &Vault,
    (purpose, account): (Purpose, Option<AccountId>),
    (options, state): (Value, S),
) -> Result<String, PasskeyError> {
    let challenge = Challenge {
        id: scope.portal.new_id(),
        account,
        state,
    };
    let text = serde_json::to_string(&challenge).map_err(|_| PasskeyError::Refused)?;
    let note = notes::seal(&scope.portal, vault, purpose, &text, GOOD_FOR);
    Ok(json!({ "note": note, "options": options }).to_string())
}

/// An answer with the challenge that it is for, if the portal asked it and it has not expired.
pub(super) fn read<S: DeserializeOwned, A: DeserializeOwned>(
    scope: &Scope,
    vault: &Vault,
    purpose: Purpose,
    sent: &str,
) -> Result<(Challenge<S>, A), PasskeyError> {
    let refused = |_| PasskeyError::Refused;
    let sent: Sent<A> = serde_json::from_str(sent).map_err(refused)?;
    let text = notes::open(&scope.portal, vault, purpose, &sent.note);
    let text = text.ok_or(PasskeyError::Refused)?;
    let challenge = serde_json::from_str(&text).map_err(refused)?;
    Ok((challenge, sent.credential))
}

impl<S> Challenge<S> {
    /// Notes that it was answered; tells whether it had not been before.
    pub async fn answer(&self, transaction: &Transaction, scope: &Scope) -> Result<bool, DbErr> {
        let row = answered_challenge::ActiveModel {
            id: Set(self.id),
            expires_at: Set(scope.now() + GOOD_FOR),
        };
        let once = OnConflict::column(answered_challenge::Column::Id)
            .do_nothing()
            .to_owned();
        let inserted = answered_challenge::Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(transaction)
            .await?;
        Ok(inserted == 1)
    }
}

/// Deletes challenges that would have expired by now.
pub(in crate::accounts) async fn delete_expired(db: &Db, now: Timestamp) -> Result<(), DbErr> {
    let expired = answered_challenge::Column::ExpiresAt.lte(now);
    cleanup::delete::<answered_challenge::Entity>(db, expired.into_condition()).await
}
