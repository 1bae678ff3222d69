//! What readers get of the catalogue.

mod attachments;
mod drafting;
mod importing;
mod misses;
mod own;
mod searching;

use locales::Locale;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

use super::*;
use crate::{
    demo,
    entities::api_revision,
    testing::{self, TestPortal},
};

async fn withdraw(test: &TestPortal) {
    let withdrawn = ApiFiles {
        state: Some(ApiState::Withdrawn),
        ..ApiFiles::default()
    };
    testing::import(test, "smv", withdrawn).await;
}

async fn portal() -> TestPortal {
    testing::portal_with_catalogue().await
}

fn listed(test: &TestPortal) -> Vec<String> {
    let snapshot = test.catalogue.current();
    snapshot.published().map(|api| api.slug.clone()).collect()
}

#[tokio::test]
async fn published_apis_show_in_order_with_all_that_belongs_to_them() {
    let test = portal().await;
    assert_eq!(listed(&test), ["smv", "score-de-credito", "crm-na-nuvem"]);
    let smv = test.catalogue.current().by_slug("smv").unwrap();
    let trial = PlanOffer {
        plan: Plan::Trial,
        renews: false,
        calls: Some(1000),
        days: Some(90),
    };
    assert_eq!(smv.offer(Plan::Trial), Some(trial));
    assert_eq!(smv.offer(Plan::PayPerUse).unwrap().calls, None);
    assert_eq!(
        smv.text(Locale::En).name,
        "Silent mobile verification (SMV)"
    );
    for locale in Locale::ALL {
        let shown = smv.text(locale);
        assert_eq!(shown.answers.len(), 14);
        let code = |status, code| shown.answer(status, code).map(|it| it.code.as_str());
        assert_eq!(code(404, Some("API-SMV-404")), Some("API-SMV-404"));
        assert_eq!(code(404, None), Some("API-SMV-404"));
        assert_eq!(code(402, Some("API-SMV-404")), None);
        assert_eq!(shown.presentation.contents[0].level, 2, "{locale}");
        assert!(shown.documentation.contents.len() > 5, "{locale}");
    }
}

#[tokio::test]
async fn a_withdrawn_api_leaves_the_catalogue_but_not_its_applications() {
    let test = portal().await;
    let smv = test.catalogue.current().by_slug("smv").unwrap().id;
    withdraw(&test).await;

    let snapshot = test.catalogue.current();
    assert!(snapshot.by_slug("smv").is_none());
    assert!(!snapshot.offers(smv, Plan::Trial));
    assert_eq!(
        api_of(&test.system(), &test.catalogue, smv)
            .await
            .unwrap()
            .slug,
        "smv"
    );
}

#[tokio::test]
async fn a_stored_document_that_makes_no_sandbox_any_more_is_left_out() {
    let test = portal().await;
    let current = || test.catalogue.current().by_slug("smv").unwrap();
    let before = current();
    assert!(before.sandbox.is_some());
    let db = test.portal.db.writer();
    let row = api_revision::Entity::find_by_id(before.revision)
        .one(db)
        .await;
    let row = row.unwrap().unwrap();
    let mut content = stored::parse(&row.content).unwrap();
    content.openapi = Some("{}".to_owned());
    let mut row = row.into_active_model();
    row.content = Set(stored::text(&content).unwrap());
    row.update(db).await.unwrap();
    let fresh = Catalogue::load(&test.portal.db).await.unwrap();
    let after = fresh.current().by_slug("smv").unwrap();
    assert!(after.sandbox.is_none() && after.openapi.is_none());
    assert_eq!(
        after.text(Locale::PtBr).name,
        before.text(Locale::PtBr).name
    );
}

/// Operators had programs of their own once.
#[tokio::test]
async fn what_was_stored_with_programs_of_the_operators_own_is_still_read() {
    let test = portal().await;
    let before = test.catalogue.current().by_slug("smv").unwrap();
    let db = test.portal.db.writer();
    let row = api_revision::Entity::find_by_id(before.revision)
        .one(db)
        .await;
    let row = row.unwrap().unwrap();
    let content = row
        .content
        .replacen('{', r#"{"samples":{"python":"print()"},"#, 1);
    let mut row = row.into_active_model();
    row.content = Set(content);
    row.update(db).await.unwrap();
    let fresh = Catalogue::load(&test.portal.db).await.unwrap();
    let after = fresh.current().by_slug("smv").unwrap();
    assert_eq!(after.openapi, before.openapi);
    assert_eq!(
        after.text(Locale::PtBr).name,
        before.text(Locale::PtBr).name
    );
}

#[tokio::test]
async fn a_text_that_is_no_document_is_refused_whether_there_is_a_sandbox_or_not() {
    let test = portal().await;
    let system = test.system();
    let document = || {
        test.catalogue
            .current()
            .by_slug("smv")
            .unwrap()
            .openapi
            .clone()
    };
    let before = document();
    for wrong in ["no JSON", "{}", r#"{"swagger": "2.0"}"#] {
        for sandbox in [Some(true), Some(false), None] {
            let wrong = wrong.to_owned();
            let refused = set_document(&system, &test.catalogue, "smv", wrong, sandbox).await;
            assert!(matches!(refused, Err(ApiChangeError::Document(_))));
        }
    }
    test.catalogue.refresh(&test.portal.db).await.unwrap();
    assert_eq!(document(), before);
}

#[tokio::test]
async fn a_document_is_compiled_once() {
    let test = portal().await;
    let sandbox = || {
        test.catalogue
            .current()
            .by_slug("smv")
            .unwrap()
            .sandbox
            .clone()
    };
    let before = sandbox().unwrap();
    test.catalogue.refresh(&test.portal.db).await.unwrap();
    assert!(Arc::ptr_eq(&before, &sandbox().unwrap()));
}

#[tokio::test]
async fn an_api_that_another_instance_added_is_found() {
    let test = portal().await;
    let smv = test.catalogue.current().by_slug("smv").unwrap().id;
    *test.catalogue.snapshots.write().unwrap() = Snapshots::default();
    assert_eq!(
        api_of(&test.system(), &test.catalogue, smv)
            .await
            .unwrap()
            .slug,
        "smv"
    );
    let unknown = api_of(&test.system(), &test.catalogue, test.portal.new_id()).await;
    assert!(matches!(unknown, Err(DbErr::RecordNotFound(_))));
}
