//! Signing in by a passkey alone: the device says whose it is, and has asked its owner to unlock it.

use sea_orm::DbErr;
use serde_json::Value;
use webauthn_rs::prelude::{AuthenticationResult, DiscoverableAuthentication, PublicKeyCredential};

use super::{
    PasskeyError,
    answer::{find, stored, used},
    challenge::{self, Challenge},
    party::party,
};
use crate::{
    Scope,
    accounts::{
        OpenedSession, Passwords,
        factors::{self, GivenFactor},
        lookup, sessions, throttle,
    },
    db::Transaction,
    ids::AccountId,
    notes::Purpose,
    security::{Incident, IncidentSubject},
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
/// browser had any. What is refused counts as a failure of its network.
///
/// # Errors
/// [`PasskeyError::Refused`] when the answer does not belong to a challenge of the portal's, was sent
/// before, or is of no passkey that is known, [`PasskeyError::NotOffered`] where the portal is
/// reached at an IP address.
pub async fn sign_in_by_passkey(
    scope: &Scope,
    passwords: &Passwords,
    sent: &str,
    device: &str,
    current: Option<&Token>,
) -> Result<OpenedSession, PasskeyError> {
    let opened = open(scope, &passwords.vault, (sent, device), current).await;
    if matches!(opened, Err(PasskeyError::Refused)) {
        throttle::count_refused(scope).await?;
        let whom = IncidentSubject::Nobody;
        passwords
            .incidents
            .record(scope, Incident::SignInFailed, whom);
    }
    opened
}

/// Nothing is locked or written before the signature is known to be right: anybody may send
/// anything.
async fn open(
    scope: &Scope,
    vault: &Vault,
    (sent, device): (&str, &str),
    current: Option<&Token>,
) -> Result<OpenedSession, PasskeyError> {
    let verified = verify(scope, vault, sent).await?;
    let transaction = scope.portal.db.begin().await?;
    let account = lookup::lock(&transaction, verified.owner).await?;
    let account = account.filter(|account| account.email_verified_at.is_some());
    let account = account.ok_or(PasskeyError::Refused)?;
    if !verified.use_up(&transaction, scope).await? {
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

/// An answer whose signature is that of a passkey of its owner.
struct Verified {
    owner: AccountId,
    challenge: Challenge<DiscoverableAuthentication>,
    answer: PublicKeyCredential,
    result: AuthenticationResult,
}

async fn verify(scope: &Scope, vault: &Vault, sent: &str) -> Result<Verified, PasskeyError> {
    let party = party(&scope.portal.settings)?;
    let purpose = Purpose::PasskeySignIn;
    let (challenge, answer) = challenge::read::<DiscoverableAuthentication, PublicKeyCredential>(
        scope, vault, purpose, sent,
    )?;
    let owner = party.identify_discoverable_authentication(&answer);
    let owner = AccountId(owner.map_err(|_| PasskeyError::Refused)?.0);
    let row = find(scope.portal.db.reader(), owner, answer.get_credential_id()).await?;
    let known = row.as_ref().and_then(stored).ok_or(PasskeyError::Refused)?;
    let state = challenge.state.clone();
    let result = party
        .finish_discoverable_authentication_v2(&answer, state, &known)
        .map_err(|_| PasskeyError::Refused)?;
    Ok(Verified {
        owner,
        challenge,
        answer,
        result,
    })
}

impl Verified {
    /// Uses the answer up, with its passkey as it is now; false when it was sent before, or the
    /// passkey was removed or used meanwhile.
    async fn use_up(&self, transaction: &Transaction, scope: &Scope) -> Result<bool, DbErr> {
        if !self.challenge.answer(transaction, scope).await? {
            return Ok(false);
        }
        match find(transaction, self.owner, self.answer.get_credential_id()).await? {
            Some(row) => used(transaction, scope, row, &self.result).await,
            None => Ok(false),
        }
    }
}
