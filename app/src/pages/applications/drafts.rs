//! The requests that their author has not finished.

use domain::requests::Draft;
use leptos::prelude::*;
use locales::applications as t;

use crate::{
    components::{DraftStamp, terms, time},
    pages::request::next_path,
    web::Visit,
};

pub(super) fn section(drafts: &[Draft], visit: &Visit) -> impl IntoView + use<> {
    let lines = drafts.iter().map(|draft| line(draft, visit)).collect_view();
    (!drafts.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t::drafts(visit.locale)}</h2>
                <ul class="lines" role="list">{lines}</ul>
            </section>
        }
    })
}

fn line(draft: &Draft, visit: &Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let title = format!(
        "{} · {}",
        draft.api.text(locale).name,
        terms::plan(draft.plan, locale)
    );
    let label = format!("{}: {title}", t::continue_request(locale));
    let touched = time::date_time(draft.updated_at, visit);
    view! {
        <li>
            <div>
                <p>{title} " " <DraftStamp locale/></p>
                <p class="soft small">{t::draft_touched(locale, touched)}</p>
            </div>
            <a class="btn btn--quiet btn--small" href=next_path(draft) aria-label=label>
                {t::continue_request(locale)}
            </a>
        </li>
    }
}
