//! Secrets in the words of those who make, see and revoke them.

mod activity;
mod adding;
mod expiring;
mod listing;
mod revealing;
mod revoking;
mod sandbox;

use sea_orm::{EntityTrait, Set};
use values::SecretLabel;

use super::*;
use crate::{
    Role, Scope, approvals,
    audit::Action,
    changes,
    entities::secret,
    ids::{ApplicationId, GroupId, SecretId},
    requests::tests::{asks, group, joins, keys, portal, times},
    testing::TestPortal,
};

/// Ana's group has an approved application.
async fn approved() -> (TestPortal, Scope, GroupId, ApplicationId) {
    let test = portal().await;
    let ana = test.person("ana@bancoexemplo.com.br", &[]).await;
    let carlos = test
        .person("carlos@balcao.example", &[Role::ContractManager])
        .await;
    let bank = group(&ana).await;
    let asked = asks(&ana, bank).await;
    approvals::approve(&carlos, &test.vault, asked.request, None)
        .await
        .unwrap();
    (test, ana, bank, asked.application)
}

async fn secret_row(test: &TestPortal) -> secret::Model {
    secret::Entity::find()
        .one(test.portal.db.writer())
        .await
        .unwrap()
        .unwrap()
}

async fn listed(scope: &Scope, id: ApplicationId) -> Secrets {
    secrets_of(scope, id).await.unwrap().unwrap()
}

/// The secret that came with the approval, while there is no other.
async fn only_secret(scope: &Scope, id: ApplicationId) -> SecretId {
    let [only] = &listed(scope, id).await.secrets[..] else {
        panic!("there are several secrets");
    };
    only.id
}

fn new_secret(scope: &Scope, label: &str, expiry: Expiry) -> NewSecret {
    NewSecret {
        id: scope.portal.new_id(),
        label: SecretLabel::parse(label).unwrap(),
        expiry,
    }
}

/// Adds one that is good for 90 days.
async fn adds(scope: &Scope, id: ApplicationId, label: &str) -> RevealedKeys {
    let new = new_secret(scope, label, Expiry::After(Days::Ninety));
    add_secret(scope, &scope.services().vault, id, new)
        .await
        .unwrap()
}

const NOW: RevokeChoice = RevokeChoice {
    when: RevocationTime::Now,
    last_confirmed: false,
};

async fn revokes(scope: &Scope, id: ApplicationId, secret: SecretId) {
    revoke_secret(scope, id, secret, NOW).await.unwrap();
}

/// How many changes of the application were announced.
async fn announced(test: &TestPortal, id: ApplicationId) -> usize {
    let all = changes::after(test.portal.db.writer(), 0).await.unwrap();
    let about = |change: &&changes::Change| {
        (change.kind, change.subject) == (crate::vocabulary::ChangeKind::Application, id.0)
    };
    all.iter().filter(about).count()
}
