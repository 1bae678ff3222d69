//! Where mails lead. The addresses are the portal's own pages; the public URL from the settings
//! is all they start with, so that no request can steer a mail elsewhere.

use crate::{
    Portal,
    ids::{ApplicationId, GroupId, SecretId},
    token::Token,
};

/// The page that a one-time link opens.
#[must_use]
pub fn one_time(portal: &Portal, token: &Token) -> String {
    to(portal, &format!("/acesso/{}", token.expose()))
}

/// The page that confirms the address of a group.
#[must_use]
pub fn group_address(portal: &Portal, link: &str) -> String {
    to(portal, &format!("/acesso/grupo/{link}"))
}

#[must_use]
pub fn sign_in(portal: &Portal) -> String {
    to(portal, "/entrar")
}

#[must_use]
pub fn forgotten_password(portal: &Portal) -> String {
    to(portal, "/esqueci-minha-senha")
}

/// An application in its group, where its keys are.
#[must_use]
pub fn application(portal: &Portal, group: GroupId, application: ApplicationId) -> String {
    to(portal, &format!("/minhas-aplicacoes/{group}#{application}"))
}

/// How an application is used.
#[must_use]
pub fn usage(portal: &Portal, group: GroupId, application: ApplicationId) -> String {
    to(
        portal,
        &format!("/minhas-aplicacoes/{group}/{application}/uso"),
    )
}

/// A secret key among those of its application.
#[must_use]
pub fn secret(
    portal: &Portal,
    group: GroupId,
    application: ApplicationId,
    secret: SecretId,
) -> String {
    let path = format!("/minhas-aplicacoes/{group}/{application}/chaves#{secret}");
    to(portal, &path)
}

/// A request as its applicant sees it.
#[must_use]
pub fn request(portal: &Portal, application: ApplicationId) -> String {
    to(portal, &format!("/solicitacoes/{application}/pronto"))
}

/// A request as a contract manager sees it.
#[must_use]
pub fn decision(portal: &Portal, application: ApplicationId) -> String {
    to(portal, &format!("/aprovacoes/{application}"))
}

/// The requests that wait.
#[must_use]
pub fn decisions(portal: &Portal) -> String {
    to(portal, "/aprovacoes")
}

/// The secret keys of an application.
#[must_use]
pub fn secrets(portal: &Portal, group: GroupId, application: ApplicationId) -> String {
    to(
        portal,
        &format!("/minhas-aplicacoes/{group}/{application}/chaves"),
    )
}

fn to(portal: &Portal, path: &str) -> String {
    format!("{}{path}", portal.settings.public_url)
}
