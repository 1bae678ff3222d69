//! Who may do a job, and until when.

use sea_orm::{ConnectionTrait, DatabaseBackend};

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_workers_never_claim_the_same_job() {
    let office = office().await;
    for _ in 0..24 {
        office.queues_a_riddle().await;
    }
    let claims = (0..8).map(|_| {
        let portal = Arc::clone(&office.test.portal);
        let instance = portal.new_id();
        tokio::spawn(async move { claim(&portal, instance, Lane::Work, 4).await.unwrap() })
    });
    let mut claimed = Vec::new();
    for claim in claims.collect::<Vec<_>>() {
        claimed.extend(claim.await.unwrap());
    }
    let ids: HashSet<_> = claimed.iter().map(|job| job.id).collect();
    assert_eq!(ids.len(), claimed.len());
    assert!(office.jobs().await.iter().all(|job| job.attempts <= 1));
}

#[tokio::test]
async fn a_job_of_a_dead_worker_comes_back_when_its_lease_ends() {
    let office = office().await;
    office.ana_registers().await;
    assert!(office.claims().await.is_some());
    assert!(office.claims().await.is_none());
    office.test.clock.advance(LONG);
    assert_eq!(office.worker.run_due().await.unwrap(), 2);
    assert_eq!(office.accounts().await.len(), 1);
}

#[tokio::test]
async fn who_lost_the_lease_does_nothing() {
    let office = office().await;
    office.ana_registers().await;
    let slow = office.claims().await.unwrap();
    office.test.clock.advance(LONG);
    let quick = office.claims().await.unwrap();
    office.worker.clone().run_attempt(slow).await;
    assert_eq!(office.accounts().await.len(), 0);
    office.worker.clone().run_attempt(quick).await;
    assert_eq!(office.accounts().await.len(), 1);
}

#[tokio::test]
async fn a_job_that_kills_its_worker_is_laid_aside_too() {
    let office = office().await;
    office.queues_a_riddle().await;
    for _ in 0..24 {
        assert!(office.claims().await.is_some());
        office.test.clock.advance(LONG);
    }
    assert!(office.claims().await.is_none());
    assert_eq!(office.jobs().await[0].state, JobState::Dead);
}

#[tokio::test]
async fn a_lease_lasts_for_as_long_as_it_is_renewed() {
    let office = office().await;
    office.queues_a_riddle().await;
    let held = office.claims().await.unwrap();
    for _ in 0..100 {
        office.test.clock.advance(claim::RENEW_EVERY);
        let (portal, instance) = (&office.test.portal, office.worker.instance);
        claim::renew(portal, instance, &[held.id]).await.unwrap();
        assert!(office.claims().await.is_none());
    }
    office.test.clock.advance(claim::RENEW_EVERY * 6);
    assert!(office.claims().await.is_some());
}

#[tokio::test]
async fn what_a_killed_instance_held_goes_on_when_the_next_one_starts() {
    let office = office().await;
    office.queues_a_riddle().await;
    let gone = office.test.portal.new_id();
    let portal = &office.test.portal;
    assert_eq!(claim(portal, gone, Lane::Work, 4).await.unwrap().len(), 1);
    let released = claim::release_abandoned(portal, office.worker.instance);
    let alone = portal.db.writer().get_database_backend() == DatabaseBackend::Sqlite;
    assert_eq!(released.await.unwrap(), u64::from(alone));
    // Where others may be at work, nobody takes from them what they may hold.
    assert_eq!(office.claims().await.is_some(), alone);
    office.test.clock.advance(Duration::from_secs(30));
    assert!(office.claims().await.is_some());
}
