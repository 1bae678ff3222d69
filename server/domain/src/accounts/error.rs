//! Errors of functions about accounts.

use sea_orm::DbErr;

use crate::Forbidden;

/// Errors of what people do with their own account, and of restricted lists.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Errors of what staff do with an account.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    #[error("no such account")]
    NotFound,
    #[error(transparent)]
    Database(#[from] DbErr),
}
