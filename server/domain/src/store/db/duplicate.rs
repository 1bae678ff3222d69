use sea_orm::{DbErr, SqlErr};

/// Whether a row was not written because there is one with the same unique value.
pub(crate) fn is_duplicate(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}
