//! Deletes what nobody asks for any more.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, IntoCondition},
};

use super::refresh::ANSWER_KEPT;
use crate::{
    Portal, cleanup,
    clock::Timestamp,
    entities::{
        authorization_code, issued_token, oauth_client, refresh_token, registration_token,
        token_family,
    },
};

/// How long lists tell of tokens that have expired.
const KEPT: TimeDelta = TimeDelta::days(30);
/// How long the second use of a code is known for one.
const CODES_KEPT: TimeDelta = TimeDelta::days(1);
/// How long a program that registered itself is kept without being used.
const OWN_KEPT: TimeDelta = TimeDelta::days(90);

/// Deletes tokens that expired a month ago and cannot be renewed, refresh tokens of the same age, used
/// or not, codes of the day before, answers that nobody may ask for again, and programs that
/// registered themselves and were not used for 90 days, with their tokens.
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
    cleanup::delete::<token_family::Entity>(&portal.db, families.into_condition()).await?;
    let permits = registration_token::Column::ExpiresAt.lte(now);
    cleanup::delete::<registration_token::Entity>(&portal.db, permits.into_condition()).await?;
    cleanup::delete::<oauth_client::Entity>(&portal.db, unused(now)).await
}

/// Programs that registered themselves and that nobody uses. One that somebody lets act is used.
fn unused(now: Timestamp) -> Condition {
    use oauth_client::Column;
    let long_ago = now - OWN_KEPT;
    let is_unused = Condition::any()
        .add(Column::LastUsedAt.is_null())
        .add(Column::LastUsedAt.lte(long_ago));
    let acting = token_family::Entity::find()
        .select_only()
        .column(token_family::Column::ClientId)
        .filter(token_family::Column::ExpiresAt.gt(now))
        .filter(token_family::Column::EndedAt.is_null())
        .into_query();
    Condition::all()
        .add(Column::CreatedAt.lte(long_ago))
        .add(Column::BoundAccountId.is_not_null())
        .add(is_unused)
        .add(Column::Id.not_in_subquery(acting))
}
