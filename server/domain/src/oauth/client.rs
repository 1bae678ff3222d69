//! What is known of a client: an application with its credential, as a call needs it.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::{
    applications,
    catalogue::Plan,
    clock::Timestamp,
    credentials::{self, PublicKey},
    entities::{credential, sandbox_credential, secret},
    groups,
    ids::{ApiId, ApplicationId, GroupId, SecretId},
    requests::{self, Status},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientKind {
    /// An approved application's own credential.
    Application,
    /// Good for the sandbox alone, also while the application waits for its approval.
    Sandbox,
}

#[derive(Clone, Debug)]
pub struct Client {
    pub kind: ClientKind,
    pub public_key: PublicKey,
    pub application: ApplicationId,
    pub application_name: String,
    pub group: GroupId,
    /// The company.
    pub organization_name: String,
    pub developer_email: String,
    pub api: ApiId,
    pub plan: Plan,
    pub status: Status,
    /// When its Trial began.
    pub approved_at: Option<Timestamp>,
    /// The newest first.
    pub(super) secrets: Vec<Secret>,
}

/// What a key that comes with a call is compared with.
#[derive(Clone, Debug)]
pub(super) struct Secret {
    pub id: SecretId,
    pub hash: Vec<u8>,
    pub expires_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

impl Secret {
    pub fn is_active(&self, now: Timestamp) -> bool {
        credentials::is_active(self.revoked_at, self.expires_at, now)
    }
}

impl Client {
    /// Whether its application may call at all.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        match self.kind {
            ClientKind::Application => matches!(self.status, Status::Approved),
            ClientKind::Sandbox => credentials::sandbox_is_open(self.status),
        }
    }

    /// The one that its programs should use.
    pub(crate) fn newest_secret(&self, now: Timestamp) -> Option<SecretId> {
        let mut active = self.secrets.iter().filter(|secret| secret.is_active(now));
        active.next().map(|secret| secret.id)
    }

    /// The only secret of a credential for the sandbox.
    pub(crate) fn sandbox_secret(&self) -> Option<SecretId> {
        let only = self.secrets.first().map(|secret| secret.id);
        only.filter(|_| self.kind == ClientKind::Sandbox)
    }

    pub(super) fn has_active_secret(&self, id: SecretId, now: Timestamp) -> bool {
        let mut active = self.secrets.iter().filter(|secret| secret.is_active(now));
        active.any(|secret| secret.id == id)
    }
}

/// The client of a public key, as the database knows it now.
pub(super) async fn load(
    db: &impl ConnectionTrait,
    key: &PublicKey,
) -> Result<Option<Client>, DbErr> {
    let found = credential::Entity::find()
        .filter(credential::Column::PublicKey.eq(key.clone()))
        .one(db)
        .await?;
    if let Some(credential) = found {
        let secrets = credentials::secrets_in(db, credential.id).await?;
        let secrets = secrets.into_iter().map(Secret::from).collect();
        let kind = ClientKind::Application;
        return describe(db, kind, key, credential.application_id, secrets).await;
    }
    let found = sandbox_credential::Entity::find()
        .filter(sandbox_credential::Column::PublicKey.eq(key.clone()))
        .one(db)
        .await?;
    let Some(credential) = found else {
        return Ok(None);
    };
    let application = credential.application_id;
    let secrets = vec![Secret::from(credential)];
    describe(db, ClientKind::Sandbox, key, application, secrets).await
}

async fn describe(
    db: &impl ConnectionTrait,
    kind: ClientKind,
    key: &PublicKey,
    id: ApplicationId,
    secrets: Vec<Secret>,
) -> Result<Option<Client>, DbErr> {
    let Some(facts) = facts(db, id).await? else {
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
        approved_at: facts.approved_at,
        secrets,
    }))
}

/// What a client is told from, whether its application is approved yet or not.
struct Facts {
    name: String,
    group: GroupId,
    api: ApiId,
    plan: Plan,
    status: Status,
    approved_at: Option<Timestamp>,
}

async fn facts(db: &impl ConnectionTrait, id: ApplicationId) -> Result<Option<Facts>, DbErr> {
    if let Some(application) = applications::find(db, id).await? {
        return Ok(Some(Facts {
            name: application.name,
            group: application.group_id,
            api: application.api_id,
            plan: application.plan,
            status: application.state.into(),
            approved_at: Some(application.approved_at),
        }));
    }
    let request = requests::load(db, id.request()).await?;
    Ok(request.map(|request| Facts {
        name: request.name,
        group: request.group_id,
        api: request.api_id,
        plan: request.plan,
        status: request.state.into(),
        approved_at: None,
    }))
}

impl From<secret::Model> for Secret {
    fn from(row: secret::Model) -> Self {
        Self {
            id: row.id,
            hash: row.hash,
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
        }
    }
}

impl From<sandbox_credential::Model> for Secret {
    fn from(row: sandbox_credential::Model) -> Self {
        Self {
            id: row.id,
            hash: row.hash,
            expires_at: None,
            revoked_at: None,
        }
    }
}
