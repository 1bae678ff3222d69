//! What agents read first: what the portal is, where everything stands as Markdown
//! (<https://llmstxt.org>), and all of it as one text.

use std::{
    fmt::Write,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use domain::catalogue::Snapshot;
use locales::{Locale, layout, llms as t};

use super::catalogue::{list_apis, twin};
use crate::{
    routes,
    web::{Access::Anyone, PageError, Plain, Site, Visit},
};

/// The longest text of all APIs.
const MAX_BYTES: usize = 4 * 1024 * 1024;

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::LLMS, show)
        .get(Anyone, routes::LLMS_FULL, show_all)
        .get(Anyone, routes::HOME_MARKDOWN, show)
}

async fn show(visit: Visit) -> Plain {
    Plain::markdown(home(&visit))
}

/// The portal and its contents.
#[must_use]
pub fn home(visit: &Visit) -> String {
    let locale = visit.locale;
    let root = &visit.app.services.portal.settings.public_url;
    let brand = &visit.app.brand.name;
    let mut md = format!(
        "# {brand}\n\n> {}\n\n",
        layout::portal_description(locale, brand)
    );
    let token = format!("{root}{}", routes::TOKEN);
    let _ = writeln!(md, "{}\n", t::calling(locale, token));
    list_apis(&mut md, visit);
    let _ = writeln!(md, "\n## {}\n", t::for_programs(locale));
    for (name, address) in [
        (t::api_catalogue(locale), routes::API_CATALOGUE),
        (t::authorization_server(locale), routes::SERVER_METADATA),
        (t::all_in_one(locale), routes::LLMS_FULL),
    ] {
        let _ = writeln!(md, "- [{name}]({root}{address})");
    }
    let _ = writeln!(md, "\n## {}\n", t::about_portal(locale));
    for (name, address) in [
        (layout::onboarding(locale), routes::ONBOARDING_MARKDOWN),
        (layout::questions(locale), routes::QUESTIONS_MARKDOWN),
        (layout::status(locale), routes::STATUS_MARKDOWN),
        (layout::terms(locale), routes::TERMS_MARKDOWN),
        (layout::privacy(locale), routes::PRIVACY_MARKDOWN),
        (layout::doctor(locale), routes::DOCTOR_MARKDOWN),
        (layout::contact(locale), routes::CONTACT_MARKDOWN),
    ] {
        let _ = writeln!(md, "- [{name}]({root}{address})");
    }
    md
}

/// The texts of one state of the catalogue, in the order of [`Locale::ALL`].
#[derive(Default)]
struct Kept {
    of: Weak<Snapshot>,
    texts: [Option<Arc<str>>; Locale::ALL.len()],
}

static KEPT: Mutex<Option<Kept>> = Mutex::new(None);
/// Held while a text is looked up or written, so that nobody writes one that another is writing.
static WRITING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// Written once for each change of the catalogue and language.
async fn show_all(visit: Visit) -> Result<Plain, PageError> {
    if !Arc::ptr_eq(&visit.apis, &visit.catalogue().public()) {
        return Ok(Plain::markdown(all(&visit).await?));
    }
    let _alone = WRITING.lock().await;
    let kept = kept(&visit.apis, visit.locale);
    let text = if let Some(text) = kept {
        text
    } else {
        let text: Arc<str> = all(&visit).await?.into();
        keep(&visit.apis, visit.locale, &text);
        text
    };
    Ok(Plain::markdown(text.to_string()))
}

fn kept(snapshot: &Arc<Snapshot>, locale: Locale) -> Option<Arc<str>> {
    let kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let of_this = kept.as_ref().filter(|it| it.is_of(snapshot))?;
    of_this.texts[locale as usize].clone()
}

fn keep(snapshot: &Arc<Snapshot>, locale: Locale, text: &Arc<str>) {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = kept.get_or_insert_default();
    if !kept.is_of(snapshot) {
        *kept = Kept {
            of: Arc::downgrade(snapshot),
            ..Kept::default()
        };
    }
    kept.texts[locale as usize] = Some(Arc::clone(text));
}

impl Kept {
    fn is_of(&self, snapshot: &Arc<Snapshot>) -> bool {
        std::ptr::eq(self.of.as_ptr(), Arc::as_ptr(snapshot))
    }
}

async fn all(visit: &Visit) -> Result<String, PageError> {
    let mut md = home(visit);
    for api in visit.apis.published() {
        if md.len() > MAX_BYTES {
            let _ = writeln!(md, "\n---\n\n{}", t::shortened(visit.locale));
            break;
        }
        md.push_str("\n---\n\n");
        md.push_str(&twin::whole(visit, api).await?);
    }
    Ok(md)
}
