//! What programs ask of the database by the management API.

use super::{People, people, whole_tables};
use crate::{
    Actor, Cursor, PageRequest, Scope,
    applications::{self, ApplicationFilter, ApplicationState},
    clients::{
        self,
        tests::{acting, credentials_client, registers},
    },
    idempotency::{self, Begun, KeptAnswer},
    requests::{self, RequestFilter, RequestState, tests::api},
};

#[tokio::test]
async fn lists_for_programs_read_no_table_from_end_to_end() {
    let People {
        test,
        ana,
        staff,
        group,
        application,
        request,
    } = people().await;
    let cursor = Cursor::new(test.portal.now(), application.0);
    for scope in [&ana, &staff] {
        for after in [None, Some(cursor)] {
            for oldest_first in [false, true] {
                let wanted = PageRequest {
                    after,
                    size: 25,
                    oldest_first,
                };
                let all = ApplicationFilter::default();
                applications::page(scope, all, wanted).await.unwrap();
                let some = ApplicationFilter {
                    state: Some(ApplicationState::Approved),
                    group: Some(group),
                    api: Some(api(scope, "smv")),
                };
                applications::page(scope, some, wanted).await.unwrap();
                requests::page_with_decisions(scope, RequestFilter::default(), wanted)
                    .await
                    .unwrap();
                let some = RequestFilter {
                    state: Some(RequestState::Pending),
                    group: Some(group),
                    api: Some(api(scope, "smv")),
                    application: Some(application),
                };
                requests::page(scope, some, wanted).await.unwrap();
            }
        }
        applications::visible_one(scope, application).await.unwrap();
        requests::visible_one(scope, request).await.unwrap();
    }
    assert_eq!(whole_tables(&test).await, [""; 0]);
}

#[tokio::test]
async fn calls_that_are_sent_again_read_no_table_from_end_to_end() {
    let People {
        test, ana, staff, ..
    } = people().await;
    let new = clients::NewClient {
        account: "ana@bancoexemplo.com.br".to_owned(),
        ..credentials_client()
    };
    let client = registers(&test.confirmed(&staff), new).await;
    let scope = Scope {
        actor: Actor::Client(ana.person().unwrap().clone(), acting(client)),
        ..ana
    };
    test.statements.recorded();
    let begins = async || {
        let begun = idempotency::begin(&scope, &test.vault, "key", &[b"request"]);
        begun.await.unwrap()
    };
    let Begun::New(call) = begins().await else {
        panic!("it is new");
    };
    let answer = KeptAnswer {
        status: 201,
        body: vec![],
    };
    idempotency::keep(&test.portal, &test.vault, call, &answer)
        .await
        .unwrap();
    assert_eq!(begins().await, Begun::Answered(answer));
    idempotency::abandon(&test.portal, call).await.unwrap();
    idempotency::delete_stale(&test.portal).await.unwrap();
    assert_eq!(whole_tables(&test).await, [""; 0]);
}
