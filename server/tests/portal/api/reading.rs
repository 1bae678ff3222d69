//! Lists, pages, fields, what is included, and tags.

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::{error, ids, new_request, with_anas_caller};

#[tokio::test]
async fn a_program_reads_what_its_person_has() {
    let (app, ana, _) = with_anas_caller().await;
    let me: Value = ana.reads("/accounts/me").await.is(StatusCode::OK).json();
    assert_eq!(me["data"]["attributes"]["email"], crate::harness::ANA);
    let groups = ids(&ana.reads("/groups").await);
    assert_eq!(groups.len(), 1);
    let applications: Value = ana.reads("/applications?include=api,group").await.json();
    let application = &applications["data"][0];
    assert_eq!(application["type"], "applications");
    assert_eq!(application["attributes"]["state"], "approved");
    assert_eq!(
        application["relationships"]["group"]["data"]["id"],
        groups[0]
    );
    let included: Vec<_> = applications["included"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["type"].as_str().unwrap())
        .collect();
    assert_eq!(included, ["apis", "groups"]);
    let id = application["id"].as_str().unwrap();
    for path in [
        format!("/applications/{id}"),
        format!("/applications/{id}/usage"),
        format!("/applications/{id}/calls"),
        format!("/applications/{id}/credential"),
        format!("/requests/{id}"),
        format!("/requests/{id}/decision"),
        format!("/groups/{}", groups[0]),
    ] {
        let answer = ana.reads(&path).await;
        answer.is(StatusCode::OK);
        assert_eq!(
            answer.header(header::CONTENT_TYPE),
            "application/vnd.api+json"
        );
    }
    let credential: Value = ana
        .reads(&format!("/applications/{id}/credential"))
        .await
        .json();
    assert_eq!(
        credential["data"]["attributes"]["publicKey"],
        ana.program.public_key
    );
    assert!(!credential.to_string().contains(&ana.program.secret_key));
    let decision: Value = ana.reads(&format!("/requests/{id}/decision")).await.json();
    assert_eq!(decision["data"]["attributes"]["outcome"], "approved");
    let slugs: Value = ana.reads("/apis").await.json();
    let smv = app.catalogue.current().by_slug("smv").unwrap();
    let all = slugs["data"].as_array().unwrap();
    assert!(all.iter().any(|api| api["id"] == smv.id.to_string()));
    app.works().await;
}

#[tokio::test]
async fn a_list_goes_on_from_page_to_page_and_back_in_order() {
    let (app, ana, _) = with_anas_caller().await;
    let group = ids(&ana.reads("/groups").await).remove(0);
    for plan in ["trial", "pay-per-use"] {
        app.clock.advance(std::time::Duration::from_mins(1));
        let filed = ana
            .posts("/requests", &new_request(&app, &group, plan))
            .await;
        filed.is(StatusCode::CREATED);
    }
    let all = ids(&ana.reads("/requests").await);
    assert_eq!(all.len(), 3);
    let mut path = "/requests?page%5Bsize%5D=1".to_owned();
    let mut read = Vec::new();
    loop {
        let page = ana.reads(&path).await;
        read.extend(ids(&page));
        let page: Value = page.json();
        match page["links"]["next"].as_str() {
            Some(next) => next.strip_prefix("/api/v1").unwrap().clone_into(&mut path),
            None => break,
        }
    }
    assert_eq!(read, all);
    let mut oldest_first = ids(&ana.reads("/requests?sort=submittedAt").await);
    oldest_first.reverse();
    assert_eq!(oldest_first, all);
    let pending = ids(&ana.reads("/requests?filter%5Bstate%5D=pending").await);
    assert_eq!(pending, all[..2]);
    let none = ids(&ana.reads("/requests?filter%5Bstate%5D=rejected").await);
    assert!(none.is_empty());
    app.works().await;
}

#[tokio::test]
async fn only_the_fields_that_are_asked_for_come() {
    let (app, ana, _) = with_anas_caller().await;
    let page: Value = ana
        .reads("/applications?fields%5Bapplications%5D=name,api&include=api&fields%5Bapis%5D=slug")
        .await
        .json();
    let application = &page["data"][0];
    assert_eq!(
        application["attributes"],
        json!({"name": "Abertura de conta"})
    );
    let relationships = application["relationships"].as_object().unwrap();
    assert_eq!(relationships.keys().collect::<Vec<_>>(), ["api"]);
    assert_eq!(page["included"][0]["attributes"], json!({"slug": "smv"}));
    app.works().await;
}

#[tokio::test]
async fn whoever_has_it_already_is_told_that_it_is_the_same() {
    let (app, ana, _) = with_anas_caller().await;
    let first = ana.reads("/applications").await;
    let tag = first.header(header::ETAG).to_owned();
    let again = ana
        .reads_with("/applications", &[("If-None-Match", &tag)])
        .await;
    assert_eq!(
        (again.status, again.bytes.len()),
        (StatusCode::NOT_MODIFIED, 0)
    );
    assert_eq!(first.header(header::CACHE_CONTROL), "private, no-cache");
    app.works().await;
}

#[tokio::test]
async fn a_parameter_that_is_none_is_named_in_the_callers_language() {
    let (app, ana, _) = with_anas_caller().await;
    for (query, parameter) in [
        ("page%5Bsize%5D=0", "page[size]"),
        ("page%5Bsize%5D=many", "page[size]"),
        ("page%5Bafter%5D=here", "page[after]"),
        ("filter%5Bstate%5D=lost", "filter[state]"),
        ("filter%5Bgroup%5D=7", "filter[group]"),
        ("sort=name", "sort"),
        ("include=secrets", "include"),
        ("limit=3", "limit"),
        ("fields%5Bapis%5D=na%20me", "fields[apis]"),
        ("sort=requestedAt&sort=-requestedAt", "sort"),
    ] {
        let answer = ana.reads(&format!("/applications?{query}")).await;
        let expected = (
            StatusCode::BAD_REQUEST,
            "invalid_parameter".to_owned(),
            json!({"parameter": parameter}),
        );
        assert_eq!(error(&answer), expected, "{query}");
    }
    let title = async |language| {
        let headers = [("Accept-Language", language)];
        let body: Value = ana
            .reads_with("/applications?sort=x", &headers)
            .await
            .json();
        body["errors"][0]["title"].as_str().unwrap().to_owned()
    };
    assert_ne!(title("pt-BR").await, title("en").await);
    assert_ne!(title("es").await, title("en").await);
    app.works().await;
}

#[tokio::test]
async fn while_the_database_is_away_a_program_is_told_when_to_try_again() {
    let (app, ana, _) = with_anas_caller().await;
    app.works().await;
    if !app.loses_its_database() {
        return;
    }
    let answer = ana.reads("/applications").await;
    app.finds_its_database();
    assert_eq!(error(&answer).0, StatusCode::SERVICE_UNAVAILABLE);
    assert_ne!(answer.header(header::RETRY_AFTER), "");
}
