//! The mails about secret keys, to the address of the group that they belong to.

use locales::{Locale, secrets as words};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{
    letters::{End, SecretAdded, SecretExpires, SecretRevoked, SecretsChanged},
    links,
    render::{Reader, Rendered},
    request::FiledRequest,
};
use domain::{
    Scope,
    audit::{self, Action, Entry, Subject},
    catalogue::Catalogue,
    clock::Timestamp,
    ids::{AccountId, ApplicationId, SecretId},
    jobs::Addressee,
    rows::{account, audit_event, credential, secret},
};

/// A secret key, the request that it belongs to, and the reader of the mail.
struct SecretContext<'a> {
    secret: secret::Model,
    filed: FiledRequest<'a>,
    reader: Reader,
}

pub(super) async fn added(
    scope: &Scope,
    catalogue: &Catalogue,
    id: SecretId,
    by: AccountId,
) -> Rendered {
    let Some(context) = SecretContext::find(scope, catalogue, id).await? else {
        return Ok(None);
    };
    let letter = SecretAdded {
        name: context.reader.name.clone(),
        by: name(scope, by).await?,
        secret: context.label(),
        request: context.filed.request(scope, context.reader.locale).await?,
        link: context.link(scope),
    };
    context.reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn revoked(
    scope: &Scope,
    catalogue: &Catalogue,
    id: SecretId,
    by: AccountId,
) -> Rendered {
    let Some(context) = SecretContext::find(scope, catalogue, id).await? else {
        return Ok(None);
    };
    let letter = SecretRevoked {
        name: context.reader.name.clone(),
        by: name(scope, by).await?,
        secret: context.label(),
        end: context.end(scope),
        request: context.filed.request(scope, context.reader.locale).await?,
        link: context.link(scope),
    };
    context.reader.message(&scope.portal, &letter).map(Some)
}

/// That there were more changes than were told of one by one.
pub(super) async fn changed(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
    since: Timestamp,
) -> Rendered {
    let Some(filed) = FiledRequest::find(scope, catalogue, id).await? else {
        return Ok(None);
    };
    let changes = [Action::SecretAdded, Action::SecretRevoked];
    let change = audit::about(Subject::Application(id))
        .filter(audit_event::Column::Action.is_in(changes))
        .filter(audit_event::Column::At.gte(since))
        .into_model::<Entry>()
        .one(scope.portal.db.reader())
        .await?;
    let (Some(_), Some(reader)) = (change, filed.reader(Addressee::Group)) else {
        return Ok(None);
    };
    let letter = SecretsChanged {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        link: links::secrets(&scope.portal, filed.group.id, id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// None once the secret is over, by whatever end.
pub(super) async fn expires(scope: &Scope, catalogue: &Catalogue, id: SecretId) -> Rendered {
    let Some(context) = SecretContext::find(scope, catalogue, id).await? else {
        return Ok(None);
    };
    let Some(end) = context.end(scope) else {
        return Ok(None);
    };
    let letter = SecretExpires {
        name: context.reader.name.clone(),
        secret: context.label(),
        end,
        request: context.filed.request(scope, context.reader.locale).await?,
        link: context.link(scope),
    };
    context.reader.message(&scope.portal, &letter).map(Some)
}

impl<'a> SecretContext<'a> {
    async fn find(
        scope: &Scope,
        catalogue: &'a Catalogue,
        id: SecretId,
    ) -> Result<Option<Self>, DbErr> {
        let db = scope.portal.db.reader();
        let Some(secret) = secret::Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let credential = credential::Entity::find_by_id(secret.credential_id)
            .one(db)
            .await?;
        let Some(credential) = credential else {
            return Ok(None);
        };
        let Some(filed) = FiledRequest::find(scope, catalogue, credential.application_id).await?
        else {
            return Ok(None);
        };
        let reader = filed.reader(Addressee::Group);
        Ok(reader.map(|reader| Self {
            secret,
            filed,
            reader,
        }))
    }

    fn label(&self) -> String {
        label(&self.secret.label, self.reader.locale)
    }

    /// Until when the key works; none when it does no longer, or for ever.
    fn end(&self, scope: &Scope) -> Option<End> {
        let at = self.secret.expires_at?;
        let (zone, locale) = (scope.portal.settings.time_zone, self.reader.locale);
        let active = self.secret.is_active(scope.now());
        active.then(|| End::new(at, zone, locale))
    }

    fn link(&self, scope: &Scope) -> String {
        let (group, application) = (self.filed.group.id, self.filed.application.id);
        links::secret(&scope.portal, group, application, self.secret.id)
    }
}

/// The first key of an application has no label of its own.
fn label(label: &str, locale: Locale) -> String {
    if label.is_empty() {
        words::first(locale).to_owned()
    } else {
        label.to_owned()
    }
}

async fn name(scope: &Scope, id: AccountId) -> Result<String, DbErr> {
    let account = account::Entity::find_by_id(id)
        .one(scope.portal.db.reader())
        .await?;
    Ok(account.map_or_else(String::new, |account| {
        format!("{} {}", account.given_name, account.family_name)
    }))
}
