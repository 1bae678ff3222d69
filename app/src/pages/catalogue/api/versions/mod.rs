//! What changed in an API: as a page, and as a feed for those who follow it.

mod feed;
mod history;

pub(super) use feed::show as show_feed;

use axum::extract::Path;
use domain::{catalogue::Api, dates};
use leptos::prelude::*;
use locales::{Locale, versions as t};

use self::history::Entry;
use super::{ApiPage, Frame, find, frame::ApiPageHead};
use crate::{
    routes,
    web::{ATOM, Page, PageError, Reader, Visit},
};

pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Page, PageError> {
    let api = find(&visit, &slug)?;
    let locale = visit.locale;
    let lead = t::lead(locale, &api.text(locale).name);
    let frame = Frame {
        visit: &visit,
        api: &api,
        page: ApiPage::Versions,
        contents: None,
        shared_by: Some(Reader::Anybody),
    };
    let feed = feed_address(&api);
    let page = frame.draw(|| {
        let entries = history::entries(&api, &visit).into_iter();
        let entries = entries.map(|entry| view! { <Change entry locale/> });
        view! {
            <ApiPageHead api=&api page=ApiPage::Versions lead=lead.clone() locale/>
            <ol class="versions" role="list">{entries.collect_view()}</ol>
            <p class="small"><a href=feed.clone() type=ATOM>{t::feed(locale)}</a></p>
        }
    });
    Ok(page.described(lead).with_feed(feed, t::title(locale)))
}

fn feed_address(api: &Api) -> String {
    routes::fill(routes::API_FEED, &[&api.slug])
}

#[component]
fn Change(entry: Entry, locale: Locale) -> impl IntoView {
    let Entry {
        anchor,
        title,
        day,
        html,
    } = entry;
    view! {
        <li id=anchor>
            <h2>{title}</h2>
            <p class="soft small"><time datetime=day.to_string()>{dates::day(day, locale)}</time></p>
            <div class="prose" inner_html=html></div>
        </li>
    }
}
