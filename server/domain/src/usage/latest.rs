//! The latest calls, one by one.

use std::{sync::Arc, time::Duration};

use locales::Locale;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::CallRecord;
use crate::{
    Cursor, Page, Scope,
    catalogue::{Answer, Catalogue},
    entities::call::{Column, Entity, Model},
    ids::{ApplicationId, TransactionId},
    requests::{self, RequestView},
    sandbox::Sandbox,
};

const PAGE: usize = 25;

/// A call with the API's explanation of its answer.
#[derive(Clone, Debug)]
pub struct FoundCall {
    pub call: CallRecord,
    pub application: RequestView,
    /// The meaning and the remedy; `None` when the API does not explain such an answer.
    pub answer: Option<Answer>,
}

/// The latest calls of an application that the asker may see, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn latest_calls(
    scope: &Scope,
    application: ApplicationId,
    after: Option<Cursor>,
) -> Result<Option<Page<CallRecord>>, DbErr> {
    if !requests::may_see(scope, application).await? {
        return Ok(None);
    }
    let mut query = Entity::find().filter(Column::ApplicationId.eq(application));
    if let Some(cursor) = after {
        query = query.filter(cursor.below(Column::At, Column::Id));
    }
    let rows = query
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(PAGE as u64 + 1)
        .all(scope.portal.db.reader())
        .await?;
    let calls = rows.into_iter().map(CallRecord::from).collect();
    let page = Page::of(calls, PAGE, |call: &CallRecord| {
        Cursor::new(call.at, call.id.0)
    });
    Ok(Some(page))
}

/// A call of any application that the asker may see, by its transaction ID.
///
/// # Errors
/// When the database cannot be read.
pub async fn find_call(
    scope: &Scope,
    catalogue: &Catalogue,
    id: TransactionId,
    locale: Locale,
) -> Result<Option<FoundCall>, DbErr> {
    let Some(person) = scope.person() else {
        return Ok(None);
    };
    let found = Entity::find_by_id(id)
        .filter(Column::ApplicationId.in_subquery(requests::application_ids_visible_to(person)))
        .one(scope.portal.db.reader())
        .await?;
    let Some(call) = found.map(CallRecord::from) else {
        return Ok(None);
    };
    let application = requests::find_application(scope, catalogue, call.application).await?;
    Ok(application.map(|application| FoundCall {
        answer: answer(&application, &call, locale).cloned(),
        call,
        application,
    }))
}

/// The API's explanation of the answer; `None` when the call was for none of its paths.
fn answer<'a>(
    application: &'a RequestView,
    call: &CallRecord,
    locale: Locale,
) -> Option<&'a Answer> {
    let api = &application.api;
    let path = call.path.strip_prefix(&api.base_path);
    let known = |sandbox: &Arc<Sandbox>| path.is_some_and(|path| sandbox.has_path(path));
    let lost = call.status == 404 && !api.sandbox.as_ref().is_none_or(known);
    let text = (!lost).then(|| api.text(locale))?;
    text.answer(call.status, call.code.as_deref())
}

impl From<Model> for CallRecord {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            application: row.application_id,
            kind: row.kind,
            at: row.at,
            method: row.method,
            path: row.path,
            status: status(row.status),
            code: row.code,
            field: row.field,
            elapsed: Duration::from_micros(u64::try_from(row.micros).unwrap_or_default()),
        }
    }
}

/// The status as it was recorded; the column never holds one that is out of range.
pub(super) fn status(stored: i32) -> u16 {
    u16::try_from(stored).unwrap_or_default()
}
