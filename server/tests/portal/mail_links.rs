//! Where mails lead, held against the pages that are there: neither side knows the other.

use std::fmt::Display;

use app::routes;
use axum::http::Method;
use domain::{
    Portal,
    ids::{ApplicationId, GroupId, IncidentId, MessageId, RequestId, SecretId, WebhookId},
    token::Token,
};
use mail::links;

use crate::harness::{HTTPS, TestApp};

/// Each link with the page that it is to lead to.
fn table(portal: &Portal) -> [(String, &'static str, String); 26] {
    let token = Token::generate(portal.random.as_ref());
    let (group, application): (GroupId, ApplicationId) = (portal.new_id(), portal.new_id());
    let (request, secret): (RequestId, SecretId) = (portal.new_id(), portal.new_id());
    let (message, incident): (MessageId, IncidentId) = (portal.new_id(), portal.new_id());
    let webhook: WebhookId = portal.new_id();
    let row = |link, page: &'static str, parameters: &[&dyn Display]| {
        (link, page, routes::fill(page, parameters))
    };
    [
        row(
            links::one_time(portal, &token),
            routes::LINK,
            &[&token.expose()],
        ),
        row(
            links::group_address(portal, "abc"),
            routes::GROUP_ADDRESS,
            &[&"abc"],
        ),
        row(
            links::invitation(portal, &token),
            routes::INVITATION,
            &[&token.expose()],
        ),
        row(links::members(portal, group), routes::MEMBERS, &[&group]),
        row(links::applications(portal), routes::APPLICATIONS, &[]),
        row(links::sign_in(portal), routes::SIGN_IN, &[]),
        row(links::account(portal), routes::ACCOUNT, &[]),
        row(links::own_programs(portal), routes::ACCOUNT, &[]),
        row(links::forgotten_password(portal), routes::FORGOTTEN, &[]),
        row(links::second_factor(portal), routes::ACCOUNT_FACTOR, &[]),
        row(
            links::application(portal, group, application),
            routes::GROUP,
            &[&group],
        ),
        row(
            links::usage(portal, group, application),
            routes::USE,
            &[&group, &application],
        ),
        row(
            links::secret(portal, group, application, secret),
            routes::SECRETS,
            &[&group, &application],
        ),
        row(
            links::request(portal, request),
            routes::REQUEST_DONE,
            &[&request],
        ),
        row(
            links::answer(portal, request),
            routes::REQUEST_ANSWER,
            &[&request],
        ),
        row(
            links::webhook(portal, webhook),
            routes::WEBHOOK,
            &[&webhook],
        ),
        row(links::decisions(portal), routes::APPROVALS, &[]),
        row(
            links::manager_preferences(portal),
            routes::APPROVAL_PREFERENCES,
            &[],
        ),
        row(
            links::secrets(portal, group, application),
            routes::SECRETS,
            &[&group, &application],
        ),
        row(
            links::decision(portal, request),
            routes::APPROVAL,
            &[&request],
        ),
        row(links::choose_news(portal, "abc"), routes::NEWS, &[&"abc"]),
        row(
            links::versions(portal, "smv"),
            routes::API_VERSIONS,
            &[&"smv"],
        ),
        row(links::incident(portal, incident), routes::STATUS, &[]),
        row(links::contact(portal), routes::CONTACT, &[]),
        row(links::messages(portal), routes::SUPPORT_MESSAGES, &[]),
        row(
            links::message(portal, message),
            routes::SUPPORT_MESSAGE,
            &[&message],
        ),
    ]
}

#[tokio::test]
async fn every_link_leads_to_a_page_that_is_served() {
    let app = TestApp::start().await;
    let site = app::site();
    for (link, page, path) in table(&app.portal) {
        let linked = link.strip_prefix(HTTPS).unwrap();
        assert_eq!(linked.split('#').next(), Some(&*path), "{link}");
        let mut routes = site.table().iter();
        assert!(
            routes.any(|route| route.method == Method::GET && route.path == page),
            "{link}"
        );
    }
}
