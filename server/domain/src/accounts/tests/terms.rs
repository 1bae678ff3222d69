//! Terms that change after somebody agreed to them.

use sea_orm::sea_query::Expr;

use super::*;
use crate::{
    accounts::{AcceptError, accept_terms, profile},
    audit::Action,
    entities::account::{Column, Entity},
};

const OLD: &str = "2025-01";

/// Ana agreed to a version of before.
async fn agreed_before() -> (TestPortal, Scope) {
    let (portal, session) = ana().await;
    Entity::update_many()
        .col_expr(Column::TermsVersion, Expr::value(OLD))
        .exec(portal.portal.db.writer())
        .await
        .unwrap();
    let scope = portal.with(&session).await;
    (portal, scope)
}

#[tokio::test]
async fn the_version_that_was_agreed_to_is_kept_with_its_time() {
    let (portal, scope) = agreed_before().await;
    let opened = portal.signs_in(ANA, PASSWORD).await.unwrap();
    assert!(!opened.accepted_terms);
    portal.clock.advance(HOUR);
    for _ in 0..2 {
        accept_terms(&scope, "2026-08").await.unwrap();
    }
    let consent = profile(&scope).await.unwrap().consent;
    assert_eq!(consent.terms_version, "2026-08");
    assert_eq!(consent.given_at, portal.portal.now());
    assert!(portal.signs_in(ANA, PASSWORD).await.unwrap().accepted_terms);
    let trail = portal.trail().await.into_iter();
    let accepted: Vec<_> = trail
        .filter(|event| event.action == Action::TermsAccepted)
        .map(|event| event.details)
        .collect();
    assert_eq!(accepted, [Some("2025-01 → 2026-08".to_owned())]);
}

#[tokio::test]
async fn nobody_agrees_to_what_was_not_shown() {
    let (_portal, scope) = agreed_before().await;
    for shown in ["", OLD, "2027-01"] {
        let refused = accept_terms(&scope, shown).await;
        assert!(matches!(refused, Err(AcceptError::Outdated)), "{shown}");
    }
    let consent = profile(&scope).await.unwrap().consent;
    assert_eq!(consent.terms_version, OLD);
}
