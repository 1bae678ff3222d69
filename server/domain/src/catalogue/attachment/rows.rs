//! The bytes of files, as rows.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Set,
    sea_query::OnConflict,
};

use super::{Attachment, AttachmentChanges};
use crate::{
    Error, Role, Scope,
    catalogue::Api,
    entities::{api, api_attachment, api_revision},
    ids::ApiId,
};

/// The bytes of a file that what readers see of an API names.
///
/// # Errors
/// When it is not there, or the database cannot be read.
pub async fn attachment(
    scope: &Scope,
    api: &Api,
    attachment: &Attachment,
) -> Result<Vec<u8>, DbErr> {
    let bytes = bytes(scope.portal.db.reader(), api.id, &attachment.digest).await?;
    bytes.ok_or_else(|| DbErr::RecordNotFound(format!("attachment {}", attachment.digest)))
}

/// A file of an API, whichever of its revisions names it.
///
/// # Errors
/// [`Error::NotFound`] when there is no such API or file, [`Error::Forbidden`] for whoever is no
/// administrator.
pub async fn draft_attachment(scope: &Scope, slug: &str, digest: &str) -> Result<Vec<u8>, Error> {
    scope.require(Role::Administrator)?;
    let db = scope.portal.db.reader();
    let api = api::Entity::find()
        .filter(api::Column::Slug.eq(slug))
        .one(db)
        .await?;
    let api = api.ok_or(Error::NotFound("no such API"))?;
    let bytes = bytes(db, api.id, digest).await?;
    bytes.ok_or(Error::NotFound("the API has no such file"))
}

async fn bytes(
    db: &impl ConnectionTrait,
    api: ApiId,
    digest: &str,
) -> Result<Option<Vec<u8>>, DbErr> {
    let row = api_attachment::Entity::find_by_id((api, digest.to_owned()))
        .one(db)
        .await?;
    Ok(row.map(|row| row.content))
}

/// The bytes of these files of an API, by their hashes.
pub(in crate::catalogue) async fn contents(
    db: &impl ConnectionTrait,
    api: ApiId,
    files: impl IntoIterator<Item = &Attachment>,
) -> Result<BTreeMap<String, Vec<u8>>, DbErr> {
    let mut contents = BTreeMap::new();
    for Attachment { digest, .. } in files {
        if let Some(bytes) = bytes(db, api, digest).await? {
            contents.insert(digest.clone(), bytes);
        }
    }
    Ok(contents)
}

/// Keeps what is new.
pub(in crate::catalogue) async fn store(
    db: &impl ConnectionTrait,
    api: ApiId,
    changes: &AttachmentChanges,
) -> Result<(), DbErr> {
    for new in changes.new_ones() {
        let row = api_attachment::ActiveModel {
            api_id: Set(api),
            digest: Set(new.attachment.digest.clone()),
            content: Set(new.bytes.clone()),
        };
        let key = [
            api_attachment::Column::ApiId,
            api_attachment::Column::Digest,
        ];
        api_attachment::Entity::insert(row)
            .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Deletes those of these files that no revision of the API names any more.
pub(in crate::catalogue) async fn forget(
    db: &impl ConnectionTrait,
    api: ApiId,
    files: impl IntoIterator<Item = &Attachment>,
) -> Result<(), DbErr> {
    for file in files {
        // Nothing else in a content holds a hash.
        let named = api_revision::Entity::find()
            .select_only()
            .column(api_revision::Column::Id)
            .filter(api_revision::Column::ApiId.eq(api))
            .filter(api_revision::Column::Content.contains(&file.digest))
            .into_tuple::<crate::ids::ApiRevisionId>()
            .one(db)
            .await?;
        if named.is_none() {
            let this = Condition::all()
                .add(api_attachment::Column::ApiId.eq(api))
                .add(api_attachment::Column::Digest.eq(&file.digest));
            let delete = api_attachment::Entity::delete_many().filter(this);
            delete.exec(db).await?;
        }
    }
    Ok(())
}
