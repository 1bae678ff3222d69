//! Adding a passkey.

use sea_orm::{ActiveModelTrait, Set};
use serde_json::Value;
use values::SecretLabel;
use webauthn_rs::prelude::{PasskeyRegistration, RegisterPublicKeyCredential};

use super::{PasskeyError, challenge, list::rows, party::party};
use crate::{
    Forbidden, Person, Scope,
    accounts::{
        factors::{self, RecoveryCode},
        lookup,
    },
    audit::Action,
    db::is_duplicate,
    entities::passkey,
    notes::Purpose,
    store::Vault,
    vocabulary::FactorChange,
};

/// So many passkeys an account has at most.
pub const MAX_PASSKEYS: usize = 20;

/// Asks the browser of a person to make a passkey; as JSON for its script.
///
/// # Errors
/// [`PasskeyError::NotOffered`] where the portal is reached at an IP address,
/// [`PasskeyError::TooMany`] when there are twenty, [`PasskeyError::Unconfirmed`] until the asker
/// gives the password or a code again, [`crate::Error::Forbidden`] unless a person is signed in.
pub async fn begin_registration(scope: &Scope, vault: &Vault) -> Result<String, PasskeyError> {
    let person = require_confirmed(scope)?;
    let known = rows(scope.portal.db.reader(), person.id).await?;
    if known.len() >= MAX_PASSKEYS {
        return Err(PasskeyError::TooMany);
    }
    let known = known.into_iter().map(|row| row.credential_id);
    let (options, state) = party(&scope.portal.settings)?
        .start_passkey_registration(
            person.id.0,
            &person.email,
            &person.full_name(),
            Some(known.collect()),
        )
        .map_err(|_| PasskeyError::Refused)?;
    let options = serde_json::to_value(&options).map_err(|_| PasskeyError::Refused)?;
    let whose = (Purpose::PasskeyRegistration, Some(person.id));
    challenge::ask(scope, vault, whose, (kept_by_device(options), state))
}

/// Asks that the device keep who the passkey is for, so that it signs in without an address typed.
fn kept_by_device(mut options: Value) -> Value {
    let selection = options.pointer_mut("/publicKey/authenticatorSelection");
    if let Some(selection) = selection.and_then(Value::as_object_mut) {
        selection.insert("residentKey".to_owned(), "preferred".into());
    }
    options
}

/// Adds the passkey that a browser made. With the first factor of an account come ten recovery
/// codes, which are told this once; otherwise none do.
///
/// # Errors
/// [`PasskeyError::Refused`] when the answer does not belong to a challenge of the asker's, or was
/// sent before, and as [`begin_registration`].
pub async fn register(
    scope: &Scope,
    vault: &Vault,
    name: &SecretLabel,
    sent: &str,
) -> Result<Vec<RecoveryCode>, PasskeyError> {
    let person = require_confirmed(scope)?.id;
    let purpose = Purpose::PasskeyRegistration;
    let (challenge, made) = challenge::read::<PasskeyRegistration, RegisterPublicKeyCredential>(
        scope, vault, purpose, sent,
    )?;
    if challenge.account != Some(person) {
        return Err(PasskeyError::Refused);
    }
    let made = party(&scope.portal.settings)?
        .finish_passkey_registration(&made, &challenge.state)
        .map_err(|_| PasskeyError::Refused)?;
    let transaction = scope.portal.db.begin().await?;
    let account = lookup::lock(&transaction, person).await?.ok_or(Forbidden)?;
    if !challenge.answer(&transaction, scope).await? {
        return Err(PasskeyError::Refused);
    }
    let row = passkey::ActiveModel {
        id: Set(scope.portal.new_id()),
        account_id: Set(person),
        credential_id: Set(made.cred_id().clone()),
        credential: Set(serde_json::to_string(&made).map_err(|_| PasskeyError::Refused)?),
        name: Set(name.to_string()),
        created_at: Set(scope.now()),
        last_used_at: Set(None),
    };
    match row.insert(&transaction).await {
        Err(error) if is_duplicate(&error) => return Err(PasskeyError::Refused),
        inserted => inserted?,
    };
    let codes = factors::first_codes(&transaction, scope, vault, &account).await?;
    let act = (Action::FactorAdded, FactorChange::PasskeyAdded);
    factors::changed(&transaction, scope, person, act).await?;
    transaction.commit().await?;
    Ok(codes)
}

pub(super) fn require_confirmed(scope: &Scope) -> Result<&Person, PasskeyError> {
    let (person, _) = scope.require_in_person()?;
    if scope.is_confirmed() {
        Ok(person)
    } else {
        Err(PasskeyError::Unconfirmed)
    }
}
