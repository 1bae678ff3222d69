//! Sessions that were read from the database a moment ago.
//!
//! A signed-in reader's page asks who they are each time, and on `SQLite` that question costs as
//! much as a page. The answer is believed for as long as what is held of access tokens
//! ([`domain::oauth::FRESH_FOR`]), counted from before the question. Whatever may have changed a
//! session here, any request but one to read, asks anew and has all answers forgotten; so what is
//! ended here is ended at once, and elsewhere within half a second.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use domain::{
    DbErr, Portal,
    accounts::{AuthenticatedSession, sessions},
    clock::Timestamp,
    oauth::FRESH_FOR,
    token::{Token, TokenHash},
};

/// More sessions than one instance serves in half a second.
const MAX_KEPT_SESSIONS: usize = 10_000;

#[derive(Default)]
pub struct Sessions(Mutex<SessionCache>);

#[derive(Default)]
struct SessionCache {
    answers: HashMap<TokenHash, Answer>,
    /// How often all was forgotten: an answer to a question from before is not kept.
    forgotten: u64,
}

struct Answer {
    session: AuthenticatedSession,
    lookup_time: LookupTime,
}

/// When the database was asked, by the machine and by the portal's clock.
#[derive(Clone, Copy)]
struct LookupTime {
    machine: Instant,
    portal: Timestamp,
}

impl LookupTime {
    fn now(portal: &Portal) -> Self {
        Self {
            machine: Instant::now(),
            portal: portal.now(),
        }
    }

    fn is_fresh(self, now: Self) -> bool {
        let passed = (now.portal - self.portal).to_std();
        now.machine.duration_since(self.machine) < FRESH_FOR
            && passed.is_ok_and(|passed| passed < FRESH_FOR)
    }
}

impl Sessions {
    /// Who reads; the answer of a moment ago is good enough.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of_reader(
        &self,
        portal: &Portal,
        token: &Token,
    ) -> Result<Option<AuthenticatedSession>, DbErr> {
        let (hash, lookup_time) = (token.hash(), LookupTime::now(portal));
        let forgotten = {
            let cache = self.lock();
            if let Some(answer) = cache.answers.get(&hash)
                && answer.lookup_time.is_fresh(lookup_time)
            {
                return Ok(Some(answer.session.clone()));
            }
            cache.forgotten
        };
        let session = sessions::authenticate(portal, token).await?;
        if let Some(session) = session.clone() {
            self.keep(
                hash,
                Answer {
                    session,
                    lookup_time,
                },
                forgotten,
            );
        }
        Ok(session)
    }

    fn keep(&self, hash: TokenHash, answer: Answer, forgotten: u64) {
        let mut cache = self.lock();
        if cache.forgotten != forgotten {
            return;
        }
        if cache.answers.len() >= MAX_KEPT_SESSIONS {
            cache
                .answers
                .retain(|_, kept| kept.lookup_time.is_fresh(answer.lookup_time));
        }
        if cache.answers.len() < MAX_KEPT_SESSIONS {
            cache.answers.insert(hash, answer);
        }
    }

    /// After anything that may have changed a session, its person or their roles.
    pub fn forget(&self) {
        let mut cache = self.lock();
        cache.forgotten += 1;
        cache.answers.clear();
    }

    fn lock(&self) -> MutexGuard<'_, SessionCache> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Has all forgotten once a request is over, however it ends.
pub struct ForgetAfter<'a>(pub &'a Sessions);

impl Drop for ForgetAfter<'_> {
    fn drop(&mut self) {
        self.0.forget();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use chrono::{DateTime, TimeDelta};
    use domain::{CurrentSession, OwnFactors, Person, accounts::SessionKind, random::SystemRandom};
    use locales::Locale;
    use uuid::Uuid;

    use super::*;

    fn lookup_time() -> LookupTime {
        LookupTime {
            machine: Instant::now(),
            portal: DateTime::from_timestamp(1_785_758_400, 0).unwrap(),
        }
    }

    fn answer(lookup_time: LookupTime) -> Answer {
        let person = Person {
            id: Uuid::from_u128(1).into(),
            given_name: "Ana".to_owned(),
            family_name: "Souza".to_owned(),
            email: "ana@empresa.com.br".to_owned(),
            roles: vec![],
        };
        Answer {
            session: AuthenticatedSession {
                person,
                session: CurrentSession {
                    id: Uuid::from_u128(2).into(),
                    kind: SessionKind::Full,
                    confirmed_at: lookup_time.portal,
                    lacks_factor: false,
                    factors: OwnFactors::default(),
                },
                locale: Locale::PtBr,
            },
            lookup_time,
        }
    }

    fn hash() -> TokenHash {
        Token::generate(&SystemRandom).hash()
    }

    #[test]
    fn what_was_asked_before_a_change_is_not_kept() {
        let sessions = Sessions::default();
        let before = sessions.lock().forgotten;
        sessions.keep(hash(), answer(lookup_time()), before);
        assert_eq!(sessions.lock().answers.len(), 1);
        drop(ForgetAfter(&sessions));
        assert_eq!(sessions.lock().answers.len(), 0);
        sessions.keep(hash(), answer(lookup_time()), before);
        assert_eq!(sessions.lock().answers.len(), 0);
    }

    #[test]
    fn an_answer_is_believed_for_half_a_second_of_either_clock() {
        let first = lookup_time();
        let later = |machine, portal| LookupTime {
            machine: first.machine + machine,
            portal: first.portal + TimeDelta::from_std(portal).unwrap(),
        };
        let (none, moment) = (Duration::ZERO, Duration::from_micros(1));
        let nearly = FRESH_FOR.checked_sub(moment).unwrap();
        assert!(first.is_fresh(later(nearly, nearly)));
        assert!(!first.is_fresh(later(FRESH_FOR, none)));
        assert!(!first.is_fresh(later(none, FRESH_FOR)));
        assert!(!later(none, moment).is_fresh(first));
    }

    #[test]
    fn strangers_fill_no_memory() {
        let sessions = Sessions::default();
        let at_once = lookup_time();
        for _ in 0..MAX_KEPT_SESSIONS + 10 {
            sessions.keep(hash(), answer(at_once), 0);
        }
        assert_eq!(sessions.lock().answers.len(), MAX_KEPT_SESSIONS);
    }
}
