//! Deciding on requests, and on the access they led to.

mod access;
mod conditions;
mod decide;
mod filter;
mod inquire;
mod own;
mod plan_change;
mod queue;
mod request;
mod revoke;
mod working;

use domain::Role;

use crate::harness::{TestApp, Visitor};

fn address(request: &str) -> String {
    format!("/aprovacoes/{request}")
}

/// Ana, Carlos, Ana's group, and her application that Carlos approved.
async fn in_use() -> (TestApp, Visitor, Visitor, String, String) {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let carlos = app.carlos().await;
    let application = app.requests(&ana, &group).await;
    app.approves(&carlos, &application).await;
    (app, ana, carlos, group, application)
}

/// Dora, who decides like Carlos.
async fn dora(app: &TestApp) -> Visitor {
    let (email, roles) = ("dora@balcao.example", [Role::ContractManager]);
    app.knows(("Dora", "Alves"), email, &roles).await;
    app.signs_in(email).await
}

/// Ana's application, and two who may act on it.
async fn two_managers_in_use() -> (TestApp, String, [Visitor; 2]) {
    let (app, _, carlos, _, application) = in_use().await;
    let dora = dora(&app).await;
    (app, application, [carlos, dora])
}
