//! A database that has no space left: what is said then, and that what is stored later stays.

use std::{
    fs::{self, File},
    io::Write,
    path::Path,
    process::Command,
};

use axum::http::{StatusCode, header};
use locales::{Locale::PtBr, errors};
use sea_orm::{ConnectionTrait, DatabaseBackend};
use tempfile::TempDir;

use crate::harness::{ANA, Answer, GROUP, TestApp, Visitor, but};

const NEW: &str = "/grupos/novo";
const GROUPS: &str = "/minhas-aplicacoes";
/// More than fits into what is left of pages that are there already.
const MANY: usize = 400;

async fn creates_a_group(ana: &Visitor, number: usize) -> Answer {
    // With the address of somebody else, so many of them in an hour would be too many.
    let own = but(&GROUP, "email", ANA);
    ana.post(NEW, &but(&own, "name", &format!("Grupo {number}")))
        .await
}

/// Creates groups until none can be stored any more; how many were, and what is said then.
async fn creates_until_full(ana: &Visitor) -> (usize, Answer) {
    for number in 0..MANY {
        let answer = creates_a_group(ana, number).await;
        if answer.status == StatusCode::SERVICE_UNAVAILABLE {
            return (number, answer);
        }
        answer.is(StatusCode::SEE_OTHER);
    }
    panic!("{MANY} groups fit where there should be no space");
}

/// One refusal and twenty groups, as in any hour of any day.
async fn goes_on(app: &TestApp, ana: &Visitor, before: usize) {
    let refused = ana.post(NEW, &but(&GROUP, "cnpj", "")).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY);
    for number in 1..=20 {
        let answer = creates_a_group(ana, 1_000 + number).await;
        ana.get(answer.location()).await.is(StatusCode::OK);
        let stored = app.rows("permission_groups").await;
        assert_eq!(stored, i64::try_from(before + number).unwrap());
    }
    let ready = app.visitor().get("/readyz").await;
    ready.is(StatusCode::OK);
    app.works().await;
}

async fn says_that_nothing_is_stored(app: &TestApp, ana: &Visitor, full: &Answer) {
    assert_eq!(full.heading(), errors::full_title(PtBr));
    assert_eq!(full.header(header::RETRY_AFTER), "30");
    let number = full.headers["x-request-id"].to_str().unwrap();
    assert_eq!(full.text(".error-page__id code"), number);
    let ready = app.visitor().get("/readyz").await;
    ready.is(StatusCode::SERVICE_UNAVAILABLE);
    assert!(
        ready.html().contains("last write: failed"),
        "{}",
        ready.html()
    );
    ana.get(GROUPS).await.is(StatusCode::OK);
}

#[tokio::test]
async fn what_is_stored_after_there_was_no_space_stays() {
    let app = TestApp::start().await;
    let ana = app.signed_in(ANA, &[]).await;
    let writer = app.portal.db.writer();
    if writer.get_database_backend() != DatabaseBackend::Sqlite {
        return;
    }
    // Holds for the connection that writes, until it is replaced.
    let no_more = "PRAGMA max_page_count = 1";
    writer.execute_unprepared(no_more).await.unwrap();
    let (stored, full) = creates_until_full(&ana).await;
    says_that_nothing_is_stored(&app, &ana, &full).await;
    let space_again = "PRAGMA max_page_count = 1073741823";
    writer.execute_unprepared(space_again).await.unwrap();
    goes_on(&app, &ana, stored).await;
}

#[tokio::test]
async fn the_same_on_a_disk_that_is_full() {
    let Some(disk) = SmallDisk::mount() else {
        eprintln!("skipped: nobody may mount a small file system here");
        return;
    };
    let app = TestApp::start_in(disk.0.path()).await;
    let ana = app.signed_in(ANA, &[]).await;
    let filler = disk.0.path().join("filler");
    fill(&filler);
    let (stored, full) = creates_until_full(&ana).await;
    says_that_nothing_is_stored(&app, &ana, &full).await;
    fs::remove_file(filler).unwrap();
    // As it is done every two seconds while the last write is known to have failed.
    domain::try_to_write(&app.portal.db).await.unwrap();
    app.visitor().get("/readyz").await.is(StatusCode::OK);
    goes_on(&app, &ana, stored).await;
}

/// Writes until nothing more fits.
fn fill(file: &Path) {
    let mut file = File::create(file).unwrap();
    for size in [4096, 1] {
        while file.write_all(&vec![0; size]).is_ok() {}
    }
}

/// Eight megabytes in memory.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=8m,mode=0700", "tmpfs"])
            .arg(folder.path())
            .output();
        mounted
            .is_ok_and(|it| it.status.success())
            .then(|| Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).output();
    }
}
