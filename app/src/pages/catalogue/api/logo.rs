//! The logo of an API, and where it is shown.

use axum::{extract::Path, http::HeaderMap, response::Response};
use domain::catalogue::{self, Api, Attachment};
use leptos::prelude::*;

use super::find;
use crate::{
    routes,
    web::{FileKey, PageError, Visit},
};

/// Its side, in pixels.
const SIDE: &str = "48";

/// The address ends with the hash of the logo, so that browsers keep it until there is another.
pub(super) async fn show(
    visit: Visit,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let api = find(&visit, &slug)?;
    let logo = api.logo.clone().ok_or(PageError::NotFound)?;
    let read = async {
        let bytes = catalogue::attachment(&visit.scope, &api, &logo).await?;
        Ok(move || Ok(bytes))
    };
    let key = FileKey::Attachment(logo.digest.clone());
    let file = visit.app.files().get_or_draw(key, read).await?;
    let (kind, name) = (
        logo.kind.as_str(),
        format!("{slug}.{}", logo.kind.extension()),
    );
    let names_it = visit.path.ends_with(&version(&logo));
    Ok(if names_it {
        file.respond_for_ever(kind, &name, &headers)
    } else {
        file.respond(kind, &name, &headers)
    })
}

fn version(logo: &Attachment) -> String {
    format!("?v={}", logo.digest)
}

fn address(api: &Api, logo: &Attachment) -> String {
    if api.is_preview {
        return routes::fill(routes::API_ATTACHMENT, &[&api.slug, &logo.digest]);
    }
    let address = routes::fill(routes::API_LOGO, &[&api.slug]);
    format!("{address}{}", version(logo))
}

/// The logo of an API that has one, beside its name, which says the same.
#[component]
pub(in crate::pages) fn Logo<'a>(api: &'a Api) -> impl IntoView + use<> {
    let logo = api.logo.as_ref()?;
    let src = address(api, logo);
    Some(view! { <img class="logo" src=src alt="" width=SIDE height=SIDE/> })
}
