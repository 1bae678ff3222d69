//! Who is asking, and from where.

use std::{net::IpAddr, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::{
    Portal, Role,
    clock::Timestamp,
    ids::{AccountId, SessionId},
    token::Token,
    vocabulary::SessionKind,
};

/// A signed-in person.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: AccountId,
    pub session: SessionId,
    pub session_kind: SessionKind,
    /// When the person last gave the password, or a link in its place, in this session.
    pub confirmed_at: Timestamp,
    pub given_name: String,
    pub family_name: String,
    pub email: String,
    pub roles: Vec<Role>,
}

impl Person {
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

#[derive(Clone, Debug)]
pub enum Actor {
    Visitor,
    Person(Person),
    /// The portal itself: its worker and its command line.
    System,
}

/// Where a request came from. Changes record it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pub address: Option<IpAddr>,
    pub request_id: Option<String>,
}

/// The asker is not allowed to do this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not allowed")]
pub struct Forbidden;

/// Who is asking, from where, of which portal: the first argument of the domain's functions.
#[derive(Clone)]
pub struct Scope {
    pub portal: Arc<Portal>,
    pub actor: Actor,
    pub origin: Origin,
    /// The token that the asker's browser is known by.
    pub browser: Option<Token>,
}

impl Scope {
    #[must_use]
    pub fn visitor(portal: Arc<Portal>, origin: Origin) -> Self {
        Self {
            portal,
            actor: Actor::Visitor,
            origin,
            browser: None,
        }
    }

    #[must_use]
    pub fn system(portal: Arc<Portal>) -> Self {
        Self {
            portal,
            actor: Actor::System,
            origin: Origin::default(),
            browser: None,
        }
    }

    /// The same asker, with a browser that has this token.
    #[must_use]
    pub fn with_browser(self, browser: Option<Token>) -> Self {
        Self { browser, ..self }
    }

    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.portal.clock.now()
    }

    /// The signed-in person. A person whose session a link opened is not signed in until the
    /// password is set.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        self.anybody()
            .filter(|person| person.session_kind == SessionKind::Full)
    }

    fn anybody(&self) -> Option<&Person> {
        match &self.actor {
            Actor::Person(person) => Some(person),
            Actor::Visitor | Actor::System => None,
        }
    }

    /// # Errors
    /// [`Forbidden`] unless a person is signed in.
    pub fn require_signed_in(&self) -> Result<&Person, Forbidden> {
        self.person().ok_or(Forbidden)
    }

    /// Whether the person gave the password recently enough for acts that an open browser must not
    /// be enough for (ASVS 5.0, 7.5.3).
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        let lifetime = self.portal.settings.lifetimes.confirmation;
        self.person()
            .is_some_and(|person| self.now() < person.confirmed_at + lifetime)
    }

    /// For acts that are open to people who have not set a password yet.
    ///
    /// # Errors
    /// [`Forbidden`] unless the asker has a session, opened by a link or a password.
    pub fn require_session(&self) -> Result<&Person, Forbidden> {
        self.anybody().ok_or(Forbidden)
    }

    /// # Errors
    /// [`Forbidden`] unless the asker is the portal itself or a person with `role`.
    pub fn require(&self, role: Role) -> Result<(), Forbidden> {
        let may = match self.actor {
            Actor::System => true,
            Actor::Person(_) | Actor::Visitor => self.person().is_some_and(|it| it.has(role)),
        };
        may.then_some(()).ok_or(Forbidden)
    }

    /// The account that acts; none for visitors and the portal itself.
    #[must_use]
    pub fn account_id(&self) -> Option<AccountId> {
        self.anybody().map(|person| person.id)
    }
}
