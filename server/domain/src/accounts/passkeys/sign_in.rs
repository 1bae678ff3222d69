//! Signing in by a passkey alone: the device says whose it is, and has asked its owner to unlock it.

use serde_json::Value;
use webauthn_rs::prelude::{DiscoverableAuthentication, PublicKeyCredential, Webauthn};

use super::{
    PasskeyError,
    answer::{find, stored, used},
    challenge::{self, Challenge},
    party::party,
};
use crate::{
    Scope,
    accounts::{
        OpenedSession,
        factors::{self, GivenFactor},
        lookup, sessions,
    },
    db::Transaction,
    ids::AccountId,
    notes::Purpose,
    store::Vault,
    token::Token,
};

/// Asks for a passkey of whoever it may be; as JSON for the script of the page.
///
/// # Errors
/// [`PasskeyError::NotOffered`] where the portal is reached at an IP address.
pub fn challenge_of_anybody(scope: &Scope, vault: &Vault) -> Result<String, PasskeyError> {
    let (options, state) = party(&scope.portal.settings)?
        .start_discoverable_authentication()
        .map_err(|_| PasskeyError::NotOffered)?;
    let options = serde_json::to_value(&options).map_err(|_| PasskeyError::Refused)?;
    let whose = (Purpose::PasskeySignIn, None);
    challenge::ask(scope, vault, whose, (by_button(options), state))
}

/// The library asks while an address is typed; ours is behind a button.
fn by_button(mut options: Value) -> Value {
    if let Some(options) = options.as_object_mut() {
        options.remove("mediation");
    }
    options
}

/// Opens a session for the owner of the passkey that answered, in place of the `current` one if the
/// browser had any.
///
/// # Errors
/// [`PasskeyError::Refused`] when the answer does not belong to a challenge of the portal's, was sent
/// before, or is of no passkey that is known, [`PasskeyError::NotOffered`] where the portal is
/// reached at an IP address.
pub async fn sign_in_by_passkey(
    scope: &Scope,
    vault: &Vault,
    sent: &str,
    device: &str,
    current: Option<&Token>,
) -> Result<OpenedSession, PasskeyError> {
    let party = party(&scope.portal.settings)?;
    let purpose = Purpose::PasskeySignIn;
    let (challenge, answer) = challenge::read::<DiscoverableAuthentication, PublicKeyCredential>(
        scope, vault, purpose, sent,
    )?;
    let owner = party.identify_discoverable_authentication(&answer);
    let owner = AccountId(owner.map_err(|_| PasskeyError::Refused)?.0);
    let transaction = scope.portal.db.begin().await?;
    let account = lookup::lock(&transaction, owner).await?;
    let account = account.filter(|account| account.email_verified_at.is_some());
    let account = account.ok_or(PasskeyError::Refused)?;
    if !is_good(&transaction, scope, &party, challenge, (owner, &answer)).await? {
        return Err(PasskeyError::Refused);
    }
    if let Some(token) = current {
        sessions::end_by_token(&transaction, token).await?;
    }
    let given = GivenFactor {
        code: "",
        trusts_browser: false,
        device,
    };
    let session = factors::open(&transaction, scope, &account, given).await?;
    transaction.commit().await?;
    Ok(session)
}

async fn is_good(
    transaction: &Transaction,
    scope: &Scope,
    party: &Webauthn,
    challenge: Challenge<DiscoverableAuthentication>,
    (owner, answer): (AccountId, &PublicKeyCredential),
) -> Result<bool, PasskeyError> {
    if !challenge.answer(transaction, scope).await? {
        return Ok(false);
    }
    let Some(row) = find(transaction, owner, answer.get_credential_id()).await? else {
        return Ok(false);
    };
    let Some(known) = stored(&row) else {
        return Ok(false);
    };
    let result = party.finish_discoverable_authentication_v2(answer, challenge.state, &known);
    match result {
        Ok(result) => Ok(used(transaction, scope, row, &result).await?),
        Err(_) => Ok(false),
    }
}
