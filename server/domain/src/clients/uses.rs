//! When tokens, their families and their clients were last used. It is kept in memory and written in
//! batches, as a write for each call would be too many.

use std::{
    collections::BTreeMap,
    mem,
    sync::{Mutex, PoisonError},
};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Value,
    sea_query::{CaseStatement, Expr, LockBehavior, LockType},
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
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn flush(&self, portal: &Portal) -> Result<(), DbErr> {
        let uses = mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if uses.tokens.is_empty() {
            return Ok(());
        }
        let transaction = portal.db.begin().await?;
        let columns = (issued_token::Column::Id, issued_token::Column::LastUsedAt);
        write::<issued_token::Entity, _>(&transaction, columns, uses.tokens).await?;
        let columns = (token_family::Column::Id, token_family::Column::LastUsedAt);
        write::<token_family::Entity, _>(&transaction, columns, uses.families).await?;
        let columns = (oauth_client::Column::Id, oauth_client::Column::LastUsedAt);
        write::<oauth_client::Entity, _>(&transaction, columns, uses.clients).await?;
        transaction.commit().await
    }
}

/// Writes when rows were last used, except those that somebody is changing: whoever ends or renews
/// tokens locks them in an order of their own, and neither is to wait for the other.
async fn write<E: EntityTrait, I: Into<Value> + Copy>(
    db: &impl ConnectionTrait,
    (id, last): (E::Column, E::Column),
    used: BTreeMap<I, Timestamp>,
) -> Result<(), DbErr> {
    let used: Vec<_> = used.into_iter().collect();
    for some in used.chunks(CASES_AT_ONCE) {
        let times = some.iter().fold(CaseStatement::new(), |case, (it, at)| {
            case.case(id.eq(*it), Expr::value(*at))
        });
        let free = E::find()
            .select_only()
            .column(id)
            .filter(id.is_in(some.iter().map(|(it, _)| *it)))
            .lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked)
            .into_query();
        E::update_many()
            .col_expr(last, times.into())
            .filter(id.in_subquery(free))
            .exec(db)
            .await?;
    }
    Ok(())
}
