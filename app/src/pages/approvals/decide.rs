//! Approving and rejecting a request.

use axum::response::{IntoResponse, Response};
use domain::{
    approvals::{self, ConflictOfInterest, DecisionError},
    ids::RequestId,
    requests::RequestState,
};
use serde::Deserialize;
use values::{Reason, TextError};

use super::{
    MANAGER,
    from_list::FromList,
    request::{find, page},
};
use crate::{
    forms::Errors,
    routes,
    web::{Flash, Ids, PageError, PostedForm, Site, Visit, see_other, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVE, back)
        .post(MANAGER, routes::APPROVE, approve)
        .get(MANAGER, routes::REJECT, back)
        .post(MANAGER, routes::REJECT, reject)
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Form {
    pub reason: String,
}

impl Form {
    pub(super) fn reason(&self) -> Result<Reason, Errors> {
        Self::checked(Reason::parse(&self.reason))
    }

    /// Those who approve or resume need not say anything.
    pub(super) fn remark(&self) -> Result<Option<Reason>, Errors> {
        match Reason::parse(&self.reason) {
            Err(TextError::Empty) => Ok(None),
            parsed => Self::checked(parsed).map(Some),
        }
    }

    fn checked(parsed: Result<Reason, TextError>) -> Result<Reason, Errors> {
        parsed.map_err(|error| Errors::of("reason", error.into()))
    }
}

async fn approve(
    visit: Visit,
    Ids(id): Ids<RequestId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    match form.remark() {
        Ok(remark) => answer(
            &visit,
            id,
            approvals::approve(&visit.scope, visit.vault(), id, remark).await,
            Flash::Approved,
        ),
        Err(errors) => refuse(&visit, id, &form, &errors).await,
    }
}

async fn reject(
    visit: Visit,
    Ids(id): Ids<RequestId>,
    PostedForm(form): PostedForm<Form>,
) -> Result<Response, PageError> {
    match form.reason() {
        Ok(reason) => answer(
            &visit,
            id,
            approvals::reject(&visit.scope, id, reason).await,
            Flash::Rejected,
        ),
        Err(errors) => refuse(&visit, id, &form, &errors).await,
    }
}

fn answer(
    visit: &Visit,
    id: RequestId,
    decided: Result<(), DecisionError>,
    flash: Flash,
) -> Result<Response, PageError> {
    match decided {
        Ok(()) => {
            let list = FromList::of(visit).address_after(id);
            Ok(see_other_with(&list, flash, visit))
        }
        Err(DecisionError::AlreadyDecided { .. }) => Ok(already_decided(visit, id)),
        Err(DecisionError::NoPlanToChange) => Ok(to_request(visit, id, Flash::NoPlanToChange)),
        Err(DecisionError::Own) => Ok(to_request(visit, id, Flash::OwnRequest)),
        Err(DecisionError::NotCovered) => Ok(to_request(visit, id, Flash::NotCovered)),
        Err(DecisionError::Common(error)) => Err(error.into()),
    }
}

/// The form again, unless somebody else decided while this one was filled in.
async fn refuse(
    visit: &Visit,
    id: RequestId,
    form: &Form,
    errors: &Errors,
) -> Result<Response, PageError> {
    let review = find(visit, id).await?;
    let waits = review.request.state == RequestState::Pending;
    if waits && review.conflict == ConflictOfInterest::Barred {
        answer(visit, id, Err(DecisionError::Own), Flash::OwnRequest)
    } else if waits {
        Ok(page(visit, &review, form, errors)
            .unprocessable()
            .into_response())
    } else {
        Ok(already_decided(visit, id))
    }
}

fn already_decided(visit: &Visit, id: RequestId) -> Response {
    to_request(visit, id, Flash::AlreadyDecided)
}

/// The request again, as it was opened from its list.
fn to_request(visit: &Visit, id: RequestId, flash: Flash) -> Response {
    let path = routes::fill(routes::APPROVAL, &[&id]);
    see_other_with(&FromList::of(visit).carried_by(&path), flash, visit)
}

/// For those who come by the address of a decision: after a change of language.
pub(super) async fn back(Ids(id): Ids<RequestId>) -> Response {
    see_other(&routes::fill(routes::APPROVAL, &[&id]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(reason: &str) -> Form {
        Form {
            reason: reason.to_owned(),
        }
    }

    #[test]
    fn only_those_who_reject_must_say_why() {
        for nothing in ["", " \r\n "] {
            assert_eq!(form(nothing).remark(), Ok(None));
            assert_eq!(
                form(nothing).reason(),
                Err(Errors::of("reason", TextError::Empty.into()))
            );
        }
    }

    #[test]
    fn what_is_said_is_held_to_the_same_rule() {
        let too_short = Err(Errors::of(
            "reason",
            TextError::TooShort {
                min: Reason::MIN_CHARS,
            }
            .into(),
        ));
        assert_eq!(form("não").remark().map(|_| ()), too_short);
        assert_eq!(form("não").reason().map(|_| ()), too_short);
    }
}
