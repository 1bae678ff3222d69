//! The portal's own API beside those of operators.

use std::collections::BTreeMap;

use super::*;
use crate::{gateway, translated::Translated};

const SLUG: &str = "api-do-portal";

/// The portal's own API, with the texts of another one.
fn own() -> OwnApi {
    let smv = read(&demo::files()).unwrap().apis.remove("smv").unwrap();
    OwnApi {
        slug: SLUG.to_owned(),
        category: Category {
            slug: "portal".to_owned(),
            names: Translated::in_default_language("Portal"),
        },
        files: ApiFiles {
            state: None,
            category: Some("portal".to_owned()),
            position: Some(1000),
            base_path: Some(addresses::PORTAL_API.to_owned()),
            opened_by: Some(OpenedBy::PortalTokens),
            plans: Some(BTreeMap::new()),
            sandbox: Some(false),
            upstream: Some(String::new()),
            ..smv
        },
    }
}

async fn writes(test: &TestPortal, own: OwnApi) -> bool {
    write_own(&test.system(), &test.catalogue, own)
        .await
        .unwrap()
}

async fn revisions(test: &TestPortal) -> usize {
    details(&test.system(), SLUG).await.unwrap().revisions.len()
}

#[tokio::test]
async fn it_is_published_without_a_plan_and_the_gateway_knows_nothing_of_it() {
    let test = portal().await;
    assert!(writes(&test, own()).await);
    let snapshot = test.catalogue.current();
    let api = snapshot.by_slug(SLUG).unwrap();
    assert!(api.is_own() && api.is_open() && !api.takes_requests());
    assert_eq!(api.category.slug, "portal");
    assert_eq!(snapshot.published().count(), 4);
    assert_eq!(snapshot.behind_gateway().count(), 3);
    assert!(gateway::find_api(&snapshot, "/api/v1/groups").is_none());
}

#[tokio::test]
async fn the_same_again_makes_no_revision_and_another_text_makes_one() {
    let test = portal().await;
    writes(&test, own()).await;
    let before = version(&test.portal.db).await.unwrap();
    assert!(!writes(&test, own()).await);
    assert_eq!(version(&test.portal.db).await.unwrap(), before);
    assert_eq!(revisions(&test).await, 1);
    let mut later = own();
    later
        .files
        .summary
        .set(Locale::En, "Another line.".to_owned());
    assert!(writes(&test, later).await);
    assert_eq!(revisions(&test).await, 2);
}

#[tokio::test]
async fn what_operators_decided_stays() {
    let test = portal().await;
    writes(&test, own()).await;
    let decided = ApiFiles {
        state: Some(ApiState::Withdrawn),
        position: Some(7),
        ..ApiFiles::default()
    };
    testing::import(&test, SLUG, decided).await;
    let mut later = own();
    later
        .files
        .summary
        .set(Locale::En, "Another line.".to_owned());
    assert!(writes(&test, later).await);
    let api = details(&test.system(), SLUG).await.unwrap();
    assert_eq!(api.state, ApiState::Withdrawn);
    assert_eq!(api.content.position, 7);
    assert!(test.catalogue.current().by_slug(SLUG).is_none());
}

#[tokio::test]
async fn operators_choose_its_place_and_the_program_its_words() {
    let test = portal().await;
    writes(&test, own()).await;
    let content = details(&test.system(), SLUG).await.unwrap().content;
    let change = async |section: Section, after: &ApiContent| {
        let seen = section.fingerprint(&content).unwrap();
        save(&test.system(), SLUG, section, &seen, after).await
    };
    let mut after = content.clone();
    after.name.set(Locale::En, "Another name".to_owned());
    let refused = change(Section::Texts(Locale::En), &after).await;
    let Err(DraftError::Problems(problems)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(problems, [Problem::OfPortal]);
    let mut after = content.clone();
    after.tags = vec!["Portal".to_owned()];
    change(Section::Identity, &after).await.unwrap();
    // Nobody writes over what somebody is about to publish.
    let mut later = own();
    later
        .files
        .summary
        .set(Locale::En, "Another line.".to_owned());
    let refused = write_own(&test.system(), &test.catalogue, later).await;
    assert!(matches!(refused, Err(ImportError::Problems(_))));
}

#[tokio::test]
async fn an_api_of_operators_is_neither_opened_so_nor_written_over() {
    let test = portal().await;
    let opened = ApiFiles {
        opened_by: Some(OpenedBy::PortalTokens),
        ..ApiFiles::default()
    };
    let files = CatalogueFiles {
        apis: [("smv".to_owned(), opened)].into(),
        ..CatalogueFiles::default()
    };
    let refused = import(&test.system(), &test.catalogue, files, ImportMode::Apply).await;
    let Err(ImportError::Problems(problems)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(problems[0].problem, Problem::OfPortal);
    let taken = OwnApi {
        slug: "smv".to_owned(),
        ..own()
    };
    let refused = write_own(&test.system(), &test.catalogue, taken).await;
    assert!(matches!(refused, Err(ImportError::Problems(_))));
}

#[tokio::test]
async fn its_files_are_read_back_as_they_were_written() {
    let test = portal().await;
    writes(&test, own()).await;
    let (categories, apis) = export(&test.system()).await.unwrap();
    let files = read(&write(&categories, &apis).unwrap()).unwrap();
    assert_eq!(files.apis[SLUG].opened_by, Some(OpenedBy::PortalTokens));
    assert_eq!(files.apis["smv"].opened_by, None);
    let report = import(&test.system(), &test.catalogue, files, ImportMode::Apply)
        .await
        .unwrap();
    assert!(
        report.apis.iter().all(ApiReport::is_unchanged),
        "{report:?}"
    );
}
