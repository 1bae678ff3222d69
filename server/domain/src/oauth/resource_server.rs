//! Resource servers: gateways of the portal's owner before an API, which ask about tokens.

use std::{
    collections::HashMap,
    io,
    sync::{Arc, PoisonError, RwLock},
};

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    Set, sea_query::Expr,
};

use crate::{
    Error, Portal, Role, Scope,
    audit::{self, Action, Subject},
    changes,
    clock::Timestamp,
    credentials::{PublicKey, SecretKey},
    db::{Transaction, is_duplicate},
    entities::resource_server,
    from_common,
    ids::ResourceServerId,
    vocabulary::ChangeKind,
};

/// A resource server that may ask about tokens.
#[derive(Clone, Debug)]
pub struct ActiveResourceServer {
    pub id: ResourceServerId,
    pub name: String,
    pub(super) hash: Vec<u8>,
}

/// A resource server as an administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceServer {
    pub name: String,
    pub public_key: PublicKey,
    pub created_at: Timestamp,
    pub revoked_at: Option<Timestamp>,
}

/// The keys of a new resource server. The secret key is shown only once.
#[derive(Clone, Debug)]
pub struct NewResourceServer {
    pub public_key: PublicKey,
    pub secret_key: SecretKey,
}

#[derive(Debug, thiserror::Error)]
pub enum ResourceServerError {
    #[error("a gateway of this name is there already")]
    NameTaken,
    #[error("its keys cannot be shown: {0}")]
    NotShown(io::Error),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ResourceServerError);

/// All resource servers that may ask; there are few.
#[derive(Default)]
pub struct Servers(RwLock<Arc<HashMap<PublicKey, Arc<ActiveResourceServer>>>>);

impl Servers {
    pub fn find(&self, key: &PublicKey) -> Option<Arc<ActiveResourceServer>> {
        let servers = self.0.read().unwrap_or_else(PoisonError::into_inner);
        servers.get(key).cloned()
    }

    pub fn replace(&self, servers: HashMap<PublicKey, Arc<ActiveResourceServer>>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(servers);
    }
}

pub(super) async fn load(
    portal: &Portal,
) -> Result<HashMap<PublicKey, Arc<ActiveResourceServer>>, DbErr> {
    let rows = resource_server::Entity::find()
        .filter(resource_server::Column::RevokedAt.is_null())
        .all(portal.db.reader())
        .await?;
    let known = |row: resource_server::Model| {
        let known = ActiveResourceServer {
            id: row.id,
            name: row.name,
            hash: row.hash,
        };
        (row.public_key, Arc::new(known))
    };
    Ok(rows.into_iter().map(known).collect())
}

/// Adds a resource server after its keys were shown, as a key that nobody saw must not work. The
/// database is not locked while they are shown.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator,
/// [`ResourceServerError::NameTaken`] while another one has the name,
/// [`ResourceServerError::NotShown`] when `show` fails; nothing is added then.
pub async fn add_resource_server(
    scope: &Scope,
    name: &str,
    show: impl FnOnce(&NewResourceServer) -> io::Result<()>,
) -> Result<NewResourceServer, ResourceServerError> {
    scope.require(Role::Administrator)?;
    if active(scope.portal.db.reader(), name).await?.is_some() {
        return Err(ResourceServerError::NameTaken);
    }
    let random = scope.portal.random.as_ref();
    let keys = NewResourceServer {
        public_key: PublicKey::generate(random),
        secret_key: SecretKey::generate(random),
    };
    show(&keys).map_err(ResourceServerError::NotShown)?;
    let id: ResourceServerId = scope.portal.new_id();
    let transaction = scope.portal.db.begin().await?;
    let row = resource_server::ActiveModel {
        id: Set(id),
        name: Set(name.to_owned()),
        public_key: Set(keys.public_key.clone()),
        hash: Set(keys.secret_key.hash().to_vec()),
        created_at: Set(scope.now()),
        revoked_at: Set(None),
    };
    row.insert(&transaction).await.map_err(taken)?;
    commit(transaction, scope, Action::ResourceServerAdded, id).await?;
    Ok(keys)
}

async fn active(
    connection: &impl ConnectionTrait,
    name: &str,
) -> Result<Option<resource_server::Model>, DbErr> {
    resource_server::Entity::find()
        .filter(resource_server::Column::Name.eq(name))
        .filter(resource_server::Column::RevokedAt.is_null())
        .one(connection)
        .await
}

fn taken(error: DbErr) -> ResourceServerError {
    if is_duplicate(&error) {
        ResourceServerError::NameTaken
    } else {
        error.into()
    }
}

/// Revokes a resource server, on every instance within a second.
///
/// # Errors
/// [`Error::NotFound`] when no active one has this name,
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn revoke_resource_server(scope: &Scope, name: &str) -> Result<(), ResourceServerError> {
    scope.require(Role::Administrator)?;
    let transaction = scope.portal.db.begin().await?;
    let found = active(&transaction, name).await?;
    let id = found.ok_or(Error::NotFound("no such gateway"))?.id;
    resource_server::Entity::update_many()
        .col_expr(resource_server::Column::RevokedAt, Expr::value(scope.now()))
        .filter(resource_server::Column::Id.eq(id))
        .exec(&transaction)
        .await?;
    commit(transaction, scope, Action::ResourceServerRevoked, id).await?;
    Ok(())
}

async fn commit(
    transaction: Transaction,
    scope: &Scope,
    action: Action,
    id: ResourceServerId,
) -> Result<(), DbErr> {
    audit::record(&transaction, scope, action, Subject::ResourceServer(id)).await?;
    changes::commit(transaction, scope, &[(ChangeKind::ResourceServer, id.0)]).await
}

/// All resource servers, revoked ones included, by name.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn resource_servers(scope: &Scope) -> Result<Vec<ResourceServer>, ResourceServerError> {
    scope.require(Role::Administrator)?;
    let rows = resource_server::Entity::find()
        .order_by_asc(resource_server::Column::Name)
        .all(scope.portal.db.reader())
        .await?;
    let view = |row: resource_server::Model| ResourceServer {
        name: row.name,
        public_key: row.public_key,
        created_at: row.created_at,
        revoked_at: row.revoked_at,
    };
    Ok(rows.into_iter().map(view).collect())
}
