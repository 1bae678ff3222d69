//! What contract managers note for each other about a request. Its applicant and the members of its
//! group never see it, also where they are managers.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};
use values::NoteText;

use super::party::{self, ConflictOfInterest, Owners};
use crate::{
    Error, Forbidden, Role, Scope, accounts,
    audit::{self, Action, Subject},
    clock::Timestamp,
    db::Transaction,
    entities::request_note,
    ids::{AccountId, RequestId, RequestNoteId},
    requests::{self, Request},
};

/// More are not shown.
const SHOWN: u64 = 100;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: RequestNoteId,
    pub at: Timestamp,
    pub author: String,
    /// Whether the reader wrote it, and may delete it.
    pub is_own: bool,
    pub text: String,
}

/// Notes something about a request.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no contract manager, made the request or belongs to its group,
/// [`Error::NotFound`] when there is no such request.
pub async fn add_note(scope: &Scope, id: RequestId, text: &NoteText) -> Result<(), Error> {
    scope.require(Role::ContractManager)?;
    let author = scope.account_id().ok_or(Forbidden)?;
    let transaction = scope.portal.db.begin().await?;
    let request = requests::load(&transaction, id).await?;
    let request = request.ok_or(Error::NotFound("no such request"))?;
    if !may_read(&transaction, scope, &request).await? {
        return Err(Forbidden.into());
    }
    let row = request_note::ActiveModel {
        id: Set(scope.portal.new_id()),
        request_id: Set(id),
        author_id: Set(author),
        at: Set(scope.now()),
        text: Set(text.to_string()),
    };
    row.insert(&transaction).await?;
    recorded(transaction, scope, Action::NoteAdded, id).await
}

/// Deletes a note of the asker's own.
///
/// # Errors
/// [`Error::NotFound`] for what is none of theirs, or is gone.
pub async fn delete_note(scope: &Scope, id: RequestId, note: RequestNoteId) -> Result<(), Error> {
    scope.require(Role::ContractManager)?;
    let author = scope.account_id().ok_or(Forbidden)?;
    let transaction = scope.portal.db.begin().await?;
    let deleted = request_note::Entity::delete_many()
        .filter(request_note::Column::Id.eq(note))
        .filter(request_note::Column::RequestId.eq(id))
        .filter(request_note::Column::AuthorId.eq(author))
        .exec(&transaction)
        .await?;
    if deleted.rows_affected != 1 {
        return Err(Error::NotFound("no such note"));
    }
    recorded(transaction, scope, Action::NoteDeleted, id).await
}

/// The trail says that there was a note, and not what it said.
async fn recorded(
    transaction: Transaction,
    scope: &Scope,
    action: Action,
    id: RequestId,
) -> Result<(), Error> {
    audit::record(&transaction, scope, action, Subject::Request(id)).await?;
    transaction.commit().await?;
    Ok(())
}

/// The notes about a request, the oldest first, for a manager who is no party to it.
pub(super) async fn notes(
    db: &impl ConnectionTrait,
    scope: &Scope,
    request: &Request,
) -> Result<Vec<Note>, DbErr> {
    if !may_read(db, scope, request).await? {
        return Ok(Vec::new());
    }
    let mut rows = request_note::Entity::find()
        .filter(request_note::Column::RequestId.eq(request.id))
        .order_by_desc(request_note::Column::At)
        .order_by_desc(request_note::Column::Id)
        .limit(SHOWN)
        .all(db)
        .await?;
    rows.reverse();
    let authors = accounts::names(db, rows.iter().map(|row| row.author_id)).await?;
    let reader: Option<AccountId> = scope.account_id();
    let notes = rows.into_iter().map(|row| Note {
        id: row.id,
        at: row.at,
        author: authors.get(&row.author_id).cloned().unwrap_or_default(),
        is_own: reader == Some(row.author_id),
        text: row.text,
    });
    Ok(notes.collect())
}

async fn may_read(
    db: &impl ConnectionTrait,
    scope: &Scope,
    request: &Request,
) -> Result<bool, DbErr> {
    let conflict = party::conflict(db, scope, Owners::from(request)).await?;
    Ok(conflict == ConflictOfInterest::None)
}
