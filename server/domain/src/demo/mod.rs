//! Demo content: three APIs, a few made-up companies that request access to them, messages to
//! support, and incidents.

mod apis;
mod content;
mod crowd;
mod incidents;
mod messages;
mod people;
mod requests;
mod teams;

pub use apis::files;
pub use crowd::{Crowd, fill_crowd};
pub use people::DemoAccount;

use crate::{
    Error, Role, Scope, Services,
    accounts::CreateError,
    catalogue::{Catalogue, FileProblem, ImportError},
    from_common,
};

/// The demo accounts and their password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoAccess {
    /// The demo accounts of this portal.
    pub accounts: Vec<DemoAccount>,
    /// The password of each, unless its owner changed it.
    pub password: String,
}

#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error("the demo content is wrong: {0}")]
    Content(#[from] toml::de::Error),
    #[error("the demo catalogue is wrong: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Files(Vec<FileProblem>),
    #[error("the demo catalogue is not taken: {0}")]
    Import(#[from] ImportError),
    #[error("the demo password is wrong: {0}")]
    Password(#[from] values::PasswordError),
    /// The portal has people of its own, whom made-up people must not mix with.
    #[error("the portal has accounts that are not of the demonstration")]
    NotEmpty,
    #[error(transparent)]
    Account(#[from] CreateError),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(DemoError);

/// Adds the demo content that is missing to an empty portal or to one that has the demo accounts.
///
/// # Errors
/// [`DemoError::NotEmpty`] where other accounts are, and no demo accounts; nothing is then added.
/// [`DemoError::Account`] when an account cannot be made, which only the portal itself may do. The
/// rest as [`publish`].
pub async fn fill(scope: &Scope, services: &Services) -> Result<DemoAccess, DemoError> {
    scope.require(Role::Administrator)?;
    let story = content::story()?;
    let accounts = match people::of(scope, &story).await? {
        Some(accounts) => accounts,
        None => people::create(scope, services, &story).await?,
    };
    publish(scope, &services.catalogue).await?;
    requests::fill(scope, services, &story, &accounts).await?;
    requests::save_reasons(scope, &story).await?;
    messages::fill(scope, &story).await?;
    incidents::fill(scope, services, &story).await?;
    Ok(DemoAccess {
        accounts,
        password: story.password,
    })
}

/// Publishes those of the demo APIs that are not in the catalogue.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator, [`DemoError::Files`] and
/// [`DemoError::Import`] when the demo's catalogue is wrong.
pub async fn publish(scope: &Scope, catalogue: &Catalogue) -> Result<(), DemoError> {
    scope.require(Role::Administrator)?;
    apis::import_missing(scope, catalogue).await
}

#[cfg(test)]
mod tests {
    use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

    use super::*;
    use crate::{
        approvals,
        catalogue::{self, ApiState},
        entities::{
            account, api, api_revision, application, group_invitation, incident, inquiry,
            membership, message, permission_group, request, request_decision, sandbox_credential,
            saved_reason,
        },
        testing::{self, TestPortal},
    };

    async fn rows<E: EntityTrait>(test: &TestPortal) -> usize {
        E::find().all(test.portal.db.writer()).await.unwrap().len()
    }

    #[tokio::test]
    async fn an_empty_portal_is_filled_once() {
        let test = testing::portal().await;
        let filled = fill(&test.system(), &test).await.unwrap();
        assert_eq!(filled.accounts.len(), 8);
        assert_eq!(fill(&test.system(), &test).await.unwrap(), filled);
        assert_eq!(rows::<account::Entity>(&test).await, 8);
        assert_eq!(rows::<permission_group::Entity>(&test).await, 4);
        assert_eq!(rows::<request::Entity>(&test).await, 6);
        assert_eq!(rows::<inquiry::Entity>(&test).await, 1);
        assert_eq!(rows::<saved_reason::Entity>(&test).await, 2);
        assert_eq!(rows::<membership::Entity>(&test).await, 5);
        assert_eq!(rows::<group_invitation::Entity>(&test).await, 1);
        assert_eq!(rows::<request_decision::Entity>(&test).await, 1);
        assert_eq!(rows::<application::Entity>(&test).await, 1);
        assert_eq!(rows::<message::Entity>(&test).await, 2);
        assert_eq!(rows::<incident::Entity>(&test).await, 2);
        assert_eq!(test.status.current().all().count(), 2);
        assert_eq!(rows::<sandbox_credential::Entity>(&test).await, 0);
        assert_eq!(test.catalogue.current().published().count(), 3);
        let queue = approvals::queue(&test.system(), &test.catalogue)
            .await
            .unwrap();
        assert_eq!(queue.items.len(), 4);
    }

    #[tokio::test]
    async fn apis_of_an_earlier_schema_get_their_content() {
        let test = testing::portal().await;
        publish(&test.system(), &test.catalogue).await.unwrap();
        let smv = || test.catalogue.current().by_slug("smv");
        let id = smv().unwrap().id;
        let db = test.portal.db.writer();
        for row in api::Entity::find().all(db).await.unwrap() {
            let mut row = row.into_active_model();
            row.state = Set(ApiState::Draft);
            row.published_id = Set(None);
            row.update(db).await.unwrap();
        }
        api_revision::Entity::delete_many().exec(db).await.unwrap();
        test.catalogue.refresh(&test.portal.db).await.unwrap();
        assert!(smv().is_none());
        publish(&test.system(), &test.catalogue).await.unwrap();
        assert_eq!(smv().unwrap().id, id);
    }

    #[tokio::test]
    async fn what_an_owner_changed_stays() {
        let test = testing::portal().await;
        publish(&test.system(), &test.catalogue).await.unwrap();
        let smv = || test.catalogue.current().by_slug("smv").unwrap();
        let own = smv().openapi.as_deref().unwrap().replace("1.0.0", "9.9.9");
        catalogue::set_document(&test.system(), &test.catalogue, "smv", own.clone(), None)
            .await
            .unwrap();
        publish(&test.system(), &test.catalogue).await.unwrap();
        assert_eq!(smv().openapi.as_deref(), Some(own.as_str()));
    }

    #[tokio::test]
    async fn a_portal_with_people_of_its_own_gets_nothing() {
        let test = testing::portal().await;
        test.person("ana.souza@bancoexemplo.com.br", &[]).await;
        let refused = fill(&test.system(), &test).await;
        assert!(matches!(refused, Err(DemoError::NotEmpty)));
        assert_eq!(rows::<account::Entity>(&test).await, 1);
        assert_eq!(rows::<permission_group::Entity>(&test).await, 0);
        assert_eq!(rows::<api::Entity>(&test).await, 0);
    }

    #[tokio::test]
    async fn people_who_come_to_a_demo_portal_leave_it_one() {
        let test = testing::portal().await;
        let filled = fill(&test.system(), &test).await.unwrap();
        test.person("visitante@empresa.com.br", &[]).await;
        assert_eq!(fill(&test.system(), &test).await.unwrap(), filled);
    }
}
