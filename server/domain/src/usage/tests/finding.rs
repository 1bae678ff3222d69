//! The latest calls, and one by its transaction id.

use locales::Locale;

use super::*;
use crate::{Cursor, ids::TransactionId};

async fn found(person: &Scope, id: TransactionId) -> Option<FoundCall> {
    find_call(person, &person.services().catalogue, id, Locale::En)
        .await
        .unwrap()
}

#[tokio::test]
async fn the_latest_calls_read_on_from_page_to_page() {
    let trial = trial().await;
    let meter = meter(1);
    let mut ids = Vec::new();
    for _ in 0..30 {
        let call = trial.call(404);
        ids.push(call.id);
        meter.record(call);
        trial.passes(1);
    }
    trial.flush(&meter).await;
    ids.reverse();
    let page = async |after: Option<Cursor>| {
        let page = latest_calls(&trial.ana, trial.application, after).await;
        page.unwrap().unwrap()
    };
    let first = page(None).await;
    let second = page(first.next).await;
    let read = first.items.iter().chain(&second.items).map(|it| it.id);
    assert_eq!(read.collect::<Vec<_>>(), ids);
    assert_eq!((second.items.len(), second.next), (5, None));
}

#[tokio::test]
async fn a_call_is_found_with_its_cause_and_remedy() {
    let trial = trial().await;
    let meter = meter(1);
    let call = CallRecord {
        field: Some("data.msisdn".to_owned()),
        ..trial.call(400)
    };
    meter.record(call.clone());
    trial.flush(&meter).await;
    let found = found(&trial.ana, call.id).await.unwrap();
    assert_eq!(found.call, call);
    assert_eq!(found.application.application_id, trial.application);
    let answer = found.answer.unwrap();
    assert_eq!(answer.code, "API-SMV-400");
    assert!(answer.meaning.starts_with("The body is not valid JSON"));
}

#[tokio::test]
async fn without_a_code_the_status_tells_and_without_both_nothing_does() {
    let trial = trial().await;
    let meter = meter(1);
    let plain = CallRecord {
        code: None,
        ..trial.call(403)
    };
    let odd = trial.call(451);
    meter.record(plain.clone());
    meter.record(odd.clone());
    trial.flush(&meter).await;
    let plain = found(&trial.ana, plain.id).await.unwrap();
    assert_eq!(plain.answer.unwrap().code, "API-SMV-403");
    assert_eq!(found(&trial.ana, odd.id).await.unwrap().answer, None);
}

#[tokio::test]
async fn what_is_of_others_is_not_there() {
    let trial = trial().await;
    let meter = meter(1);
    let call = trial.call(404);
    meter.record(call.clone());
    trial.flush(&meter).await;
    let bia = trial.test.person("bia@outra.com.br", &[]).await;
    for stranger in [&bia, &trial.test.scope()] {
        assert!(found(stranger, call.id).await.is_none());
        let calls = latest_calls(stranger, trial.application, None).await;
        assert!(calls.unwrap().is_none());
        let zone = chrono_tz::UTC;
        let report = report(stranger, trial.application, Window::Day, None, zone).await;
        assert_eq!(report.unwrap(), None);
        let group = group_report(
            stranger,
            &trial.test.catalogue,
            trial.group,
            Window::Day,
            None,
            zone,
        )
        .await;
        assert!(group.unwrap().is_none());
        assert_eq!(
            quota_of(stranger, &trial.test.catalogue, trial.application)
                .await
                .unwrap(),
            None
        );
    }
}
