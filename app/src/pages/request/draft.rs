//! The draft that an address speaks of, and the step that it waits for.

use axum::{
    extract::FromRequestParts,
    http::request::Parts,
    response::{IntoResponse, Response},
};
use domain::{
    ids::RequestId,
    requests::{self, Draft, Step},
};

use crate::{
    routes,
    web::{Ids, PageError, Visit, request_path, see_other},
};

/// The reader's own draft. A request that was filed leads to its last page, anything else is not there.
pub struct OwnDraft(pub Draft);

impl<S: Send + Sync> FromRequestParts<S> for OwnDraft {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let visit = Visit::from_request_parts(parts, state)
            .await
            .map_err(IntoResponse::into_response)?;
        let Ids(id) = Ids::from_request_parts(parts, state)
            .await
            .map_err(IntoResponse::into_response)?;
        match find(&visit, id).await {
            Ok(RequestLookup::Draft(draft)) => Ok(Self(*draft)),
            Ok(RequestLookup::Filed(id)) => Err(see_other(&request_path(id))),
            Err(error) => Err(error.into_response()),
        }
    }
}

enum RequestLookup {
    Draft(Box<Draft>),
    Filed(RequestId),
}

async fn find(visit: &Visit, id: RequestId) -> Result<RequestLookup, PageError> {
    if let Some(draft) = requests::draft(&visit.scope, visit.catalogue(), id).await? {
        return Ok(RequestLookup::Draft(Box::new(draft)));
    }
    let filed = requests::find(&visit.scope, visit.catalogue(), id)
        .await?
        .ok_or(PageError::NotFound)?;
    Ok(RequestLookup::Filed(filed.id))
}

/// The page of the first step that a draft still waits for.
#[must_use]
pub fn next_path(draft: &Draft) -> String {
    routes::fill(step_route(draft.missing()), &[&draft.id])
}

/// The page of a step; the review when none is missing.
#[must_use]
pub const fn step_route(missing: Option<Step>) -> &'static str {
    match missing {
        Some(Step::Group) => routes::REQUEST_GROUP,
        Some(Step::Description) => routes::REQUEST_APPLICATION,
        None => routes::REQUEST_REVIEW,
    }
}

/// On to the first step that the draft still waits for.
///
/// # Errors
/// When there is no such draft, or it cannot be read.
pub async fn see_next_step(visit: &Visit, id: RequestId) -> Result<Response, PageError> {
    let draft = requests::draft(&visit.scope, visit.catalogue(), id)
        .await?
        .ok_or(PageError::NotFound)?;
    Ok(see_other(&next_path(&draft)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_missing_step_has_its_page() {
        assert_eq!(step_route(Some(Step::Group)), routes::REQUEST_GROUP);
        assert_eq!(
            step_route(Some(Step::Description)),
            routes::REQUEST_APPLICATION
        );
        assert_eq!(step_route(None), routes::REQUEST_REVIEW);
    }
}
