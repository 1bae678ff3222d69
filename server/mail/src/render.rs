//! From a mail in the queue to a message in its reader's language.

use chrono::TimeDelta;
use locales::{Locale, mail as t, names, support};
use sea_orm::DbErr;

use super::{
    Message, access, client, conditions, factor, group, inquiry,
    letters::{
        AlreadyRegistered, Frame, Letter, Parts, PasswordChanged, RegistrationLink, ResetLink,
        RolesChanged,
    },
    links, manager, messages, news, quota, request, secret, team, webhook,
};
use domain::{
    Portal, Role, Scope, Services,
    accounts::{self, Contact, Email, IssuedLink},
    applications::ApplicationState::{Approved, Revoked, Suspended},
    credentials::Vault,
    ids::{AccountId, LinkId},
    jobs::Mail,
};

/// Why a mail cannot be written. The cause is in the log alone.
#[derive(Debug, thiserror::Error)]
#[error("the mail cannot be rendered")]
pub enum RenderError {
    Database(#[from] DbErr),
    Template(#[from] askama::Error),
}

/// A message to send, if there still is one.
pub(crate) type Rendered = Result<Option<Message>, RenderError>;

/// The message to send; none when what it would tell is no longer so, or its reader is gone.
pub(crate) async fn render(scope: &Scope, services: &Services, mail: &Mail) -> Rendered {
    let (vault, catalogue) = (&services.vault, &services.catalogue);
    match *mail {
        Mail::RegistrationLink { account, link } => {
            registration_link(scope, vault, account, link).await
        }
        Mail::ResetLink { account, link } => reset_link(scope, vault, account, link).await,
        Mail::AlreadyRegistered { account } => already_registered(scope, account).await,
        Mail::PasswordChanged { account } => password_changed(scope, account).await,
        Mail::NewSignIn {
            account,
            session,
            at,
        } => factor::new_sign_in(scope, account, (session, at)).await,
        Mail::SecondFactorChanged { account, change } => {
            factor::changed(scope, account, change).await
        }
        Mail::RolesChanged {
            account,
            ref before,
            ref after,
        } => roles_changed(scope, account, before, after).await,
        Mail::ClientChanged { client, act } => client::changed(scope, client, act).await,
        Mail::ProgramAllowed { family } => client::allowed(scope, catalogue, family).await,
        Mail::RequestReceived { request } => request::received(scope, catalogue, request).await,
        Mail::DecisionAwaited { request, manager } => {
            request::decision_awaited(scope, catalogue, request, manager).await
        }
        Mail::DecisionsAwaited { manager, since } => {
            request::more_awaited(scope, manager, since).await
        }
        Mail::RequestAssigned {
            request,
            manager,
            by,
        } => manager::assigned(scope, catalogue, request, manager, by).await,
        Mail::RequestDigest { manager, since } => {
            manager::digest(scope, catalogue, manager, since).await
        }
        Mail::ManagerCoverage { manager } => manager::coverage(scope, catalogue, manager).await,
        Mail::Decided { request } => request::decided(scope, catalogue, request).await,
        Mail::Cancelled { request } => request::cancelled(scope, catalogue, request).await,
        Mail::InquiryAsked { inquiry } => inquiry::asked(scope, catalogue, inquiry).await,
        Mail::InquiryWithdrawn { inquiry } => inquiry::withdrawn(scope, catalogue, inquiry).await,
        Mail::InquiryAnswered { inquiry } => inquiry::answered(scope, catalogue, inquiry).await,
        Mail::ConditionsChanged { application, to } => {
            conditions::changed(scope, catalogue, application, to).await
        }
        Mail::ContractEnds {
            application,
            ends_on,
            to,
        } => conditions::ends(scope, catalogue, application, ends_on, to).await,
        Mail::ContractEnded { application, to } => {
            conditions::ended(scope, catalogue, application, to).await
        }
        Mail::GroupAddress { group, by } => group::address(scope, vault, group, by).await,
        Mail::QuotaMark {
            application,
            percent,
        } => quota::mark(scope, catalogue, application, percent).await,
        Mail::Suspended { application, to } => {
            access::changed(scope, catalogue, application, Suspended, to).await
        }
        Mail::Resumed { application, to } => {
            access::changed(scope, catalogue, application, Approved, to).await
        }
        Mail::Revoked { application, to } => {
            access::changed(scope, catalogue, application, Revoked, to).await
        }
        Mail::SecretAdded { secret, by } => secret::added(scope, catalogue, secret, by).await,
        Mail::SecretRevoked { secret, by } => secret::revoked(scope, catalogue, secret, by).await,
        Mail::SecretsChanged { application, since } => {
            secret::changed(scope, catalogue, application, since).await
        }
        Mail::SecretExpires { secret } => secret::expires(scope, catalogue, secret).await,
        Mail::MessageArrived { message, to } => messages::arrived(scope, message, to).await,
        Mail::MessagesArrived { to, since } => messages::more_arrived(scope, to, since).await,
        Mail::MessageReceived { message } => messages::received(scope, message).await,
        Mail::MessageAnswered { answer } => messages::answered(scope, answer).await,
        Mail::WebhookPaused { webhook, cause, to } => {
            webhook::paused(scope, webhook, cause, to).await
        }
        Mail::ApiNews { to, news } => news::news(scope, services, to, news).await,
        Mail::GroupHandover { handover, to } => team::handed_over(scope, handover, to).await,
        Mail::GroupInvitation { invitation } => team::invited(scope, vault, invitation).await,
        Mail::InvitationAccepted {
            invitation,
            account,
        } => team::accepted(scope, invitation, account).await,
        Mail::MembershipChanged {
            group,
            account,
            role,
        } => team::changed(scope, group, account, role).await,
    }
}

/// Who a mail is for.
pub(super) struct Reader {
    pub email: Email,
    /// Whose address it is; nobody's for a group's.
    pub account: Option<AccountId>,
    pub name: String,
    pub locale: Locale,
}

impl Reader {
    pub async fn find(scope: &Scope, id: AccountId) -> Result<Option<Self>, DbErr> {
        let db = scope.portal.db.reader();
        let contact = accounts::by_ids(db, [id].into_iter()).await?.remove(&id);
        Ok(contact.map(Self::from))
    }

    pub fn message(self, portal: &Portal, letter: &impl Letter) -> Result<Message, RenderError> {
        let parts = letter.parts(Frame::of(portal, self.locale))?;
        Ok(parts.to(self.email, self.account))
    }
}

impl From<Contact> for Reader {
    fn from(contact: Contact) -> Self {
        Self {
            email: contact.email,
            account: Some(contact.id),
            name: contact.given_name,
            locale: contact.locale,
        }
    }
}

impl<'a> Frame<'a> {
    pub(super) fn of(portal: &'a Portal, locale: Locale) -> Self {
        Self {
            locale,
            brand: &portal.settings.brand_name,
            home: &portal.settings.public_url,
        }
    }
}

impl Parts {
    pub(super) fn to(self, to: Email, account: Option<AccountId>) -> Message {
        Message {
            to,
            account,
            reply_to: None,
            list: None,
            subject: self.subject,
            text: self.text,
            html: self.html,
        }
    }
}

async fn registration_link(
    scope: &Scope,
    vault: &Vault,
    account: AccountId,
    link: LinkId,
) -> Rendered {
    let Some((reader, link)) = link_for(scope, vault, account, link).await? else {
        return Ok(None);
    };
    let letter = RegistrationLink {
        name: first_word(&reader.name),
        link: links::one_time(&scope.portal, &link.token),
        good_for: duration(reader.locale, link.expires_at - scope.now()),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

async fn reset_link(scope: &Scope, vault: &Vault, account: AccountId, link: LinkId) -> Rendered {
    let Some((reader, link)) = link_for(scope, vault, account, link).await? else {
        return Ok(None);
    };
    let letter = ResetLink {
        name: reader.name.clone(),
        link: links::one_time(&scope.portal, &link.token),
        good_for: duration(reader.locale, link.expires_at - scope.now()),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// Whoever gets a first mail may not have asked for it, and the name in it is a stranger's: one word
/// of it is enough to greet with, and too little to say anything else.
pub(super) fn first_word(name: &str) -> String {
    name.split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// A link goes where it was asked for, also when the account has another address by now.
async fn link_for(
    scope: &Scope,
    vault: &Vault,
    account: AccountId,
    link: LinkId,
) -> Result<Option<(Reader, IssuedLink)>, DbErr> {
    let Some(reader) = Reader::find(scope, account).await? else {
        return Ok(None);
    };
    let issued = accounts::links::issue(scope, vault, link).await?;
    Ok(issued.map(|link| {
        let email = link.sent_to.clone();
        (Reader { email, ..reader }, link)
    }))
}

/// How long a link is good for, in words.
pub(super) fn duration(locale: Locale, duration: TimeDelta) -> String {
    let minutes = (duration.num_seconds() + 30) / 60;
    match (minutes / 60, minutes % 60) {
        (0, 1) => t::one_minute(locale).to_owned(),
        (1, 0) => t::one_hour(locale).to_owned(),
        (hours, 0) => t::hours(locale, hours),
        _ => t::minutes(locale, minutes),
    }
}

/// How long something still lasts, in words: days where there are two or more.
pub(super) fn left(locale: Locale, left: TimeDelta) -> String {
    let hours = (left.num_minutes() + 30) / 60;
    if hours < 48 {
        duration(locale, TimeDelta::hours(hours.max(1)))
    } else {
        t::days(locale, (hours + 12) / 24)
    }
}

async fn already_registered(scope: &Scope, account: AccountId) -> Rendered {
    let Some(reader) = Reader::find(scope, account).await? else {
        return Ok(None);
    };
    let letter = AlreadyRegistered {
        name: reader.name.clone(),
        sign_in: links::sign_in(&scope.portal),
        forgotten: links::forgotten_password(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

async fn password_changed(scope: &Scope, account: AccountId) -> Rendered {
    let Some(reader) = Reader::find(scope, account).await? else {
        return Ok(None);
    };
    let letter = PasswordChanged {
        name: reader.name.clone(),
        forgotten: links::forgotten_password(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

async fn roles_changed(
    scope: &Scope,
    account: AccountId,
    before: &[Role],
    after: &[Role],
) -> Rendered {
    let Some(reader) = Reader::find(scope, account).await? else {
        return Ok(None);
    };
    let letter = RolesChanged {
        name: reader.name.clone(),
        before: roles(before, reader.locale),
        after: roles(after, reader.locale),
        link: links::sign_in(&scope.portal),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

fn roles(roles: &[Role], locale: Locale) -> String {
    if roles.is_empty() {
        return t::roles_none(locale).to_owned();
    }
    let names: Vec<_> = roles.iter().map(|role| role_name(*role, locale)).collect();
    names::joined(&names, locale)
}

const fn role_name(role: Role, locale: Locale) -> &'static str {
    match role {
        Role::ContractManager => support::contract_manager(locale),
        Role::Support => support::support_role(locale),
        Role::Administrator => support::administrator(locale),
    }
}
