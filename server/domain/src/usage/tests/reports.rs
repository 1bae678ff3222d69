//! Reports, and how a quota stands.

use super::*;
use crate::{
    catalogue::Plan,
    requests::{SubmittedRequest, of_group},
};

const BRASILIA: chrono_tz::Tz = chrono_tz::America::Sao_Paulo;

async fn report_of(trial: &Trial, window: Window) -> Report {
    report_with(trial, window, None).await
}

async fn report_with(trial: &Trial, window: Window, keys: Option<KeyKind>) -> Report {
    let found = report(&trial.ana, trial.application, window, keys, BRASILIA).await;
    found.unwrap().unwrap()
}

/// Counts calls at a time.
fn calls(trial: &Trial, meter: &Meter, at: &str, status: u16, millis: u64, calls: u64) {
    for _ in 0..calls {
        meter.record(CallRecord {
            at: at.parse().unwrap(),
            elapsed: Duration::from_millis(millis),
            ..trial.call(status)
        });
    }
}

/// It is noon on the third of August (UTC).
async fn used() -> Trial {
    let trial = trial().await;
    let meter = meter(1);
    calls(&trial, &meter, "2026-08-03T11:59:59Z", 200, 8, 90);
    calls(&trial, &meter, "2026-08-03T11:00:00Z", 504, 900, 10);
    calls(&trial, &meter, "2026-08-03T02:59:59Z", 404, 8, 5);
    calls(&trial, &meter, "2026-07-20T15:00:00Z", 200, 8, 7);
    calls(&trial, &meter, "2026-05-20T15:00:00Z", 200, 8, 1);
    trial.flush(&meter).await;
    trial
}

#[tokio::test]
async fn a_day_is_told_by_the_hour() {
    let trial = used().await;
    let report = report_of(&trial, Window::Day).await;
    assert_eq!(report.statuses, [(200, 90), (404, 5), (504, 10)]);
    assert_eq!(report.kinds, [(CallKind::Trial, 105)]);
    assert_eq!((report.totals.calls, report.totals.errors), (105, 15));
    assert_eq!(report.buckets.len(), 24);
    let hour = &report.buckets[22];
    assert_eq!(
        hour.starts_at,
        "2026-08-03T11:00:00Z".parse::<Timestamp>().unwrap()
    );
    assert_eq!((hour.figures.successes(), hour.figures.errors), (90, 10));
    assert!(hour.figures.p50 < Some(Duration::from_millis(10)));
    assert!(hour.figures.p95 > Some(Duration::from_millis(500)));
    assert_eq!(report.buckets[23].figures, Figures::default());
}

#[tokio::test]
async fn days_begin_where_the_reader_is() {
    let trial = used().await;
    let report = report_of(&trial, Window::Month).await;
    assert_eq!(report.totals.calls, 112);
    let by_day: Vec<_> = report.buckets.iter().map(|it| it.figures.calls).collect();
    // What was called at 02:59 UTC belongs to the second of August in Brasília.
    assert_eq!(by_day[28..], [5, 100]);
    assert_eq!(report_of(&trial, Window::Quarter).await.totals.calls, 113);
    assert_eq!(report_of(&trial, Window::Week).await.totals.calls, 105);
}

#[tokio::test]
async fn a_group_sees_all_its_applications_and_each() {
    let trial = used().await;
    let found = group_report(
        &trial.ana,
        &trial.test.catalogue,
        trial.group,
        Window::Day,
        None,
        BRASILIA,
    )
    .await;
    let group = found.unwrap().unwrap();
    assert_eq!(group.report, report_of(&trial, Window::Day).await);
    assert_eq!(group.applications.len(), 1);
    let only = &group.applications[0].application;
    assert_eq!(only.application_id, trial.application);
    assert_eq!(group.applications[0].figures, group.report.totals);
}

#[tokio::test]
async fn a_quota_is_seen_as_it_stands_and_when_it_runs_out() {
    let trial = trial().await;
    let meter = meter(1);
    let view = async || {
        let view = quota_of(&trial.ana, &trial.test.catalogue, trial.application).await;
        view.unwrap().unwrap()
    };
    let before = view().await;
    assert_eq!((before.limit, before.used, before.mark), (1000, 0, None));
    assert_eq!(before.forecast, None);
    assert_eq!(
        before.ends_at,
        Some(trial.now() + chrono::TimeDelta::days(90))
    );

    let began = trial.now();
    trial.passes(86_400);
    let terms = trial.terms(1000);
    assert_eq!(trial.calls(&meter, &terms, 500).await, 500);
    trial.counts(&meter, 200, 500);
    trial.counts(&meter, 429, 30);
    trial.flush(&meter).await;
    let view = view().await;
    assert_eq!((view.used, view.left(), view.percent()), (500, 500, 50));
    assert_eq!(view.mark, Some(50));
    let in_two_days = began + chrono::TimeDelta::days(2);
    assert_eq!(view.forecast, Some(Forecast::RunsOut(in_two_days)));
}

#[tokio::test]
async fn calls_of_test_keys_are_told_apart_from_those_of_the_plan() {
    let trial = trial().await;
    let meter = meter(1);
    let record = |kind, calls| {
        for _ in 0..calls {
            meter.record(CallRecord {
                kind,
                ..trial.call(200)
            });
        }
    };
    record(CallKind::Sandbox, 5);
    trial.flush(&meter).await;
    let only_tests = report_of(&trial, Window::Day).await;
    assert_eq!(
        (only_tests.keys, only_tests.totals.calls),
        (KeyKind::Test, 5)
    );

    record(CallKind::Trial, 3);
    trial.flush(&meter).await;
    let told = async |keys| {
        let report = report_with(&trial, Window::Day, keys).await;
        (report.keys, report.totals.calls)
    };
    assert_eq!(told(None).await, (KeyKind::Plan, 3));
    assert_eq!(told(Some(KeyKind::Test)).await, (KeyKind::Test, 5));
    let both = [(CallKind::Sandbox, 5), (CallKind::Trial, 3)];
    assert_eq!(report_of(&trial, Window::Day).await.kinds, both);
}

/// Asks for another API on Trial.
async fn asks_for(trial: &Trial, slug: &str) -> SubmittedRequest {
    requests::asks_for(&trial.ana, trial.group, slug, Plan::Trial).await
}

#[tokio::test]
async fn the_quotas_of_a_group_stand_each_for_itself() {
    let trial = trial().await;
    let (smv, meter) = (trial.application, meter(1));
    trial.calls(&meter, &trial.terms(1000), 5).await;
    trial.counts(&meter, 200, 5);
    trial.passes(10 * 86_400);
    let asked = asks_for(&trial, "score-de-credito").await;
    let score = asked.application;
    let manager = trial
        .test
        .person("outro@balcao.example", &[Role::ContractManager])
        .await;
    approvals::approve(&manager, &trial.test.vault, asked.request, None)
        .await
        .unwrap();
    let waits = asks_for(&trial, "crm-na-nuvem").await.application;
    let terms = Terms {
        quota: QuotaId(score.0),
        application: score,
        starts_at: trial.now(),
        ..trial.terms(1000)
    };
    trial.passes(86_400);
    trial.calls(&meter, &terms, 48).await;
    for _ in 0..48 {
        meter.record(CallRecord {
            application: score,
            ..trial.call(200)
        });
    }
    trial.flush(&meter).await;

    let applications = of_group(&trial.ana, &trial.test.catalogue, trial.group)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(applications.len(), 3);
    let quotas = quotas_of(&trial.ana, &applications).await.unwrap();
    let stand = |id: ApplicationId| quotas.get(&id).map(|it| (it.used, it.forecast));
    assert_eq!(stand(smv), Some((5, None)));
    // At two calls an hour, each call that is left lasts half an hour.
    let left = i32::try_from(quotas[&score].left()).unwrap();
    let runs_out = Forecast::RunsOut(trial.now() + chrono::TimeDelta::minutes(30) * left);
    assert_eq!(stand(score), Some((48, Some(runs_out))));
    assert_eq!(stand(waits), None);
    for application in &applications {
        let id = application.application_id;
        let alone = quota_of(&trial.ana, &trial.ana.services().catalogue, id)
            .await
            .unwrap();
        assert_eq!(alone.as_ref(), quotas.get(&id));
    }
}
