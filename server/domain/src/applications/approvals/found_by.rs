//! By what words an application is found.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use values::tidy;

use super::queue::{PAGE, Search};
use crate::{
    Cursor, Scope,
    applications::State,
    credentials::PublicKey,
    entities::credential,
    folding::words,
    ids::ApplicationId,
    search::{self, Part, SearchTarget},
};

/// One more than a page of those that have all words of a query, or its very public key; none
/// where nothing is looked for.
pub(super) async fn found_by(
    scope: &Scope,
    wanted: &Search,
    after: Option<Cursor>,
) -> Result<Option<Vec<Uuid>>, DbErr> {
    let words = words(&wanted.query);
    if words.is_empty() {
        return Ok(None);
    }
    if let Some(owner) = owner_of(scope, &tidy::code(&wanted.query)).await? {
        return Ok(Some(vec![owner.0]));
    }
    let part = Part {
        after,
        size: PAGE as u64 + 1,
        oldest_first: wanted.state == Some(State::Pending),
    };
    let sought = SearchTarget::Applications(wanted.state);
    let found = search::find(&scope.portal.db, sought, &words, &part).await?;
    Ok(Some(found))
}

async fn owner_of(scope: &Scope, key: &str) -> Result<Option<ApplicationId>, DbErr> {
    let Some(key) = PublicKey::parse(key) else {
        return Ok(None);
    };
    credential::Entity::find()
        .select_only()
        .column(credential::Column::ApplicationId)
        .filter(credential::Column::PublicKey.eq(key))
        .into_tuple()
        .one(scope.portal.db.reader())
        .await
}
