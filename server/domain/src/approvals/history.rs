//! The history of a request and its application, from the rows that keep it.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, DbErr};

use crate::{
    accounts,
    applications::{self, ApplicationEvent},
    clock::Timestamp,
    ids::{AccountId, RequestId},
    requests::{self, Decision, Inquiry, InquiryOutcome, Request, RequestKind, RequestState},
};

const MAX_EVENTS: u64 = 50;

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryEvent {
    Submitted,
    Approved,
    Rejected,
    Cancelled,
    /// The request with this number changed the plan.
    PlanChanged(String),
    Suspended,
    Resumed,
    Revoked,
    /// The last day of the contract was over.
    ContractEnded,
    ConditionsChanged,
    /// A manager asked the applicant something.
    Asked,
    Answered,
    /// A manager took a question back.
    Withdrawn,
}

/// One entry of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    pub at: Timestamp,
    pub event: HistoryEvent,
    /// The actor's name; `None` for the portal itself.
    pub by: Option<String>,
    /// Whether the actor had made the request or belonged to its group.
    pub by_party: bool,
    pub said: Option<String>,
}

/// An entry whose actor's name is not known yet.
struct Occurrence {
    at: Timestamp,
    event: HistoryEvent,
    by: Option<AccountId>,
    by_party: bool,
    said: Option<String>,
}

/// The history, the latest first.
pub(super) async fn history(
    db: &impl ConnectionTrait,
    request: &Request,
    decision: Option<&Decision>,
) -> Result<Vec<HistoryEntry>, DbErr> {
    let mut occurrences = Vec::new();
    if request.kind == RequestKind::Access {
        let done = applications::history(db, request.application_id, MAX_EVENTS).await?;
        occurrences.extend(done.into_iter().map(Occurrence::from));
        occurrences.extend(plan_changes(db, request.id).await?);
    }
    occurrences.extend(decision.map(decided));
    let asked = requests::inquiries_of(db, request.id).await?;
    occurrences.extend(asked.iter().rev().flat_map(inquired));
    occurrences.push(submission(request));
    occurrences.sort_by_key(|event| std::cmp::Reverse(event.at));
    let actors = occurrences.iter().filter_map(|event| event.by);
    let names = accounts::names(db, actors).await?;
    Ok(occurrences
        .into_iter()
        .map(|event| event.named(&names))
        .collect())
}

fn submission(request: &Request) -> Occurrence {
    Occurrence {
        at: request.submitted_at,
        event: HistoryEvent::Submitted,
        by: Some(request.applicant_id),
        by_party: false,
        said: None,
    }
}

/// A question, and what became of it. What was said stands with the question itself.
fn inquired(inquiry: &Inquiry) -> impl Iterator<Item = Occurrence> + use<> {
    let asked = Occurrence {
        at: inquiry.asked_at,
        event: HistoryEvent::Asked,
        by: Some(inquiry.asked_by),
        by_party: false,
        said: None,
    };
    let event = match inquiry.outcome {
        Some(InquiryOutcome::Answered) => Some(HistoryEvent::Answered),
        Some(InquiryOutcome::Withdrawn) => Some(HistoryEvent::Withdrawn),
        // The decision that closed it is told by itself.
        Some(InquiryOutcome::Closed) | None => None,
    };
    let ended = inquiry.ended_at.zip(event).map(|(at, event)| Occurrence {
        at,
        event,
        by: inquiry.ended_by,
        by_party: false,
        said: None,
    });
    [ended, Some(asked)].into_iter().flatten()
}

fn decided(decision: &Decision) -> Occurrence {
    Occurrence {
        at: decision.at,
        event: match decision.outcome {
            RequestState::Rejected => HistoryEvent::Rejected,
            RequestState::Cancelled => HistoryEvent::Cancelled,
            RequestState::Pending | RequestState::AwaitingApplicant | RequestState::Approved => {
                HistoryEvent::Approved
            }
        },
        by: decision.by,
        by_party: decision.by_party,
        said: decision.said.clone(),
    }
}

async fn plan_changes(db: &impl ConnectionTrait, id: RequestId) -> Result<Vec<Occurrence>, DbErr> {
    let ids = applications::plan_changes(db, id.application()).await?;
    let mut numbers = requests::numbers(db, &ids).await?;
    let decisions = requests::decisions_of(db, ids.into_iter()).await?;
    let occurrences = decisions.into_iter().map(|(id, decision)| Occurrence {
        at: decision.at,
        event: HistoryEvent::PlanChanged(numbers.remove(&id).unwrap_or_default()),
        by: decision.by,
        by_party: decision.by_party,
        said: None,
    });
    Ok(occurrences.collect())
}

impl From<applications::ApplicationHistoryEntry> for Occurrence {
    fn from(entry: applications::ApplicationHistoryEntry) -> Self {
        Self {
            at: entry.at,
            event: match entry.event {
                ApplicationEvent::Suspend => HistoryEvent::Suspended,
                ApplicationEvent::Resume => HistoryEvent::Resumed,
                ApplicationEvent::Revoke => HistoryEvent::Revoked,
                ApplicationEvent::ContractEnd => HistoryEvent::ContractEnded,
                ApplicationEvent::ConditionsChange => HistoryEvent::ConditionsChanged,
            },
            by: entry.by,
            by_party: entry.by_party,
            said: entry.said,
        }
    }
}

impl Occurrence {
    fn named(self, names: &HashMap<AccountId, String>) -> HistoryEntry {
        HistoryEntry {
            at: self.at,
            event: self.event,
            by: self.by.and_then(|id| names.get(&id).cloned()),
            by_party: self.by_party,
            said: self.said,
        }
    }
}
