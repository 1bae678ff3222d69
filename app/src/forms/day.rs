//! Days and times as fields for them send them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use domain::clock::Timestamp;

use super::FieldError;

/// The end of the day that was typed: the first moment of the next, in the portal's zone.
///
/// # Errors
/// When nothing was typed, or what is no day of these centuries.
pub fn end_of_day(typed: &str, zone: Tz) -> Result<Timestamp, FieldError> {
    let next = day(typed)?.succ_opt();
    next.and_then(|day| first_moment(day, zone))
        .ok_or(FieldError::Date)
}

/// The first moment of the day that was typed, in the portal's zone.
///
/// # Errors
/// As [`end_of_day`].
pub fn start_of_day(typed: &str, zone: Tz) -> Result<Timestamp, FieldError> {
    first_moment(day(typed)?, zone).ok_or(FieldError::Date)
}

/// The day that was typed.
///
/// # Errors
/// When nothing was typed, or what is no day of these centuries.
pub fn day(typed: &str) -> Result<NaiveDate, FieldError> {
    if typed.trim().is_empty() {
        return Err(FieldError::Required);
    }
    let day = NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d").ok();
    day.filter(|day| (2000..=2999).contains(&day.year()))
        .ok_or(FieldError::Date)
}

/// As fields for a day with a time of day send it.
const DATE_TIME: &str = "%Y-%m-%dT%H:%M";

/// The time that was typed, in the portal's zone.
///
/// # Errors
/// When nothing was typed, or what is no time of these centuries.
pub fn date_time(typed: &str, zone: Tz) -> Result<Timestamp, FieldError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(FieldError::Required);
    }
    // Whoever types it by hand leaves the letter out, and some browsers send seconds.
    let typed = typed.replacen(' ', "T", 1);
    let minutes = typed.get(..16).unwrap_or(&typed);
    let local = NaiveDateTime::parse_from_str(minutes, DATE_TIME).ok();
    let local = local.filter(|local| (2000..=2999).contains(&local.year()));
    let at = local.and_then(|local| zone.from_local_datetime(&local).earliest());
    at.map(|at| at.to_utc()).ok_or(FieldError::Date)
}

/// A time as its field shows it.
#[must_use]
pub fn typed_date_time(at: Timestamp, zone: Tz) -> String {
    at.with_timezone(&zone).format(DATE_TIME).to_string()
}

/// Midnight, or an hour later on a day that begins with summer time.
fn first_moment(day: NaiveDate, zone: Tz) -> Option<Timestamp> {
    let at = |hour| {
        let local = day.and_hms_opt(hour, 0, 0)?;
        zone.from_local_datetime(&local).earliest()
    };
    let first = at(0).or_else(|| at(1))?;
    Some(first.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use chrono_tz::{America::Sao_Paulo, UTC};

    use super::*;

    #[test]
    fn a_day_ends_where_the_portal_is() {
        let end = |typed, zone| end_of_day(typed, zone).map(|at| at.to_rfc3339());
        let expected = |at: &str| Ok(at.to_owned());
        assert_eq!(
            end("2026-12-31", Sao_Paulo),
            expected("2027-01-01T03:00:00+00:00")
        );
        assert_eq!(
            end(" 2026-12-31 ", UTC),
            expected("2027-01-01T00:00:00+00:00")
        );
        // There was no midnight on the day that summer time began.
        assert_eq!(
            end("2018-11-03", Sao_Paulo),
            expected("2018-11-04T03:00:00+00:00")
        );
    }

    #[test]
    fn a_time_is_one_where_the_portal_is() {
        let at = |typed| date_time(typed, Sao_Paulo).map(|at| at.to_rfc3339());
        let nine = Ok("2026-11-21T12:05:00+00:00".to_owned());
        for typed in [
            "2026-11-21T09:05",
            " 2026-11-21 09:05",
            "2026-11-21T09:05:59",
        ] {
            assert_eq!(at(typed), nine, "{typed}");
        }
        // There was no midnight on the day that summer time began.
        for typed in ["2018-11-04T00:30", "2026-11-21", "21/11/2026 9:05", "agora"] {
            assert_eq!(at(typed), Err(FieldError::Date), "{typed}");
        }
        assert_eq!(at(" "), Err(FieldError::Required));
        let shown = typed_date_time("2026-11-21T12:05:00Z".parse().unwrap(), Sao_Paulo);
        assert_eq!(shown, "2026-11-21T09:05");
    }

    #[test]
    fn what_is_no_day_is_refused() {
        assert_eq!(end_of_day(" ", UTC), Err(FieldError::Required));
        for typed in [
            "amanhã",
            "2026-02-30",
            "31/12/2026",
            "+262142-12-31",
            "0026-12-31",
        ] {
            assert_eq!(end_of_day(typed, UTC), Err(FieldError::Date), "{typed}");
        }
    }
}
