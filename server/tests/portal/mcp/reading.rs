//! What agents look up.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{path, with_anas_agent};
use crate::{
    clients::CRM,
    harness::{ANA, CARLOS, HTTPS, smv},
};

#[tokio::test]
async fn an_agent_finds_an_api_and_reads_it() {
    let (app, agent, _) = with_anas_agent().await;
    let found = agent
        .gets("search_catalogue", json!({"query": "mobile"}))
        .await;
    let smv = &found["apis"][0];
    assert_eq!(smv["slug"], "smv");
    app.visitor()
        .get(path(&smv["link"]))
        .await
        .is(StatusCode::OK);
    let all = agent.gets("search_catalogue", json!({})).await;
    assert_eq!(all["total"], 3);
    let none = agent
        .gets("search_catalogue", json!({"query": "xyzzy"}))
        .await;
    assert_eq!((&none["total"], &none["apis"]), (&json!(0), &json!([])));

    let read = agent.gets("read_api", json!({"api": "smv"})).await;
    assert_eq!(read["baseAddress"], format!("{HTTPS}/identity/v1"));
    let documentation = read["documentation"].as_str().unwrap();
    assert!(
        documentation.starts_with("# Silent mobile"),
        "{documentation}"
    );
    assert_eq!(read["operations"][0]["operation"], "verify-number");
    assert_eq!(read["offers"][0]["plan"], "trial");
    assert!(read["questions"].is_array());

    let one = json!({"api": "smv", "operation": "verify-number", "language": "python"});
    let told = agent.gets("read_operation", one).await;
    assert_eq!(told["method"], "POST");
    assert!(told["description"].as_str().unwrap().contains("msisdn"));
    assert!(
        told["example"]
            .as_str()
            .unwrap()
            .contains("/identity/v1/mobileidentities/smvs")
    );
    assert!(told["program"].as_str().unwrap().contains("import"));
    app.visitor()
        .get(path(&told["link"]))
        .await
        .is(StatusCode::OK);
    for (tool, wrong, arguments) in [
        ("read_api", "api", json!({"api": "nothing"})),
        (
            "read_operation",
            "operation",
            json!({"api": "smv", "operation": "nothing-here"}),
        ),
    ] {
        let refused = agent.is_refused(tool, arguments).await;
        let said = format!("`{wrong}`: There is no such thing");
        assert!(refused.starts_with(&said), "{refused}");
    }
    app.works().await;
}

#[tokio::test]
async fn an_agent_reads_what_its_person_has() {
    let (app, agent, _) = with_anas_agent().await;
    let ana = app.signs_in(ANA).await;
    let groups = agent.gets("my_groups", json!({})).await;
    assert_eq!(groups["groups"][0]["people"], 1);
    ana.get(path(&groups["groups"][0]["link"]))
        .await
        .is(StatusCode::OK);
    let told = agent
        .gets("my_applications", json!({"state": "approved"}))
        .await;
    let application = &told["applications"][0];
    assert_eq!(application["api"], "smv");
    assert_eq!(application["group"], groups["groups"][0]["id"]);
    let link = path(&application["link"]);
    let (page, _) = link.split_once('#').unwrap();
    ana.get(page).await.is(StatusCode::OK);
    let none = agent
        .gets("my_applications", json!({"state": "revoked"}))
        .await;
    assert_eq!(none["applications"], json!([]));
    let id = application["id"].as_str().unwrap();

    let token = agent.program.token().await;
    let good = agent.program.calls_smv(&token, &smv("5511999990200")).await;
    good.is(StatusCode::OK);
    let wrong = agent.program.calls_smv(&token, &json!({})).await;
    wrong.is(StatusCode::BAD_REQUEST);
    app.counts().await;
    let used = agent
        .gets("usage", json!({"application": id, "window": "24h"}))
        .await;
    assert_eq!(
        (&used["total"]["calls"], &used["total"]["errors"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(used["quota"]["limit"], 1000);
    let calls = agent.gets("calls", json!({"application": id})).await;
    assert_eq!(calls["calls"].as_array().unwrap().len(), 2);
    let failed = agent
        .gets("calls", json!({"application": id, "outcome": "failed"}))
        .await;
    let failed = failed["calls"].as_array().unwrap();
    assert_eq!(failed.len(), 1);
    let transaction = wrong.header("x-request-id".parse().unwrap());
    assert_eq!(failed[0]["transaction"], transaction);
    let with_status = json!({"application": id, "status": 404});
    assert_eq!(agent.gets("calls", with_status).await["calls"], json!([]));

    let explained = json!({"transaction": transaction});
    let explained = agent.gets("explain_transaction", explained).await;
    assert_eq!(
        (&explained["status"], &explained["api"]),
        (&json!(400), &json!("smv"))
    );
    assert_eq!(explained["code"], "API-SMV-400");
    assert!(explained["cause"].as_str().unwrap().contains("JSON"));
    assert!(!explained["remedy"].as_str().unwrap().is_empty());
    app.works().await;
}

#[tokio::test]
async fn a_key_is_checked_without_anything_that_is_secret() {
    let (app, agent, _) = with_anas_agent().await;
    let key = agent.program.public_key.clone();
    let good = agent
        .gets("check_credential", json!({"publicKey": key}))
        .await;
    assert_eq!(good["problems"], json!([]));
    assert_eq!(good["secrets"][0]["isActive"], true);
    assert!(!good.to_string().contains(&agent.program.secret_key));
    app.visitor()
        .get(path(&good["checkUp"]))
        .await
        .is(StatusCode::OK);
    for secret in [&agent.program.secret_key, &agent.program.credential()] {
        let told = agent
            .is_refused("check_credential", json!({"publicKey": secret}))
            .await;
        assert!(told.contains("nothing is kept"), "{told}");
        assert!(!told.contains(secret.as_str()), "{told}");
    }
    let strange = "A".repeat(key.len());
    let told = agent
        .is_refused("check_credential", json!({"publicKey": strange}))
        .await;
    assert!(told.contains("none of the person's applications"), "{told}");
    let application = agent.application().await;
    app.suspends(&app.signs_in(CARLOS).await, &application)
        .await;
    let closed = agent
        .gets("check_credential", json!({"publicKey": key}))
        .await;
    let cause = closed["problems"][0]["cause"].as_str().unwrap();
    assert!(cause.contains("suspended"), "{cause}");
    app.works().await;
}

#[tokio::test]
async fn wrong_arguments_are_told_by_their_names() {
    let (app, agent, _) = with_anas_agent().await;
    for (tool, arguments, said) in [
        ("read_api", json!({}), "Missing: `api`."),
        (
            "my_groups",
            json!({"secret": "hunter2"}),
            "no argument `secret`",
        ),
        ("usage", json!({"application": "hunter2"}), "`application`"),
        ("my_groups", json!({"after": "hunter2"}), "`after`"),
        ("search_catalogue", json!({"plan": "hunter2"}), "`plan`"),
        (
            "search_catalogue",
            json!({"query": "hunter2 ".repeat(30)}),
            "`query` has more than 200 characters",
        ),
        (
            "search_catalogue",
            json!({"page": 0}),
            "`page` is less than 1",
        ),
        (
            "search_catalogue",
            json!({"page": 1001}),
            "`page` is more than 1000",
        ),
    ] {
        let refused = agent.is_refused(tool, arguments).await;
        assert!(refused.contains(said), "{refused}");
        assert!(!refused.contains("hunter2"), "{refused}");
    }
    // What is left out may be written as null.
    let nulls = json!({"query": null, "plan": null, "page": null});
    let all = agent.gets("search_catalogue", nulls).await;
    assert_eq!(all["total"], 3);
    app.works().await;
}

#[tokio::test]
async fn a_long_documentation_is_read_part_by_part() {
    let (app, agent, _) = with_anas_agent().await;
    let long = format!("{}Fim do texto.", "Instalação e operação. ".repeat(1_200));
    app.presents_smv(&long).await;
    let first = agent.gets("read_api", json!({"api": "smv"})).await;
    let text = first["documentation"].as_str().unwrap();
    assert_eq!(text.chars().count(), 20_000);
    assert!(!text.contains("Fim do texto."));
    assert_eq!(first["nextOffset"], 20_000);
    assert_eq!(first["operations"][0]["operation"], "verify-number");
    let (mut next, mut rest) = (first["nextOffset"].clone(), String::new());
    while next != Value::Null {
        let more = json!({"api": "smv", "offset": next});
        let part = agent.gets("read_api", more).await;
        rest.push_str(part["documentation"].as_str().unwrap());
        assert_eq!(part["operations"], json!([]));
        next = part["nextOffset"].clone();
    }
    assert!(rest.contains("Fim do texto."), "{rest}");
    app.works().await;
}

#[tokio::test]
async fn operations_are_found_by_words() {
    let (app, agent, _) = with_anas_agent().await;
    let all = agent.gets("read_api", json!({"api": CRM})).await;
    let all = all["operations"].as_array().unwrap().len();
    let some = json!({"api": CRM, "query": "GET contacts"});
    let some = agent.gets("read_api", some).await;
    let some = some["operations"].as_array().unwrap();
    assert!(!some.is_empty() && some.len() < all, "{some:?}");
    for operation in some {
        assert_eq!(operation["method"], "GET");
        assert!(operation.to_string().to_lowercase().contains("contacts"));
    }
    let none = json!({"api": CRM, "query": "xyzzy"});
    assert_eq!(agent.gets("read_api", none).await["operations"], json!([]));
    app.works().await;
}
