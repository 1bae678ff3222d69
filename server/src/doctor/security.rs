//! Checks the contact for security reports (RFC 9116 §2.5.5).

use app::web::SecurityContact;
use chrono::TimeDelta;
use domain::clock::{Clock, SystemClock, Timestamp};

use super::{CheckResult, Problem};

/// The longest validity that the standard recommends.
const FURTHEST: TimeDelta = TimeDelta::days(366);

pub fn check(contact: &SecurityContact) -> CheckResult {
    at(contact, SystemClock.now())
}

fn at(contact: &SecurityContact, now: Timestamp) -> CheckResult {
    let day = contact.expires.date_naive();
    if contact.expires <= now {
        return Err(Problem::new(
            format!("security.txt expired on {day}: nobody relies on it"),
            "see that the contact still holds, and set BALCAO_SECURITY_EXPIRES anew",
        ));
    }
    if contact.expires - now > FURTHEST {
        return Err(Problem::new(
            format!("security.txt expires on {day}, more than a year ahead"),
            "set BALCAO_SECURITY_EXPIRES to a day within a year",
        ));
    }
    Ok(format!("security.txt holds until {day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_holds_for_a_year_at_most() {
        let now: Timestamp = "2026-09-07T12:00:00Z".parse().unwrap();
        let found = |expires: &str| {
            let contact = SecurityContact {
                addresses: vec!["mailto:seguranca@empresa.com.br".to_owned()],
                expires: expires.parse().unwrap(),
            };
            at(&contact, now).is_ok()
        };
        assert!(found("2027-06-30T00:00:00Z"));
        assert!(!found("2026-09-07T12:00:00Z"));
        assert!(!found("2028-01-01T00:00:00Z"));
    }
}
