//! The request that a contract manager decides on next.

use super::{
    PAGE, Search, SearchPart,
    queue::{QueueItem, page},
};
use crate::{Error, Place, Scope, catalogue::Catalogue, ids::RequestId, requests::Status};

/// The next request to decide on in a list after one of them; the first, if none comes after it.
/// What the asker may not decide on is passed over.
///
/// # Errors
/// As [`search`](super::search).
pub async fn next(
    scope: &Scope,
    catalogue: &Catalogue,
    search: &Search,
    after: RequestId,
) -> Result<Option<QueueItem>, Error> {
    if search.status != Some(Status::Pending) {
        return Ok(None);
    }
    let from_there = to_decide(scope, catalogue, search, Place::After(after), Some(after)).await?;
    if from_there.is_some() {
        return Ok(from_there);
    }
    to_decide(scope, catalogue, search, Place::First, Some(after)).await
}

/// The first request to decide on in a list.
///
/// # Errors
/// As [`search`](super::search).
pub async fn first(
    scope: &Scope,
    catalogue: &Catalogue,
    search: &Search,
) -> Result<Option<QueueItem>, Error> {
    if search.status != Some(Status::Pending) {
        return Ok(None);
    }
    to_decide(scope, catalogue, search, Place::First, None).await
}

/// The first request from a place on that is of the asker's part and not their own, on whichever
/// page it is.
async fn to_decide(
    scope: &Scope,
    catalogue: &Catalogue,
    search: &Search,
    mut place: Place<RequestId>,
    but: Option<RequestId>,
) -> Result<Option<QueueItem>, Error> {
    let part = SearchPart::Own;
    let search = Search {
        part,
        ..search.clone()
    };
    loop {
        let found = page(scope, catalogue, &search, (place, PAGE)).await?;
        let last = found.items.last().map(|item| item.request.id);
        let mut items = found.items.into_iter();
        let next = items.find(|item| !item.is_own && Some(item.request.id) != but);
        match last {
            Some(last) if next.is_none() && found.has_next => place = Place::After(last),
            _ => return Ok(next),
        }
    }
}
