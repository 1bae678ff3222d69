//! The mails about secret keys, to the address of the group that they belong to.

use locales::{Locale, secrets as words};
use sea_orm::DbErr;

use super::{
    filed::FiledRequest,
    letters::{End, SecretAdded, SecretExpires, SecretRevoked, SecretsChanged},
    links,
    render::{Reader, Rendered},
};
use domain::{
    Scope, accounts,
    catalogue::Catalogue,
    clock::Timestamp,
    credentials::{self, Secret},
    ids::{AccountId, ApplicationId, SecretId},
    jobs::Addressee,
};

/// A secret key, the request that it belongs to, and the reader of the mail.
struct SecretContext<'a> {
    secret: Secret,
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
    let (by, secret, link) = (name(scope, by).await?, context.label(), context.link(scope));
    let letter = |name, request| SecretAdded {
        name,
        by,
        secret,
        request,
        link,
    };
    context.filed.write(scope, context.reader, letter).await
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
    let (by, secret, link) = (name(scope, by).await?, context.label(), context.link(scope));
    let end = context.end(scope);
    let letter = |name, request| SecretRevoked {
        name,
        by,
        secret,
        end,
        request,
        link,
    };
    context.filed.write(scope, context.reader, letter).await
}

/// That there were more changes than were told of one by one.
pub(super) async fn changed(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
    since: Timestamp,
) -> Rendered {
    let Some((filed, _)) = FiledRequest::of_application(scope, catalogue, id).await? else {
        return Ok(None);
    };
    let changed = credentials::changed_since(scope.portal.db.reader(), id, since).await?;
    let Some(reader) = filed.reader(Addressee::Group).filter(|_| changed) else {
        return Ok(None);
    };
    let link = links::secrets(&scope.portal, filed.group.id, id);
    let letter = |name, request| SecretsChanged {
        name,
        request,
        link,
    };
    filed.write(scope, reader, letter).await
}

/// None once the secret is over, by whatever end.
pub(super) async fn expires(scope: &Scope, catalogue: &Catalogue, id: SecretId) -> Rendered {
    let Some(context) = SecretContext::find(scope, catalogue, id).await? else {
        return Ok(None);
    };
    let Some(end) = context.end(scope) else {
        return Ok(None);
    };
    let (secret, link) = (context.label(), context.link(scope));
    let letter = |name, request| SecretExpires {
        name,
        secret,
        end,
        request,
        link,
    };
    context.filed.write(scope, context.reader, letter).await
}

impl<'a> SecretContext<'a> {
    async fn find(
        scope: &Scope,
        catalogue: &'a Catalogue,
        id: SecretId,
    ) -> Result<Option<Self>, DbErr> {
        let db = scope.portal.db.reader();
        let Some((owner, secret)) = credentials::find_secret(db, id).await? else {
            return Ok(None);
        };
        let found = FiledRequest::of_application(scope, catalogue, owner).await?;
        let Some((filed, _)) = found else {
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
        let (group, application) = (self.filed.group.id, self.filed.request.application_id);
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
    let db = scope.portal.db.reader();
    let name = accounts::names(db, [id].into_iter()).await?.remove(&id);
    Ok(name.unwrap_or_default())
}
