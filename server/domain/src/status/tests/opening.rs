//! How an incident begins to be told.

use chrono::TimeDelta;

use super::*;
use crate::{Error, audit::Action, entities::audit_event};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

async fn refused(test: &TestPortal, dora: &Scope, facts: &IncidentFacts) -> Vec<IncidentMistake> {
    let first = note(facts.kind.first_stage(), "Estamos vendo.");
    match open(dora, &test.status, facts, &first).await {
        Err(IncidentError::Mistakes(mistakes)) => mistakes,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_incident_is_told_at_once_and_to_every_instance() {
    let (test, dora) = portal().await;
    let other = Board::load(&test.portal.db).await.unwrap();
    let id = opens(&test, &dora, &interruption(&test)).await;
    let now = test.portal.now();
    for board in [&test.status, &other] {
        board.refresh(&test.portal.db).await.unwrap();
        let snapshot = board.current();
        let smv = api(&test, "smv");
        let open: Vec<_> = snapshot.open_for(smv, now).map(|it| it.id).collect();
        assert_eq!(open, [id]);
        assert_eq!(snapshot.state_of(smv, now), ComponentState::Interrupted);
        let crm = snapshot.state_of(api(&test, "crm-na-nuvem"), now);
        assert_eq!(crm, ComponentState::Operating);
        assert_eq!(snapshot.state_of_portal(now), ComponentState::Operating);
    }
    let told = by_id(&dora, id).await.unwrap();
    assert_eq!(told.stage(), IncidentStage::Investigating);
    assert_eq!(
        told.notes[0].text.text_for(Locale::En),
        "Estamos vendo. (en)"
    );
    let opened = audit_event::Entity::find()
        .filter(audit_event::Column::Action.eq(Action::IncidentOpened))
        .filter(audit_event::Column::SubjectId.eq(id.0))
        .count(test.portal.db.reader());
    assert_eq!(opened.await.unwrap(), 1);
}

#[tokio::test]
async fn what_is_missing_is_told_all_at_once() {
    let (test, dora) = portal().await;
    let facts = IncidentFacts {
        title: Translated::default(),
        affected: Affected::Apis(BTreeSet::new()),
        begins_at: test.portal.now() + TimeDelta::minutes(1),
        ..interruption(&test)
    };
    assert_eq!(
        refused(&test, &dora, &facts).await,
        [
            IncidentMistake::NoTitle,
            IncidentMistake::NoApi,
            IncidentMistake::BeginsLater
        ]
    );
    let mut title = text(&"x".repeat(MAX_TITLE));
    title.set(Locale::Es, "y".repeat(MAX_TITLE + 1));
    let facts = IncidentFacts {
        title,
        ..interruption(&test)
    };
    let long = IncidentMistake::LongTitle(Locale::Es);
    assert_eq!(refused(&test, &dora, &facts).await, [long]);
    let silent = note(IncidentStage::Scheduled, "");
    let outcome = open(&dora, &test.status, &interruption(&test), &silent).await;
    let Err(IncidentError::Mistakes(mistakes)) = outcome else {
        panic!("{outcome:?}");
    };
    assert_eq!(mistakes, [IncidentMistake::NoText, IncidentMistake::Stage]);
    assert_eq!(test.status.current().all().count(), 0);
}

#[tokio::test]
async fn a_maintenance_has_an_end_after_its_begin() {
    let (test, dora) = portal().await;
    let begins_at = test.portal.now() + TimeDelta::days(2);
    let maintenance = |ends_at| IncidentFacts {
        kind: IncidentKind::Maintenance,
        begins_at,
        ends_at,
        ..interruption(&test)
    };
    let without = refused(&test, &dora, &maintenance(None)).await;
    assert_eq!(without, [IncidentMistake::NoEnd]);
    let backwards = refused(&test, &dora, &maintenance(Some(begins_at))).await;
    assert_eq!(backwards, [IncidentMistake::EndsBeforeBegin]);
    let good = maintenance(Some(begins_at + TimeDelta::hours(1)));
    opens(&test, &dora, &good).await;
}

#[tokio::test]
async fn only_administrators_tell_of_incidents() {
    let (test, dora) = portal().await;
    let id = opens(&test, &dora, &interruption(&test)).await;
    let staff = [Role::Support, Role::ContractManager];
    let julia = test.person("julia@balcao.example", &staff).await;
    for asker in [&julia, &test.scope()] {
        let first = note(IncidentStage::Investigating, "Estamos vendo.");
        let opened = open(asker, &test.status, &interruption(&test), &first).await;
        let noted = add_note(asker, &test.status, id, 1, &first).await;
        for refused in [opened.map(drop), noted] {
            let forbidden = IncidentError::Common(Error::Forbidden(crate::Forbidden));
            assert_eq!(refused.unwrap_err().to_string(), forbidden.to_string());
        }
        assert!(matches!(by_id(asker, id).await, Err(Error::Forbidden(_))));
        assert!(matches!(past(asker, None).await, Err(Error::Forbidden(_))));
    }
}
