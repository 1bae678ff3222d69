//! The page of a section of an API: shows its form, and saves it.

use std::str::FromStr;

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::catalogue::{
    self, ApiContent, ApiDetails, Category, DraftError, Fingerprint, Problem, Section,
};
use leptos::prelude::*;
use locales::{Locale, api_problems as p, common};
use serde::Deserialize;

use super::{
    super::{ADMINISTRATOR, problems::problem},
    field::FormState,
    frame::{self, Place},
    mistakes::{MistakeSummary, Mistakes},
    typed::Typed,
};
use crate::web::{Flash, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other_with};

/// The field that names what the author of a form saw.
pub(in crate::pages::apis) const SEEN: &str = "visto";
/// What the buttons are called.
pub(in crate::pages::apis) const ACT: &str = "acao";
/// The most bytes of a form, as it is sent: two articles in three bytes for each byte.
pub(in crate::pages::apis) const MAX_FORM: usize = 4 << 20;

/// What an address of such a page names.
#[derive(Deserialize)]
pub(in crate::pages::apis) struct Address {
    pub(in crate::pages::apis) slug: String,
    #[serde(default)]
    pub(in crate::pages::apis) language: String,
}

/// What a page is drawn of.
pub(in crate::pages::apis) struct Draft<'a> {
    pub(in crate::pages::apis) visit: &'a Visit,
    pub(in crate::pages::apis) categories: &'a [Category],
    pub(in crate::pages::apis) typed: &'a Typed,
    pub(in crate::pages::apis) mistakes: &'a Mistakes,
}

impl Draft<'_> {
    pub(in crate::pages::apis) fn form(&self) -> FormState<'_> {
        FormState {
            typed: self.typed,
            mistakes: self.mistakes,
            locale: self.visit.locale,
        }
    }

    pub(in crate::pages::apis) const fn locale(&self) -> Locale {
        self.visit.locale
    }
}

/// A form for a section.
pub(in crate::pages::apis) trait SectionForm:
    Copy + Send + Sync + 'static
{
    /// The form at an address; none where there is no such page.
    fn at(address: &Address) -> Option<Self>;
    fn section(self) -> Section;
    /// Fills the fields in with what is written.
    fn fill(self, content: &ApiContent, typed: &mut Typed);
    /// Takes over what was typed.
    fn read(self, typed: &Typed, content: &mut ApiContent, mistakes: &mut Words);
    /// The field where a problem is to be solved.
    fn field(self, problem: &Problem, typed: &Typed) -> String;
    /// The fields.
    fn draw(self, draft: &Draft) -> AnyView;
    /// The buttons beside the one that saves; each draws the page again.
    fn buttons(self, _: Locale) -> AnyView {
        ().into_any()
    }
}

/// Mistakes in the reader's language.
pub(in crate::pages::apis) struct Words {
    pub(in crate::pages::apis) mistakes: Mistakes,
    pub(in crate::pages::apis) locale: Locale,
}

impl Words {
    /// A number; none where nothing was typed, or something else.
    pub(in crate::pages::apis) fn number<T: FromStr>(
        &mut self,
        typed: &Typed,
        field: &str,
        name: fn(Locale) -> &'static str,
    ) -> Option<T> {
        let number = typed.number(field);
        if number.is_err() {
            let text = p::wrong_number(self.locale, name(self.locale));
            self.mistakes.add(field, text);
        }
        number.ok().flatten()
    }
}

/// The routes of a form.
pub(in crate::pages::apis) fn routes<F: SectionForm>(site: Site, path: &'static str) -> Site {
    site.get(ADMINISTRATOR, path, show::<F>)
        .post_large(ADMINISTRATOR, path, MAX_FORM, save::<F>)
}

pub(in crate::pages::apis) async fn show<F: SectionForm>(
    visit: Visit,
    Path(address): Path<Address>,
    KeptForm(kept): KeptForm<Typed>,
) -> Result<Page, PageError> {
    let form = F::at(&address).ok_or(PageError::NotFound)?;
    let api = catalogue::details(&visit.scope, &address.slug).await?;
    let typed = match kept {
        Some(typed) => typed,
        None => filled(form, &api)?,
    };
    page(&visit, &api, form, &typed, &Mistakes::default(), nothing).await
}

pub(in crate::pages::apis) async fn save<F: SectionForm>(
    visit: Visit,
    Path(address): Path<Address>,
    PostedForm(typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    let form = F::at(&address).ok_or(PageError::NotFound)?;
    if !typed.get(ACT).is_empty() {
        let api = catalogue::details(&visit.scope, &address.slug).await?;
        let page = page(&visit, &api, form, &typed, &Mistakes::default(), nothing).await?;
        return Ok(page.into_response());
    }
    let mut words = Words {
        mistakes: Mistakes::default(),
        locale: visit.locale,
    };
    let mut content = ApiContent::default();
    form.read(&typed, &mut content, &mut words);
    take(&visit, &address, form, typed, content, words.mistakes).await
}

/// Saves what was read, unless it is wrong.
async fn take<F: SectionForm>(
    visit: &Visit,
    address: &Address,
    form: F,
    mut typed: Typed,
    content: ApiContent,
    mut mistakes: Mistakes,
) -> Result<Response, PageError> {
    let slug = address.slug.as_str();
    if mistakes.is_empty() {
        let seen = Fingerprint::sent(typed.get(SEEN));
        match catalogue::save(&visit.scope, slug, form.section(), &seen, &content).await {
            Ok(()) => {
                let address = Place::Section(form.section()).address(slug);
                return Ok(see_other_with(&address, Flash::DraftSaved, visit));
            }
            Err(DraftError::Changed) => mistakes = Mistakes::overtaken(),
            Err(DraftError::Problems(problems)) => {
                for found in &problems {
                    let text = problem(found, visit.locale);
                    mistakes.add(form.field(found, &typed), text);
                }
            }
            Err(DraftError::Common(error)) => return Err(error.into()),
        }
    }
    let api = catalogue::details(&visit.scope, slug).await?;
    if mistakes.overtaken {
        // Whoever saves after having been told means it.
        typed.replace(SEEN, form.section().fingerprint(&api.content)?.as_str());
    }
    let page = page(visit, &api, form, &typed, &mistakes, nothing).await?;
    Ok(page.unprocessable().into_response())
}

/// The form as the section is written now.
fn filled<F: SectionForm>(form: F, api: &ApiDetails) -> Result<Typed, PageError> {
    let mut typed = Typed::default();
    let seen = form.section().fingerprint(&api.content)?;
    typed.add(SEEN, seen.as_str());
    form.fill(&api.content, &mut typed);
    Ok(typed)
}

/// Stands for what some pages say above their form.
fn nothing() -> AnyView {
    ().into_any()
}

/// The page, with what stands above its form.
pub(in crate::pages::apis) async fn page<F: SectionForm>(
    visit: &Visit,
    api: &ApiDetails,
    form: F,
    typed: &Typed,
    mistakes: &Mistakes,
    above: impl FnOnce() -> AnyView,
) -> Result<Page, PageError> {
    let locale = visit.locale;
    let categories = catalogue::category_list(&visit.scope).await?;
    let draft = Draft {
        visit,
        categories: &categories,
        typed,
        mistakes,
    };
    let place = Place::Section(form.section());
    let current = place.address(&api.slug);
    let back = Place::Summary.address(&api.slug);
    Ok(frame::draw(visit, api, place, || {
        view! {
            {above()}
            <form class="form form--wide" method="post" novalidate>
                <MistakeSummary mistakes current=&current locale/>
                {seen(typed)}
                {form.draw(&draft)}
                <div class="actions actions--stay">
                    <button class="btn">{common::save(locale)}</button>
                    {form.buttons(locale)}
                    <a class="btn btn--quiet" href=back>{common::back(locale)}</a>
                </div>
            </form>
        }
    }))
}

pub(in crate::pages::apis) fn seen(typed: &Typed) -> impl IntoView + use<> {
    view! { <input type="hidden" name=SEEN value=typed.get(SEEN).to_owned()/> }
}
