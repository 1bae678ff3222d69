//! Pages of lists that are read forwards and backwards. As in [`page`](super::page), a page begins
//! at a row and not at a count.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, Select,
    Value,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

/// Where a page begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<K> {
    /// At the start of the list.
    First,
    /// After the last row of the page before.
    After(K),
    /// Before the first row of the page behind.
    Before(K),
}

impl<K> Place<K> {
    /// The row that the place is at.
    #[must_use]
    pub const fn row(&self) -> Option<&K> {
        match self {
            Self::First => None,
            Self::After(row) | Self::Before(row) => Some(row),
        }
    }

    /// The same place, told another way; the start of the list if that is not possible.
    pub(crate) fn told<L>(&self, told: Option<L>) -> Place<L> {
        match (self, told) {
            (Self::After(_), Some(told)) => Place::After(told),
            (Self::Before(_), Some(told)) => Place::Before(told),
            (Self::First, _) | (_, None) => Place::First,
        }
    }

    /// Whether rows are read from the end of the list towards its start.
    pub(crate) const fn is_backwards(&self) -> bool {
        matches!(self, Self::Before(_))
    }
}

/// A page, and whether there is more on either side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoWayPage<T> {
    pub items: Vec<T>,
    pub has_previous: bool,
    pub has_next: bool,
}

impl<T> TwoWayPage<T> {
    /// The page of `size` rows at a place, made from one row more than that in the order in which
    /// they were read.
    pub(crate) fn of<K>(mut rows: Vec<T>, size: usize, place: &Place<K>) -> Self {
        let more = rows.len() > size;
        rows.truncate(size);
        if place.is_backwards() {
            rows.reverse();
        }
        let (has_previous, has_next) = match place {
            Place::First => (false, more),
            Place::After(_) => (true, more),
            Place::Before(_) => (more, true),
        };
        Self {
            items: rows,
            has_previous,
            has_next,
        }
    }
}

/// What a row of a list is sorted by.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    pub by: Value,
    pub id: Uuid,
}

/// The order of a list: by a column, and by identifiers where that is equal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListOrder<C> {
    pub by: C,
    pub id: C,
    pub descending: bool,
}

impl<C: ColumnTrait> ListOrder<C> {
    /// The next `limit` rows at a place, in the order in which they are read. The place is one
    /// comparison of both columns, which an index can answer.
    pub(crate) fn select<E>(self, rows: Select<E>, place: &Place<Key>, limit: u64) -> Select<E>
    where
        E: EntityTrait<Column = C>,
    {
        let descending = self.descending != place.is_backwards();
        let bound = place.row().map(|key| {
            let columns = [self.by, self.id].map(|column| Expr::col(column.as_column_ref()));
            let values = [Expr::val(key.by.clone()), Expr::val(key.id)];
            let (columns, values) = (Expr::tuple(columns), Expr::tuple(values));
            if descending {
                columns.lt(values)
            } else {
                columns.gt(values)
            }
        });
        let order = if descending { Order::Desc } else { Order::Asc };
        rows.filter(Condition::all().add_option(bound))
            .order_by(self.by, order.clone())
            .order_by(self.id, order)
            .limit(limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(rows: &[i32], place: Place<i32>) -> (Vec<i32>, bool, bool) {
        let page = TwoWayPage::of(rows.to_vec(), 2, &place);
        (page.items, page.has_previous, page.has_next)
    }

    #[test]
    fn a_page_knows_what_is_on_either_side() {
        assert_eq!(page(&[1, 2], Place::First), (vec![1, 2], false, false));
        assert_eq!(page(&[1, 2, 3], Place::First), (vec![1, 2], false, true));
        assert_eq!(page(&[3, 4, 5], Place::After(2)), (vec![3, 4], true, true));
        assert_eq!(page(&[3], Place::After(2)), (vec![3], true, false));
        assert_eq!(page(&[4, 3, 2], Place::Before(5)), (vec![3, 4], true, true));
        assert_eq!(page(&[2, 1], Place::Before(3)), (vec![1, 2], false, true));
    }

    #[test]
    fn a_place_that_is_gone_is_the_start() {
        assert_eq!(Place::After(1).told(Some("a")), Place::After("a"));
        assert_eq!(Place::Before(1).told(None::<i32>), Place::First);
        assert_eq!(Place::<i32>::First.told(Some(1)), Place::First);
    }
}
