//! Deleting a webhook, once more asked.

use axum::response::Response;
use domain::{ids::WebhookId, webhooks};
use leptos::prelude::*;
use locales::{common, webhooks as t};

use super::{
    place::{Above, Depth, Found},
    words::short,
};
use crate::{
    components::{Notice, NoticeKind, PageHead},
    routes,
    web::{Access::Member, Flash, Ids, Page, PageError, Site, Visit, see_other_with},
};

pub(super) fn routes(site: Site) -> Site {
    site.get(Member, routes::WEBHOOK_DELETE, ask)
        .post(Member, routes::WEBHOOK_DELETE, carry_out)
}

async fn ask(visit: Visit, Ids(id): Ids<WebhookId>) -> Result<Page, PageError> {
    let found = Found::changeable(&visit, id).await?;
    let locale = visit.locale;
    let title = t::delete_title(locale, short(&found.webhook));
    Ok(Page::new(&visit, title.clone(), || {
        let depth = Depth::Below(&found.webhook);
        let breaks = view! { <p>{t::delete_breaks(locale)}</p> };
        view! {
            <Above place=&found.place depth here=t::delete(locale) visit=&visit/>
            <PageHead title=title.clone()/>
            <Notice kind=NoticeKind::Bad title content=breaks/>
            <form class="form" method="post">
                <div class="actions">
                    <button class="btn btn--danger">{t::delete(locale)}</button>
                    <a class="btn btn--quiet" href=found.address(routes::WEBHOOK)>
                        {common::cancel(locale)}
                    </a>
                </div>
            </form>
        }
    }))
}

async fn carry_out(visit: Visit, Ids(id): Ids<WebhookId>) -> Result<Response, PageError> {
    let found = Found::changeable(&visit, id).await?;
    webhooks::delete(&visit.scope, id, None).await?;
    let list = found.place.list();
    Ok(see_other_with(&list, Flash::WebhookDeleted, &visit))
}
