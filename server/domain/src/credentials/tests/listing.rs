//! What is told of the secrets.

use std::time::Duration;

use chrono::TimeDelta;
use sea_orm::ActiveModelTrait;

use super::*;
use crate::entities::secret_use;

#[tokio::test]
async fn members_see_them_and_owners_may_change_them() {
    let (test, ana, bank, id) = approved().await;
    let bia = test.person("bia@bancoexemplo.com.br", &[]).await;
    assert!(secrets_of(&bia, id).await.unwrap().is_none());
    joins(&bia, bank).await;
    let (owners, members) = (listed(&ana, id).await, listed(&bia, id).await);
    assert!(owners.may_change && !members.may_change);
    assert_eq!(owners.secrets, members.secrets);
    assert_eq!(members.owners, ["Ana Souza"]);
}

#[tokio::test]
async fn the_uses_of_the_last_hour_are_those_of_its_periods() {
    let (test, ana, _, id) = approved().await;
    let secret = only_secret(&ana, id).await;
    for (minutes, uses) in [(120, 100), (60, 50), (55, 7), (5, 4), (0, 1)] {
        let period = secret_use::ActiveModel {
            secret_id: Set(secret),
            period: Set(test.portal.now() - TimeDelta::minutes(minutes)),
            uses: Set(uses),
        };
        period.insert(test.portal.db.writer()).await.unwrap();
    }
    test.clock.advance(Duration::from_mins(1));
    adds(&ana, id, "Produção").await;
    let uses: Vec<_> = listed(&ana, id)
        .await
        .secrets
        .iter()
        .map(|secret| secret.uses_last_hour)
        .collect();
    assert_eq!(uses, [0, 12]);
}
