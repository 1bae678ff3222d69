//! The history of a group, for its owners: who revealed, rotated, invited and requested, and what
//! staff did. It is read from the audit trail.

use std::{cmp::Reverse, collections::HashMap};

use sea_orm::DbErr;

use crate::{
    Cursor, Error, Page, Scope, accounts, applications,
    audit::{self, Action, PastEvent, Subject},
    clock::Timestamp,
    groups::{self, GroupRight, MemberRole, invitations},
    ids::{AccountId, ApplicationId, GroupId, InvitationId, RequestId},
    requests, webhooks,
};

/// The number of entries on a page.
const PAGE: usize = 50;

/// What staff does among themselves about a group's requests.
const INTERNAL: [Action; 4] = [
    Action::NoteAdded,
    Action::NoteDeleted,
    Action::RequestAssigned,
    Action::RequestReleased,
];

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    pub at: Timestamp,
    pub action: Action,
    pub actor: HistoryActor,
    pub about: HistorySubject,
    /// The name or address of whom it was done to.
    pub whom: Option<String>,
    /// Their roles before and after.
    pub roles: Option<(MemberRole, MemberRole)>,
    cursor: Cursor,
}

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryActor {
    Person(String),
    /// Somebody of the portal's staff, whose name the group need not know.
    Staff,
    /// The portal itself, or somebody who was not signed in.
    Nobody,
}

/// What it was done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistorySubject {
    Group,
    /// By its number.
    Request(String),
    /// By its name.
    Application(String),
    Webhook,
}

/// A page of what was done to a group, its requests, its applications and its webhooks, the latest
/// first, for its owners.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no owner, [`Error::NotFound`] for whoever does not belong to
/// the group.
pub async fn history(
    scope: &Scope,
    group: GroupId,
    after: Option<Cursor>,
) -> Result<Page<HistoryEntry>, Error> {
    let db = scope.portal.db.reader();
    groups::require(db, scope, group, GroupRight::Manage).await?;
    let mut events = Vec::new();
    for (kind, subjects) in [
        (Kind::Group, groups::id_query(group)),
        (Kind::Request, requests::ids_of_group(group)),
        (Kind::Application, applications::ids_of_group(group)),
        (Kind::Webhook, webhooks::ids_of_group(group)),
    ] {
        let limit = PAGE as u64 + 1;
        let found =
            audit::of_subjects(db, (kind.name(), subjects), &INTERNAL, after, limit).await?;
        events.extend(found.into_iter().map(|event| (kind, event)));
    }
    events.sort_unstable_by_key(|(_, event)| Reverse((event.at, event.id)));
    events.truncate(PAGE + 1);
    let names = Names::of(scope, &events).await?;
    let entries = events
        .into_iter()
        .map(|(kind, event)| names.entry(kind, &event));
    Ok(Page::of(entries.collect(), PAGE, |entry| entry.cursor))
}

/// The kinds of subjects that a group has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Group,
    Request,
    Application,
    Webhook,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Group => Subject::GROUP,
            Self::Request => Subject::REQUEST,
            Self::Application => Subject::APPLICATION,
            Self::Webhook => Subject::WEBHOOK,
        }
    }
}

/// What the identifiers of a page are called.
struct Names {
    people: HashMap<AccountId, String>,
    invited: HashMap<InvitationId, String>,
    requests: HashMap<RequestId, String>,
    applications: HashMap<ApplicationId, String>,
}

impl Names {
    async fn of(scope: &Scope, events: &[(Kind, PastEvent)]) -> Result<Self, DbErr> {
        let db = scope.portal.db.reader();
        let actors = events.iter().filter_map(|(_, event)| event.actor_id);
        let whom = events.iter().filter_map(|(_, event)| account_of(event));
        let invited = events.iter().filter_map(|(_, event)| invitation_of(event));
        let invited: Vec<_> = invited.collect();
        let of = |kind| {
            let these = events.iter().filter(move |(it, _)| *it == kind);
            these.map(|(_, event)| event.subject_id)
        };
        let requests: Vec<_> = of(Kind::Request).map(RequestId).collect();
        let applications = of(Kind::Application).map(ApplicationId);
        let applications = applications::by_ids(db, applications).await?.into_iter();
        Ok(Self {
            people: accounts::names(db, actors.chain(whom)).await?,
            invited: invitations::addresses(db, &invited).await?,
            requests: requests::numbers(db, &requests).await?,
            applications: applications.map(|(id, it)| (id, it.name)).collect(),
        })
    }

    fn entry(&self, kind: Kind, event: &PastEvent) -> HistoryEntry {
        let account = account_of(event).and_then(|id| self.people.get(&id));
        let invited = invitation_of(event).and_then(|id| self.invited.get(&id));
        HistoryEntry {
            at: event.at,
            action: event.action,
            actor: self.actor(event),
            about: self.about(kind, event),
            whom: account.or(invited).cloned(),
            roles: roles_of(event),
            cursor: event.cursor(),
        }
    }

    fn actor(&self, event: &PastEvent) -> HistoryActor {
        let Some(id) = event.actor_id else {
            return HistoryActor::Nobody;
        };
        if is_by_staff(event.action) {
            return HistoryActor::Staff;
        }
        let name = self.people.get(&id).cloned();
        name.map_or(HistoryActor::Nobody, HistoryActor::Person)
    }

    fn about(&self, kind: Kind, event: &PastEvent) -> HistorySubject {
        let id = event.subject_id;
        match kind {
            Kind::Group => HistorySubject::Group,
            Kind::Webhook => HistorySubject::Webhook,
            Kind::Request => {
                let number = self.requests.get(&RequestId(id));
                HistorySubject::Request(number.cloned().unwrap_or_default())
            }
            Kind::Application => {
                let name = self.applications.get(&ApplicationId(id));
                HistorySubject::Application(name.cloned().unwrap_or_default())
            }
        }
    }
}

const fn is_by_staff(action: Action) -> bool {
    matches!(
        action,
        Action::RequestApproved
            | Action::RequestRejected
            | Action::ApplicationSuspended
            | Action::ApplicationResumed
            | Action::ApplicationRevoked
            | Action::PlanChanged
            | Action::DecidedOnOwn
            | Action::InformationRequested
            | Action::InformationWithdrawn
            | Action::ConditionsSet
            | Action::ConditionsChanged
            | Action::HandoverProposed
            | Action::HandoverConfirmed
            | Action::HandoverWithdrawn
    )
}

/// The account that an event is about beside its subject.
fn account_of(event: &PastEvent) -> Option<AccountId> {
    let has_one = matches!(
        event.action,
        Action::InvitationAccepted
            | Action::MemberRoleChanged
            | Action::MemberRemoved
            | Action::MemberLeft
            | Action::OwnershipHandedOver
            | Action::HandoverProposed
            | Action::HandoverConfirmed
            | Action::HandoverWithdrawn
    );
    let details = event.details.as_deref().filter(|_| has_one)?;
    details.split(' ').next()?.parse().ok()
}

fn invitation_of(event: &PastEvent) -> Option<InvitationId> {
    let has_one = matches!(
        event.action,
        Action::InvitationSent
            | Action::InvitationResent
            | Action::InvitationWithdrawn
            | Action::InvitationDeclined
    );
    let details = event.details.as_deref().filter(|_| has_one)?;
    details.parse().ok()
}

fn roles_of(event: &PastEvent) -> Option<(MemberRole, MemberRole)> {
    if event.action != Action::MemberRoleChanged {
        return None;
    }
    let mut words = event.details.as_deref()?.split(' ').skip(1);
    Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?))
}
