//! What is wrong with a header, a credential or a token: an examination in the browser, and all
//! that it looks for to be read by whoever has no script.

mod causes;
mod examination;
mod twin;
mod words;

use axum::response::{IntoResponse, Response};
use domain::credentials;
use leptos::prelude::*;
use locales::doctor as t;

use self::{causes::causes, examination::Examination, twin::markdown};
use crate::{
    components::PageHead,
    islands::CredentialDoctor,
    routes,
    web::{Access::Anyone, Page, PageError, Plain, Public, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::DOCTOR, show)
        .get(Anyone, routes::DOCTOR_MARKDOWN, show_markdown)
}

async fn show_markdown(visit: Visit) -> Plain {
    markdown(&visit)
}

async fn show(visit: Visit) -> Result<Response, PageError> {
    if visit.wants_markdown {
        return Ok(markdown(&visit).into_response());
    }
    let locale = visit.locale;
    let public_url = &visit.app.services.portal.settings.public_url;
    let own = credentials::own_keys(&visit.scope).await?;
    let page = Page::new(&visit, t::title(locale), || {
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <Examination own=&own public_url locale/>
            {causes(public_url, locale)}
            <CredentialDoctor/>
        }
    });
    let page = page.described(t::lead(locale));
    let public = Public::at(routes::DOCTOR).as_markdown(routes::DOCTOR_MARKDOWN);
    Ok(page.public(public).into_response())
}
