//! Use in the words of those who call, count and look.

mod batches;
mod counting;
mod finding;
mod marks;
mod quotas;
mod recovery;
mod renewing;
mod reports;
mod sweeping;

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::*;
use crate::{
    Portal, Role, Scope, approvals,
    clock::Timestamp,
    entities::{quota, quota_lease, use_hour},
    ids::{ApplicationId, GroupId, InstanceId, QuotaId},
    requests::tests as requests,
    testing::TestPortal,
};

const ANA: &str = "ana.souza@bancoexemplo.com.br";

/// Ana's group has SMV on Trial, a thousand calls in 90 days.
struct Trial {
    test: TestPortal,
    ana: Scope,
    group: GroupId,
    application: ApplicationId,
}

async fn trial() -> Trial {
    let test = requests::portal().await;
    let ana = test.person(ANA, &[]).await;
    let manager = test
        .person("gestor@balcao.example", &[Role::ContractManager])
        .await;
    let group = requests::group(&ana).await;
    let asked = requests::asks(&ana, group).await;
    approvals::approve(&manager, &test.vault, asked.request, None)
        .await
        .unwrap();
    Trial {
        test,
        ana,
        group,
        application: asked.application,
    }
}

impl Trial {
    fn portal(&self) -> &Arc<Portal> {
        &self.test.portal
    }

    fn now(&self) -> Timestamp {
        self.portal().now()
    }

    fn passes(&self, seconds: u64) {
        self.test.clock.advance(Duration::from_secs(seconds));
    }

    /// A plan of so many calls for 90 days.
    fn terms(&self, calls: u64) -> Terms {
        let starts_at = "2026-08-03T12:00:00Z".parse::<Timestamp>().unwrap();
        Terms {
            quota: QuotaId(self.application.0),
            application: self.application,
            calls,
            starts_at,
            ends_at: Some(starts_at + chrono::TimeDelta::days(90)),
            renews: false,
        }
    }

    /// How many of `tries` calls were admitted.
    async fn calls(&self, meter: &Meter, terms: &Terms, tries: u64) -> u64 {
        let mut admitted = 0;
        for _ in 0..tries {
            let admission = meter.admit(self.portal(), terms).await.unwrap();
            admitted += u64::from(matches!(admission, Admission::Within(_)));
        }
        admitted
    }

    async fn flush(&self, meter: &Meter) {
        meter.flush(self.portal()).await.unwrap();
    }

    async fn close(&self, meter: &Meter) {
        meter.close(self.portal()).await.unwrap();
    }

    fn call(&self, status: u16) -> CallRecord {
        CallRecord {
            id: self.portal().new_id(),
            application: self.application,
            kind: CallKind::Trial,
            at: self.now(),
            method: "POST".to_owned(),
            path: "/identity/v1/mobileidentities/smvs".to_owned(),
            status,
            code: Some(format!("API-SMV-{status}")),
            field: None,
            elapsed: Duration::from_millis(8),
        }
    }

    /// Counts so many calls.
    fn counts(&self, meter: &Meter, status: u16, calls: u64) {
        for _ in 0..calls {
            meter.record(self.call(status));
        }
    }

    /// What instances may have spent of the quota, and what they hold, by the database.
    async fn granted(&self) -> (i64, BTreeMap<InstanceId, (i64, i64)>) {
        let db = self.portal().db.writer();
        let quotas = quota::Entity::find().all(db).await.unwrap();
        let leases = quota_lease::Entity::find().all(db).await.unwrap();
        let leases = leases
            .into_iter()
            .map(|lease| (lease.instance_id, (lease.granted, lease.used)));
        (quotas[0].granted, leases.collect())
    }

    /// The calls that were written down, by their status.
    async fn written(&self) -> BTreeMap<i32, i64> {
        let rows = use_hour::Entity::find()
            .all(self.portal().db.writer())
            .await;
        let mut written = BTreeMap::new();
        for row in rows.unwrap() {
            *written.entry(row.status).or_default() += row.calls;
        }
        written
    }

    async fn runs(&self, sql: &str) {
        let db = self.portal().db.writer();
        db.execute_unprepared(sql).await.unwrap();
    }
}

fn meter(number: u128) -> Meter {
    Meter::new(instance(number))
}

fn instance(number: u128) -> InstanceId {
    InstanceId(Uuid::from_u128(number))
}
