//! What administrators write in the console before readers see it.

use super::*;
use crate::{
    Error, Role,
    audit::{self, Action, Subject},
    entities::api as api_rows,
    translated::Translated,
};

/// All that the demo says of SMV.
fn smv() -> ApiContent {
    let mut files = read(&demo::files()).unwrap();
    let mut content = ApiContent::default();
    files.apis.remove("smv").unwrap().apply(&mut content);
    content
}

async fn written(test: &TestPortal, slug: &str) -> ApiContent {
    details(&test.system(), slug).await.unwrap().content
}

/// Saves a section as the page shows it now, with what somebody changes.
async fn writes(
    test: &TestPortal,
    slug: &str,
    section: Section,
    change: impl FnOnce(&mut ApiContent),
) -> Result<(), DraftError> {
    let mut content = written(test, slug).await;
    let seen = section.fingerprint(&content).unwrap();
    change(&mut content);
    save(&test.system(), slug, section, &seen, &content).await
}

fn said<T: std::fmt::Debug>(outcome: Result<T, DraftError>) -> Vec<String> {
    match outcome {
        Err(DraftError::Problems(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

const SECTIONS: [Section; 9] = [
    Section::Identity,
    Section::Texts(Locale::PtBr),
    Section::Texts(Locale::En),
    Section::Texts(Locale::Es),
    Section::Plans,
    Section::Answers,
    Section::Changes,
    Section::Document,
    Section::Calls,
];

#[tokio::test]
async fn an_api_is_written_section_by_section_and_then_published() {
    let test = testing::portal().await;
    let system = test.system();
    let category = Category {
        slug: "identidade".to_owned(),
        names: Translated::in_default_language("Identidade"),
    };
    let none = fingerprint_of_categories([].iter()).unwrap();
    arrange(&system, &test.catalogue, &none, &[category])
        .await
        .unwrap();
    let whole = smv();
    create(&system, "smv", &whole.name).await.unwrap();
    assert!(test.catalogue.current().by_slug("smv").is_none());
    let seen = Fingerprint::of(&written(&test, "smv").await).unwrap();
    let early = publish(&system, &test.catalogue, "smv", &seen).await;
    let expected = [
        "it cannot be published without a version",
        "it cannot be published without a category",
        "it cannot be published without a base path",
        "it cannot be published without summary in pt-BR",
    ];
    assert_eq!(said(early)[..4], expected);

    for section in SECTIONS {
        let changed = |content: &mut ApiContent| section.copy(&whole, content);
        writes(&test, "smv", section, changed).await.unwrap();
    }
    let shown = preview(&system, "smv").await.unwrap();
    assert!(shown.is_preview && shown.sandbox.is_some());
    assert!(test.catalogue.current().by_slug("smv").is_none());
    let api = details(&system, "smv").await.unwrap();
    assert_eq!((api.missing, api.problems), (vec![], vec![]));
    let seen = Fingerprint::of(&api.content).unwrap();
    publish(&system, &test.catalogue, "smv", &seen)
        .await
        .unwrap();
    let published = test.catalogue.current().by_slug("smv").unwrap();
    assert!(published.takes_requests() && !published.is_preview);
    assert_eq!(
        published.text(Locale::En).name,
        "Silent mobile verification (SMV)"
    );
    let db = test.portal.db.reader();
    let trail = audit::about(Subject::Api(published.id));
    let trail: Vec<audit::Entry> = trail.into_model().all(db).await.unwrap();
    let drafted = trail.iter().filter(|it| it.action == Action::ApiDrafted);
    assert_eq!(drafted.count(), SECTIONS.len() + 1 - unchanged(&whole));
}

/// How many sections of a new API are already as they are to be.
fn unchanged(whole: &ApiContent) -> usize {
    let begun = ApiContent {
        name: whole.name.clone(),
        ..ApiContent::default()
    };
    let same = SECTIONS.iter().filter(|it| !it.differs(&begun, whole));
    same.count()
}

#[tokio::test]
async fn readers_see_what_was_published_while_somebody_writes_what_comes_next() {
    let test = portal().await;
    let system = test.system();
    let before = test.catalogue.current().by_slug("smv").unwrap();
    writes(&test, "smv", Section::Texts(Locale::En), |content| {
        content.name.set(Locale::En, "Quiet check".to_owned());
    })
    .await
    .unwrap();
    test.catalogue.refresh(&test.portal.db).await.unwrap();
    let name = || {
        let api = test.catalogue.current().by_slug("smv").unwrap();
        api.text(Locale::En).name.clone()
    };
    assert_eq!(name(), before.text(Locale::En).name);
    let shown = preview(&system, "smv").await.unwrap();
    assert_eq!(shown.text(Locale::En).name, "Quiet check");
    assert_eq!(shown.text(Locale::Es).name, before.text(Locale::Es).name);

    // Its state changes without the draft.
    let deprecated = Transition {
        state: ApiState::Deprecated,
        sunset_on: "2027-03-31".parse().ok(),
        successor: None,
    };
    transition(&system, &test.catalogue, "smv", deprecated)
        .await
        .unwrap();
    assert_eq!(name(), before.text(Locale::En).name);
    assert!(details(&system, "smv").await.unwrap().is_draft);

    let seen = Fingerprint::of(&written(&test, "smv").await).unwrap();
    publish(&system, &test.catalogue, "smv", &seen)
        .await
        .unwrap();
    assert_eq!(name(), "Quiet check");
    let api = test.catalogue.current().by_slug("smv").unwrap();
    assert_eq!(api.state, ApiState::Deprecated);
}

#[tokio::test]
async fn whoever_saves_the_same_section_second_is_told_and_others_are_not_disturbed() {
    let test = portal().await;
    let system = test.system();
    let mut mine = written(&test, "smv").await;
    let seen = |section: Section, content: &ApiContent| section.fingerprint(content).unwrap();
    let plans = seen(Section::Plans, &mine);
    let english = seen(Section::Texts(Locale::En), &mine);
    let whole = Fingerprint::of(&mine).unwrap();

    writes(&test, "smv", Section::Plans, |content| {
        content.plans.remove(&Plan::PayPerUse);
    })
    .await
    .unwrap();
    mine.plans.remove(&Plan::Trial);
    mine.name.set(Locale::En, "Mine".to_owned());
    let second = save(&system, "smv", Section::Plans, &plans, &mine).await;
    assert!(matches!(second, Err(DraftError::Changed)));
    save(&system, "smv", Section::Texts(Locale::En), &english, &mine)
        .await
        .unwrap();
    let now = written(&test, "smv").await;
    assert_eq!(now.plans.keys().collect::<Vec<_>>(), [&Plan::Trial]);
    assert_eq!(now.name.get(Locale::En), Some("Mine"));

    for refused in [
        publish(&system, &test.catalogue, "smv", &whole).await,
        discard(&system, "smv", &whole).await.map(|_| ()),
    ] {
        assert!(matches!(refused, Err(DraftError::Changed)));
    }
}

#[tokio::test]
async fn what_is_wrong_is_refused_and_what_lacks_is_not() {
    let test = portal().await;
    let of_smv = async |section, change: fn(&mut ApiContent)| {
        said(writes(&test, "smv", section, change).await)
    };
    let identity = |content: &mut ApiContent| {
        content.version = "1 0".to_owned();
        content.category = "musica".to_owned();
        content.base_path = "/crm".to_owned();
    };
    let found = of_smv(Section::Identity, identity).await;
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.contains(&"there is no category musica".to_owned()));
    let zero = |content: &mut ApiContent| {
        content.plans.get_mut(&Plan::Trial).unwrap().calls = Some(0);
    };
    assert_eq!(
        of_smv(Section::Plans, zero).await,
        ["trial should give at least one call and one day"]
    );
    let nowhere = |content: &mut ApiContent| {
        content.upstream = Some("https://intern.example".to_owned());
    };
    assert_eq!(
        of_smv(Section::Calls, nowhere).await,
        ["the upstream: BALCAO_UPSTREAM_HOSTS does not name intern.example"]
    );
    assert!(!details(&test.system(), "smv").await.unwrap().is_draft);
    for section in SECTIONS {
        writes(&test, "smv", section, |content| {
            *content = ApiContent::default();
        })
        .await
        .unwrap();
    }
    let empty = written(&test, "smv").await;
    assert!(empty.openapi.is_none() && empty.name.is_empty());
}

#[tokio::test]
async fn a_draft_that_is_discarded_leaves_what_readers_see() {
    let test = portal().await;
    let system = test.system();
    let before = written(&test, "smv").await;
    writes(&test, "smv", Section::Answers, |it| it.answers.clear())
        .await
        .unwrap();
    let seen = Fingerprint::of(&written(&test, "smv").await).unwrap();
    assert_eq!(
        discard(&system, "smv", &seen).await.unwrap(),
        Discarded::Draft
    );
    assert_eq!(written(&test, "smv").await, before);
    assert!(matches!(
        discard(&system, "smv", &seen).await,
        Err(DraftError::Changed)
    ));

    create(&system, "nova", &Translated::default())
        .await
        .unwrap();
    let seen = Fingerprint::of(&written(&test, "nova").await).unwrap();
    assert_eq!(
        discard(&system, "nova", &seen).await.unwrap(),
        Discarded::Api
    );
    let gone = details(&system, "nova").await;
    assert!(matches!(gone, Err(Error::NotFound(_))));
    let rows = api_rows::Entity::find().all(test.portal.db.reader()).await;
    assert_eq!(rows.unwrap().len(), 3);
    // Its name is free again.
    create(&system, "nova", &Translated::default())
        .await
        .unwrap();
}

#[tokio::test]
async fn a_name_in_addresses_is_taken_once() {
    let test = portal().await;
    let system = test.system();
    let none = Translated::default();
    assert_eq!(
        said(create(&system, "smv", &none).await),
        ["there is an API smv already"]
    );
    let wrong = said(create(&system, "Não é", &none).await);
    assert!(wrong[0].starts_with("its name in addresses"), "{wrong:?}");
}

#[tokio::test]
async fn only_administrators_write_publish_or_see_drafts() {
    let test = portal().await;
    let member = test.person("ana.souza@bancoexemplo.com.br", &[]).await;
    let support = test
        .person(
            "rui@balcao.example",
            &[Role::Support, Role::ContractManager],
        )
        .await;
    let seen = Fingerprint::default();
    let content = ApiContent::default();
    for scope in [&member, &support] {
        let refused = [
            create(scope, "x", &content.name).await,
            save(scope, "smv", Section::Plans, &seen, &content).await,
            publish(scope, &test.catalogue, "smv", &seen).await,
            discard(scope, "smv", &seen).await.map(|_| ()),
            preview(scope, "smv").await.map(|_| ()).map_err(Into::into),
        ];
        for refused in refused {
            assert!(matches!(
                refused,
                Err(DraftError::Common(Error::Forbidden(_)))
            ));
        }
        assert!(categories(scope).await.is_err());
    }
}

#[tokio::test]
async fn categories_are_named_ordered_and_go_when_no_api_is_in_them() {
    let test = portal().await;
    let system = test.system();
    let before = category_list(&system).await.unwrap();
    let seen = fingerprint_of_categories(before.iter()).unwrap();
    let mut wanted = before.clone();
    wanted.reverse();
    wanted[0].names.set(Locale::En, "Renamed".to_owned());
    wanted.push(Category {
        slug: "vazia".to_owned(),
        names: Translated::in_default_language("Vazia"),
    });
    arrange(&system, &test.catalogue, &seen, &wanted)
        .await
        .unwrap();
    assert_eq!(category_list(&system).await.unwrap(), wanted);
    let snapshot = test.catalogue.current();
    assert_eq!(
        snapshot.categories().next().unwrap().name(Locale::En),
        "Renamed"
    );
    let overtaken = arrange(&system, &test.catalogue, &seen, &before).await;
    assert!(matches!(overtaken, Err(CategoriesError::Changed)));

    let seen = fingerprint_of_categories(wanted.iter()).unwrap();
    arrange(&system, &test.catalogue, &seen, &wanted[..before.len()])
        .await
        .unwrap();
    let seen = fingerprint_of_categories(wanted[..before.len()].iter()).unwrap();
    let used = arrange(&system, &test.catalogue, &seen, &wanted[1..before.len()]).await;
    assert!(matches!(
        used,
        Err(CategoriesError::Mistake(_, CategoryMistake::Used))
    ));
    let mut nameless = wanted[..before.len()].to_vec();
    nameless[1].names = Translated::default();
    let refused = arrange(&system, &test.catalogue, &seen, &nameless).await;
    assert!(matches!(
        refused,
        Err(CategoriesError::Mistake(_, CategoryMistake::NoName))
    ));
}

#[tokio::test]
async fn files_change_nothing_of_an_api_that_somebody_is_writing() {
    let test = portal().await;
    writes(&test, "smv", Section::Changes, |it| it.changes.clear())
        .await
        .unwrap();
    let of_smv = |files| CatalogueFiles {
        apis: [("smv".to_owned(), files)].into(),
        ..CatalogueFiles::default()
    };
    let wanted = of_smv(ApiFiles {
        position: Some(9),
        ..ApiFiles::default()
    });
    let refused = import(&test.system(), &test.catalogue, wanted, ImportMode::Apply).await;
    let Err(ImportError::Problems(problems)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(problems[0].problem, Problem::DraftPending);
    let ended = of_smv(ApiFiles {
        state: Some(ApiState::Withdrawn),
        ..ApiFiles::default()
    });
    import(&test.system(), &test.catalogue, ended, ImportMode::Apply)
        .await
        .unwrap();
    assert!(test.catalogue.current().by_slug("smv").is_none());
    assert!(details(&test.system(), "smv").await.unwrap().is_draft);
}

#[tokio::test]
async fn a_draft_frees_no_path_that_readers_see() {
    let test = portal().await;
    let system = test.system();
    writes(&test, "smv", Section::Identity, |content| {
        content.base_path = "/identity/v2".to_owned();
    })
    .await
    .unwrap();
    create(&system, "nova", &Translated::default())
        .await
        .unwrap();
    for path in ["/identity/v1", "/identity/v2"] {
        let of_new = writes(&test, "nova", Section::Identity, |content| {
            content.base_path = path.to_owned();
        });
        assert_eq!(
            said(of_new.await),
            ["calls of smv start below the same base path, or above it"],
            "{path}"
        );
    }
}
