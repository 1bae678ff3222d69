use sea_orm_migration::{
    schema::integer,
    sea_orm::{ConnectOptions, Database},
};
use tempfile::TempDir;

use super::*;

/// Creates a table in two statements, and may fail between them.
struct Step {
    table: &'static str,
    fails: bool,
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.table
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table(self.table)
            .col(integer("a"))
            .to_owned();
        manager.create_table(table).await?;
        if self.fails {
            return Err(DbErr::Custom("half-way".to_owned()));
        }
        let column = Table::alter()
            .table(self.table)
            .add_column(integer("b").default(0))
            .to_owned();
        manager.alter_table(column).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table(self.table).to_owned())
            .await
    }
}

fn steps(tables: &[&'static str], failing: Option<&str>) -> Runner {
    let step = |table: &&'static str| {
        let fails = failing == Some(table);
        Box::new(Step { table, fails }) as Box<dyn MigrationTrait>
    };
    Runner::new(tables.iter().map(step).collect())
}

async fn database(home: &TempDir) -> DatabaseConnection {
    let file = home.path().join("test.sqlite");
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
    options.max_connections(1);
    Database::connect(options).await.unwrap()
}

async fn names(runner: &Runner, db: &DatabaseConnection) -> (Vec<String>, Vec<String>) {
    let state = runner.state(db).await.unwrap();
    (state.applied, state.missing)
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[tokio::test]
async fn a_step_that_fails_half_way_leaves_nothing_and_goes_on_next_time() {
    let home = TempDir::new().unwrap();
    let db = database(&home).await;
    let tables = ["first", "second", "third"];
    let failing = steps(&tables, Some("second"));
    let error = failing.up(&db, |_| {}).await.unwrap_err();
    assert!(matches!(error, MigrateError::Step { ref name, .. } if name == "second"));
    let (applied, missing) = names(&failing, &db).await;
    assert_eq!(applied, owned(&["first"]));
    assert_eq!(missing, owned(&["second", "third"]));

    let mut told = vec![];
    let mended = steps(&tables, None);
    mended
        .up(&db, |event| told.push(format!("{event:?}")))
        .await
        .unwrap();
    assert_eq!(told, ["Applied(\"second\")", "Applied(\"third\")"]);
    assert_eq!(names(&mended, &db).await, (owned(&tables), vec![]));
}

#[tokio::test]
async fn a_newer_database_is_left_alone_and_named() {
    let home = TempDir::new().unwrap();
    let db = database(&home).await;
    steps(&["first", "second"], None)
        .up(&db, |_| {})
        .await
        .unwrap();
    let older = steps(&["first"], None);
    assert_eq!(older.state(&db).await.unwrap().unknown, owned(&["second"]));
    for error in [
        older.up(&db, |_| {}).await.unwrap_err(),
        older.down(&db, "first", |_| {}).await.unwrap_err(),
    ] {
        assert!(matches!(error, MigrateError::Newer(ref names) if *names == ["second"]));
    }
}

#[tokio::test]
async fn a_database_from_before_the_first_release_is_left_alone() {
    let home = TempDir::new().unwrap();
    let db = database(&home).await;
    let before = ["m0001_accounts", "m0002_groups"];
    steps(&before, None).up(&db, |_| {}).await.unwrap();
    let runner = Runner::default();
    assert!(runner.state(&db).await.unwrap().is_before_release());
    let error = runner.up(&db, |_| {}).await.unwrap_err();
    assert!(matches!(error, MigrateError::BeforeRelease));
    assert_eq!(runner.state(&db).await.unwrap().unknown, owned(&before));
}

#[tokio::test]
async fn what_is_taken_back_is_what_was_agreed() {
    let home = TempDir::new().unwrap();
    let db = database(&home).await;
    let runner = steps(&["first", "second"], None);
    runner.up(&db, |_| {}).await.unwrap();
    let overtaken = runner.down(&db, "first", |_| {}).await;
    assert!(matches!(overtaken, Err(MigrateError::Overtaken)));
    runner.down(&db, "second", |_| {}).await.unwrap();
    assert_eq!(
        names(&runner, &db).await,
        (owned(&["first"]), owned(&["second"]))
    );
}

#[tokio::test]
async fn every_step_goes_back_and_forth() {
    let home = TempDir::new().unwrap();
    let db = database(&home).await;
    let runner = Runner::default();
    runner.up(&db, |_| {}).await.unwrap();
    let applied = runner.state(&db).await.unwrap().applied;
    for name in applied.iter().rev() {
        runner.down(&db, name, |_| {}).await.unwrap();
    }
    runner.up(&db, |_| {}).await.unwrap();
    assert_eq!(names(&runner, &db).await, (applied, vec![]));
}

#[test]
fn the_error_of_the_run_is_told_and_not_that_of_the_lock() {
    let unlocked = || Err(DbErr::Custom("the connection is gone".to_owned()));
    let both = first_error(Err(MigrateError::Overtaken), unlocked());
    assert!(matches!(both, Err(MigrateError::Overtaken)));
    let unlock = first_error(Ok(()), unlocked());
    assert!(matches!(unlock, Err(MigrateError::Database(_))));
    let run = first_error(Err(MigrateError::Overtaken), Ok(()));
    assert!(matches!(run, Err(MigrateError::Overtaken)));
    assert!(first_error(Ok(()), Ok(())).is_ok());
}

#[test]
fn a_pooler_is_told_from_other_trouble() {
    let of = |text: &str| MigrateError::from(DbErr::Custom(text.to_owned()));
    assert!(matches!(
        of("prepared statement \"sqlx_s_3\" does not exist"),
        MigrateError::Pooler(_)
    ));
    assert!(matches!(of("permission denied"), MigrateError::Database(_)));
}
