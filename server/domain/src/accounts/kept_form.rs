//! Forms that were sent after the session had ended, kept until their author signs in again. A form
//! is sealed, and opens only for the same account in the same browser.

use std::time::Duration;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
    sea_query::OnConflict,
};

use crate::{
    Portal, Scope,
    clock::Timestamp,
    entities::kept_form::{self, Column},
    ids::AccountId,
    store::{SealedSecret, Vault},
    token::Token,
};

/// How long a form is kept.
pub const KEPT_FOR: Duration = Duration::from_hours(1);

/// The largest form that is kept, as it is sent: more than a message of 4000 characters takes.
pub const MAX_BYTES: usize = 56 * 1024;

/// Keeps the fields that were sent to `path` for an account, in place of an older form. Returns the
/// token for the browser; `None` when the form is too large or the account does not exist.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep(
    portal: &Portal,
    vault: &Vault,
    account: AccountId,
    path: &str,
    fields: &str,
) -> Result<Option<Token>, DbErr> {
    let db = portal.db.writer();
    if fields.len() > MAX_BYTES || !exists(db, account).await? {
        return Ok(None);
    }
    let token = Token::generate(portal.random.as_ref());
    let sealed = vault.seal_bytes(account.0, fields.as_bytes(), portal.random.as_ref());
    let row = kept_form::ActiveModel {
        account_id: Set(account),
        token_hash: Set(token.hash()),
        path: Set(path.to_owned()),
        sealed: Set(sealed.bytes),
        key_version: Set(sealed.version),
        expires_at: Set(portal.now() + KEPT_FOR),
    };
    let anew = OnConflict::column(Column::AccountId)
        .update_columns([
            Column::TokenHash,
            Column::Path,
            Column::Sealed,
            Column::KeyVersion,
            Column::ExpiresAt,
        ])
        .to_owned();
    kept_form::Entity::insert(row)
        .on_conflict(anew)
        .exec_without_returning(db)
        .await?;
    Ok(Some(token))
}

async fn exists(db: &impl ConnectionTrait, account: AccountId) -> Result<bool, DbErr> {
    let found = crate::entities::account::Entity::find_by_id(account);
    Ok(found.one(db).await?.is_some())
}

/// The fields that the asker sent to one of these addresses from this browser.
///
/// # Errors
/// When the database cannot be read.
pub async fn kept(
    scope: &Scope,
    vault: &Vault,
    token: &Token,
    paths: &[String],
) -> Result<Option<String>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    let found = kept_form::Entity::find_by_id(person.id)
        .filter(Column::TokenHash.eq(token.hash()))
        .filter(Column::ExpiresAt.gt(scope.now()))
        .filter(Column::Path.is_in(paths.iter().map(String::as_str)))
        .one(scope.portal.db.reader())
        .await?;
    Ok(found.and_then(|form| open(vault, form)))
}

fn open(vault: &Vault, form: kept_form::Model) -> Option<String> {
    let sealed = SealedSecret {
        bytes: form.sealed,
        version: form.key_version,
    };
    let plain = vault.open_bytes(form.account_id.0, &sealed).ok()?;
    String::from_utf8(plain).ok()
}

/// Deletes expired forms.
pub(super) async fn delete_expired(db: &impl ConnectionTrait, now: Timestamp) -> Result<(), DbErr> {
    let over = Condition::all().add(Column::ExpiresAt.lte(now));
    kept_form::Entity::delete_many()
        .filter(over)
        .exec(db)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, TestPortal};

    const PATH: &str = "/solicitacoes/1/aplicacao";
    const FIELDS: &str = "name=SMV&description=Confirmar+o+celular";

    async fn keeps(test: &TestPortal, author: &Scope) -> Token {
        let account = author.account_id().unwrap();
        let token = keep(&test.portal, &test.vault, account, PATH, FIELDS)
            .await
            .unwrap();
        token.unwrap()
    }

    async fn read(scope: &Scope, token: &Token, path: &str) -> Option<String> {
        let vault = &scope.services().vault;
        kept(scope, vault, token, &[path.to_owned()]).await.unwrap()
    }

    #[tokio::test]
    async fn it_waits_for_its_author_in_the_same_browser() {
        let test = testing::portal().await;
        let ana = test.person("ana@empresa.com.br", &[]).await;
        let bia = test.person("bia@empresa.com.br", &[]).await;
        let token = keeps(&test, &ana).await;
        assert_eq!(read(&ana, &token, PATH).await.as_deref(), Some(FIELDS));
        let other = Token::generate(test.portal.random.as_ref());
        for (scope, token, path) in [
            (&bia, &token, PATH),
            (&test.scope(), &token, PATH),
            (&ana, &other, PATH),
            (&ana, &token, "/conta"),
        ] {
            assert_eq!(read(scope, token, path).await, None);
        }
    }

    #[tokio::test]
    async fn it_is_gone_after_an_hour() {
        let test = testing::portal().await;
        let ana = test.person("ana@empresa.com.br", &[]).await;
        let token = keeps(&test, &ana).await;
        test.clock.advance(KEPT_FOR);
        assert_eq!(read(&ana, &token, PATH).await, None);
        let db = test.portal.db.writer();
        crate::accounts::delete_stale(&test.portal).await.unwrap();
        assert_eq!(kept_form::Entity::find().all(db).await.unwrap(), []);
    }

    #[tokio::test]
    async fn the_last_one_takes_the_place_of_the_one_before() {
        let test = testing::portal().await;
        let ana = test.person("ana@empresa.com.br", &[]).await;
        let first = keeps(&test, &ana).await;
        let second = keeps(&test, &ana).await;
        assert_eq!(read(&ana, &first, PATH).await, None);
        assert!(read(&ana, &second, PATH).await.is_some());
    }

    #[tokio::test]
    async fn nothing_large_and_nothing_of_nobody_is_kept() {
        let test = testing::portal().await;
        let ana = test.person("ana@empresa.com.br", &[]).await;
        let keeps = async |account, fields: &str| {
            let kept = keep(&test.portal, &test.vault, account, PATH, fields);
            kept.await.unwrap()
        };
        let large = "a".repeat(MAX_BYTES + 1);
        assert!(keeps(ana.account_id().unwrap(), &large).await.is_none());
        assert!(keeps(test.portal.new_id(), FIELDS).await.is_none());
    }

    #[tokio::test]
    async fn what_is_stored_tells_nothing() {
        let test = testing::portal().await;
        let ana = test.person("ana@empresa.com.br", &[]).await;
        keeps(&test, &ana).await;
        let rows = kept_form::Entity::find().all(test.portal.db.writer()).await;
        let sealed = &rows.unwrap()[0].sealed;
        assert!(
            !sealed
                .windows(8)
                .any(|bytes| FIELDS.as_bytes().windows(8).any(|it| it == bytes))
        );
    }
}
