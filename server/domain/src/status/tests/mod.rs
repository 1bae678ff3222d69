//! Incidents, by those who tell of them and those who read of them.

mod acting;
mod ending;
mod opening;
mod reading;

use std::collections::BTreeSet;

use locales::Locale;

use super::*;
use crate::{
    Role, Scope,
    ids::{ApiId, IncidentId},
    testing::{self, TestPortal},
    translated::Translated,
};

/// A portal with APIs, and an administrator.
async fn portal() -> (TestPortal, Scope) {
    let test = testing::portal_with_catalogue().await;
    let dora = test
        .person("dora@balcao.example", &[Role::Administrator])
        .await;
    (test, dora)
}

fn api(test: &TestPortal, slug: &str) -> ApiId {
    test.catalogue.current().by_slug(slug).unwrap().id
}

fn only(test: &TestPortal, slug: &str) -> Affected {
    Affected::Apis(BTreeSet::from([api(test, slug)]))
}

fn text(portuguese: &str) -> Translated {
    Translated::in_default_language(portuguese)
}

/// The SMV answers nothing since now.
fn interruption(test: &TestPortal) -> IncidentFacts {
    IncidentFacts {
        title: text("SMV fora do ar"),
        kind: IncidentKind::Interruption,
        affected: only(test, "smv"),
        begins_at: test.portal.now(),
        ends_at: None,
    }
}

fn note(stage: IncidentStage, portuguese: &str) -> NewNote {
    let mut text = text(portuguese);
    text.set(Locale::En, format!("{portuguese} (en)"));
    NewNote { stage, text }
}

async fn opens(test: &TestPortal, who: &Scope, facts: &IncidentFacts) -> IncidentId {
    let first = note(facts.kind.first_stage(), "Estamos vendo.");
    open(who, &test.status, facts, &first).await.unwrap()
}
