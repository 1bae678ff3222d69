//! A permission group as a team.

mod edit;
mod members;
mod roles;

use axum::http::StatusCode;
use domain::audit::Action;
use locales::{Locale::PtBr, members as t};

use crate::harness::{ANA, BIA, TestApp, Visitor};

/// Ana's group, which Bia develops for.
async fn team() -> (TestApp, Visitor, Visitor, String) {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let bia = app.bia().await;
    app.joins(BIA, &group).await;
    (app, ana, bia, group)
}

fn people(group: &str) -> String {
    format!("/grupos/{group}/membros")
}

/// The page about somebody, as the list links to it.
async fn page_of(owner: &Visitor, group: &str, name: &str) -> String {
    let list = owner.get(&people(group)).await;
    let links = list.attributes("td a[aria-label]", "href");
    let names = list.attributes("td a[aria-label]", "aria-label");
    let wanted = t::change_of(PtBr, name);
    let at = names.iter().position(|it| *it == wanted);
    links[at.expect("somebody of that name")].clone()
}
