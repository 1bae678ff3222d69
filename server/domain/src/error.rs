//! Why something was not done that the portal was asked for, whatever it was.

use sea_orm::DbErr;

use crate::Forbidden;

/// What any function of the domain may fail by. The error of one that may also fail otherwise has
/// this as its variant `Common`.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such thing, or the asker may not know of it. The text says so in the log and on
    /// the command line.
    #[error("{0}")]
    NotFound(&'static str),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Lets `?` turn what an [`Error`] is made of into an error that has one as its variant `Common`.
macro_rules! from_common {
    ($error:ty) => {
        impl From<$crate::Forbidden> for $error {
            fn from(error: $crate::Forbidden) -> Self {
                Self::Common(error.into())
            }
        }

        impl From<$crate::DbErr> for $error {
            fn from(error: $crate::DbErr) -> Self {
                Self::Common(error.into())
            }
        }
    };
}

pub(crate) use from_common;
