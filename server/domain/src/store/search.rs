//! Full-text search of requests, accounts and messages, the newest first.
//!
//! Triggers keep one document for each of them, in the transaction of every change. `SQLite` finds
//! words by their trigrams (FTS5), `PostgreSQL` by those of `pg_trgm`; without that extension it
//! reads every document.

use sea_orm::{
    ConnectionTrait, DatabaseBackend, DbErr, FromQueryResult, Statement, Value, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    Cursor,
    db::Db,
    folding::pattern,
    vocabulary::{MessageState, Status},
};

/// Shorter words are found only at the beginning of words, since too many words contain them.
const TRIGRAM: usize = 3;
/// Each millisecond has numbers for a million documents, as the migration explains.
const NUMBERS_A_MILLISECOND: i64 = 1_000_000;

/// The kind of documents that a search finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SearchTarget {
    Accounts,
    /// Requests, in one status or in any. An approved request for another plan has no application
    /// of its own, so only a search in any status finds it.
    Requests(Option<Status>),
    /// Messages to support, in one state.
    Messages(MessageState),
}

/// A part of the results.
pub(crate) struct Part {
    /// The row before the first one of this part.
    pub after: Option<Cursor>,
    pub size: u64,
    /// Otherwise the newest are first.
    pub oldest_first: bool,
}

#[derive(FromQueryResult)]
struct FoundRow {
    subject_id: Uuid,
}

/// The identifiers of documents that have every one of these folded words.
pub(crate) async fn find(
    db: &Db,
    target: SearchTarget,
    words: &[String],
    part: &Part,
) -> Result<Vec<Uuid>, DbErr> {
    let reader = db.searches();
    let found = if reader.get_database_backend() == DatabaseBackend::Sqlite {
        let statement = sqlite(target, words, part);
        FoundRow::find_by_statement(statement).all(reader).await?
    } else {
        // A plan for a rare word is bad for a common one, so each search gets a new plan.
        let transaction = db.begin_search().await?;
        transaction
            .execute_unprepared("SET LOCAL plan_cache_mode = 'force_custom_plan'")
            .await?;
        let statement = postgres(target, words, part);
        let found = FoundRow::find_by_statement(statement)
            .all(&transaction)
            .await?;
        transaction.commit().await?;
        found
    };
    Ok(found.into_iter().map(|row| row.subject_id).collect())
}

/// The condition that a column has the identifier of a document with every one of these words, for
/// statements that sort or narrow down what is found.
pub(crate) fn has_words(db: &Db, column: &str, target: SearchTarget, words: &[String]) -> Expr {
    if db.searches().get_database_backend() == DatabaseBackend::Sqlite {
        let sql = format!(
            "{column} IN (SELECT d.subject_id FROM search_index \
            JOIN search_documents d ON d.seq = search_index.rowid WHERE search_index MATCH ?)"
        );
        Expr::cust_with_values(sql, [query(target, words)])
    } else {
        let (values, conditions) = conditions(target, words);
        let conditions = conditions.join(" AND ");
        let sql =
            format!("{column} IN (SELECT subject_id FROM search_documents WHERE {conditions})");
        Expr::cust_with_values(sql, values)
    }
}

/// Sorts rows in the order in which their identifiers were found.
pub(crate) fn in_order<T>(rows: &mut [T], found: &[Uuid], id: impl Fn(&T) -> Uuid) {
    rows.sort_by_key(|row| found.iter().position(|found| *found == id(row)));
}

fn sqlite(target: SearchTarget, words: &[String], part: &Part) -> Statement {
    let (side, order) = direction(part);
    let mut values = vec![Value::from(query(target, words))];
    let place = match &part.after {
        Some(cursor) => {
            let first = cursor.at().timestamp_millis() * NUMBERS_A_MILLISECOND;
            values.extend([cursor.id().into(), first.into()]);
            format!(
                "AND search_index.rowid {side} \
                coalesce((SELECT seq FROM search_documents WHERE subject_id = ?), ?)"
            )
        }
        None => String::new(),
    };
    values.push(part.size.into());
    let sql = format!(
        "SELECT d.subject_id FROM search_index \
        JOIN search_documents d ON d.seq = search_index.rowid \
        WHERE search_index MATCH ? {place} ORDER BY search_index.rowid {order} LIMIT ?"
    );
    Statement::from_sql_and_values(DatabaseBackend::Sqlite, sql, values)
}

/// The query in the syntax of FTS5, with all words and facets.
fn query(target: SearchTarget, words: &[String]) -> String {
    let facets: &[&str] = match &target {
        SearchTarget::Accounts => &["[a]"],
        SearchTarget::Requests(None) => &["[r]"],
        SearchTarget::Requests(Some(status)) => &["[r]", facet(*status)],
        SearchTarget::Messages(MessageState::Open) => &["[m]", "ope"],
        SearchTarget::Messages(MessageState::Closed) => &["[m]", "clo"],
    };
    let facets = facets.iter().map(|facet| format!("facets : \"{facet}\""));
    let words = words
        .iter()
        .map(|word| format!("text : \"{}\"", sought_for(word).replace('"', "\"\"")));
    words.chain(facets).collect::<Vec<_>>().join(" AND ")
}

/// The numbered conditions of a search, with their values.
fn conditions(target: SearchTarget, words: &[String]) -> (Vec<Value>, Vec<String>) {
    let (column, wanted) = match target {
        SearchTarget::Accounts => ("kind", "account"),
        SearchTarget::Requests(None) => ("kind", "request"),
        SearchTarget::Requests(Some(status)) => ("facet", facet(status)),
        SearchTarget::Messages(MessageState::Open) => ("facet", "message-open"),
        SearchTarget::Messages(MessageState::Closed) => ("facet", "message-closed"),
    };
    let mut values = vec![Value::from(wanted)];
    let mut conditions = vec![format!("{column} = $1")];
    for word in words {
        values.push(pattern(&sought_for(word)).into());
        conditions.push(format!("text LIKE ${}", values.len()));
    }
    (values, conditions)
}

fn postgres(target: SearchTarget, words: &[String], part: &Part) -> Statement {
    let (mut values, mut conditions) = conditions(target, words);
    let (side, order) = direction(part);
    if let Some(cursor) = &part.after {
        values.extend([cursor.at().into(), cursor.id().into()]);
        let (at, id) = (values.len() - 1, values.len());
        conditions.push(format!("(at, subject_id) {side} (${at}, ${id})"));
    }
    let sql = format!(
        "SELECT subject_id FROM search_documents WHERE {} \
        ORDER BY at {order}, subject_id {order} LIMIT {}",
        conditions.join(" AND "),
        part.size
    );
    Statement::from_sql_and_values(DatabaseBackend::Postgres, sql, values)
}

const fn direction(part: &Part) -> (&'static str, &'static str) {
    if part.oldest_first {
        (">", "ASC")
    } else {
        ("<", "DESC")
    }
}

/// A word in the form of documents, where two blanks come before each word.
fn sought_for(word: &str) -> String {
    if word.chars().count() < TRIGRAM {
        format!("  {word}")
    } else {
        word.to_owned()
    }
}

/// The first letters of a status, which differ for each status.
fn facet(status: Status) -> &'static str {
    let name = status.as_str();
    name.get(..TRIGRAM).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn statuses_are_told_apart_by_their_first_letters() {
        let facets: HashSet<_> = Status::ALL.iter().map(|status| facet(*status)).collect();
        assert_eq!(facets.len(), Status::ALL.len());
        assert!(!facets.contains("upg"));
        assert!(facets.iter().all(|facet| facet.len() == TRIGRAM));
    }

    #[test]
    fn what_is_typed_is_never_taken_for_a_command() {
        let words = ["ab\" OR \"c".to_owned(), "x".to_owned()];
        let query = query(SearchTarget::Accounts, &words);
        let expected = r#"text : "ab"" OR ""c" AND text : "  x" AND facets : "[a]""#;
        assert_eq!(query, expected);
    }
}
