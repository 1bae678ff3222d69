//! What people sought and did not find, counted by day for administrators. It says of nobody who
//! sought it: what looks like somebody's number, address or key is not counted.

use std::{
    collections::{BTreeMap, HashMap},
    mem,
    sync::{Mutex, PoisonError},
};

use chrono::{Days, NaiveDate};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::Words;
use crate::{Error, Portal, Role, Scope, cleanup, entities::search_miss};

/// How long misses are kept, in days.
const KEPT_FOR: u64 = 90;
/// The largest number of different queries that wait to be written.
const MAX_WAITING: usize = 500;
/// The largest number of rows. Other queries are not counted until old ones are gone.
const MAX_ROWS: u64 = 20_000;
/// The most frequent ones, which administrators see.
const SHOWN: u64 = 200;
/// As many digits may be those of a person, a company or a telephone.
const MANY_DIGITS: usize = 5;
/// As many letters and digits together may be a key.
const LONG: usize = 24;
const LONG_WITH_DIGITS: usize = 9;

/// What nobody found, in the last days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// Folded.
    pub words: String,
    pub count: i64,
    /// The last day on which somebody sought it.
    pub last: NaiveDate,
}

/// Misses that are not written yet.
#[derive(Default)]
pub struct Misses(Mutex<HashMap<String, i32>>);

impl Misses {
    /// Counts a query that found nothing, unless it looks like something personal.
    pub fn record(&self, query: &str) {
        let words = Words::of(query);
        if words.is_empty() || is_personal(query, &words) {
            return;
        }
        let words = words.iter().collect::<Vec<_>>().join(" ");
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() < MAX_WAITING || waiting.contains_key(&words) {
            let count = waiting.entry(words).or_default();
            *count = count.saturating_add(1);
        }
    }

    /// Writes what was counted since the last call; to be called now and then.
    ///
    /// # Errors
    /// When the database cannot be written; what was counted is then lost.
    pub async fn flush(&self, portal: &Portal) -> Result<(), DbErr> {
        let waiting = mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if waiting.is_empty() {
            return Ok(());
        }
        // In one order, so that two instances do not wait for each other's rows.
        let waiting: BTreeMap<_, _> = waiting.into_iter().collect();
        let transaction = portal.db.begin().await?;
        let rows = search_miss::Entity::find().count(&transaction).await?;
        let mut room = MAX_ROWS.saturating_sub(rows);
        for (words, count) in waiting {
            let day = portal.now().date_naive();
            let sum = Expr::col((search_miss::Entity, search_miss::Column::Count)).add(count);
            let known = search_miss::Entity::update_many()
                .col_expr(search_miss::Column::Count, sum.clone())
                .filter(search_miss::Column::Words.eq(&words))
                .filter(search_miss::Column::Day.eq(day))
                .exec(&transaction)
                .await?;
            if known.rows_affected > 0 || room == 0 {
                continue;
            }
            room -= 1;
            let row = search_miss::ActiveModel {
                words: Set(words),
                day: Set(day),
                count: Set(count),
            };
            let key = [search_miss::Column::Words, search_miss::Column::Day];
            let add = OnConflict::columns(key)
                .value(search_miss::Column::Count, sum)
                .to_owned();
            search_miss::Entity::insert(row)
                .on_conflict(add)
                .exec_without_returning(&transaction)
                .await?;
        }
        transaction.commit().await
    }
}

fn is_personal(query: &str, words: &Words) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let is_key = |word: &str| {
        let letters = word.chars().count();
        letters >= LONG || (letters >= LONG_WITH_DIGITS && digits(word) > 0)
    };
    query.contains('@') || digits(query) >= MANY_DIGITS || words.iter().any(is_key)
}

/// The most frequent misses of the last 90 days.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn misses(scope: &Scope) -> Result<Vec<Miss>, Error> {
    scope.require(Role::Administrator)?;
    let sum = search_miss::Column::Count.sum();
    let rows: Vec<(String, i64, NaiveDate)> = search_miss::Entity::find()
        .select_only()
        .column(search_miss::Column::Words)
        .column_as(sum.clone().cast_as("bigint"), "total")
        .column_as(search_miss::Column::Day.max(), "last")
        .filter(search_miss::Column::Day.gt(first_day(&scope.portal)))
        .group_by(search_miss::Column::Words)
        .order_by_desc(sum)
        .order_by_asc(search_miss::Column::Words)
        .limit(SHOWN)
        .into_tuple()
        .all(scope.portal.db.reader())
        .await?;
    let misses = rows.into_iter();
    let misses = misses.map(|(words, count, last)| Miss { words, count, last });
    Ok(misses.collect())
}

fn first_day(portal: &Portal) -> NaiveDate {
    let today = portal.now().date_naive();
    today.checked_sub_days(Days::new(KEPT_FOR)).unwrap_or(today)
}

/// Deletes misses that are too old; to be called now and then.
///
/// # Errors
/// When the database cannot be written.
pub async fn delete_stale(portal: &Portal) -> Result<(), DbErr> {
    let old = search_miss::Column::Day.lte(first_day(portal));
    cleanup::delete::<search_miss::Entity>(&portal.db, Condition::all().add(old)).await
}
