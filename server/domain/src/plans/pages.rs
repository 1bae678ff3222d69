//! What pages, the cleaning and the worker ask of the database.

use super::{People, people, whole_tables};
use crate::{
    Place, Role,
    accounts::{self, PeopleFilter, administration, sessions, support},
    applications::{self, ApplicationState},
    approvals::{self, Search},
    catalogue, credentials, groups,
    ids::TransactionId,
    messages::{self, Listed},
    oauth, requests,
    requests::{
        GroupChoice, Status,
        tests::{asks, is_rejected, reason, writes},
    },
    status, teams,
    translated::Translated,
    usage,
};

#[tokio::test]
async fn members_pages_read_no_table_from_end_to_end() {
    let People {
        test,
        ana,
        group,
        request,
        application,
        ..
    } = people().await;
    groups::mine(&ana).await.unwrap();
    groups::find_with_members(&ana, group).await.unwrap();
    groups::mine_where(&ana, groups::GroupRight::Request)
        .await
        .unwrap();
    groups::members::page(&ana, group, None).await.unwrap();
    groups::members::all(&ana, group).await.unwrap();
    groups::invitations::list(&ana, group).await.unwrap();
    teams::history(&ana, group, None).await.unwrap();
    teams::is_company_fixed(&ana, group).await.unwrap();
    requests::counts(&ana, &[group]).await.unwrap();
    let all = requests::of_group(&ana, &test.catalogue, group)
        .await
        .unwrap()
        .unwrap();
    usage::quotas_of(&ana, &all).await.unwrap();
    credentials::keys_of(&ana, &all).await.unwrap();
    requests::find(&ana, &test.catalogue, request)
        .await
        .unwrap();
    credentials::own_public_key(&ana, requests::tests::api(&ana, "smv"))
        .await
        .unwrap();
    applications::own_approved(&ana, requests::tests::api(&ana, "smv"))
        .await
        .unwrap();
    credentials::own_keys(&ana).await.unwrap();
    credentials::secrets_of(&ana, application).await.unwrap();
    credentials::sandbox_keys(&ana, &test.vault, application)
        .await
        .unwrap();
    usage::latest_calls(&ana, application, None).await.unwrap();
    let page = requests::page_of_group(&ana, &test.catalogue, group, None, Some(request))
        .await
        .unwrap();
    let first = &page.unwrap().items[0];
    let cursor = crate::Cursor::new(first.submitted_at, first.id.0);
    requests::page_of_group(&ana, &test.catalogue, group, Some(cursor), None)
        .await
        .unwrap();
    for window in usage::Window::ALL {
        usage::report(&ana, application, *window, None, chrono_tz::UTC)
            .await
            .unwrap();
        usage::group_report(&ana, &test.catalogue, group, *window, None, chrono_tz::UTC)
            .await
            .unwrap();
    }
    let call: TransactionId = ana.portal.new_id();
    usage::find_call(&ana, &test.catalogue, call, locales::Locale::PtBr)
        .await
        .unwrap();
    sessions::list(&ana).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn whoever_asks_for_something_has_no_table_read_from_end_to_end() {
    let People {
        test,
        ana,
        staff,
        group,
        application,
        ..
    } = people().await;
    let draft = writes(&ana, group).await;
    requests::choose_group(&ana, draft, GroupChoice::Existing(group))
        .await
        .unwrap();
    let draft = requests::draft(&ana, &test.catalogue, draft)
        .await
        .unwrap()
        .unwrap();
    requests::earlier_trial(&ana, &draft).await.unwrap();
    requests::draft_for(&ana, draft.api.id, draft.plan)
        .await
        .unwrap();
    let filed = approvals::submit(
        &ana,
        &test.vault,
        &test.catalogue,
        draft.id,
        draft.updated_at,
    );
    let rejected = filed.await.unwrap().request;
    is_rejected(&staff, rejected).await;
    let corrected = requests::correct(&ana, &test.catalogue, rejected)
        .await
        .unwrap();
    requests::drafts(&ana, &test.catalogue).await.unwrap();
    requests::cancel(&ana, corrected).await.unwrap();
    requests::plan_changeable(&ana, &test.catalogue, application)
        .await
        .unwrap();
    let change = requests::request_plan_change(&ana, &test.catalogue, application).await;
    requests::cancel(&ana, change.unwrap().request)
        .await
        .unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn managers_pages_read_no_table_from_end_to_end() {
    let People {
        test,
        ana,
        staff,
        group,
        request,
        application,
    } = people().await;
    let rejected = asks(&ana, group).await.request;
    approvals::reject(&staff, rejected, reason()).await.unwrap();
    let change = requests::request_plan_change(&ana, &test.catalogue, application).await;
    let change = change.unwrap().request;
    let statuses = Status::ALL.iter().map(|status| Some(*status));
    for status in statuses.chain([None]) {
        for query in ["", "banco antifraude", "b", "A1b2C3d4E5f6G7h8I9j0"] {
            let wanted = Search {
                status,
                query: query.to_owned(),
                ..Search::default()
            };
            for place in [
                Place::First,
                Place::After(rejected),
                Place::Before(rejected),
            ] {
                approvals::search(&staff, &test.catalogue, &wanted, place)
                    .await
                    .unwrap();
            }
        }
    }
    for id in [request, rejected, change] {
        approvals::review(&staff, &test.catalogue, id)
            .await
            .unwrap()
            .unwrap();
    }
    approvals::approve(&staff, &test.vault, change, None)
        .await
        .unwrap();
    approvals::suspend(&staff, application, reason())
        .await
        .unwrap();
    let seen = ApplicationState::Suspended;
    approvals::revoke(&staff, application, seen, reason())
        .await
        .unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn pages_of_support_read_no_table_from_end_to_end() {
    let People {
        test, staff, ana, ..
    } = people().await;
    for query in ["", "ana souza", "a"] {
        let page = support::find(&staff, query, None).await.unwrap();
        let first = &page.items[0];
        let cursor = crate::Cursor::new(first.created_at, first.id.0);
        for role in [None, Some(Role::Support)] {
            let filter = PeopleFilter {
                role,
                ..PeopleFilter::of_words(query)
            };
            administration::people(&staff, &filter, Some(cursor))
                .await
                .unwrap();
        }
    }
    support::view(&staff, ana.account_id().unwrap())
        .await
        .unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn messages_read_no_table_from_end_to_end() {
    let People {
        test, staff, ana, ..
    } = people().await;
    let new = messages::tests::new_message("ana@bancoexemplo.com.br");
    let id = messages::tests::writes(&test.clock, &ana, &new).await;
    messages::assign(&staff, id, 0).await.unwrap();
    for listed in [Listed::Open, Listed::Mine, Listed::Closed] {
        for query in ["", "bia chave", "b"] {
            let wanted = messages::Search {
                listed,
                query: query.to_owned(),
            };
            messages::list(&staff, &wanted, None).await.unwrap();
            let cursor = crate::Cursor::new(staff.now(), id.0);
            messages::list(&staff, &wanted, Some(cursor)).await.unwrap();
        }
    }
    messages::count_open(&staff).await.unwrap();
    let text = "Confira a chave pública.".parse().unwrap();
    let then = messages::AfterAnswer::Closes;
    messages::answer(&staff, id, 1, &text, then).await.unwrap();
    let view = messages::view(&staff, id).await.unwrap().unwrap();
    let db = test.portal.db.reader();
    let answer = view.events.iter().find(|event| event.said.is_some());
    messages::answer_by_id(db, answer.unwrap().id)
        .await
        .unwrap();
    messages::wait_since(db, staff.now()).await.unwrap();
    messages::delete_stale(&test.portal).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn incidents_read_no_table_from_end_to_end() {
    let People { test, staff, .. } = people().await;
    let facts = status::IncidentFacts {
        title: Translated::in_default_language("Tudo fora do ar"),
        kind: status::IncidentKind::Interruption,
        affected: status::Affected::WholePortal,
        begins_at: staff.now(),
        ends_at: None,
    };
    let note = status::NewNote {
        stage: status::IncidentStage::Investigating,
        text: Translated::in_default_language("Estamos vendo."),
    };
    let board = &test.status;
    let id = status::open(&staff, board, &facts, &note).await.unwrap();
    status::add_note(&staff, board, id, 1, &note).await.unwrap();
    status::correct_note(&staff, board, id, 2, 1, &facts.title)
        .await
        .unwrap();
    status::correct(&staff, board, id, 3, &facts).await.unwrap();
    status::by_id(&staff, id).await.unwrap();
    let cursor = crate::Cursor::new(staff.now(), id.0);
    status::past(&staff, Some(cursor)).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn the_cleaning_and_the_worker_read_no_table_from_end_to_end() {
    let People {
        test,
        ana,
        staff,
        group,
        application,
        ..
    } = people().await;
    let cancelled = asks(&ana, group).await.request;
    requests::cancel(&ana, cancelled).await.unwrap();
    approvals::suspend(&staff, application, reason())
        .await
        .unwrap();
    test.statements.listen();
    let (db, since) = (test.portal.db.reader(), staff.now());
    let manager = staff.account_id().unwrap();
    requests::wait_since(db, since, manager).await.unwrap();
    credentials::changed_since(db, application, since)
        .await
        .unwrap();
    accounts::delete_stale(&test.portal).await.unwrap();
    oauth::delete_stale(&test.portal, &test.authority)
        .await
        .unwrap();
    credentials::notify_of_expiry(&test.system()).await.unwrap();
    catalogue::version(&test.portal.db).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}
