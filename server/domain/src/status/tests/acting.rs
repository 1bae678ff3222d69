//! What becomes of an incident.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::*;
use crate::{Error, audit::Action, entities::audit_event};

/// What was done to an incident, and how often.
async fn trail(test: &TestPortal, id: IncidentId) -> BTreeMap<Action, usize> {
    let actions: Vec<Action> = audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::Action)
        .filter(audit_event::Column::SubjectId.eq(id.0))
        .into_tuple()
        .all(test.portal.db.reader())
        .await
        .unwrap();
    let mut times = BTreeMap::new();
    for action in actions {
        *times.entry(action).or_default() += 1;
    }
    times
}

#[tokio::test]
async fn notes_follow_one_another_until_the_last_one_closes() {
    let (test, dora) = portal().await;
    let id = opens(&test, &dora, &interruption(&test)).await;
    let add = async |seen, stage| {
        let note = note(stage, "Mais notícias.");
        add_note(&dora, &test.status, id, seen, &note)
            .await
            .unwrap();
        by_id(&dora, id).await.unwrap()
    };
    let identified = add(1, IncidentStage::Identified).await;
    assert_eq!(identified.phase(test.portal.now()), Phase::Open);
    let resolved = add(2, IncidentStage::Resolved).await;
    assert_eq!(resolved.closed_at, Some(test.portal.now()));
    let smv = test
        .status
        .current()
        .state_of(api(&test, "smv"), test.portal.now());
    assert_eq!(smv, ComponentState::Operating);
    let again = add(3, IncidentStage::Investigating).await;
    assert_eq!((again.closed_at, again.revision), (None, 4));
    let numbers: Vec<_> = again.notes.iter().map(|note| note.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    assert_eq!(
        trail(&test, id).await,
        BTreeMap::from([
            (Action::IncidentOpened, 1),
            (Action::IncidentNoted, 3),
            (Action::IncidentClosed, 1),
            (Action::IncidentReopened, 1)
        ])
    );
}

#[tokio::test]
async fn a_note_is_corrected_and_says_so() {
    let (test, dora) = portal().await;
    let id = opens(&test, &dora, &interruption(&test)).await;
    let better = text("Estamos investigando.");
    correct_note(&dora, &test.status, id, 1, 1, &better)
        .await
        .unwrap();
    let told = by_id(&dora, id).await.unwrap();
    assert_eq!(told.notes[0].text, better);
    assert_eq!(told.notes[0].corrected_at, Some(test.portal.now()));
    // The same text once more is no correction.
    correct_note(&dora, &test.status, id, 2, 1, &better)
        .await
        .unwrap();
    assert_eq!(by_id(&dora, id).await.unwrap().revision, 2);
    let missing = correct_note(&dora, &test.status, id, 2, 9, &better).await;
    let missing = missing.unwrap_err();
    assert!(matches!(missing, IncidentError::Common(Error::NotFound(_))));
}

#[tokio::test]
async fn what_it_concerns_is_corrected() {
    let (test, dora) = portal().await;
    let id = opens(&test, &dora, &interruption(&test)).await;
    let facts = IncidentFacts {
        kind: IncidentKind::Degradation,
        affected: Affected::WholePortal,
        ..interruption(&test)
    };
    correct(&dora, &test.status, id, 1, &facts).await.unwrap();
    let (snapshot, now) = (test.status.current(), test.portal.now());
    assert_eq!(snapshot.state_of_portal(now), ComponentState::Degraded);
    let crm = snapshot.state_of(api(&test, "crm-na-nuvem"), now);
    assert_eq!(crm, ComponentState::Degraded);
    let facts = IncidentFacts {
        affected: only(&test, "crm-na-nuvem"),
        ..facts
    };
    correct(&dora, &test.status, id, 2, &facts).await.unwrap();
    assert_eq!(by_id(&dora, id).await.unwrap().affected, facts.affected);

    let maintenance = IncidentFacts {
        kind: IncidentKind::Maintenance,
        ends_at: Some(now + chrono::TimeDelta::hours(1)),
        ..facts
    };
    let refused = correct(&dora, &test.status, id, 3, &maintenance).await;
    let Err(IncidentError::Mistakes(mistakes)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(mistakes, [IncidentMistake::Kind]);
}

#[tokio::test]
async fn of_two_administrators_at_once_one_counts_and_the_other_is_told() {
    let (test, dora) = portal().await;
    let caio = test
        .person("caio@balcao.example", &[Role::Administrator])
        .await;
    let id = opens(&test, &dora, &interruption(&test)).await;
    let found = note(IncidentStage::Identified, "Achamos a causa.");
    let over = note(IncidentStage::Resolved, "Passou.");
    let both = tokio::join!(
        add_note(&dora, &test.status, id, 1, &found),
        add_note(&caio, &test.status, id, 1, &over)
    );
    assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    let lost = both.0.err().or(both.1.err()).unwrap();
    assert!(matches!(lost, IncidentError::Changed), "{lost:?}");
    let better = text("Estamos investigando.");
    for seen in [1, 0, -1, i32::MAX] {
        let late = correct_note(&caio, &test.status, id, seen, 1, &better).await;
        assert!(matches!(late, Err(IncidentError::Changed)), "{seen}");
        let late = correct(&caio, &test.status, id, seen, &interruption(&test)).await;
        assert!(matches!(late, Err(IncidentError::Changed)), "{seen}");
    }
    assert_eq!(by_id(&dora, id).await.unwrap().notes.len(), 2);
}
