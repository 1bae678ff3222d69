//! Accounts as people know them: what they do, and what comes of it.

mod acts;
mod administration;
mod browsers;
mod confirming;
mod creation;
mod factors;
mod future;
mod links;
mod passkeys;
mod passwords;
mod profile;
mod registration;
mod sessions;
mod sign_in;
mod stale;
mod support;
mod terms;
mod throttle;

use std::time::Duration;

use locales::Locale;
use sea_orm::{EntityTrait, QueryOrder};
use values::{NewPassword, PersonName};

use super::{
    AccountWork, AuthenticatedSession, Email, OpenedSession, Registration, SignInError,
    links as one_time, set_password, sign_in as signing_in,
};
use crate::{
    Actor, Scope,
    entities::{account, audit_event, job},
    ids::JobId,
    jobs::{Job, Mail, WorkHandler},
    testing::{PASSWORD, TestPortal, portal},
    token::Token,
};

const ANA: &str = "ana.souza@empresa.com.br";
const BIA: &str = "bia@empresa.com.br";
const FIREFOX: &str = "Firefox, Linux";
const MILLISECOND: Duration = Duration::from_millis(1);
const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);

fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

fn password(text: &str) -> NewPassword {
    NewPassword::parse(text, &[]).unwrap()
}

fn registration(address: &str) -> Registration {
    Registration {
        given_name: name("Ana"),
        family_name: name("Souza"),
        email: email(address),
        locale: Locale::PtBr,
    }
}

impl TestPortal {
    /// Fills in the form and waits for the mail.
    async fn registers(&self, address: &str) -> Vec<Mail> {
        super::register(&self.scope(), &self.incidents, registration(address))
            .await
            .unwrap();
        self.mails().await
    }

    async fn forgets_the_password(&self, address: &str) -> Vec<Mail> {
        super::request_reset(&self.scope(), &self.incidents, email(address))
            .await
            .unwrap();
        self.mails().await
    }

    /// Does what is queued, and gives the mails that would be sent.
    async fn mails(&self) -> Vec<Mail> {
        let mut mails = Vec::new();
        loop {
            let jobs = self.jobs().await;
            if jobs.is_empty() {
                return mails;
            }
            for (row, job) in jobs {
                job::Entity::delete_by_id(row)
                    .exec(self.portal.db.writer())
                    .await
                    .unwrap();
                match job {
                    Job::Mail(mail) => mails.push(mail),
                    other => self.works_at(other).await,
                }
            }
        }
    }

    async fn jobs(&self) -> Vec<(JobId, Job)> {
        let rows = job::Entity::find()
            .order_by_asc(job::Column::Id)
            .all(self.portal.db.writer())
            .await
            .unwrap();
        rows.into_iter()
            .map(|row| (row.id, serde_json::from_str(&row.payload).unwrap()))
            .collect()
    }

    async fn works_at(&self, job: Job) {
        let transaction = self.portal.db.begin().await.unwrap();
        let work = AccountWork::new(self.portal.clone(), self.vault.clone());
        match job {
            Job::Register(asked) => work.register(&transaction, asked).await,
            Job::RequestReset(asked) => work.reset(&transaction, asked).await,
            other => unreachable!("nobody is told here: {other:?}"),
        }
        .unwrap();
        transaction.commit().await.unwrap();
    }

    /// The link in the only mail of `mails`, but for those that tell of a sign-in.
    async fn link_in(&self, mails: &[Mail]) -> Token {
        let others = mails.iter();
        let others = others.filter(|mail| !matches!(mail, Mail::NewSignIn { .. }));
        let [Mail::RegistrationLink { link, .. } | Mail::ResetLink { link, .. }] =
            others.collect::<Vec<_>>()[..]
        else {
            panic!("not one link: {mails:?}");
        };
        let issued = one_time::issue(&self.system(), &self.vault, *link)
            .await
            .unwrap();
        issued.unwrap().token
    }

    /// Registers, opens the link and presses the button.
    async fn comes_in(&self, address: &str) -> Scope {
        let mails = self.registers(address).await;
        let link = self.link_in(&mails).await;
        self.uses(&link).await
    }

    async fn uses(&self, link: &Token) -> Scope {
        let session = one_time::consume(&self.scope(), &self.vault, link, FIREFOX, None)
            .await
            .unwrap();
        self.with(&session).await
    }

    async fn with(&self, session: &OpenedSession) -> Scope {
        let seen = self.sees(session).await.unwrap();
        Scope {
            actor: Actor::Person(seen.person, seen.session),
            ..self.scope()
        }
    }

    /// Whom the portal sees behind a session, if anybody.
    async fn sees(&self, session: &OpenedSession) -> Option<AuthenticatedSession> {
        super::sessions::authenticate(&self.portal, &session.token)
            .await
            .unwrap()
    }

    async fn signs_in(&self, address: &str, password: &str) -> Result<OpenedSession, SignInError> {
        self.signs_in_from("203.0.113.7", address, password).await
    }

    async fn signs_in_from(
        &self,
        network: &str,
        address: &str,
        password: &str,
    ) -> Result<OpenedSession, SignInError> {
        let visitor = self.visitor_from(network);
        signing_in(
            &visitor,
            &visitor.services().passwords,
            address,
            password,
            FIREFOX,
            None,
        )
        .await
    }

    async fn account_of(&self, address: &str) -> Option<account::Model> {
        super::lookup::by_email(self.portal.db.writer(), &email(address))
            .await
            .unwrap()
    }

    /// What the trail says, the latest last.
    async fn trail(&self) -> Vec<audit_event::Model> {
        audit_event::Entity::find()
            .order_by_asc(audit_event::Column::At)
            .all(self.portal.db.writer())
            .await
            .unwrap()
    }
}

/// Registered, come in, and with a password.
async fn ana() -> (TestPortal, OpenedSession) {
    let portal = portal().await;
    let scope = portal.comes_in(ANA).await;
    let session = set_password(&scope, &portal.passwords, password(PASSWORD), FIREFOX)
        .await
        .unwrap();
    (portal, session)
}
