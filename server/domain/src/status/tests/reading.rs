//! What is read of incidents as time goes by.

use std::time::Duration;

use chrono::TimeDelta;

use super::*;

const HOUR: Duration = Duration::from_hours(1);

#[tokio::test]
async fn a_maintenance_begins_and_ends_by_itself() {
    let (test, dora) = portal().await;
    let now = test.portal.now();
    let facts = IncidentFacts {
        kind: IncidentKind::Maintenance,
        begins_at: now + TimeDelta::hours(1),
        ends_at: Some(now + TimeDelta::hours(2)),
        ..interruption(&test)
    };
    let id = opens(&test, &dora, &facts).await;
    let smv = api(&test, "smv");
    let mut seen = vec![];
    for _ in 0..3 {
        let (snapshot, now) = (test.status.current(), test.portal.now());
        let incident = snapshot.all().find(|it| it.id == id).unwrap();
        seen.push((incident.phase(now), snapshot.state_of(smv, now)));
        test.clock.advance(HOUR);
    }
    assert_eq!(
        seen,
        [
            (Phase::Planned, ComponentState::Operating),
            (Phase::Open, ComponentState::Maintenance),
            (Phase::Over, ComponentState::Operating)
        ]
    );
}

#[tokio::test]
async fn the_worst_of_several_is_the_state() {
    let (test, dora) = portal().await;
    let degradation = IncidentFacts {
        kind: IncidentKind::Degradation,
        ..interruption(&test)
    };
    opens(&test, &dora, &interruption(&test)).await;
    opens(&test, &dora, &degradation).await;
    let state = test
        .status
        .current()
        .state_of(api(&test, "smv"), test.portal.now());
    assert_eq!(state, ComponentState::Interrupted);
}

#[tokio::test]
async fn what_is_over_is_listed_page_by_page_from_the_latest() {
    let (test, dora) = portal().await;
    let mut ids = vec![];
    for _ in 0..27 {
        let id = opens(&test, &dora, &interruption(&test)).await;
        let last = note(IncidentStage::Resolved, "Passou.");
        add_note(&dora, &test.status, id, 1, &last).await.unwrap();
        ids.insert(0, id);
        test.clock.advance(HOUR);
    }
    opens(&test, &dora, &interruption(&test)).await;
    let first = past(&dora, None).await.unwrap();
    let second = past(&dora, first.next).await.unwrap();
    assert_eq!((first.items.len(), second.next), (25, None));
    let all = first.items.iter().chain(&second.items);
    assert_eq!(all.map(|it| it.id).collect::<Vec<_>>(), ids);
}
