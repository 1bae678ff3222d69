//! The events of a search as a file, which is written while it is read: it is never whole in memory.

use axum::{
    body::{Body, Bytes},
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::{
    Cursor, Error, Page, PageRequest, Scope,
    audit::{self, AuditFilter, FileFormat},
};
use futures_util::stream;
use leptos::prelude::*;
use locales::{Locale, audit as t};

use super::{
    ADMINISTRATOR,
    filter::{FILTERS, Filters},
};
use crate::{
    forms::rows::Typed,
    routes,
    web::{Flash, PageError, PostedForm, Site, Visit, see_other, see_other_with},
};

const FORMAT: &str = "formato";
/// The number of events that are read at once.
const AT_ONCE: usize = 500;

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::AUDIT_EXPORT, back).post(
        ADMINISTRATOR,
        routes::AUDIT_EXPORT,
        export,
    )
}

/// The buttons, with the search as it is.
pub(super) fn form(filters: &Filters, locale: Locale) -> impl IntoView + use<> {
    let hidden = FILTERS.map(|field| {
        let value = filters.typed.line(field);
        let is_typed = !value.is_empty();
        is_typed.then(|| view! { <input type="hidden" name=field value=value/> })
    });
    view! {
        <form class="actions" method="post" action=routes::AUDIT_EXPORT>
            {hidden.into_iter().collect_view()}
            <button class="btn btn--quiet" name=FORMAT value=FileFormat::Csv.as_str()>{t::as_csv(locale)}</button>
            <button class="btn btn--quiet" name=FORMAT value=FileFormat::JsonLines.as_str()>{t::as_json(locale)}</button>
        </form>
        <p class="soft small">{t::export_hint(locale)}</p>
    }
}

/// For those who come by the address of the form: after signing in again.
async fn back() -> Response {
    see_other(routes::AUDIT)
}

async fn export(visit: Visit, PostedForm(typed): PostedForm<Typed>) -> Result<Response, PageError> {
    let format: FileFormat = typed
        .get(FORMAT)
        .parse()
        .map_err(|_| PageError::Malformed)?;
    let filters = Filters::read(&visit, typed).await?;
    let list = filters.address(audit::Place::Newest);
    if !filters.mistakes.is_empty() {
        return Ok(see_other(&list));
    }
    if audit::is_too_long(&visit.scope, &filters.wanted).await? {
        return Ok(see_other_with(&list, Flash::AuditTooLong, &visit));
    }
    audit::record_export(&visit.scope, &filters.wanted, format).await?;
    Ok(file(visit.scope, filters.wanted, format))
}

fn file(scope: Scope, filter: AuditFilter, format: FileFormat) -> Response {
    let (kind, name) = match format {
        FileFormat::Csv => (
            "text/csv; charset=utf-8",
            "attachment; filename=\"auditoria.csv\"",
        ),
        FileFormat::JsonLines => (
            "application/jsonl; charset=utf-8",
            "attachment; filename=\"auditoria.jsonl\"",
        ),
    };
    let headers: [(HeaderName, HeaderValue); 3] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static(name)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    let reading = Reading {
        scope,
        filter,
        format,
        next: Next::Head,
    };
    (headers, Body::from_stream(stream::unfold(reading, step))).into_response()
}

/// What is written next.
enum Next {
    Head,
    After(Option<Cursor>),
    Nothing,
}

/// A file that is half written.
struct Reading {
    scope: Scope,
    filter: AuditFilter,
    format: FileFormat,
    next: Next,
}

/// The next piece of the file. After a failure there is none: the connection ends, and whoever fetches
/// the file sees that it is not whole.
async fn step(mut reading: Reading) -> Option<(Result<Bytes, Error>, Reading)> {
    let piece = match reading.next {
        Next::Nothing => return None,
        Next::Head => {
            reading.next = Next::After(None);
            Ok(reading.format.head().into())
        }
        Next::After(after) => {
            let read = reading.read(after).await;
            reading.next = match &read {
                Ok(Page {
                    next: Some(cursor), ..
                }) => Next::After(Some(*cursor)),
                _ => Next::Nothing,
            };
            read.map(|page| reading.format.lines(&page.items).into())
        }
    };
    Some((piece, reading))
}

impl Reading {
    async fn read(&self, after: Option<Cursor>) -> Result<Page<audit::AuditEvent>, Error> {
        let wanted = PageRequest {
            after,
            size: AT_ONCE,
            oldest_first: true,
        };
        audit::page(&self.scope, &self.filter, wanted).await
    }
}
