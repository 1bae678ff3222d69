//! A request with everything that helps to decide on it.

use std::{collections::HashMap, sync::Arc};

use locales::Locale;
use sea_orm::{ConnectionTrait, DbErr};

use super::{
    Applicant, Assignee, ConflictOfInterest, Evidence, HistoryEntry, Note, PlanChange, SavedReason,
    TrialUse, assign, evidence, history::history, note, party, plan_change, queue::waiting,
    saved_reason,
};
use crate::{
    Error, Role, Scope,
    accounts::{self, Contact},
    applications::{self, Application, ApplicationState, StoredConditions},
    catalogue::{self, Api, Catalogue, Plan},
    clock::Timestamp,
    credentials::{self, PublicKey},
    groups::{self, Group},
    ids::{AccountId, QuotaId, RequestId},
    requests::{
        self, Decision, EarlierTrial, InquiryView, OpenPlanChange, Request, RequestKind,
        RequestState, Status, WaitingTime, open_plan_changes,
    },
    usage,
};

/// A request as a contract manager sees it, pending or decided.
#[derive(Clone, Debug)]
pub struct Review {
    pub request: Request,
    /// The application that the request made.
    pub application: Option<Application>,
    pub api: Arc<Api>,
    pub group: Group,
    pub applicant: Applicant,
    /// The language in which the applicant reads what is said.
    pub applicant_locale: Locale,
    /// Whether the asker may decide on it.
    pub conflict: ConflictOfInterest,
    /// Whether it belongs to the part that the asker decides on.
    pub is_covered: bool,
    /// Who looks after it.
    pub assignee: Option<Assignee>,
    /// Those who decide on it, by their names.
    pub deciders: Vec<Assignee>,
    /// How long it has waited; `None` for what waits no more.
    pub waiting: Option<WaitingTime>,
    pub decision: Option<DecisionView>,
    pub evidence: Evidence,
    pub public_key: Option<PublicKey>,
    /// The pending request to change the plan of the application.
    pub open_plan_change: Option<OpenPlanChange>,
    /// How many calls were recorded in the last 24 hours.
    pub recent_calls: u64,
    /// The change of plan that the request asks for.
    pub plan_change: Option<PlanChange>,
    /// The last application of this API that the group had on Trial, if the request asks for a
    /// Trial.
    pub earlier_trial: Option<EarlierTrial>,
    /// How much of it was used.
    pub earlier_trial_use: Option<TrialUse>,
    /// What the applicant was asked, in order.
    pub inquiries: Vec<InquiryView>,
    /// What managers noted for each other; nothing for a party.
    pub notes: Vec<Note>,
    /// The texts that managers use again and again.
    pub saved_reasons: Vec<SavedReason>,
    /// The conditions of the application.
    pub conditions: Option<StoredConditions>,
    /// The history, the latest first.
    pub history: Vec<HistoryEntry>,
}

/// The decision on a request, with the name of whoever decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionView {
    /// Approved, rejected or cancelled.
    pub outcome: RequestState,
    pub at: Timestamp,
    /// `None` for the portal itself.
    pub by: Option<String>,
    pub said: Option<String>,
}

impl Review {
    #[must_use]
    pub fn status(&self) -> Status {
        requests::status(&self.request, self.application.as_ref())
    }

    /// The current plan of the application, or the requested one.
    #[must_use]
    pub fn plan(&self) -> Plan {
        let made = self.application.as_ref();
        made.map_or(self.request.plan, |application| application.plan)
    }

    /// The application, while it can be suspended, resumed or revoked.
    #[must_use]
    pub fn application_in_use(&self) -> Option<&Application> {
        let in_use = |it: &&Application| it.state != ApplicationState::Revoked;
        self.application.as_ref().filter(in_use)
    }
}

/// A request, pending or decided. Nobody but its author sees a draft.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager.
pub async fn review(
    scope: &Scope,
    catalogue: &Catalogue,
    id: RequestId,
) -> Result<Option<Review>, Error> {
    scope.require(Role::ContractManager)?;
    match requests::load(scope.portal.db.reader(), id).await? {
        Some(request) => Ok(view(scope, catalogue, request).await?),
        None => Ok(None),
    }
}

async fn view(
    scope: &Scope,
    catalogue: &Catalogue,
    request: Request,
) -> Result<Option<Review>, DbErr> {
    let db = scope.portal.db.reader();
    let decision = requests::decision_of(db, request.id).await?;
    let people = [
        Some(request.applicant_id),
        decision.as_ref().and_then(|decision| decision.by),
    ];
    let people = accounts::by_ids(db, people.into_iter().flatten()).await?;
    let mut groups = groups::by_ids(db, [request.group_id].into_iter()).await?;
    let (Some(group), Some(contact)) = (
        groups.remove(&request.group_id),
        people.get(&request.applicant_id),
    ) else {
        return Ok(None);
    };
    let (applicant, applicant_locale) = (Applicant::from(contact), contact.locale);
    let earlier_trial = earlier_trial(db, &request).await?;
    let application = match request.kind {
        RequestKind::Access => applications::find(db, request.application_id).await?,
        RequestKind::PlanChange => None,
    };
    let made = application.as_ref().map(|made| made.id);
    let mut keys = credentials::public_keys(db, made.as_slice()).await?;
    let mut open = open_plan_changes(db, made.into_iter()).await?;
    Ok(Some(Review {
        evidence: evidence::gather(scope, catalogue, &group, &applicant, &request).await?,
        api: catalogue::api_of(scope, catalogue, request.api_id).await?,
        public_key: made.and_then(|id| keys.remove(&id)),
        open_plan_change: made.and_then(|id| open.remove(&id)),
        recent_calls: match made {
            Some(id) => usage::recent_calls(scope, id).await?,
            None => 0,
        },
        conflict: party::conflict(db, scope, (&request).into()).await?,
        is_covered: party::is_covered(db, scope, request.api_id, (&request).into()).await?,
        assignee: assign::assignee_of(db, &request).await?,
        deciders: assign::deciders(db, scope, request.api_id, &group.cnpj).await?,
        waiting: waiting(
            scope,
            &request,
            &requests::pauses(db, scope, &[request.id]).await?,
        ),
        plan_change: plan_change::of(scope, catalogue, &request).await?,
        earlier_trial_use: match &earlier_trial {
            Some(trial) => trial_use_of(scope, trial).await?,
            None => None,
        },
        earlier_trial,
        inquiries: requests::inquiries(scope, request.id).await?,
        notes: note::notes(db, scope, &request).await?,
        saved_reasons: saved_reason::all(db).await?,
        conditions: match made {
            Some(id) => applications::conditions(db, id).await?,
            None => None,
        },
        applicant_locale,
        history: history(db, &request, decision.as_ref()).await?,
        decision: decision.map(|decision| named(decision, &people)),
        application,
        request,
        group,
        applicant,
    }))
}

fn named(decision: Decision, people: &HashMap<AccountId, Contact>) -> DecisionView {
    DecisionView {
        outcome: decision.outcome,
        at: decision.at,
        by: decision
            .by
            .and_then(|id| people.get(&id))
            .map(Contact::full_name),
        said: decision.said,
    }
}

async fn trial_use_of(scope: &Scope, trial: &EarlierTrial) -> Result<Option<TrialUse>, DbErr> {
    let quota = usage::quota_use(scope, QuotaId(trial.id.0)).await?;
    Ok(quota.map(|quota| TrialUse {
        used: quota.used,
        calls: quota.calls,
    }))
}

async fn earlier_trial(
    db: &impl ConnectionTrait,
    request: &Request,
) -> Result<Option<EarlierTrial>, DbErr> {
    if request.plan != Plan::Trial {
        return Ok(None);
    }
    let before = Some(request.submitted_at);
    requests::last_trial(db, request.group_id, request.api_id, before).await
}
