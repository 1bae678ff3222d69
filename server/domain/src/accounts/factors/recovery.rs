//! Recovery codes: ten, each good once in place of a code of the app, for whoever lost the device.

use std::fmt;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Set};

use super::{FactorError, record, require_confirmed};
use crate::{
    Forbidden, Scope,
    accounts::lookup,
    audit::Action,
    db::Transaction,
    entities::{account, recovery_code},
    ids::{AccountId, RecoveryCodeId},
    random::Random,
    store::Vault,
    vocabulary::FactorChange,
};

const CODES: usize = 10;
const LETTERS: usize = 10;
/// Without letters that look like digits (Crockford's base 32): five bits each.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A code in plain form, which is shown once.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    fn generate(random: &dyn Random) -> Self {
        let mut bytes = [0; LETTERS];
        random.fill(&mut bytes);
        let letters = bytes
            .iter()
            .filter_map(|byte| ALPHABET.get(usize::from(byte & 31)));
        Self(letters.map(|letter| char::from(*letter)).collect())
    }

    /// Parses what was typed, in groups or not; `None` for what is no such code.
    pub(super) fn parse(typed: &str) -> Option<Self> {
        let code: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| match c.to_ascii_lowercase() {
                'o' => '0',
                'i' | 'l' => '1',
                other => other,
            })
            .collect();
        let is_code = code.len() == LETTERS && code.bytes().all(|it| ALPHABET.contains(&it));
        is_code.then_some(Self(code))
    }

    /// The text form, in two groups.
    #[must_use]
    pub fn expose(&self) -> String {
        let (first, second) = self.0.split_at(LETTERS / 2);
        format!("{first}-{second}")
    }

    /// A tag under a key of the portal: who reads the database alone tries no codes.
    fn hash(&self, vault: &Vault, account: AccountId) -> Vec<u8> {
        let data = [account.0.as_bytes(), self.0.as_bytes()].concat();
        vault.recovery_key().tag(&data).to_vec()
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

/// Makes ten new codes, the only time that they are told; those of before end.
///
/// # Errors
/// [`FactorError::Over`] without a second factor, [`FactorError::Unconfirmed`] until the asker gives
/// the password or a code again, [`crate::Error::Forbidden`] unless a person is signed in.
pub async fn make_recovery_codes(
    scope: &Scope,
    vault: &Vault,
) -> Result<Vec<RecoveryCode>, FactorError> {
    let person = require_confirmed(scope)?;
    let transaction = scope.portal.db.begin().await?;
    let account = lookup::lock(&transaction, person).await?.ok_or(Forbidden)?;
    if account.second_factor_at.is_none() {
        return Err(FactorError::Over);
    }
    let codes = replace(&transaction, scope, vault, person).await?;
    let change = FactorChange::RecoveryCodesMade;
    record(
        &transaction,
        scope,
        person,
        (Action::RecoveryCodesMade, change),
    )
    .await?;
    transaction.commit().await?;
    Ok(codes)
}

pub(super) async fn replace(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    account: AccountId,
) -> Result<Vec<RecoveryCode>, DbErr> {
    forget(transaction, account).await?;
    let random = scope.portal.random.as_ref();
    let codes: Vec<_> = (0..CODES).map(|_| RecoveryCode::generate(random)).collect();
    let rows = codes.iter().map(|code| recovery_code::ActiveModel {
        id: Set(scope.portal.new_id::<RecoveryCodeId>()),
        account_id: Set(account),
        hash: Set(code.hash(vault, account)),
    });
    recovery_code::Entity::insert_many(rows)
        .exec_without_returning(transaction)
        .await?;
    Ok(codes)
}

/// Makes the codes that come with the first factor of an account, whose row was read before it was
/// added; none for an account that has one.
pub(in crate::accounts) async fn first_codes(
    transaction: &Transaction,
    scope: &Scope,
    vault: &Vault,
    account: &account::Model,
) -> Result<Vec<RecoveryCode>, DbErr> {
    match account.second_factor_at {
        Some(_) => Ok(vec![]),
        None => replace(transaction, scope, vault, account.id).await,
    }
}

pub(super) async fn forget(transaction: &Transaction, account: AccountId) -> Result<(), DbErr> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(account))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Uses a code up; of two at once, one does. Tells whether there was such a code.
pub(super) async fn use_up(
    transaction: &Transaction,
    vault: &Vault,
    account: AccountId,
    code: &RecoveryCode,
) -> Result<bool, DbErr> {
    let used = recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(account))
        .filter(recovery_code::Column::Hash.eq(code.hash(vault, account)))
        .exec(transaction)
        .await?;
    Ok(used.rows_affected == 1)
}

/// How many are left.
pub(super) async fn left(db: &impl ConnectionTrait, account: AccountId) -> Result<u64, DbErr> {
    recovery_code::Entity::find()
        .filter(recovery_code::Column::AccountId.eq(account))
        .count(db)
        .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let code = RecoveryCode::generate(&SystemRandom);
        let text = code.expose();
        assert_eq!(text.len(), LETTERS + 1);
        let typed = [
            text.clone(),
            text.to_uppercase(),
            text.replace('-', " "),
            text.replace('0', "O").replace('1', "l"),
        ];
        for typed in typed {
            assert_eq!(RecoveryCode::parse(&typed), Some(code.clone()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_code_is_none() {
        for typed in ["", "287082", "abcde-fghj", "abcde-fghju", "abcde-fghjç"] {
            assert_eq!(RecoveryCode::parse(typed), None, "{typed}");
        }
    }
}
