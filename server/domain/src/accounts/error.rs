//! Why something about an account was not done.

use sea_orm::DbErr;

use crate::Forbidden;

/// Of what people do with their own accounts, and of lists that only some may read.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Of what staff do with somebody's account.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error("no such account")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbErr),
}
