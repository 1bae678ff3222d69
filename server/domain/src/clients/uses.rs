//! When tokens, their families and their clients were last used. It is kept in memory and written in
//! batches, as a write for each call would be too many.

use std::{
    collections::BTreeMap,
    mem,
    sync::{Mutex, PoisonError},
};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    sea_query::{CaseStatement, Expr},
};

use super::ClientAccess;
use crate::{
    Portal,
    clock::Timestamp,
    entities::{issued_token, oauth_client, token_family},
    ids::{ClientId, TokenFamilyId, TokenId},
    store::bulk::CASES_AT_ONCE,
};

#[derive(Default)]
pub struct ClientUses(Mutex<Uses>);

#[derive(Default)]
struct Uses {
    tokens: BTreeMap<TokenId, Timestamp>,
    families: BTreeMap<TokenFamilyId, Timestamp>,
    clients: BTreeMap<ClientId, Timestamp>,
}

impl ClientUses {
    /// Notes that a token was used.
    pub fn record(&self, access: &ClientAccess, at: Timestamp) {
        let mut uses = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        uses.tokens.insert(access.token, at);
        if let Some(family) = access.family {
            uses.families.insert(family, at);
        }
        uses.clients.insert(access.client, at);
    }

    /// Writes what was noted since the last time. What cannot be written is told by the next use.
    /// Each statement is by itself: whoever ends or renews tokens locks their family first, and would
    /// wait for this as this waits for them.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn flush(&self, portal: &Portal) -> Result<(), DbErr> {
        let uses = mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if uses.tokens.is_empty() {
            return Ok(());
        }
        let db = portal.db.writer();
        let tokens: Vec<_> = uses.tokens.into_iter().collect();
        for some in tokens.chunks(CASES_AT_ONCE) {
            write_tokens(db, some).await?;
        }
        let families: Vec<_> = uses.families.into_iter().collect();
        for some in families.chunks(CASES_AT_ONCE) {
            write_families(db, some).await?;
        }
        let clients: Vec<_> = uses.clients.into_iter().collect();
        for some in clients.chunks(CASES_AT_ONCE) {
            write_clients(db, some).await?;
        }
        Ok(())
    }
}

async fn write_tokens(
    db: &impl ConnectionTrait,
    used: &[(TokenId, Timestamp)],
) -> Result<(), DbErr> {
    let last = used.iter().fold(CaseStatement::new(), |case, (id, at)| {
        case.case(issued_token::Column::Id.eq(*id), Expr::value(*at))
    });
    issued_token::Entity::update_many()
        .col_expr(issued_token::Column::LastUsedAt, last.into())
        .filter(issued_token::Column::Id.is_in(used.iter().map(|(id, _)| *id)))
        .exec(db)
        .await?;
    Ok(())
}

async fn write_families(
    db: &impl ConnectionTrait,
    used: &[(TokenFamilyId, Timestamp)],
) -> Result<(), DbErr> {
    let last = used.iter().fold(CaseStatement::new(), |case, (id, at)| {
        case.case(token_family::Column::Id.eq(*id), Expr::value(*at))
    });
    token_family::Entity::update_many()
        .col_expr(token_family::Column::LastUsedAt, last.into())
        .filter(token_family::Column::Id.is_in(used.iter().map(|(id, _)| *id)))
        .exec(db)
        .await?;
    Ok(())
}

async fn write_clients(
    db: &impl ConnectionTrait,
    used: &[(ClientId, Timestamp)],
) -> Result<(), DbErr> {
    let last = used.iter().fold(CaseStatement::new(), |case, (id, at)| {
        case.case(oauth_client::Column::Id.eq(*id), Expr::value(*at))
    });
    oauth_client::Entity::update_many()
        .col_expr(oauth_client::Column::LastUsedAt, last.into())
        .filter(oauth_client::Column::Id.is_in(used.iter().map(|(id, _)| *id)))
        .exec(db)
        .await?;
    Ok(())
}
