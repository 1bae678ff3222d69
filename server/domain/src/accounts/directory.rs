//! Lists and searches accounts, for staff.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, SelectStatement},
};

use super::{Email, lookup};
use crate::{
    Cursor, Error, Page, Role, Scope,
    clock::Timestamp,
    entities::{account, account_role},
    folding::words,
    ids::AccountId,
    search::{self, Part, SearchTarget, in_order},
};

pub const PAGE_SIZE: usize = 25;
/// The size of a page; one statement can name so many accounts.
const LISTED_AT_ONCE: usize = 500;

/// Which people are looked for; whatever is empty may be anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleFilter {
    /// Words in name or address, whatever their case and accents.
    pub query: String,
    pub role: Option<Role>,
    /// Whether they set a password by the link of their mail.
    pub verified: Option<bool>,
    pub sign_in: Option<SignInFilter>,
}

/// When somebody last signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInFilter {
    Since(Timestamp),
    Before(Timestamp),
    Never,
}

impl PeopleFilter {
    /// Those who have these words in name or address.
    #[must_use]
    pub fn of_words(query: &str) -> Self {
        Self {
            query: query.to_owned(),
            ..Self::default()
        }
    }

    /// What must be so of a row, the words aside.
    fn condition(&self) -> Condition {
        let role = self.role.map(|role| {
            let these = account_role::Entity::find()
                .select_only()
                .column(account_role::Column::AccountId)
                .filter(account_role::Column::Role.eq(role));
            account::Column::Id.in_subquery(these.into_query())
        });
        let verified = self.verified.map(|verified| {
            let at = account::Column::EmailVerifiedAt;
            if verified {
                at.is_not_null()
            } else {
                at.is_null()
            }
        });
        let last = account::Column::LastSignInAt;
        let sign_in = self.sign_in.map(|sign_in| match sign_in {
            SignInFilter::Since(at) => last.gte(at),
            SignInFilter::Before(at) => last.lt(at),
            SignInFilter::Never => last.is_null(),
        });
        Condition::all()
            .add_option(role)
            .add_option(verified)
            .add_option(sign_in)
    }

    fn has_conditions(&self) -> bool {
        self.role.is_some() || self.verified.is_some() || self.sign_in.is_some()
    }
}

/// An account in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountSummary {
    pub id: AccountId,
    pub given_name: String,
    pub family_name: String,
    pub email: Email,
    pub roles: Vec<Role>,
    pub verified_at: Option<Timestamp>,
    pub created_at: Timestamp,
    pub last_sign_in_at: Option<Timestamp>,
}

impl AccountSummary {
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    fn cursor(&self) -> Cursor {
        Cursor::new(self.created_at, self.id.0)
    }

    fn new(account: account::Model, roles: &mut HashMap<AccountId, Vec<Role>>) -> Self {
        Self {
            roles: roles.remove(&account.id).unwrap_or_default(),
            id: account.id,
            given_name: account.given_name,
            family_name: account.family_name,
            email: account.email,
            verified_at: account.email_verified_at,
            created_at: account.created_at,
            last_sign_in_at: account.last_sign_in_at,
        }
    }
}

/// The account with this address, for the command line.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn find_by_email(scope: &Scope, email: &Email) -> Result<Option<AccountSummary>, Error> {
    scope.require(Role::Administrator)?;
    let db = scope.portal.db.reader();
    let account = lookup::by_email(db, email).await?;
    Ok(summaries(db, account).await?.pop())
}

/// All accounts in pages, the oldest first, for the command line.
///
/// # Errors
/// As [`find_by_email`].
pub async fn list(scope: &Scope, after: Option<Cursor>) -> Result<Page<AccountSummary>, Error> {
    scope.require(Role::Administrator)?;
    let db = scope.portal.db.reader();
    let mut accounts = account::Entity::find()
        .order_by_asc(account::Column::CreatedAt)
        .order_by_asc(account::Column::Id)
        .limit(LISTED_AT_ONCE as u64 + 1);
    if let Some(cursor) = after {
        accounts = accounts.filter(cursor.above(account::Column::CreatedAt, account::Column::Id));
    }
    let found = summaries(db, accounts.all(db).await?).await?;
    Ok(Page::of(found, LISTED_AT_ONCE, AccountSummary::cursor))
}

/// The accounts of a filter, the newest first.
pub(super) async fn search(
    scope: &Scope,
    filter: &PeopleFilter,
    after: Option<Cursor>,
) -> Result<Page<AccountSummary>, DbErr> {
    let db = &scope.portal.db;
    let words = words(&filter.query);
    let accounts = if words.is_empty() {
        let page = account::Column::Id.in_subquery(newest(filter, after));
        with_roles(db.searches(), page).await?
    } else if filter.has_conditions() {
        found_with(scope, filter, &words, after).await?
    } else {
        let part = Part {
            after,
            size: PAGE_SIZE as u64 + 1,
            oldest_first: false,
        };
        let found = search::find(db, SearchTarget::Accounts, &words, &part).await?;
        if found.is_empty() {
            return Ok(Page::of(Vec::new(), PAGE_SIZE, AccountSummary::cursor));
        }
        let these = account::Column::Id.is_in(found.iter().copied());
        let mut accounts = with_roles(db.searches(), these).await?;
        in_order(&mut accounts, &found, |account| account.id.0);
        accounts
    };
    Ok(Page::of(accounts, PAGE_SIZE, AccountSummary::cursor))
}

/// Those with these words of whom the rest of a filter is so, too: as many as a page has, and one more.
/// The index of the search knows words alone, so what it finds is looked through part by part.
async fn found_with(
    scope: &Scope,
    filter: &PeopleFilter,
    words: &[String],
    mut after: Option<Cursor>,
) -> Result<Vec<AccountSummary>, DbErr> {
    let db = &scope.portal.db;
    let mut accounts: Vec<AccountSummary> = Vec::new();
    while accounts.len() <= PAGE_SIZE {
        let part = Part {
            after,
            size: LISTED_AT_ONCE as u64,
            oldest_first: false,
        };
        let found = search::find(db, SearchTarget::Accounts, words, &part).await?;
        let Some(last) = found.last() else {
            break;
        };
        after = cursor_of(db.searches(), AccountId(*last)).await?;
        let these = account::Column::Id.is_in(found.iter().copied());
        let fitting = account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(filter.condition())
            .filter(these);
        let fitting = account::Column::Id.in_subquery(fitting.into_query());
        let mut fitting = with_roles(db.searches(), fitting).await?;
        in_order(&mut fitting, &found, |account| account.id.0);
        accounts.extend(fitting);
        if found.len() < LISTED_AT_ONCE || after.is_none() {
            break;
        }
    }
    accounts.truncate(PAGE_SIZE + 1);
    Ok(accounts)
}

async fn cursor_of(db: &impl ConnectionTrait, id: AccountId) -> Result<Option<Cursor>, DbErr> {
    let account = account::Entity::find_by_id(id).one(db).await?;
    Ok(account.map(|account| Cursor::new(account.created_at, account.id.0)))
}

/// The rows of a page of all accounts, and one more.
fn newest(filter: &PeopleFilter, after: Option<Cursor>) -> SelectStatement {
    let place = after.map(|cursor| cursor.below(account::Column::CreatedAt, account::Column::Id));
    account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(filter.condition())
        .filter(Condition::all().add_option(place))
        .order_by_desc(account::Column::CreatedAt)
        .order_by_desc(account::Column::Id)
        .limit(PAGE_SIZE as u64 + 1)
        .into_query()
}

/// These accounts with their roles, the newest first, in one statement.
async fn with_roles(db: &impl ConnectionTrait, which: Expr) -> Result<Vec<AccountSummary>, DbErr> {
    let rows = account::Entity::find()
        .find_also_related(account_role::Entity)
        .filter(which)
        .order_by_desc(account::Column::CreatedAt)
        .order_by_desc(account::Column::Id)
        .order_by_asc(account_role::Column::Role)
        .all(db)
        .await?;
    let mut summaries: Vec<AccountSummary> = Vec::new();
    for (account, role) in rows {
        if summaries.last().is_none_or(|last| last.id != account.id) {
            summaries.push(AccountSummary::new(account, &mut HashMap::new()));
        }
        if let Some(last) = summaries.last_mut() {
            last.roles.extend(role.map(|role| role.role));
        }
    }
    Ok(summaries)
}

pub(super) async fn summaries(
    db: &impl ConnectionTrait,
    accounts: impl IntoIterator<Item = account::Model>,
) -> Result<Vec<AccountSummary>, DbErr> {
    let accounts: Vec<_> = accounts.into_iter().collect();
    let mut roles = roles(db, accounts.iter().map(|account| account.id)).await?;
    let summaries = accounts
        .into_iter()
        .map(|account| AccountSummary::new(account, &mut roles));
    Ok(summaries.collect())
}

async fn roles(
    db: &impl ConnectionTrait,
    accounts: impl Iterator<Item = AccountId>,
) -> Result<HashMap<AccountId, Vec<Role>>, DbErr> {
    let rows = account_role::Entity::find()
        .filter(account_role::Column::AccountId.is_in(accounts))
        .order_by_asc(account_role::Column::Role)
        .all(db)
        .await?;
    let mut roles: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        roles.entry(row.account_id).or_default().push(row.role);
    }
    Ok(roles)
}
