//! APIs that end on the day that was said.

use chrono::{NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Tz;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    ApiState, Catalogue,
    edit::{Edit, today},
};
use crate::{Error, Scope, audit::Action, clock::Timestamp, entities::api};

/// When a day is over, where the portal is.
#[must_use]
pub fn end_of(day: NaiveDate, zone: Tz) -> Timestamp {
    let next = day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN);
    // Where clocks go forward at midnight, the day begins an hour later.
    let begins = zone.from_local_datetime(&next).earliest();
    begins.map_or_else(|| next.and_utc(), |begins| begins.to_utc())
}

/// Retires the deprecated APIs whose last day is over. Returns how many there were.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn retire_ended(scope: &Scope, catalogue: &Catalogue) -> Result<usize, Error> {
    let portal = &scope.portal;
    let today = today(scope);
    let ended = || {
        api::Entity::find()
            .filter(api::Column::State.eq(ApiState::Deprecated))
            .filter(api::Column::SunsetOn.lt(today))
    };
    if ended().one(portal.db.reader()).await?.is_none() {
        return Ok(0);
    }
    let edit = Edit::begin(scope).await?;
    let rows = ended().all(&edit.transaction).await?;
    let count = rows.len();
    for mut row in rows {
        let details = format!("{} → {}", row.state, ApiState::Retired);
        row.state = ApiState::Retired;
        row.sunset_on = None;
        row.deprecated_at = None;
        let action = Action::ApiStateChanged;
        edit.record(action, row.id, Some(details)).await?;
        edit.store(row).await?;
    }
    edit.transaction.commit().await?;
    catalogue.refresh(&portal.db).await?;
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_over_where_the_portal_is() {
        let day = |text: &str| text.parse().unwrap();
        let end = end_of(day("2026-11-30"), chrono_tz::America::Sao_Paulo);
        assert_eq!(end.to_rfc3339(), "2026-12-01T03:00:00+00:00");
        // On 4 November 2018, clocks there went from midnight to one.
        let end = end_of(day("2018-11-03"), chrono_tz::America::Sao_Paulo);
        assert!(end.to_rfc3339().starts_with("2018-11-04T0"));
    }
}
