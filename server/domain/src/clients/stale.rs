//! Deletes what nobody asks for any more.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter,
    sea_query::{Expr, IntoCondition},
};

use super::refresh::ANSWER_KEPT;
use crate::{
    Portal, cleanup,
    entities::{authorization_code, issued_token, refresh_token, token_family},
};

/// How long lists tell of tokens that have expired.
const KEPT: TimeDelta = TimeDelta::days(30);
/// How long the second use of a code is known for one.
const CODES_KEPT: TimeDelta = TimeDelta::days(1);

/// Deletes tokens that expired a month ago and cannot be renewed, refresh tokens of the same age, used
/// or not, codes of the day before, and answers that nobody may ask for again.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal) -> Result<(), DbErr> {
    let now = portal.now();
    let nothing: Option<Vec<u8>> = None;
    refresh_token::Entity::update_many()
        .col_expr(refresh_token::Column::Answer, Expr::value(nothing))
        .filter(refresh_token::Column::UsedAt.lte(now - ANSWER_KEPT))
        .filter(refresh_token::Column::Answer.is_not_null())
        .exec(portal.db.writer())
        .await?;
    let codes = authorization_code::Column::ExpiresAt.lte(now - CODES_KEPT);
    cleanup::delete::<authorization_code::Entity>(&portal.db, codes.into_condition()).await?;
    let is_renewed_no_more = Condition::any()
        .add(issued_token::Column::RefreshExpiresAt.is_null())
        .add(issued_token::Column::RefreshExpiresAt.lte(now - KEPT));
    let tokens = Condition::all()
        .add(issued_token::Column::ExpiresAt.lte(now - KEPT))
        .add(is_renewed_no_more);
    cleanup::delete::<issued_token::Entity>(&portal.db, tokens).await?;
    let refresh = refresh_token::Column::ExpiresAt.lte(now - KEPT);
    cleanup::delete::<refresh_token::Entity>(&portal.db, refresh.into_condition()).await?;
    let families = token_family::Column::ExpiresAt.lte(now - KEPT);
    cleanup::delete::<token_family::Entity>(&portal.db, families.into_condition()).await
}
