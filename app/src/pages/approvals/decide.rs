//! Approving and rejecting a request.

use axum::response::{IntoResponse, Response};
use domain::{
    approvals::{self, Approval, ConflictOfInterest, DecisionError},
    ids::RequestId,
    requests::RequestState,
};
use serde::Deserialize;
use values::{InquiryText, Reason, TextError};

use super::{
    MANAGER,
    conditions_form::ConditionsForm,
    from_list::FromList,
    request::{find, page},
};
use crate::{
    forms::{Errors, FieldError},
    routes,
    web::{Flash, Ids, PageError, PostedForm, Site, Visit, see_other, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(MANAGER, routes::APPROVE, back)
        .post(MANAGER, routes::APPROVE, approve)
        .get(MANAGER, routes::REJECT, back)
        .post(MANAGER, routes::REJECT, reject)
        .get(MANAGER, routes::APPROVAL_REASON, back)
        .post(MANAGER, routes::APPROVAL_REASON, insert_reason)
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Form {
    pub reason: String,
    /// The saved reason that is to be put into it.
    pub saved: String,
    /// The state of the request when the page was opened.
    pub seen: String,
    #[serde(flatten)]
    pub conditions: ConditionsForm,
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

    /// Nothing where the form does not say what its author saw.
    pub(super) fn seen(&self) -> Option<RequestState> {
        self.seen.parse().ok()
    }

    /// The question that the same text is.
    pub(super) fn question(&self) -> Result<InquiryText, Errors> {
        let parsed = InquiryText::parse(&self.reason);
        parsed.map_err(|error| Errors::of("reason", error.into()))
    }

    fn approval(&self, visit: &Visit) -> Result<Approval, Errors> {
        let remark = self.remark();
        let conditions = self.conditions.parse(visit, None);
        match (remark, conditions) {
            (Ok(remark), Ok(conditions)) => Ok(Approval {
                remark,
                conditions,
                seen: self.seen(),
            }),
            (Err(mut errors), Err(others)) => {
                for (field, error) in others.iter() {
                    errors.add(field.to_owned(), error);
                }
                Err(errors)
            }
            (Err(errors), _) | (_, Err(errors)) => Err(errors),
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
    match form.approval(&visit) {
        Ok(approval) => answer(
            &visit,
            id,
            approvals::approve_with(&visit.scope, visit.vault(), id, approval).await,
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
            approvals::reject_seen(&visit.scope, id, form.seen(), reason).await,
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
        Err(DecisionError::AlreadyDecided { state }) => Ok(already_decided(visit, id, state)),
        Err(DecisionError::Conditions(_)) => Ok(to_request(visit, id, Flash::ConditionsPast)),
        Err(DecisionError::NoPlanToChange) => Ok(to_request(visit, id, Flash::NoPlanToChange)),
        Err(DecisionError::Own) => Ok(to_request(visit, id, Flash::OwnRequest)),
        Err(DecisionError::NotCovered) => Ok(to_request(visit, id, Flash::NotCovered)),
        Err(DecisionError::Common(error)) => Err(error.into()),
    }
}

/// The form again, with a saved reason after what was typed, in the applicant's language. It changes
/// nothing.
async fn insert_reason(
    visit: Visit,
    Ids(id): Ids<RequestId>,
    PostedForm(mut form): PostedForm<Form>,
) -> Result<Response, PageError> {
    let review = find(&visit, id).await?;
    let chosen = review
        .saved_reasons
        .iter()
        .find(|reason| reason.id.to_string() == form.saved);
    let Some(reason) = chosen else {
        let errors = Errors::of("saved", FieldError::Choose);
        return Ok(page(&visit, &review, &form, &errors)
            .unprocessable()
            .into_response());
    };
    let text = reason.texts.text_for(review.applicant_locale);
    if !form.reason.trim().is_empty() {
        form.reason.push_str("\n\n");
    }
    form.reason.push_str(text);
    Ok(page(&visit, &review, &form, &Errors::default()).into_response())
}

/// The form again, unless somebody else decided while this one was filled in.
pub(super) async fn refuse(
    visit: &Visit,
    id: RequestId,
    form: &Form,
    errors: &Errors,
) -> Result<Response, PageError> {
    let review = find(visit, id).await?;
    let waits = review.request.state.is_open();
    if waits && review.conflict == ConflictOfInterest::Barred {
        answer(visit, id, Err(DecisionError::Own), Flash::OwnRequest)
    } else if waits && !review.is_covered {
        Ok(to_request(visit, id, Flash::NotCovered))
    } else if waits {
        Ok(page(visit, &review, form, errors)
            .unprocessable()
            .into_response())
    } else {
        Ok(already_decided(visit, id, review.request.state))
    }
}

/// Back to the request, saying what happened to it meanwhile.
pub(super) fn already_decided(visit: &Visit, id: RequestId, state: RequestState) -> Response {
    let flash = match state {
        RequestState::AwaitingApplicant => Flash::AskedMeanwhile,
        RequestState::Pending => Flash::AnsweredMeanwhile,
        RequestState::Approved | RequestState::Rejected | RequestState::Cancelled => {
            Flash::AlreadyDecided
        }
    };
    to_request(visit, id, flash)
}

/// The request again, as it was opened from its list.
pub(super) fn to_request(visit: &Visit, id: RequestId, flash: Flash) -> Response {
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
            ..Form::default()
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
