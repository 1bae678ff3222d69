//! Where mails lead. The addresses are the portal's own pages; the public URL from the settings
//! is all they start with, so that no request can steer a mail elsewhere.

use std::fmt::Display;

use addresses::fill;
use domain::{
    Portal,
    ids::{ApplicationId, GroupId, IncidentId, MessageId, RequestId, SecretId, WebhookId},
    token::Token,
};

/// The page that a one-time link opens.
#[must_use]
pub fn one_time(portal: &Portal, token: &Token) -> String {
    to(portal, addresses::LINK, &[&token.expose()])
}

/// The page that confirms the address of a group.
#[must_use]
pub fn group_address(portal: &Portal, link: &str) -> String {
    to(portal, addresses::GROUP_ADDRESS, &[&link])
}

/// The page of an invitation to a group.
#[must_use]
pub fn invitation(portal: &Portal, token: &Token) -> String {
    to(portal, addresses::INVITATION, &[&token.expose()])
}

/// The people of a group.
#[must_use]
pub fn members(portal: &Portal, group: GroupId) -> String {
    to(portal, addresses::MEMBERS, &[&group])
}

/// The groups of the reader.
#[must_use]
pub fn applications(portal: &Portal) -> String {
    to(portal, addresses::APPLICATIONS, &[])
}

#[must_use]
pub fn sign_in(portal: &Portal) -> String {
    to(portal, addresses::SIGN_IN, &[])
}

/// The programs that act for somebody, in their account.
#[must_use]
pub fn account(portal: &Portal) -> String {
    let page = to(portal, addresses::ACCOUNT, &[]);
    format!("{page}#tokens")
}

/// The programs that registered themselves for somebody, in their account.
#[must_use]
pub fn own_programs(portal: &Portal) -> String {
    let page = to(portal, addresses::ACCOUNT, &[]);
    format!("{page}#programas")
}

/// The second factors of somebody, in their account.
#[must_use]
pub fn second_factor(portal: &Portal) -> String {
    to(portal, addresses::ACCOUNT_FACTOR, &[])
}

#[must_use]
pub fn forgotten_password(portal: &Portal) -> String {
    to(portal, addresses::FORGOTTEN, &[])
}

/// An application in its group, where its keys are.
#[must_use]
pub fn application(portal: &Portal, group: GroupId, application: ApplicationId) -> String {
    let page = to(portal, addresses::GROUP, &[&group]);
    format!("{page}#{application}")
}

/// A webhook, with what was sent to it.
#[must_use]
pub fn webhook(portal: &Portal, webhook: WebhookId) -> String {
    to(portal, addresses::WEBHOOK, &[&webhook])
}

/// How an application is used.
#[must_use]
pub fn usage(portal: &Portal, group: GroupId, application: ApplicationId) -> String {
    to(portal, addresses::USE, &[&group, &application])
}

/// A secret key among those of its application.
#[must_use]
pub fn secret(
    portal: &Portal,
    group: GroupId,
    application: ApplicationId,
    secret: SecretId,
) -> String {
    let page = secrets(portal, group, application);
    format!("{page}#{secret}")
}

/// A request as its applicant sees it.
#[must_use]
pub fn request(portal: &Portal, request: RequestId) -> String {
    to(portal, addresses::REQUEST_DONE, &[&request])
}

/// Where the applicant of a request answers what they are asked.
#[must_use]
pub fn answer(portal: &Portal, request: RequestId) -> String {
    to(portal, addresses::REQUEST_ANSWER, &[&request])
}

/// A request as a contract manager sees it.
#[must_use]
pub fn decision(portal: &Portal, request: RequestId) -> String {
    to(portal, addresses::APPROVAL, &[&request])
}

/// The requests that wait.
#[must_use]
pub fn decisions(portal: &Portal) -> String {
    to(portal, addresses::APPROVALS, &[])
}

/// How a contract manager is told of requests.
#[must_use]
pub fn manager_preferences(portal: &Portal) -> String {
    to(portal, addresses::APPROVAL_PREFERENCES, &[])
}

/// The secret keys of an application.
#[must_use]
pub fn secrets(portal: &Portal, group: GroupId, application: ApplicationId) -> String {
    to(portal, addresses::SECRETS, &[&group, &application])
}

/// Where anybody writes to support.
#[must_use]
pub fn contact(portal: &Portal) -> String {
    to(portal, addresses::CONTACT, &[])
}

/// A message as support sees it.
#[must_use]
pub fn message(portal: &Portal, message: MessageId) -> String {
    to(portal, addresses::SUPPORT_MESSAGE, &[&message])
}

/// The messages that are open.
#[must_use]
pub fn messages(portal: &Portal) -> String {
    to(portal, addresses::SUPPORT_MESSAGES, &[])
}

/// Where somebody chooses what to be told of, without signing in.
#[must_use]
pub fn choose_news(portal: &Portal, link: &str) -> String {
    to(portal, addresses::NEWS, &[&link])
}

/// Where a program for mail stops what somebody is told.
#[must_use]
pub fn stop_news(portal: &Portal, link: &str) -> String {
    to(portal, addresses::NEWS_STOP, &[&link])
}

/// What changed in an API.
#[must_use]
pub fn versions(portal: &Portal, slug: &str) -> String {
    to(portal, addresses::API_VERSIONS, &[&slug])
}

/// An incident on the page of the status.
#[must_use]
pub fn incident(portal: &Portal, incident: IncidentId) -> String {
    let page = to(portal, addresses::STATUS, &[]);
    format!("{page}#incidente-{incident}")
}

fn to(portal: &Portal, page: &str, parameters: &[&dyn Display]) -> String {
    format!("{}{}", portal.settings.public_url, fill(page, parameters))
}
