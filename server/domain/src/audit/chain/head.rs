//! The end of the chain as somebody keeps it elsewhere, so that a cut-off end is noticed.

use std::{fmt, str::FromStr};

use data_encoding::HEXLOWER;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};

use super::{
    digest::{DIGEST, Mark},
    seal::end,
};
use crate::{Error, Role, Scope, clock::Timestamp, derived_key::TAG, store::Vault};

/// The number and the hash of the last seal at a time, with the portal's mark. Its text form is one
/// line of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub number: i64,
    pub at: Timestamp,
    pub(super) hash: [u8; DIGEST],
    pub(super) tag: [u8; TAG],
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    number: i64,
    at: Timestamp,
    hash: String,
    tag: String,
}

/// The text is no head of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a head as `balcao audit head` prints it")]
pub struct InvalidHead;

/// The head of the chain as it is now; `None` while nothing is sealed.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator; when the portal does not vouch for the end.
pub async fn head(scope: &Scope, vault: &Vault) -> Result<Option<Head>, Error> {
    scope.require(Role::Administrator)?;
    Ok(current(scope, vault).await?)
}

async fn current(scope: &Scope, vault: &Vault) -> Result<Option<Head>, DbErr> {
    let end = end(scope.portal.db.reader(), vault).await?;
    let at = scope.now();
    Ok((end.number > 0).then(|| Head {
        number: end.number,
        at,
        hash: end.hash,
        tag: Mark::Head.tag(vault.audit_key(), end.number, &end.hash, at),
    }))
}

impl Head {
    /// Whether this portal wrote it.
    pub(super) fn is_own(&self, vault: &Vault) -> bool {
        let sealed = (self.number, &self.hash[..], self.at);
        Mark::Head.fits(vault.audit_key(), sealed, &self.tag)
    }

    /// The hash in hexadecimal digits.
    #[must_use]
    pub fn hash(&self) -> String {
        HEXLOWER.encode(&self.hash)
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = Text {
            number: self.number,
            at: self.at,
            hash: self.hash(),
            tag: HEXLOWER.encode(&self.tag),
        };
        f.write_str(&serde_json::to_string(&text).map_err(|_| fmt::Error)?)
    }
}

impl FromStr for Head {
    type Err = InvalidHead;

    fn from_str(text: &str) -> Result<Self, InvalidHead> {
        let text: Text = serde_json::from_str(text.trim()).map_err(|_| InvalidHead)?;
        Ok(Self {
            number: text.number,
            at: text.at,
            hash: bytes(&text.hash)?,
            tag: bytes(&text.tag)?,
        })
    }
}

fn bytes(text: &str) -> Result<[u8; DIGEST], InvalidHead> {
    let bytes = HEXLOWER.decode(text.as_bytes()).map_err(|_| InvalidHead)?;
    bytes.try_into().map_err(|_| InvalidHead)
}
