//! Who is asking, and from where.

use std::{net::IpAddr, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::{
    Portal, Role,
    clock::Timestamp,
    ids::{AccountId, ClientId, IdempotentCallId, SessionId},
    token::Token,
    vocabulary::SessionKind,
};

/// A person with an account.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: AccountId,
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

/// The session that a person acts in.
#[derive(Clone, Copy, Debug)]
pub struct CurrentSession {
    pub id: SessionId,
    pub kind: SessionKind,
    /// When the person last gave the password, or a link in its place, in this session.
    pub confirmed_at: Timestamp,
    /// Whether the person has roles that they may use only with a second factor, and has none: they
    /// act without their roles.
    pub lacks_factor: bool,
    pub factors: OwnFactors,
}

/// The second factors of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnFactors {
    pub has_app: bool,
    pub has_passkey: bool,
}

/// The client that a program acts by.
#[derive(Clone, Copy, Debug)]
pub struct ActingClient {
    pub id: ClientId,
    /// Whether the person let it, by their password or on the page that asks; otherwise
    /// administrators did.
    pub is_by_person: bool,
}

#[derive(Clone, Debug)]
pub enum Actor {
    Visitor,
    /// A person in a browser.
    Person(Person, CurrentSession),
    /// A program that acts for a person, by a token of this client.
    Client(Person, ActingClient),
    /// The portal itself: its worker and its command line.
    System,
}

/// A call that is done once, as it was begun: whoever takes it over begins it anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BegunCall {
    pub(crate) id: IdempotentCallId,
    pub(crate) begun_at: Timestamp,
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
    /// The call that is being done, of a program that may send it again.
    pub idempotent_call: Option<BegunCall>,
}

impl Scope {
    #[must_use]
    pub fn visitor(portal: Arc<Portal>, origin: Origin) -> Self {
        Self {
            portal,
            actor: Actor::Visitor,
            origin,
            browser: None,
            idempotent_call: None,
        }
    }

    #[must_use]
    pub fn system(portal: Arc<Portal>) -> Self {
        Self {
            portal,
            actor: Actor::System,
            origin: Origin::default(),
            browser: None,
            idempotent_call: None,
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

    /// The signed-in person, or whom a program acts for. A person whose session a link opened is not
    /// signed in until the password is set.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        match &self.actor {
            Actor::Person(person, session) if session.kind == SessionKind::Full => Some(person),
            Actor::Client(person, _) => Some(person),
            Actor::Person(..) | Actor::Visitor | Actor::System => None,
        }
    }

    /// The client of the program that asks.
    #[must_use]
    pub fn client_id(&self) -> Option<ClientId> {
        match self.actor {
            Actor::Client(_, client) => Some(client.id),
            Actor::Person(..) | Actor::Visitor | Actor::System => None,
        }
    }

    /// # Errors
    /// [`Forbidden`] unless a person is signed in, or a program acts for one.
    pub fn require_signed_in(&self) -> Result<&Person, Forbidden> {
        self.person().ok_or(Forbidden)
    }

    /// Whether the person gave the password recently enough for acts that an open browser must not
    /// be enough for (ASVS 5.0, 7.5.3).
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        let lifetime = self.portal.settings.lifetimes.confirmation;
        self.require_in_person()
            .is_ok_and(|(_, session)| self.now() < session.confirmed_at + lifetime)
    }

    /// Whether the asker may make and revoke keys now: a person who gave the password recently, or a
    /// program that the person let act. No administrator gets at the keys of others by a client.
    #[must_use]
    pub fn may_change_keys(&self) -> bool {
        match &self.actor {
            Actor::Client(..) => !self.is_by_administrators(),
            Actor::Person(..) | Actor::Visitor | Actor::System => self.is_confirmed(),
        }
    }

    /// Whether a program asks that administrators let act for the person, and not the person.
    #[must_use]
    pub const fn is_by_administrators(&self) -> bool {
        match &self.actor {
            Actor::Client(_, client) => !client.is_by_person,
            Actor::Person(..) | Actor::Visitor | Actor::System => false,
        }
    }

    /// For acts that are open to people who have not set a password yet.
    ///
    /// # Errors
    /// [`Forbidden`] unless the asker has a session, opened by a link or a password, and gave the
    /// second factor if there is one.
    pub fn require_session(&self) -> Result<(&Person, CurrentSession), Forbidden> {
        let known =
            |(_, session): &(_, CurrentSession)| session.kind != SessionKind::AwaitingFactor;
        self.any_session().filter(known).ok_or(Forbidden)
    }

    /// For giving the second factor, which such a session is for.
    ///
    /// # Errors
    /// [`Forbidden`] unless the asker gave the right password and the second factor is left.
    pub fn require_awaiting_factor(&self) -> Result<(&Person, CurrentSession), Forbidden> {
        let waits =
            |(_, session): &(_, CurrentSession)| session.kind == SessionKind::AwaitingFactor;
        self.any_session().filter(waits).ok_or(Forbidden)
    }

    const fn any_session(&self) -> Option<(&Person, CurrentSession)> {
        match &self.actor {
            Actor::Person(person, session) => Some((person, *session)),
            Actor::Client(..) | Actor::Visitor | Actor::System => None,
        }
    }

    /// The second factors of the person, who may have given the password alone so far.
    #[must_use]
    pub fn factors(&self) -> OwnFactors {
        let session = self.any_session();
        session.map_or_else(OwnFactors::default, |(_, session)| session.factors)
    }

    /// Whether the person has roles and lacks the second factor that these need.
    #[must_use]
    pub fn lacks_factor(&self) -> bool {
        let session = self.any_session();
        session.is_some_and(|(_, session)| session.lacks_factor)
    }

    /// For acts that no program does for somebody.
    ///
    /// # Errors
    /// [`Forbidden`] unless a person is signed in.
    pub fn require_in_person(&self) -> Result<(&Person, CurrentSession), Forbidden> {
        let signed_in = |(_, session): &(_, CurrentSession)| session.kind == SessionKind::Full;
        self.require_session()
            .ok()
            .filter(signed_in)
            .ok_or(Forbidden)
    }

    /// # Errors
    /// [`Forbidden`] unless the asker is the portal itself or a person with `role`.
    pub fn require(&self, role: Role) -> Result<(), Forbidden> {
        let may = match self.actor {
            Actor::System => true,
            Actor::Person(..) | Actor::Client(..) | Actor::Visitor => {
                self.person().is_some_and(|it| it.has(role))
            }
        };
        may.then_some(()).ok_or(Forbidden)
    }

    /// The account that acts; none for visitors and the portal itself.
    #[must_use]
    pub fn account_id(&self) -> Option<AccountId> {
        match &self.actor {
            Actor::Person(person, _) | Actor::Client(person, _) => Some(person.id),
            Actor::Visitor | Actor::System => None,
        }
    }
}
