//! A client: an application with its credential, as the gateway needs it.

use sea_orm::DbErr;

use crate::{
    Portal,
    applications::{self, Validity},
    catalogue::Plan,
    clock::Timestamp,
    credentials::{self, PublicKey, SecretHash},
    groups,
    ids::{ApiId, ApplicationId, GroupId, SecretId},
    requests::{self, Status},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientKind {
    /// The credential of an approved application.
    Application,
    /// A sandbox credential, which works while the request is pending, too.
    Sandbox,
}

#[derive(Clone, Debug)]
pub struct Client {
    pub kind: ClientKind,
    pub public_key: PublicKey,
    pub application: ApplicationId,
    pub application_name: String,
    pub group: GroupId,
    /// The legal name of the company.
    pub organization_name: String,
    pub developer_email: String,
    pub api: ApiId,
    pub plan: Plan,
    pub status: Status,
    /// Since when it is on its plan.
    pub plan_since: Option<Timestamp>,
    /// When its contract runs.
    pub validity: Validity,
    /// Calls instead of those of its plan.
    pub quota: Option<u32>,
    /// The secrets, the newest first.
    pub(super) secrets: Vec<SecretHash>,
}

impl Client {
    /// Whether its application may call at all. One whose contract is over may not, also before the
    /// portal has suspended it.
    #[must_use]
    pub fn is_active(&self, now: Timestamp) -> bool {
        match self.kind {
            ClientKind::Application => {
                self.status == Status::Approved && !self.validity.has_ended(now)
            }
            ClientKind::Sandbox => credentials::sandbox_is_open(self.status),
        }
    }

    /// Whether the contract of its application has begun. Test keys are there before it.
    #[must_use]
    pub fn has_begun(&self, now: Timestamp) -> bool {
        self.kind == ClientKind::Sandbox || self.validity.has_begun(now)
    }

    /// The secret that its programs should use.
    pub(crate) fn newest_secret(&self, now: Timestamp) -> Option<SecretId> {
        let mut active = self.secrets.iter().filter(|secret| secret.is_active(now));
        active.next().map(|secret| secret.id)
    }

    /// The only secret of a sandbox credential.
    pub(crate) fn sandbox_secret(&self) -> Option<SecretId> {
        let only = self.secrets.first().map(|secret| secret.id);
        only.filter(|_| self.kind == ClientKind::Sandbox)
    }

    pub(super) fn has_active_secret(&self, id: SecretId, now: Timestamp) -> bool {
        let mut active = self.secrets.iter().filter(|secret| secret.is_active(now));
        active.any(|secret| secret.id == id)
    }
}

/// Reads the client of a public key from the database.
pub(super) async fn load(portal: &Portal, key: &PublicKey) -> Result<Option<Client>, DbErr> {
    let db = portal.db.reader();
    let Some((owner, secrets)) = credentials::find_key(db, key).await? else {
        return Ok(None);
    };
    let kind = if owner.sandbox {
        ClientKind::Sandbox
    } else {
        ClientKind::Application
    };
    describe(portal, kind, key, owner.application, secrets).await
}

async fn describe(
    portal: &Portal,
    kind: ClientKind,
    key: &PublicKey,
    id: ApplicationId,
    secrets: Vec<SecretHash>,
) -> Result<Option<Client>, DbErr> {
    let db = portal.db.reader();
    let Some(facts) = facts(portal, id).await? else {
        return Ok(None);
    };
    let mut groups = groups::by_ids(db, [facts.group].into_iter()).await?;
    Ok(groups.remove(&facts.group).map(|group| Client {
        kind,
        public_key: key.clone(),
        application: id,
        application_name: facts.name,
        group: group.id,
        organization_name: group.legal_name,
        developer_email: group.email.to_string(),
        api: facts.api,
        plan: facts.plan,
        status: facts.status,
        plan_since: facts.plan_since,
        validity: facts.validity,
        quota: facts.quota,
        secrets,
    }))
}

/// The data of a client, from its application or its pending request.
struct Facts {
    name: String,
    group: GroupId,
    api: ApiId,
    plan: Plan,
    status: Status,
    plan_since: Option<Timestamp>,
    validity: Validity,
    quota: Option<u32>,
}

async fn facts(portal: &Portal, id: ApplicationId) -> Result<Option<Facts>, DbErr> {
    let db = portal.db.reader();
    if let Some(application) = applications::find(db, id).await? {
        let plan_since = applications::plan_since(db, &application).await?;
        let conditions = applications::conditions(db, id).await?;
        let zone = portal.settings.time_zone;
        let validity = conditions.as_ref().map(|it| it.validity(zone));
        return Ok(Some(Facts {
            name: application.name,
            group: application.group_id,
            api: application.api_id,
            plan: application.plan,
            status: application.state.into(),
            plan_since: Some(plan_since),
            validity: validity.unwrap_or_default(),
            quota: conditions.and_then(|it| it.quota()),
        }));
    }
    let request = requests::load(db, id.request()).await?;
    Ok(request.map(|request| Facts {
        name: request.name,
        group: request.group_id,
        api: request.api_id,
        plan: request.plan,
        status: request.state.into(),
        plan_since: None,
        validity: Validity::default(),
        quota: None,
    }))
}
