//! All calls of an API as files that Postman and Bruno import.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use domain::credentials;
use locales::Locale;
use samples::{Collection, Item};

use super::{find, reference::kept};
use crate::web::{ForEverybody, PageError, Visit};

/// Writes a collection in the language of a reader.
type Write = fn(&Collection, Locale) -> String;

pub(super) async fn postman(visit: Visit, Path(slug): Path<String>) -> Result<Response, PageError> {
    answer(&visit, &slug, "postman", samples::postman).await
}

pub(super) async fn bruno(visit: Visit, Path(slug): Path<String>) -> Result<Response, PageError> {
    answer(&visit, &slug, "bruno", samples::bruno).await
}

/// A file to keep. It holds the reader's own public key, where there is one.
async fn answer(
    visit: &Visit,
    slug: &str,
    program: &str,
    write: Write,
) -> Result<Response, PageError> {
    let api = find(visit, slug)?;
    let kept = kept(&api).ok_or(PageError::NotFound)?;
    let key = credentials::own_public_key(&visit.scope, api.id).await?;
    let locale = visit.locale;
    let items = kept.calls.iter().map(|call| Item {
        folder: call.folder(locale).map(str::to_owned),
        call: call.sent(locale),
    });
    let collection = Collection {
        name: api.text(locale).name.clone(),
        url: visit.app.services.portal.settings.public_url.clone(),
        public_key: key.map(|key| key.to_string()),
        items: items.collect(),
    };
    let file_name = format!("attachment; filename=\"{}.{program}.json\"", api.slug);
    let is_visitors = visit.token.is_none();
    let cache = if is_visitors {
        "private, no-cache"
    } else {
        "no-store"
    };
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, &file_name),
        (header::CACHE_CONTROL, cache),
        (header::VARY, "Cookie, Accept-Language"),
    ];
    let mut response = (headers, write(&collection, locale)).into_response();
    if is_visitors {
        response.extensions_mut().insert(ForEverybody);
    }
    Ok(response)
}
