//! When an incident is over, and what is told of that.

use std::time::Duration;

use chrono::TimeDelta;

use super::*;

const HOUR: Duration = Duration::from_hours(1);

/// In an hour, for an hour.
fn maintenance(test: &TestPortal) -> IncidentFacts {
    let begins_at = test.portal.now() + TimeDelta::hours(1);
    IncidentFacts {
        kind: IncidentKind::Maintenance,
        begins_at,
        ends_at: Some(begins_at + TimeDelta::hours(1)),
        ..interruption(test)
    }
}

async fn says(test: &TestPortal, dora: &Scope, id: IncidentId, stage: IncidentStage) {
    let seen = by_id(dora, id).await.unwrap().revision;
    let note = note(stage, "Sobre a manutenção.");
    add_note(dora, &test.status, id, seen, &note).await.unwrap();
}

fn mistakes_in<T: std::fmt::Debug>(outcome: Result<T, IncidentError>) -> Vec<IncidentMistake> {
    match outcome {
        Err(IncidentError::Mistakes(mistakes)) => mistakes,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_maintenance_that_takes_longer_goes_on_until_somebody_says_that_it_is_over() {
    let (test, dora) = portal().await;
    let forgotten = opens(&test, &dora, &maintenance(&test)).await;
    let longer = opens(&test, &dora, &maintenance(&test)).await;
    test.clock.advance(HOUR);
    says(&test, &dora, longer, IncidentStage::InProgress).await;
    test.clock.advance(2 * HOUR);
    let phase = async |id| by_id(&dora, id).await.unwrap().phase(test.portal.now());
    assert_eq!(phase(forgotten).await, Phase::Over);
    assert_eq!(phase(longer).await, Phase::Open);
    let over = async || {
        let page = past(&dora, None).await.unwrap();
        page.items.iter().map(|it| it.id).collect::<Vec<_>>()
    };
    assert_eq!(over().await, [forgotten]);
    let snapshot = test.status.current();
    let smv = snapshot.state_of(api(&test, "smv"), test.portal.now());
    assert_eq!(smv, ComponentState::Maintenance);

    says(&test, &dora, longer, IncidentStage::Completed).await;
    assert_eq!(phase(longer).await, Phase::Over);
    let end = by_id(&dora, longer).await.unwrap().end();
    assert_eq!(end, Some(test.portal.now()));
    assert_eq!(over().await.len(), 2);
}

#[tokio::test]
async fn a_maintenance_that_is_called_off_keeps_the_times_that_were_planned() {
    let (test, dora) = portal().await;
    let facts = maintenance(&test);
    let id = opens(&test, &dora, &facts).await;
    let completed = note(IncidentStage::Completed, "Acabou.");
    let early = add_note(&dora, &test.status, id, 1, &completed).await;
    assert_eq!(mistakes_in(early), [IncidentMistake::NotBegun]);
    says(&test, &dora, id, IncidentStage::Cancelled).await;
    let incident = by_id(&dora, id).await.unwrap();
    assert_eq!(incident.phase(test.portal.now()), Phase::Over);
    assert_eq!(incident.end(), facts.ends_at);
}

#[tokio::test]
async fn what_was_over_before_anybody_told_of_it_has_its_own_end() {
    let (test, dora) = portal().await;
    let hours_ago = |hours| test.portal.now() - TimeDelta::hours(hours);
    let facts = |begin, end| IncidentFacts {
        begins_at: hours_ago(begin),
        ends_at: Some(hours_ago(end)),
        ..interruption(&test)
    };
    let resolved = note(IncidentStage::Resolved, "Foi resolvido à noite.");
    let tells = async |facts| open(&dora, &test.status, &facts, &resolved).await;
    let id = tells(facts(5, 3)).await.unwrap();
    let end = async || by_id(&dora, id).await.unwrap().end().unwrap();
    assert_eq!(end().await, hours_ago(3));
    correct(&dora, &test.status, id, 1, &facts(5, 4))
        .await
        .unwrap();
    assert_eq!(end().await, hours_ago(4));

    let moved = IncidentFacts {
        ends_at: None,
        begins_at: hours_ago(2),
        ..interruption(&test)
    };
    let before = correct(&dora, &test.status, id, 2, &moved).await;
    assert_eq!(mistakes_in(before), [IncidentMistake::EndsBeforeBegin]);

    let later = mistakes_in(tells(facts(1, -1)).await);
    assert_eq!(later, [IncidentMistake::EndsLater]);
    let backwards = mistakes_in(tells(facts(1, 2)).await);
    assert_eq!(backwards, [IncidentMistake::EndsBeforeBegin]);
    let goes_on = note(IncidentStage::Identified, "Achamos a causa.");
    let open = open(&dora, &test.status, &facts(2, 1), &goes_on).await;
    assert_eq!(mistakes_in(open), [IncidentMistake::EndOfOpen]);
}
