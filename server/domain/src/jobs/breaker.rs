//! A circuit breaker for the mail server. While the server cannot be used, one mail is tried now
//! and then; the first one that it accepts releases all others.

use std::{sync::Mutex, time::Duration};

use super::backoff;
use crate::{clock::Timestamp, random::Random};

/// The longest pause before a mail is tried.
const LONGEST: Duration = Duration::from_mins(5);

/// The breaker of one instance, since each one may reach the server or not.
#[derive(Default)]
pub struct Breaker(Mutex<Option<Pause>>);

struct Pause {
    /// The number of failures in a row.
    failures: i32,
    next_try: Timestamp,
    /// A mail is on its way, to find out whether the server is back.
    trying: bool,
}

impl Breaker {
    /// Whether the server cannot be used, as far as is known.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state().is_some()
    }

    /// How many of `free` mails may be tried now.
    pub(super) fn admits(&self, free: u64, now: Timestamp) -> u64 {
        match &mut *self.state() {
            None => free,
            Some(pause) if pause.trying || now < pause.next_try => 0,
            Some(pause) => {
                pause.trying = free > 0;
                free.min(1)
            }
        }
    }

    /// Releases the trial, since there was no mail to send.
    pub(super) fn release_trial(&self) {
        if let Some(pause) = &mut *self.state() {
            pause.trying = false;
        }
    }

    /// The server accepted a mail, or refused only this one. Returns whether that ends a pause.
    pub(super) fn record_answer(&self) -> bool {
        self.state().take().is_some()
    }

    /// The server cannot be used. Returns whether that begins a pause.
    pub(super) fn record_failure(&self, now: Timestamp, random: &dyn Random) -> bool {
        let mut state = self.state();
        let failures = match &*state {
            None => 1,
            Some(pause) if pause.trying => pause.failures.saturating_add(1),
            // This mail was on its way already when the first one failed.
            Some(_) => return false,
        };
        let wait = backoff::after(failures, random).min(LONGEST);
        *state = Some(Pause {
            failures,
            next_try: now + wait,
            trying: false,
        });
        failures == 1
    }

    fn state(&self) -> std::sync::MutexGuard<'_, Option<Pause>> {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::*;
    use crate::random::SystemRandom;

    fn at(seconds: i64) -> Timestamp {
        DateTime::from_timestamp(1_785_758_400, 0).unwrap() + TimeDelta::seconds(seconds)
    }

    #[test]
    fn after_a_failure_one_mail_is_tried_alone_and_its_success_releases_all() {
        let breaker = Breaker::default();
        assert_eq!(breaker.admits(4, at(0)), 4);
        assert!(breaker.record_failure(at(0), &SystemRandom));
        assert!(!breaker.record_failure(at(0), &SystemRandom));
        assert!(breaker.is_open());
        assert_eq!(breaker.admits(4, at(0)), 0);
        assert_eq!(breaker.admits(4, at(1)), 1);
        assert_eq!(breaker.admits(4, at(1)), 0);
        assert!(breaker.record_answer());
        assert!(!breaker.is_open());
        assert!(!breaker.record_answer());
        assert_eq!(breaker.admits(4, at(1)), 4);
    }

    #[test]
    fn the_pause_grows_to_five_minutes_and_not_beyond() {
        let breaker = Breaker::default();
        breaker.record_failure(at(0), &SystemRandom);
        let mut now = 0;
        for _ in 0..30 {
            now += 300;
            assert_eq!(breaker.admits(4, at(now)), 1);
            assert!(!breaker.record_failure(at(now), &SystemRandom));
            assert_eq!(breaker.admits(4, at(now)), 0);
        }
        assert_eq!(breaker.admits(4, at(now + 149)), 0);
    }

    #[test]
    fn a_try_without_a_mail_is_kept_for_the_next() {
        let breaker = Breaker::default();
        breaker.record_failure(at(0), &SystemRandom);
        assert_eq!(breaker.admits(0, at(1)), 0);
        assert_eq!(breaker.admits(4, at(1)), 1);
        breaker.release_trial();
        assert_eq!(breaker.admits(4, at(1)), 1);
    }
}
