//! The application that a call is made with: one of the reader's groups, for this API.

use std::sync::Arc;

use domain::{
    applications::{self, Application, MAX_OWN_APPROVED},
    catalogue::{Api, Plan},
    ids::ApplicationId,
    requests::{self, RequestView, Status},
};
use leptos::prelude::*;
use locales::{Locale, api as api_texts, layout, number, try_it as t};

use crate::{
    components::{Notice, NoticeKind, terms},
    routes,
    web::{PageError, Visit},
};

/// The name of the field.
pub const APPLICATION: &str = "aplicacao";

/// The reader's applications for an API, and the one that is used.
pub struct Applications {
    all: Vec<Application>,
    pub used: Option<RequestView>,
}

impl Applications {
    /// The one that was asked for, or else the one that was approved last.
    pub async fn load(visit: &Visit, api: &Arc<Api>, asked_for: &str) -> Result<Self, PageError> {
        let all = applications::own_approved(&visit.scope, api.id).await?;
        let asked_for: Option<ApplicationId> = asked_for.parse().ok();
        let known = all.iter().find(|it| Some(it.id) == asked_for);
        let used = match known.or(all.first()) {
            Some(application) => {
                requests::find_application(&visit.scope, visit.catalogue(), application.id).await?
            }
            None => None,
        };
        let used = used.filter(|it| it.status == Status::Approved && it.api.id == api.id);
        Ok(Self { all, used })
    }

    /// Lets one choose, where there are several; `page` is where the choice is asked of.
    pub fn choice(&self, page: &str, locale: Locale) -> impl IntoView + use<> {
        let used = self.used.as_ref().map(|it| it.application_id);
        let options = self.all.iter().map(|application| {
            let label = label(application, locale);
            view! {
                <option value=application.id.to_string() selected=used == Some(application.id)>
                    {label}
                </option>
            }
        });
        let options = options.collect_view();
        let is_cut = self.all.len() as u64 >= MAX_OWN_APPROVED;
        let cut = is_cut.then(|| {
            let count = number::count(MAX_OWN_APPROVED, locale);
            view! { <p class="soft small">{t::first_applications(locale, count)}</p> }
        });
        let page = page.to_owned();
        (self.all.len() > 1).then(|| {
            view! {
                <form class="filters" action=page>
                    <div class="field">
                        <label for=APPLICATION>{t::application(locale)}</label>
                        <select id=APPLICATION name=APPLICATION>{options}</select>
                    </div>
                    <button class="btn btn--quiet">{t::use_application(locale)}</button>
                </form>
                {cut}
            }
        })
    }
}

fn label(application: &Application, locale: Locale) -> String {
    format!(
        "{} · {}",
        application.name,
        terms::plan(application.plan, locale)
    )
}

/// Which one is used.
pub fn used_line(application: &RequestView, locale: Locale) -> impl IntoView + use<> {
    let plan = terms::plan(application.plan, locale);
    let name = application.name.clone();
    view! { <p class="soft small">{t::application(locale)} ": " {name} " · " {plan}</p> }
}

/// Whether a real call can be made.
pub fn is_live(application: &RequestView) -> bool {
    application.plan == Plan::PayPerUse && application.api.upstream.is_some()
}

/// How one gets an application.
pub fn none_yet(api: &Api, locale: Locale) -> impl IntoView + use<> {
    let plans = format!("{}#planos", routes::fill(routes::API, &[&api.slug]));
    let content = view! {
        <p>{t::no_application_text(locale)}</p>
        <p>
            <a href=plans>{api_texts::see_plans(locale)}</a> " · "
            <a href=routes::APPLICATIONS>{layout::my_applications(locale)}</a>
        </p>
    };
    view! { <Notice kind=NoticeKind::Info title=t::no_application(locale) content/> }
}
