//! What an import changes, and what it refuses.

use std::time::Duration;

use super::*;
use crate::{
    Error,
    audit::{self, Subject},
    entities::api_revision,
    translated::Translated,
};

fn files(entries: &[(&str, &str)]) -> CatalogueFiles {
    let files = entries.iter();
    let files = files.map(|(name, text)| ((*name).to_owned(), (*text).into()));
    read(&files.collect()).unwrap()
}

async fn take(test: &TestPortal, entries: &[(&str, &str)]) -> Result<ImportReport, ImportError> {
    import(
        &test.system(),
        &test.catalogue,
        files(entries),
        ImportMode::Apply,
    )
    .await
}

async fn refused(test: &TestPortal, entries: &[(&str, &str)]) -> Vec<String> {
    match take(test, entries).await {
        Err(ImportError::Problems(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

async fn revisions(test: &TestPortal) -> usize {
    let db = test.portal.db.writer();
    api_revision::Entity::find().all(db).await.unwrap().len()
}

#[tokio::test]
async fn the_same_files_again_change_nothing() {
    let test = portal().await;
    let version = version(&test.portal.db).await.unwrap();
    let again = read(&demo::files()).unwrap();
    let report = import(&test.system(), &test.catalogue, again, ImportMode::Apply).await;
    let report = report.unwrap();
    assert_eq!(report.apis.len(), 3);
    assert!(!report.categories_changed);
    assert!(
        report.apis.iter().all(ApiReport::is_unchanged),
        "{report:?}"
    );
    assert_eq!(revisions(&test).await, 3);
    // Other instances read the catalogue again, and find what they have.
    assert_ne!(super::version(&test.portal.db).await.unwrap(), version);
}

#[tokio::test]
async fn only_what_a_file_mentions_changes_and_readers_see_it_at_once() {
    let test = portal().await;
    let smv = || test.catalogue.current().by_slug("smv").unwrap();
    let before = smv();
    test.clock.advance(Duration::from_secs(1));
    let report = take(
        &test,
        &[(
            "smv/api.toml",
            "version = \"1.1.0\"\nname.en = \"Silent check\"\n",
        )],
    );
    let report = report.await.unwrap();
    assert_eq!(report.apis.len(), 1);
    assert_eq!(report.apis[0].parts, [Part::Version, Part::Name]);
    let after = smv();
    assert_eq!(after.version, "1.1.0");
    assert_eq!(after.text(Locale::En).name, "Silent check");
    assert_eq!(after.text(Locale::Es).name, before.text(Locale::Es).name);
    assert_eq!(after.openapi, before.openapi);
    assert_eq!(after.id, before.id);
    // What readers saw before is kept.
    assert_eq!(revisions(&test).await, 4);
    let db = test.portal.db.reader();
    let trail = audit::about(Subject::Api(after.id));
    let trail: Vec<audit::Entry> = trail.into_model().all(db).await.unwrap();
    let mut details = trail.iter().map(|entry| entry.details.as_deref());
    assert!(details.any(|it| it == Some("revision 2")), "{trail:?}");
}

#[tokio::test]
async fn a_dry_run_says_the_same_and_changes_nothing() {
    let test = portal().await;
    let wanted = files(&[("smv/api.toml", "position = 9\n")]);
    let system = test.system();
    let dry = import(&system, &test.catalogue, wanted.clone(), ImportMode::DryRun)
        .await
        .unwrap();
    assert_eq!(dry.apis[0].parts, [Part::Position]);
    assert_eq!(listed(&test)[0], "smv");
    let done = import(&system, &test.catalogue, wanted, ImportMode::Apply)
        .await
        .unwrap();
    assert_eq!(done, dry);
    assert_eq!(listed(&test)[2], "smv");
}

#[tokio::test]
async fn one_mistake_keeps_everything_as_it_was() {
    let test = portal().await;
    let said = refused(
        &test,
        &[
            ("categories.toml", "[[categories]]\nslug = \"novas\"\nname.pt-BR = \"Novas\"\n"),
            ("crm-na-nuvem/api.toml", "position = 0\n"),
            ("nova/api.toml", "state = \"published\"\nversion = \"1\"\nbase_path = \"/nova/v1\"\ncategory = \"novas\"\n"),
            ("smv/api.toml", "version = \"1 0\"\n"),
        ],
    )
    .await;
    let expected = [
        "nova: it cannot be published without name in pt-BR",
        "nova: it cannot be published without summary in pt-BR",
        "nova: it cannot be published without presentation in pt-BR",
        "nova: it cannot be published without documentation in pt-BR",
        "nova: it cannot be published without the explanation of any answer",
        "nova: it cannot be published without a plan",
        "nova: it cannot be published without an OpenAPI document",
    ];
    assert_eq!(said[..expected.len()], expected);
    assert!(
        said[expected.len()].starts_with("smv: the version should be "),
        "{said:?}"
    );
    test.catalogue.refresh(&test.portal.db).await.unwrap();
    assert_eq!(listed(&test)[0], "smv");
    let (categories, apis) = export(&test.system()).await.unwrap();
    assert_eq!((categories.len(), apis.len()), (3, 3));
}

#[tokio::test]
async fn what_no_call_could_reach_is_refused_with_the_line_that_is_missing() {
    let test = portal().await;
    let of_smv = async |facts: &str| refused(&test, &[("smv/api.toml", facts)]).await;
    assert_eq!(
        of_smv("upstream = \"https://intern.empresa.com.br/v1\"").await,
        ["smv: the upstream: BALCAO_UPSTREAM_HOSTS does not name intern.empresa.com.br"]
    );
    assert_eq!(
        of_smv("base_path = \"/Entrar/v1\"").await,
        ["smv: the base path begins like an address of the portal itself: /Entrar"]
    );
    assert_eq!(
        of_smv("base_path = \"/crm\"").await,
        ["smv: calls of crm-na-nuvem start below the same base path, or above it"]
    );
    assert_eq!(
        of_smv("category = \"musica\"").await,
        ["smv: there is no category musica"]
    );
    let allowed = "upstream = \"https://api.example/v1\"\nbase_path = \"/crm2\"";
    take(&test, &[("smv/api.toml", allowed)]).await.unwrap();
}

#[tokio::test]
async fn an_api_comes_to_its_end_step_by_step() {
    let test = portal().await;
    let smv = || test.catalogue.current().by_slug("smv");
    let id = smv().unwrap().id;
    let become_ = async |facts: &str| take(&test, &[("smv/api.toml", facts)]).await;
    let no_day = refused(&test, &[("smv/api.toml", "state = \"deprecated\"")]).await;
    assert_eq!(
        no_day,
        ["smv: a deprecated API needs the day on which it ends"]
    );
    become_("state = \"deprecated\"\nsunset = \"2027-03-31\"\nsuccessor = \"crm-na-nuvem\"")
        .await
        .unwrap();
    let deprecated = smv().unwrap();
    assert_eq!(deprecated.sunset_on.unwrap().to_string(), "2027-03-31");
    assert_eq!(deprecated.successor.as_deref(), Some("crm-na-nuvem"));
    assert!(deprecated.is_open() && !test.catalogue.current().offers(id, Plan::Trial));

    become_("state = \"retired\"").await.unwrap();
    assert!(!smv().unwrap().is_open());
    assert_eq!(listed(&test), ["score-de-credito", "crm-na-nuvem"]);

    become_("state = \"withdrawn\"").await.unwrap();
    assert!(smv().is_none());
    assert_eq!(
        refused(&test, &[("smv/api.toml", "state = \"draft\"")]).await,
        ["smv: an API that is withdrawn cannot become draft"]
    );
    become_("state = \"published\"").await.unwrap();
    assert!(test.catalogue.current().offers(id, Plan::Trial));
}

#[tokio::test]
async fn a_deprecated_api_ends_when_its_last_day_is_over() {
    let test = portal().await;
    let smv = || test.catalogue.current().by_slug("smv").unwrap();
    let facts = "state = \"deprecated\"\nsunset = \"2027-03-31\"";
    let begun = test.portal.now();
    take(&test, &[("smv/api.toml", facts)]).await.unwrap();
    assert_eq!(smv().deprecated_at, Some(begun));
    test.clock.advance(Duration::from_hours(24));
    let later = "sunset = \"2027-04-30\"";
    take(&test, &[("smv/api.toml", later)]).await.unwrap();
    assert_eq!(smv().deprecated_at, Some(begun), "since the first time");

    let system = test.system();
    let retired = async || retire_ended(&system, &test.catalogue).await.unwrap();
    let last = end_of(
        "2027-04-30".parse().unwrap(),
        test.portal.settings.time_zone,
    );
    let second = Duration::from_secs(1);
    let left = (last - test.portal.now()).to_std().unwrap();
    test.clock.advance(left.checked_sub(second).unwrap());
    assert_eq!(retired().await, 0);
    assert!(smv().is_open());
    test.clock.advance(second);
    assert_eq!(retired().await, 1);
    assert_eq!(smv().state, ApiState::Retired);
    assert_eq!(smv().deprecated_at, None);
    assert_eq!(retired().await, 0);
}

#[tokio::test]
async fn a_draft_is_seen_by_no_reader_until_it_is_published() {
    let test = testing::portal().await;
    let mut wanted = read(&demo::files()).unwrap();
    wanted.apis.get_mut("smv").unwrap().state = None;
    let report = import(&test.system(), &test.catalogue, wanted, ImportMode::Apply)
        .await
        .unwrap();
    assert!(report.apis.iter().all(|api| api.is_new));
    assert_eq!(listed(&test), ["score-de-credito", "crm-na-nuvem"]);
    take(&test, &[("smv/api.toml", "state = \"published\"")])
        .await
        .unwrap();
    assert_eq!(listed(&test)[0], "smv");
    assert_eq!(revisions(&test).await, 3);
}

#[tokio::test]
async fn what_is_exported_is_imported_elsewhere_without_a_difference() {
    let here = portal().await;
    let there = testing::portal().await;
    let (categories, apis) = export(&here.system()).await.unwrap();
    let written = write(&categories, &apis).unwrap();
    let taken = read(&written).unwrap();
    import(&there.system(), &there.catalogue, taken, ImportMode::Apply)
        .await
        .unwrap();
    assert_eq!(export(&there.system()).await.unwrap(), (categories, apis));
}

#[tokio::test]
async fn only_administrators_change_or_take_the_catalogue() {
    let test = portal().await;
    let member = test.person("ana.souza@bancoexemplo.com.br", &[]).await;
    let files = CatalogueFiles::default();
    let refused = import(&member, &test.catalogue, files, ImportMode::DryRun).await;
    assert!(matches!(
        refused,
        Err(ImportError::Common(Error::Forbidden(_)))
    ));
    assert!(matches!(export(&member).await, Err(Error::Forbidden(_))));
}

/// Changes what is stored behind the portal's back.
async fn rewrite_smv(test: &TestPortal, change: impl FnOnce(&mut ApiContent)) {
    let smv = test.catalogue.current().by_slug("smv").unwrap();
    let db = test.portal.db.writer();
    let row = api_revision::Entity::find_by_id(smv.revision).one(db).await;
    let row = row.unwrap().unwrap();
    let mut content = stored::parse(&row.content).unwrap();
    change(&mut content);
    let mut row = row.into_active_model();
    row.content = Set(stored::text(&content).unwrap());
    row.update(db).await.unwrap();
}

#[tokio::test]
async fn an_api_that_could_not_be_published_any_more_can_still_be_ended() {
    let test = portal().await;
    rewrite_smv(&test, |content| {
        content.upstream = Some("https://gone.example/v1".to_owned());
        content.documentation = Translated::default();
        content.category = "gone".to_owned();
    })
    .await;
    let becomes = async |facts: &str| take(&test, &[("smv/api.toml", facts)]).await;
    becomes("state = \"deprecated\"\nsunset = \"2027-03-31\"")
        .await
        .unwrap();
    becomes("state = \"withdrawn\"").await.unwrap();
    let said = refused(&test, &[("smv/api.toml", "state = \"published\"")]).await;
    assert_eq!(
        said,
        [
            "smv: the upstream: BALCAO_UPSTREAM_HOSTS does not name gone.example",
            "smv: it cannot be published without documentation in pt-BR",
            "smv: there is no category gone",
        ]
    );
}

#[tokio::test]
async fn an_api_that_comes_back_has_its_sandbox_also_where_nobody_saw_it_before() {
    let test = portal().await;
    withdraw(&test).await;
    let elsewhere = Catalogue::load(&test.portal.db).await.unwrap();
    take(&test, &[("smv/api.toml", "state = \"published\"")])
        .await
        .unwrap();
    elsewhere.refresh(&test.portal.db).await.unwrap();
    let smv = elsewhere.current().by_slug("smv").unwrap();
    assert!(smv.sandbox.is_some() && smv.openapi.is_some());
}

#[tokio::test]
async fn the_base_path_of_an_api_that_is_over_is_free() {
    let test = portal().await;
    let crm = [("crm-na-nuvem/api.toml", "base_path = \"/identity/v1\"")];
    let taken = "crm-na-nuvem: calls of smv start below the same base path, or above it";
    assert_eq!(refused(&test, &crm).await, [taken]);
    withdraw(&test).await;
    take(&test, &crm).await.unwrap();
    let said = refused(&test, &[("smv/api.toml", "state = \"published\"")]).await;
    let taken = "smv: calls of crm-na-nuvem start below the same base path, or above it";
    assert_eq!(said, [taken]);
}

#[tokio::test]
async fn the_same_upstream_again_is_no_other_revision() {
    let test = portal().await;
    let set = async || {
        let url = Some("https://api.example/v1".to_owned());
        set_upstream(&test.system(), &test.catalogue, "smv", url)
            .await
            .unwrap();
    };
    set().await;
    let before = revisions(&test).await;
    set().await;
    assert_eq!(revisions(&test).await, before);
}

#[tokio::test]
async fn nobody_ends_an_api_by_a_day_that_is_over() {
    let test = portal().await;
    let smv = || test.catalogue.current().by_slug("smv").unwrap();
    let past = [(
        "smv/api.toml",
        "state = \"deprecated\"\nsunset = \"2020-03-31\"",
    )];
    assert_eq!(
        refused(&test, &past).await,
        ["smv: the day on which it ends is over already"]
    );

    let file = [(
        "smv/api.toml",
        "state = \"deprecated\"\nsunset = \"2027-03-31\"",
    )];
    take(&test, &file).await.unwrap();
    test.clock.advance(Duration::from_hours(24 * 800));
    retire_ended(&test.system(), &test.catalogue).await.unwrap();
    let report = take(&test, &file).await.unwrap();
    assert_eq!(
        smv().state,
        ApiState::Retired,
        "the file says what was so until then"
    );
    assert!(report.apis.iter().all(|api| api.state.is_none()));
}
