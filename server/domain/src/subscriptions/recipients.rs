//! Whom news may concern, in the order of their identifiers, so that they can be told some at a time.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{
    applications,
    entities::subscription::{Column, Entity},
    groups,
    ids::{AccountId, ApiId},
    jobs::News,
    status,
};

/// The APIs that news are of.
pub(super) enum Concerned {
    Every,
    Apis(Vec<ApiId>),
}

impl Concerned {
    pub(super) async fn by(db: &impl ConnectionTrait, news: News) -> Result<Self, DbErr> {
        match news {
            News::VersionPublished { api, .. }
            | News::Deprecated { api }
            | News::Ending { api, .. } => Ok(Self::Apis(vec![api])),
            News::IncidentOpened { incident } | News::IncidentClosed { incident } => {
                let incident = status::find(db, incident).await?;
                Ok(match incident.map(|it| it.affected) {
                    Some(status::Affected::WholePortal) => Self::Every,
                    Some(status::Affected::Apis(apis)) => Self::Apis(apis.into_iter().collect()),
                    None => Self::Apis(vec![]),
                })
            }
        }
    }

    fn apis(&self) -> Option<&[ApiId]> {
        match self {
            Self::Every => None,
            Self::Apis(apis) => Some(apis),
        }
    }
}

/// Up to `limit` accounts that use or follow one of the APIs.
pub(super) async fn page(
    db: &impl ConnectionTrait,
    concerned: &Concerned,
    after: Option<AccountId>,
    limit: usize,
) -> Result<Vec<AccountId>, DbErr> {
    let apis = concerned.apis();
    let uses = |group| applications::is_used_by(group, apis);
    let mut accounts = groups::page_of_members(db, uses, after, limit as u64).await?;
    accounts.extend(followers(db, apis, after, limit as u64).await?);
    accounts.sort_unstable();
    accounts.dedup();
    accounts.truncate(limit);
    Ok(accounts)
}

async fn followers(
    db: &impl ConnectionTrait,
    apis: Option<&[ApiId]>,
    after: Option<AccountId>,
    limit: u64,
) -> Result<Vec<AccountId>, DbErr> {
    let mut followers = Entity::find()
        .select_only()
        .distinct()
        .column(Column::AccountId)
        .filter(Column::IsWanted.eq(true));
    if let Some(apis) = apis {
        followers = followers.filter(Column::ApiId.is_in(apis.iter().copied()));
    }
    if let Some(after) = after {
        followers = followers.filter(Column::AccountId.gt(after));
    }
    followers
        .order_by_asc(Column::AccountId)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}
