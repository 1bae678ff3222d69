//! Pages of lists. A page continues after the last row of the page before and not at a count, so
//! rows that come and go neither repeat nor hide another one.

use std::{fmt, str::FromStr};

use chrono::DateTime;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use crate::clock::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Where the next page starts; `None` on the last one.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// The page of `size` rows, made from one row more than that.
    pub(crate) fn of(mut rows: Vec<T>, size: usize, key: impl Fn(&T) -> Cursor) -> Self {
        let more = rows.len() > size;
        rows.truncate(size);
        let next = rows.last().filter(|_| more).map(key);
        Self { items: rows, next }
    }
}

/// Which page of a list is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageRequest {
    /// The end of the page before; `None` for the first page.
    pub after: Option<Cursor>,
    /// The number of rows.
    pub size: usize,
    pub oldest_first: bool,
}

impl PageRequest {
    /// The rows of the page and one more, in the order of `at` and `id`.
    pub(crate) fn select<E: EntityTrait>(
        &self,
        rows: Select<E>,
        at: E::Column,
        id: E::Column,
    ) -> Select<E> {
        let (order, place) = if self.oldest_first {
            (Order::Asc, self.after.map(|cursor| cursor.above(at, id)))
        } else {
            (Order::Desc, self.after.map(|cursor| cursor.below(at, id)))
        };
        rows.filter(Condition::all().add_option(place))
            .order_by(at, order.clone())
            .order_by(id, order)
            .limit(self.size as u64 + 1)
    }
}

/// The last row of a page. Its text form goes into links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    at: Timestamp,
    id: Uuid,
}

/// The text is no cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a place in a list")]
pub struct InvalidCursor;

impl Cursor {
    /// What texts of cursors look like, as a regular expression.
    pub const PATTERN: &str = "^[0-9]{1,16}-[0-9a-f]{32}$";

    pub(crate) const fn new(at: Timestamp, id: Uuid) -> Self {
        Self { at, id }
    }

    pub(crate) const fn at(&self) -> Timestamp {
        self.at
    }

    pub(crate) const fn id(&self) -> Uuid {
        self.id
    }

    /// The rows after the cursor in the ascending order of `at` and `id`. It is one comparison of
    /// both, which an index can answer.
    pub(crate) fn above<C: ColumnTrait>(&self, at: C, id: C) -> Expr {
        place(at, id).gt(self.place())
    }

    /// The rows after the cursor in the descending order of `at` and `id`.
    pub(crate) fn below<C: ColumnTrait>(&self, at: C, id: C) -> Expr {
        place(at, id).lt(self.place())
    }

    /// The row of the cursor and the rows after it, in descending order.
    pub(crate) fn from<C: ColumnTrait>(&self, at: C, id: C) -> Expr {
        place(at, id).lte(self.place())
    }

    fn place(&self) -> Expr {
        Expr::tuple([Expr::val(self.at), Expr::val(self.id)])
    }
}

fn place<C: ColumnTrait>(at: C, id: C) -> Expr {
    Expr::tuple([at, id].map(|column| Expr::col(column.as_column_ref())))
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.at.timestamp_micros(), self.id.simple())
    }
}

impl FromStr for Cursor {
    type Err = InvalidCursor;

    fn from_str(text: &str) -> Result<Self, InvalidCursor> {
        let (at, id) = text.split_once('-').ok_or(InvalidCursor)?;
        let micros = at.parse().map_err(|_| InvalidCursor)?;
        Ok(Self {
            at: DateTime::from_timestamp_micros(micros).ok_or(InvalidCursor)?,
            id: Uuid::try_parse(id).map_err(|_| InvalidCursor)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cursor(number: u128) -> Cursor {
        let at = DateTime::from_timestamp_micros(1_785_758_400_000_001).unwrap();
        Cursor::new(at, Uuid::from_u128(number))
    }

    #[test]
    fn a_cursor_reads_back() {
        assert_eq!(cursor(7).to_string().parse(), Ok(cursor(7)));
    }

    #[test]
    fn a_cursor_looks_as_its_pattern_says() {
        assert_eq!(Cursor::PATTERN, "^[0-9]{1,16}-[0-9a-f]{32}$");
        for at in ["1970-01-01T00:00:00Z", "2286-11-20T17:46:39Z"] {
            let text = Cursor::new(at.parse().unwrap(), Uuid::max()).to_string();
            let (at, id) = text.split_once('-').unwrap();
            assert!((1..=16).contains(&at.len()) && id.len() == 32, "{text}");
            assert!(at.bytes().all(|byte| byte.is_ascii_digit()), "{text}");
            let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
            assert!(id.bytes().all(is_hex), "{text}");
        }
    }

    #[test]
    fn what_is_no_cursor_is_refused() {
        for text in ["", "-", "1", "x-y", "1-2", "99999999999999999999-0"] {
            assert_eq!(text.parse::<Cursor>(), Err(InvalidCursor), "{text}");
        }
    }

    #[test]
    fn only_a_full_page_with_more_behind_it_has_a_next() {
        let page = |rows| Page::of(rows, 2, |row| cursor(*row));
        assert_eq!(page(vec![1, 2]).next, None);
        assert_eq!(page(vec![1, 2, 3]).next, Some(cursor(2)));
        assert_eq!(page(vec![1, 2, 3]).items, [1, 2]);
    }
}
