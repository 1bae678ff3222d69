//! The mails about what contract managers ask applicants before they decide.

use super::{
    filed::FiledRequest,
    letters::{InquiryAnswered, InquiryAsked, InquiryWithdrawn},
    links,
    render::{Reader, Rendered},
};
use domain::{
    Role, Scope, accounts,
    catalogue::Catalogue,
    ids::InquiryId,
    requests::{self, InquiryOutcome},
};

/// The question, while it waits for its answer.
pub(super) async fn asked(scope: &Scope, catalogue: &Catalogue, id: InquiryId) -> Rendered {
    let asked = requests::inquiry(scope.portal.db.reader(), id).await?;
    let Some(asked) = asked.filter(|asked| asked.outcome.is_none()) else {
        return Ok(None);
    };
    let Some(filed) = FiledRequest::find(scope, catalogue, asked.request_id).await? else {
        return Ok(None);
    };
    let link = links::answer(&scope.portal, asked.request_id);
    let question = asked.question;
    let letter = |name, request| InquiryAsked {
        name,
        request,
        question,
        link,
    };
    filed.write_to_applicant(scope, letter).await
}

pub(super) async fn withdrawn(scope: &Scope, catalogue: &Catalogue, id: InquiryId) -> Rendered {
    let asked = requests::inquiry(scope.portal.db.reader(), id).await?;
    let is_withdrawn = |outcome| outcome == Some(InquiryOutcome::Withdrawn);
    let Some(asked) = asked.filter(|asked| is_withdrawn(asked.outcome)) else {
        return Ok(None);
    };
    let Some(filed) = FiledRequest::find(scope, catalogue, asked.request_id).await? else {
        return Ok(None);
    };
    let link = links::request(&scope.portal, asked.request_id);
    let question = asked.question;
    let letter = |name, request| InquiryWithdrawn {
        name,
        request,
        question,
        link,
    };
    filed.write_to_applicant(scope, letter).await
}

/// To whoever asked, if they still decide on requests.
pub(super) async fn answered(scope: &Scope, catalogue: &Catalogue, id: InquiryId) -> Rendered {
    let db = scope.portal.db.reader();
    let Some(asked) = requests::inquiry(db, id).await? else {
        return Ok(None);
    };
    let (Some(answer), Some(by)) = (asked.answer, asked.ended_by) else {
        return Ok(None);
    };
    let is_manager = accounts::has_role(db, asked.asked_by, Role::ContractManager).await?;
    let reader = Reader::find(scope, asked.asked_by).await?;
    let filed = FiledRequest::find(scope, catalogue, asked.request_id).await?;
    let (Some(filed), Some(reader)) = (filed, reader.filter(|_| is_manager)) else {
        return Ok(None);
    };
    let by = accounts::names(db, [by].into_iter()).await?.remove(&by);
    let by = by.unwrap_or_default();
    let link = links::decision(&scope.portal, asked.request_id);
    let question = asked.question;
    let letter = |name, request| InquiryAnswered {
        name,
        request,
        by,
        question,
        answer,
        link,
    };
    filed.write(scope, reader, letter).await
}
