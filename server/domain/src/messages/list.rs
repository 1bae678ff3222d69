//! The messages that support sees, in pages.

use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect,
};

use super::{Message, MessageState};
use crate::{
    Cursor, Error, Page, Role, Scope, accounts,
    entities::message::{Column, Entity},
    folding::{pattern, words},
    ids::MessageId,
    search::{self, Part, SearchTarget, in_order},
};

const PAGE: usize = 25;
/// The largest number of open messages that are counted.
pub const MAX_COUNTED: u64 = 100;

/// Which messages are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listed {
    /// Those that are open, from the oldest.
    #[default]
    Open,
    /// Those of them that the asker looks after.
    Mine,
    /// Those that are closed, from the newest.
    Closed,
}

impl Listed {
    const fn state(self) -> MessageState {
        match self {
            Self::Open | Self::Mine => MessageState::Open,
            Self::Closed => MessageState::Closed,
        }
    }
}

/// What support looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    pub listed: Listed,
    /// Words of a number, a name, an address, a subject or a text.
    pub query: String,
}

/// A message in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageSummary {
    pub message: Message,
    /// The name of whoever looks after it.
    pub assignee: Option<String>,
}

/// A page of the messages with every word of the query.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is not in support.
pub async fn list(
    scope: &Scope,
    wanted: &Search,
    after: Option<Cursor>,
) -> Result<Page<MessageSummary>, Error> {
    scope.require(Role::Support)?;
    let words = words(&wanted.query);
    let rows = if words.is_empty() || wanted.listed == Listed::Mine {
        page(scope, wanted.listed, &words, after).await?
    } else {
        found(scope, wanted.listed, &words, after).await?
    };
    let summaries = with_assignees(scope, rows).await?;
    Ok(Page::of(summaries, PAGE, |it| {
        Cursor::new(it.message.submitted_at, it.message.id.0)
    }))
}

/// How many messages are open: [`MAX_COUNTED`] stands for that many and more.
///
/// # Errors
/// As [`list`].
pub async fn count_open(scope: &Scope) -> Result<u64, Error> {
    scope.require(Role::Support)?;
    let open: Vec<MessageId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(MessageState::Open))
        .order_by_asc(Column::SubmittedAt)
        .limit(MAX_COUNTED)
        .into_tuple()
        .all(scope.portal.db.reader())
        .await?;
    Ok(open.len() as u64)
}

/// The rows of a page and one more. Words are compared with the rows that the index gives: a person
/// looks after few messages.
async fn page(
    scope: &Scope,
    listed: Listed,
    words: &[String],
    after: Option<Cursor>,
) -> Result<Vec<Message>, DbErr> {
    let (at, id) = (Column::SubmittedAt, Column::Id);
    let mut wanted = Condition::all().add(Column::State.eq(listed.state()));
    if listed == Listed::Mine {
        wanted = wanted.add(Column::AssigneeId.eq(scope.account_id()));
    }
    for word in words {
        wanted = wanted.add(Column::SearchText.like(pattern(word)));
    }
    let oldest_first = listed.state() == MessageState::Open;
    let place = after.map(|cursor| {
        if oldest_first {
            cursor.above(at, id)
        } else {
            cursor.below(at, id)
        }
    });
    let order = if oldest_first {
        Order::Asc
    } else {
        Order::Desc
    };
    Entity::find()
        .filter(wanted.add_option(place))
        .order_by(at, order.clone())
        .order_by(id, order)
        .limit(PAGE as u64 + 1)
        .all(scope.portal.db.searches())
        .await
}

/// The same of the messages that the search finds by their words.
async fn found(
    scope: &Scope,
    listed: Listed,
    words: &[String],
    after: Option<Cursor>,
) -> Result<Vec<Message>, DbErr> {
    let db = &scope.portal.db;
    let part = Part {
        after,
        size: PAGE as u64 + 1,
        oldest_first: listed.state() == MessageState::Open,
    };
    let target = SearchTarget::Messages(listed.state());
    let found = search::find(db, target, words, &part).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Entity::find()
        .filter(Column::Id.is_in(found.iter().copied()))
        .all(db.searches())
        .await?;
    in_order(&mut rows, &found, |row| row.id.0);
    Ok(rows)
}

async fn with_assignees(scope: &Scope, rows: Vec<Message>) -> Result<Vec<MessageSummary>, DbErr> {
    let assignees: Vec<_> = rows.iter().filter_map(|row| row.assignee_id).collect();
    let names = accounts::names(scope.portal.db.searches(), assignees.into_iter()).await?;
    let summaries = rows.into_iter().map(|message| MessageSummary {
        assignee: message.assignee_id.and_then(|id| names.get(&id).cloned()),
        message,
    });
    Ok(summaries.collect())
}
