//! Files requests, and approves at once the Trials that an API lets the portal approve.

use sea_orm::{Condition, DbErr};

use super::decide::{self, Outcome};
use crate::{
    Actor, Scope, applications,
    catalogue::{Api, Catalogue, Plan, TrialApplicant, TrialDecider},
    clock::Timestamp,
    db::Transaction,
    groups,
    ids::{GroupId, RequestId},
    requests::{self, Request, RequestEvent, Rule, SubmitError, SubmittedRequest},
    store::Vault,
};

/// Files a draft that was last changed at `reviewed`. Filing it twice makes one request and returns
/// it both times. A Trial that its API lets the portal approve has its credential afterwards.
///
/// # Errors
/// [`SubmitError::Incomplete`] with the missing step, [`SubmitError::Changed`] when the draft was
/// changed after it was reviewed, [`Error::NotFound`](crate::Error::NotFound) when the asker has no
/// such draft.
pub async fn submit(
    scope: &Scope,
    vault: &Vault,
    catalogue: &Catalogue,
    id: RequestId,
    reviewed: Timestamp,
) -> Result<SubmittedRequest, SubmitError> {
    requests::submit(scope, catalogue, id, reviewed, &TrialsByRule { vault }).await
}

struct TrialsByRule<'a> {
    vault: &'a Vault,
}

impl Rule for TrialsByRule<'_> {
    async fn approve(
        &self,
        transaction: &Transaction,
        scope: &Scope,
        api: &Api,
        request: &Request,
    ) -> Result<bool, DbErr> {
        if !is_met(transaction, scope, api, request).await? {
            return Ok(false);
        }
        // The portal decides, on behalf of nobody.
        let portal = Scope {
            actor: Actor::System,
            ..scope.clone()
        };
        let (event, any) = (RequestEvent::Approve, Condition::all());
        if !requests::close(transaction, &portal, request.id, event, None, any).await? {
            return Ok(false);
        }
        decide::create(transaction, &portal, self.vault, request, None).await?;
        decide::record(transaction, &portal, request.id, Outcome::Approved, None).await?;
        Ok(true)
    }
}

/// Whether the API's rule approves the request. Requests are numbered one after the other, so of
/// two of a company at once the later one finds the Trial of the earlier one.
async fn is_met(
    transaction: &Transaction,
    scope: &Scope,
    api: &Api,
    request: &Request,
) -> Result<bool, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(false);
    };
    let is_first = request.plan == Plan::Trial && request.corrects.is_none();
    if !is_first || api.trial.decided_by != TrialDecider::Portal {
        return Ok(false);
    }
    let own = groups::companies_of(transaction, person.id).await?;
    let Some((_, cnpj)) = own.iter().find(|(id, _)| *id == request.group_id) else {
        return Ok(false);
    };
    let company = groups::of_company(transaction, cnpj).await?;
    let own_groups: Vec<GroupId> = own.iter().map(|(id, _)| *id).collect();
    if requests::asked_for_trial(transaction, &own_groups, request).await? {
        return Ok(false);
    }
    // Who names another CNPJ is the same person still.
    let theirs = company.iter().map(|group| group.id).chain(own_groups);
    let theirs: Vec<GroupId> = theirs.collect();
    let of_company = own.iter().filter(|(_, it)| it.root() == cnpj.root());
    let of_company: Vec<GroupId> = of_company.map(|(id, _)| *id).collect();
    let known = requests::known_groups(transaction, &of_company).await?;
    Ok(api.trial.approves(TrialApplicant {
        mail_domain: &requests::mail_domain(person),
        is_of_known_company: !known.is_empty(),
        had_trial: applications::had_trial(transaction, &theirs, person.id, request.api_id).await?,
    }))
}
