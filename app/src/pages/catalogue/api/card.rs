//! What messengers show where a page of an API is shared.

use std::sync::Arc;

use axum::{extract::Path, http::HeaderMap, response::Response};
use cards::{ACCENT, Card, Color};
use domain::catalogue::{self, Api, AttachmentKind};

use super::find;
use crate::web::{FileKey, PageError, Visit};

const PNG: &str = "image/png";

pub(super) async fn show(
    visit: Visit,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let api = find(&visit, &slug)?;
    let locale = visit.locale;
    let key = FileKey::Card(api.revision, locale);
    let files = visit.app.files();
    let file = files.get_or_draw(key, prepare(&visit, &api)).await?;
    let name = format!("{slug}-{}.png", locale.tag());
    Ok(file.respond(PNG, &name, &headers))
}

async fn prepare(
    visit: &Visit,
    api: &Arc<Api>,
) -> Result<impl FnOnce() -> Result<Vec<u8>, PageError> + Send + use<>, PageError> {
    let brand = &visit.app.brand;
    let url = &visit.app.services.portal.settings.public_url;
    let text = api.text(visit.locale);
    let logo = api.logo.as_ref();
    let logo = match logo.filter(|logo| logo.kind == AttachmentKind::Png) {
        Some(logo) => Some(catalogue::attachment(&visit.scope, api, logo).await?),
        None => None,
    };
    let card = Card {
        kicker: format!("API · v{}", api.version),
        title: text.name.clone(),
        summary: text.summary.clone(),
        portal: brand.name.clone(),
        host: url
            .split_once("://")
            .map_or("", |(_, host)| host)
            .to_owned(),
        accent: brand
            .accent
            .map_or(ACCENT, |[red, green, blue]| Color(red, green, blue)),
        logo,
    };
    Ok(move || cards::png(&card).map_err(PageError::fault))
}
