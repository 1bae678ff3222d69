//! Why second factors were not changed.

use crate::{Error, from_common, store::Unsealable};

#[derive(Debug, thiserror::Error)]
pub enum FactorError {
    #[error("the code is another")]
    WrongCode,
    /// The asker must give the password or a code again first.
    #[error("not confirmed")]
    Unconfirmed,
    #[error("there is an app already")]
    AlreadyThere,
    /// What was to be changed is there no more.
    #[error("it is over")]
    Over,
    #[error(transparent)]
    Sealed(#[from] Unsealable),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(FactorError);
