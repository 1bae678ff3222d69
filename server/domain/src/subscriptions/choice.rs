//! What somebody wants to be told of.

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set, sea_query::OnConflict,
};

use super::recipients::Concerned;
use crate::{
    Error, Portal, applications,
    catalogue::{Api, Catalogue, Snapshot},
    entities::subscription::{ActiveModel, Column, Entity},
    groups::GroupRight,
    ids::{AccountId, ApiId},
    jobs::News,
    requests::visible_to_account,
};

/// An API of which somebody is told, or was.
#[derive(Clone, Debug)]
pub struct FollowedApi {
    pub api: Arc<Api>,
    /// Whether a group of theirs uses it.
    pub is_used: bool,
    /// Whether they are told of more than its end.
    pub is_wanted: bool,
}

/// Says whether an account wants mails about an API.
///
/// # Errors
/// [`Error::NotFound`] when readers see no such API.
pub async fn choose(
    portal: &Portal,
    catalogue: &Catalogue,
    account: AccountId,
    slug: &str,
    is_wanted: bool,
) -> Result<(), Error> {
    let visible = visible_to_account(portal.db.reader(), catalogue, account).await?;
    // Nobody has to see an API to be told no more of it.
    let known = catalogue.current().by_slug(slug).filter(|_| !is_wanted);
    let api = visible.by_slug(slug).or(known);
    let api = api.ok_or(Error::NotFound("no such API"))?;
    Ok(write(portal, account, api.id, is_wanted).await?)
}

async fn write(
    portal: &Portal,
    account: AccountId,
    api: ApiId,
    is_wanted: bool,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        account_id: Set(account),
        api_id: Set(api),
        is_wanted: Set(is_wanted),
        changed_at: Set(portal.now()),
    };
    let key = [Column::AccountId, Column::ApiId];
    let again = OnConflict::columns(key)
        .update_columns([Column::IsWanted, Column::ChangedAt])
        .to_owned();
    Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(portal.db.writer())
        .await?;
    Ok(())
}

/// Says that an account wants no mails about any API. Of the end of those that its groups use it is
/// told all the same.
///
/// # Errors
/// When the database cannot be reached.
pub async fn choose_none(portal: &Portal, account: AccountId) -> Result<(), DbErr> {
    // Also about those that are hidden from it now, and may be shown again.
    let known = Known::of(portal.db.reader(), account).await?;
    let wanted: HashSet<_> = known.apis().filter(|api| known.is_wanted(*api)).collect();
    for api in wanted {
        write(portal, account, api, false).await?;
    }
    Ok(())
}

/// The APIs that an account uses or said something of, in the catalogue's order.
///
/// # Errors
/// When the database cannot be read.
pub async fn followed(
    portal: &Portal,
    catalogue: &Catalogue,
    account: AccountId,
) -> Result<Vec<FollowedApi>, DbErr> {
    let db = portal.db.reader();
    let known = Known::of(db, account).await?;
    let visible = visible_to_account(db, catalogue, account).await?;
    let apis = visible.published().filter(|api| known.has(api.id));
    let apis = apis.map(|api| FollowedApi {
        is_used: known.used.contains(&api.id),
        is_wanted: known.is_wanted(api.id),
        api: Arc::clone(api),
    });
    Ok(apis.collect())
}

/// Whether an account is told of more than the end of an API.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_followed(portal: &Portal, account: AccountId, api: ApiId) -> Result<bool, DbErr> {
    let known = Known::of(portal.db.reader(), account).await?;
    Ok(known.is_wanted(api))
}

/// Whether an account is to be told of something, as things are now.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_wanted(
    portal: &Portal,
    catalogue: &Catalogue,
    account: AccountId,
    news: News,
) -> Result<bool, DbErr> {
    let db = portal.db.reader();
    let known = Known::of(db, account).await?;
    let visible = visible_to_account(db, catalogue, account).await?;
    let wants = |api| {
        let is_visible = visible.find(api).is_some();
        let is_told_anyhow = news.concerns_end() && known.used.contains(&api);
        is_told_anyhow || is_visible && known.is_wanted(api)
    };
    Ok(match Concerned::by(db, news).await? {
        Concerned::Every => known.apis().any(wants),
        Concerned::Apis(apis) => apis.into_iter().any(wants),
    })
}

/// What an account uses, and what it said.
struct Known {
    used: HashSet<ApiId>,
    said: BTreeMap<ApiId, bool>,
}

impl Known {
    async fn of(db: &impl ConnectionTrait, account: AccountId) -> Result<Self, DbErr> {
        let used = applications::apis_used_by(db, account, GroupRight::See).await?;
        let rows = Entity::find()
            .filter(Column::AccountId.eq(account))
            .all(db)
            .await?;
        let said = rows.into_iter().map(|row| (row.api_id, row.is_wanted));
        Ok(Self {
            used,
            said: said.collect(),
        })
    }

    fn apis(&self) -> impl Iterator<Item = ApiId> {
        self.used.iter().chain(self.said.keys()).copied()
    }

    fn has(&self, api: ApiId) -> bool {
        self.used.contains(&api) || self.said.contains_key(&api)
    }

    /// What was said, or else whether it is used.
    fn is_wanted(&self, api: ApiId) -> bool {
        let said = self.said.get(&api).copied();
        said.unwrap_or_else(|| self.used.contains(&api))
    }
}

/// What an account may see of the catalogue.
///
/// # Errors
/// When the database cannot be read.
pub async fn visible_to(
    portal: &Portal,
    catalogue: &Catalogue,
    account: AccountId,
) -> Result<Arc<Snapshot>, DbErr> {
    visible_to_account(portal.db.reader(), catalogue, account).await
}
