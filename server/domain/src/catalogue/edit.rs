//! Changes rows of the catalogue, one change at a time: whoever begins waits for those before.

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, Set,
};

use super::{ApiContent, ApiState, advance, attachment, search::index, stored};
use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    db::Transaction,
    entities::{api, api_revision},
    ids::{ApiId, ApiRevisionId},
    jobs::{self, News},
};

/// The day that it is where the portal is.
pub(super) fn today(scope: &Scope) -> NaiveDate {
    let now = scope.now();
    now.with_timezone(&scope.portal.settings.time_zone)
        .date_naive()
}

/// A change of the catalogue in a transaction of its own.
pub(super) struct Edit<'a> {
    pub scope: &'a Scope,
    pub transaction: Transaction,
}

impl<'a> Edit<'a> {
    /// # Errors
    /// [`Error::Forbidden`] for whoever is no administrator.
    pub async fn begin(scope: &'a Scope) -> Result<Self, Error> {
        scope.require(Role::Administrator)?;
        let transaction = scope.portal.db.begin().await?;
        // The counter's row is locked from here on.
        advance(&transaction).await?;
        Ok(Self { scope, transaction })
    }

    /// The day that it is where the portal is.
    pub fn today(&self) -> NaiveDate {
        today(self.scope)
    }

    pub async fn find(&self, slug: &str) -> Result<Option<api::Model>, DbErr> {
        api::Entity::find()
            .filter(api::Column::Slug.eq(slug))
            .one(&self.transaction)
            .await
    }

    /// The API with this slug.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn get(&self, slug: &str) -> Result<api::Model, Error> {
        let found = self.find(slug).await?;
        found.ok_or(Error::NotFound("no such API"))
    }

    pub async fn content(&self, id: ApiRevisionId) -> Result<ApiContent, DbErr> {
        stored::content(&self.transaction, id).await
    }

    /// What was written of an API last: its draft, or what readers see where it has none.
    pub async fn written(&self, api: &api::Model) -> Result<ApiContent, DbErr> {
        match api.draft_id.or(api.published_id) {
            Some(id) => self.content(id).await,
            None => Ok(ApiContent::default()),
        }
    }

    /// Adds an API without any content.
    pub async fn add(&self, slug: &str) -> Result<api::Model, DbErr> {
        let row = api::ActiveModel {
            id: Set(self.scope.portal.new_id()),
            slug: Set(slug.to_owned()),
            state: Set(ApiState::Draft),
            published_id: Set(None),
            draft_id: Set(None),
            sunset_on: Set(None),
            deprecated_at: Set(None),
            successor: Set(None),
            updated_at: Set(self.scope.now()),
        };
        row.insert(&self.transaction).await
    }

    /// Writes a content as the draft of an API, over an earlier draft.
    pub async fn save_draft(
        &self,
        api: &mut api::Model,
        content: &ApiContent,
    ) -> Result<(), DbErr> {
        let text = stored::text(content)?;
        if let Some(id) = api.draft_id {
            let before = self.content(id).await?;
            let draft = api_revision::ActiveModel {
                id: Set(id),
                content: Set(text),
                author_id: Set(self.scope.account_id()),
                changed_at: Set(self.scope.now()),
                ..Default::default()
            };
            draft.update(&self.transaction).await?;
            self.forget_files(api.id, &before).await?;
            return self.record(Action::ApiDrafted, api.id, None).await;
        }
        let draft = api_revision::ActiveModel {
            id: Set(self.scope.portal.new_id()),
            api_id: Set(api.id),
            number: Set(self.next_number(api.id).await?),
            content: Set(text),
            author_id: Set(self.scope.account_id()),
            changed_at: Set(self.scope.now()),
            published_at: Set(None),
        };
        let draft = draft.insert(&self.transaction).await?;
        api.draft_id = Some(draft.id);
        self.record(Action::ApiDrafted, api.id, None).await
    }

    /// Lets readers see the draft of an API from now on. Its state becomes one that readers see.
    pub async fn publish(&self, api: &mut api::Model) -> Result<(), DbErr> {
        let Some(id) = api.draft_id.take() else {
            return Ok(());
        };
        let published = api_revision::ActiveModel {
            id: Set(id),
            published_at: Set(Some(self.scope.now())),
            ..Default::default()
        };
        let published = published.update(&self.transaction).await?;
        let before = api.published_id.replace(id);
        let content = stored::parse(&published.content)?;
        if let Some(before) = before.filter(|_| api.state.is_open())
            && self.content(before).await?.version != content.version
        {
            let (api, revision) = (api.id, id);
            self.announce(News::VersionPublished { api, revision })
                .await?;
        }
        index::write(&self.transaction, api, &content).await?;
        if api.state == ApiState::Draft {
            api.state = ApiState::Published;
        }
        let details = format!("revision {}", published.number);
        self.record(Action::ApiPublished, api.id, Some(details))
            .await
    }

    /// Throws the draft of an API away.
    pub async fn drop_draft(&self, api: &mut api::Model) -> Result<(), DbErr> {
        if let Some(id) = api.draft_id.take() {
            let content = self.content(id).await?;
            let revision = api_revision::Entity::delete_by_id(id);
            revision.exec(&self.transaction).await?;
            self.forget_files(api.id, &content).await?;
        }
        Ok(())
    }

    /// Deletes the files of a content that no revision names any more.
    async fn forget_files(&self, api: ApiId, content: &ApiContent) -> Result<(), DbErr> {
        attachment::forget(&self.transaction, api, content.attachments()).await
    }

    /// Takes an API that was never published out of the catalogue, with all that was written of it.
    pub async fn remove(&self, id: ApiId) -> Result<(), DbErr> {
        let revisions =
            api_revision::Entity::delete_many().filter(api_revision::Column::ApiId.eq(id));
        revisions.exec(&self.transaction).await?;
        let api = api::Entity::delete_by_id(id);
        api.exec(&self.transaction).await?;
        Ok(())
    }

    /// Records that an API has another state than before, if it has.
    pub async fn record_state(&self, api: &api::Model, before: ApiState) -> Result<(), DbErr> {
        if before == api.state {
            return Ok(());
        }
        let details = format!("{before} → {}", api.state);
        self.record(Action::ApiStateChanged, api.id, Some(details))
            .await?;
        if api.state == ApiState::Deprecated {
            self.announce(News::Deprecated { api: api.id }).await?;
        }
        Ok(())
    }

    /// Has everybody told who uses or follows an API.
    async fn announce(&self, news: News) -> Result<(), DbErr> {
        jobs::announce(&self.transaction, self.scope, news).await
    }

    pub async fn store(&self, api: api::Model) -> Result<(), DbErr> {
        let row = api::ActiveModel {
            updated_at: Set(self.scope.now()),
            ..api.into_active_model().reset_all()
        };
        row.update(&self.transaction).await?;
        Ok(())
    }

    pub async fn record(
        &self,
        action: Action,
        api: ApiId,
        details: Option<String>,
    ) -> Result<(), DbErr> {
        let subject = Subject::Api(api);
        audit::record_with(&self.transaction, self.scope, action, subject, details).await
    }

    async fn next_number(&self, api: ApiId) -> Result<i32, DbErr> {
        let revisions = api_revision::Entity::find().filter(api_revision::Column::ApiId.eq(api));
        let count = revisions.count(&self.transaction).await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX - 1) + 1)
    }
}
