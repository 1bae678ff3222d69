//! The words of published APIs in the database, written in the transaction that publishes them.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseBackend, DbErr, EntityTrait, FromQueryResult,
    QueryFilter, QuerySelect, Set, Statement, sea_query::OnConflict,
};

use super::{
    gather::{Gathered, OperationText},
    words::{Words, is_single},
};
use crate::{
    catalogue::{ApiContent, Category, stored},
    db::Db,
    entities::{api, api_words, category},
    ids::{ApiId, ApiRevisionId},
    translated::Translated,
};

/// How the words are gathered; another number has all be gathered anew.
const EDITION: i32 = 1;

/// Writes the words of what readers see of an API from now on.
pub(in crate::catalogue) async fn write(
    db: &impl ConnectionTrait,
    api: &api::Model,
    content: &ApiContent,
) -> Result<(), DbErr> {
    let Some(revision) = api.published_id else {
        return Ok(());
    };
    let category = category_of(db, content).await?;
    let gathered = Gathered::of(&api.slug, content, &category);
    let operations = serde_json::to_string(&gathered.operations);
    let row = api_words::ActiveModel {
        api_id: Set(api.id),
        revision_id: Set(revision),
        edition: Set(EDITION),
        words: Set(gathered.words()),
        operations: Set(operations.map_err(|error| DbErr::Json(error.to_string()))?),
    };
    let columns = [
        api_words::Column::RevisionId,
        api_words::Column::Edition,
        api_words::Column::Words,
        api_words::Column::Operations,
    ];
    let replace = OnConflict::column(api_words::Column::ApiId)
        .update_columns(columns)
        .to_owned();
    api_words::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

async fn category_of(db: &impl ConnectionTrait, content: &ApiContent) -> Result<Category, DbErr> {
    let slug = &content.category;
    let found = category::Entity::find_by_id(slug).one(db).await?;
    Ok(Category {
        slug: slug.clone(),
        names: found.map_or_else(Translated::default, |it| it.names),
    })
}

/// Writes the words of all published APIs again, since a category has another name.
pub(in crate::catalogue) async fn write_all(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    let published = api::Column::PublishedId.is_not_null();
    for api in api::Entity::find().filter(published).all(db).await? {
        rewrite(db, &api).await?;
    }
    Ok(())
}

async fn rewrite(db: &impl ConnectionTrait, api: &api::Model) -> Result<(), DbErr> {
    let Some(revision) = api.published_id else {
        return Ok(());
    };
    let content = stored::content(db, revision).await?;
    write(db, api, &content).await
}

/// Writes the words that are missing: those of a portal that was filled before there was an index,
/// of what an older instance published, and of an earlier edition.
pub(in crate::catalogue) async fn complete(db: &Db) -> Result<(), DbErr> {
    let mut known: HashMap<ApiId, (ApiRevisionId, i32)> = HashMap::new();
    for (api, revision, edition) in written(db.reader()).await? {
        known.insert(api, (revision, edition));
    }
    let published = api::Column::PublishedId.is_not_null();
    let apis = api::Entity::find()
        .filter(published)
        .all(db.reader())
        .await?;
    for api in apis {
        let is_there = known.get(&api.id).is_some_and(|(revision, edition)| {
            Some(*revision) == api.published_id && *edition >= EDITION
        });
        if !is_there {
            let transaction = db.begin().await?;
            rewrite(&transaction, &api).await?;
            transaction.commit().await?;
        }
    }
    Ok(())
}

type Written = (ApiId, ApiRevisionId, i32);

async fn written(db: &impl ConnectionTrait) -> Result<Vec<Written>, DbErr> {
    let columns = [
        api_words::Column::ApiId,
        api_words::Column::RevisionId,
        api_words::Column::Edition,
    ];
    let rows = api_words::Entity::find().select_only().columns(columns);
    rows.into_tuple().all(db).await
}

/// The operations of these revisions, as far as they were written.
pub(in crate::catalogue) async fn operations(
    db: &impl ConnectionTrait,
    revisions: &[ApiRevisionId],
) -> Result<HashMap<ApiRevisionId, Vec<OperationText>>, DbErr> {
    let these = api_words::Column::RevisionId.is_in(revisions.iter().copied());
    let rows = api_words::Entity::find()
        .filter(Condition::all().add(these))
        .all(db)
        .await?;
    let read = rows.into_iter().map(|row| {
        let operations = serde_json::from_str(&row.operations);
        (row.revision_id, operations.unwrap_or_default())
    });
    Ok(read.collect())
}

#[derive(FromQueryResult)]
struct FoundRow {
    api_id: ApiId,
}

/// The APIs that have every one of these words, in no order.
pub(super) async fn find(db: &Db, words: &Words) -> Result<Vec<ApiId>, DbErr> {
    let reader = db.searches();
    let found = if reader.get_database_backend() == DatabaseBackend::Sqlite {
        let sql = "SELECT w.api_id FROM api_word_index JOIN api_words w \
            ON w.seq = api_word_index.rowid WHERE api_word_index MATCH ?";
        let statement = statement(DatabaseBackend::Sqlite, sql, in_fts5(words));
        FoundRow::find_by_statement(statement).all(reader).await?
    } else {
        find_in_postgres(db, words).await?
    };
    Ok(found.into_iter().map(|row| row.api_id).collect())
}

/// The words of a row lie outside of it, so that reading all rows looks cheap and is not; a plan
/// for any word would read them.
async fn find_in_postgres(db: &Db, words: &Words) -> Result<Vec<FoundRow>, DbErr> {
    let transaction = db.begin_search().await?;
    transaction
        .execute_unprepared(
            "SET LOCAL plan_cache_mode = 'force_custom_plan'; SET LOCAL enable_seqscan = off",
        )
        .await?;
    let sql = "SELECT api_id FROM api_words WHERE lexemes @@ CAST($1 AS tsquery)";
    let statement = statement(DatabaseBackend::Postgres, sql, in_tsquery(words));
    let found = FoundRow::find_by_statement(statement)
        .all(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(found)
}

fn statement(backend: DatabaseBackend, sql: &str, query: String) -> Statement {
    Statement::from_sql_and_values(backend, sql, [query.into()])
}

/// The query in the syntax of FTS5. Words have letters and digits alone.
fn in_fts5(words: &Words) -> String {
    let words = words.iter().map(|word| {
        let begins = if is_single(word) { "" } else { " *" };
        format!("\"{word}\"{begins}")
    });
    words.collect::<Vec<_>>().join(" AND ")
}

fn in_tsquery(words: &Words) -> String {
    let words = words.iter().map(|word| {
        let begins = if is_single(word) { "" } else { ":*" };
        format!("'{word}'{begins}")
    });
    words.collect::<Vec<_>>().join(" & ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_never_taken_for_a_command() {
        let words = Words::of("ab\" OR 'c':* NEAR(x)");
        assert_eq!(
            in_fts5(&words),
            r#""ab" * AND "or" * AND "c" AND "near" * AND "x""#
        );
        assert_eq!(in_tsquery(&words), "'ab':* & 'or':* & 'c' & 'near':* & 'x'");
    }
}
