//! Tells in time that the last day of an API comes.

use chrono::NaiveDate;
use sea_orm::{DbErr, EntityTrait, Set, sea_query::OnConflict};

use crate::{
    Scope,
    catalogue::{Api, ApiState, Catalogue},
    db::Transaction,
    entities::end_notice::{ActiveModel, Column, Entity},
    jobs::{self, News},
};

/// How many days before, the soonest first.
const MARKS: [i32; 2] = [7, 30];

/// Tells of the ends that come near; to be called now and then.
///
/// # Errors
/// When the database cannot be written.
pub async fn announce_ends(scope: &Scope, catalogue: &Catalogue) -> Result<(), DbErr> {
    let today = day(scope, scope.now());
    for api in catalogue.current().published() {
        if let Some((last_day, days)) = due(scope, api, today) {
            announce(scope, api, last_day, days).await?;
        }
    }
    Ok(())
}

fn day(scope: &Scope, at: crate::clock::Timestamp) -> NaiveDate {
    at.with_timezone(&scope.portal.settings.time_zone)
        .date_naive()
}

/// The last day of an API with the mark that it has come to. What was nearer when the day was said
/// is known from then.
fn due(scope: &Scope, api: &Api, today: NaiveDate) -> Option<(NaiveDate, i32)> {
    if api.state != ApiState::Deprecated {
        return None;
    }
    let last_day = api.sunset_on?;
    let said_on = day(scope, api.deprecated_at?);
    let left = |from| last_day.signed_duration_since(from).num_days();
    let mark = MARKS
        .into_iter()
        .find(|days| left(today) <= i64::from(*days))?;
    (left(said_on) > i64::from(mark)).then_some((last_day, mark))
}

async fn announce(scope: &Scope, api: &Api, last_day: NaiveDate, days: i32) -> Result<(), DbErr> {
    let transaction = scope.portal.db.begin().await?;
    if mark(&transaction, scope, api, last_day, days).await? {
        let news = News::Ending { api: api.id, days };
        jobs::announce(&transaction, scope, news).await?;
    }
    transaction.commit().await
}

/// Marks a notice as sent; tells whether it was not marked before.
async fn mark(
    transaction: &Transaction,
    scope: &Scope,
    api: &Api,
    last_day: NaiveDate,
    days: i32,
) -> Result<bool, DbErr> {
    let row = ActiveModel {
        api_id: Set(api.id),
        last_day: Set(last_day),
        days: Set(days),
        at: Set(scope.now()),
    };
    let key = [Column::ApiId, Column::LastDay, Column::Days];
    let inserted = Entity::insert(row)
        .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    Ok(inserted == 1)
}
