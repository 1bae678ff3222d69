//! What wakes the worker.

use tokio::sync::oneshot;

use super::*;

#[tokio::test]
async fn a_running_worker_does_what_is_queued_and_stops_when_told() {
    let office = office().await;
    let (stop, stopped) = oneshot::channel::<()>();
    let worker = office.worker.clone();
    let running = tokio::spawn(async move {
        worker.run(async { stopped.await.unwrap() }).await;
    });
    office.ana_registers().await;
    office.mailbox.arrival.notified().await;
    stop.send(()).unwrap();
    running.await.unwrap();
    assert_eq!(office.jobs().await, []);
}

/// Whether the worker was woken since the last time.
async fn woken(test: &TestPortal) -> bool {
    tokio::select! {
        biased;
        () = test.portal.db.job_notifier().notified() => true,
        () = std::future::ready(()) => false,
    }
}

#[tokio::test]
async fn the_worker_is_woken_by_a_commit_that_leaves_it_something_to_do_and_by_no_other() {
    let test = testing::portal().await;
    let (scope, account) = (test.system(), test.portal.new_id());
    let mail = Job::Mail(Mail::PasswordChanged { account });

    let transaction = test.portal.db.begin().await.unwrap();
    enqueue(&transaction, &scope, &mail).await.unwrap();
    assert!(!woken(&test).await);
    transaction.commit().await.unwrap();
    assert!(woken(&test).await);

    let transaction = test.portal.db.begin().await.unwrap();
    enqueue(&transaction, &scope, &mail).await.unwrap();
    transaction.rollback().await.unwrap();
    assert!(!woken(&test).await);

    let transaction = test.portal.db.begin().await.unwrap();
    crate::counter::next(&transaction, "changes").await.unwrap();
    transaction.commit().await.unwrap();
    assert!(!woken(&test).await);
}
