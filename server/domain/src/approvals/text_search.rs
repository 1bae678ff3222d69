//! Searches requests for contract managers.

use sea_orm::DbErr;
use uuid::Uuid;
use values::tidy;

use super::queue::{PAGE, Search};
use crate::{
    Cursor, Scope,
    credentials::{self, PublicKey},
    folding::words,
    search::{self, Part, SearchTarget},
    vocabulary::Status,
};

/// The identifiers of a page and one more, of requests that have all words of a query, or whose
/// application has it as its public key; `None` for an empty query.
pub(super) async fn find_page(
    scope: &Scope,
    wanted: &Search,
    after: Option<Cursor>,
) -> Result<Option<Vec<Uuid>>, DbErr> {
    let words = words(&wanted.query);
    if words.is_empty() {
        return Ok(None);
    }
    if let Some(key) = PublicKey::parse(&tidy::code(&wanted.query))
        && let Some(owner) = credentials::owner_of(scope.portal.db.reader(), key).await?
    {
        return Ok(Some(vec![owner.request().0]));
    }
    let part = Part {
        after,
        size: PAGE as u64 + 1,
        oldest_first: wanted.status == Some(Status::Pending),
    };
    let sought = SearchTarget::Requests(wanted.status);
    let found = search::find(&scope.portal.db, sought, &words, &part).await?;
    Ok(Some(found))
}
