//! Administration: the categories of the catalogue, in one form.

use axum::response::{IntoResponse, Response};
use domain::catalogue::{
    self, CategoriesError, Category, CategoryMistake, Fingerprint, UsedCategory,
};
use leptos::prelude::*;
use locales::{
    Locale, api_editor as e, api_problems as p, categories as c, common, languages, number,
};

use super::{
    ADMINISTRATOR,
    editor::{
        Field, FormState, Kind, MistakeSummary, Mistakes, REMOVED, SEEN, Typed, in_language,
        in_row, seen,
    },
};
use crate::{
    components::{AdministrationNav, PageHead},
    routes,
    web::{Flash, KeptForm, Page, PageError, PostedForm, Site, Visit, see_other_with},
};

const SLUG: &str = "endereco";
const NAME: &str = "nome";
const ORDER: &str = "ordem";

pub(super) fn routes(site: Site) -> Site {
    site.get(ADMINISTRATOR, routes::CATEGORIES, show)
        .post(ADMINISTRATOR, routes::CATEGORIES, save)
}

async fn show(visit: Visit, KeptForm(kept): KeptForm<Typed>) -> Result<Page, PageError> {
    let categories = catalogue::categories(&visit.scope).await?;
    let typed = match kept {
        Some(typed) => typed,
        None => fill(&categories)?,
    };
    Ok(page(&visit, &categories, &typed, &Mistakes::default()))
}

fn fill(categories: &[UsedCategory]) -> Result<Typed, PageError> {
    let mut typed = Typed::default();
    typed.add(SEEN, fingerprint(categories)?.as_str());
    add_unseen(&mut typed, categories);
    Ok(typed)
}

/// Adds a row for each category that has none yet: whoever typed the others had not seen it.
fn add_unseen(typed: &mut Typed, categories: &[UsedCategory]) {
    for (place, used) in categories.iter().enumerate() {
        let slug = used.category.slug.as_str();
        let mut rows = 0..typed.rows(SLUG);
        if rows.any(|row| typed.line(&in_row(SLUG, row)) == slug) {
            continue;
        }
        let row = typed.rows(SLUG);
        typed.add(in_row(SLUG, row), slug);
        typed.add(in_row(ORDER, row), (place + 1).to_string());
        typed.add_translated(&in_row(NAME, row), &used.category.names);
    }
}

/// The rows of the form; the last one is blank, for a new category.
fn rows(typed: &Typed) -> usize {
    let rows = typed.rows(SLUG);
    let is_blank = rows > 0 && typed.line(&in_row(SLUG, rows - 1)).is_empty();
    if is_blank { rows } else { rows + 1 }
}

fn fingerprint(categories: &[UsedCategory]) -> Result<Fingerprint, PageError> {
    let categories = categories.iter().map(|it| &it.category);
    Ok(catalogue::fingerprint_of_categories(categories)?)
}

async fn save(
    visit: Visit,
    PostedForm(mut typed): PostedForm<Typed>,
) -> Result<Response, PageError> {
    let locale = visit.locale;
    let mut mistakes = Mistakes::default();
    let wanted = read(&typed, &mut mistakes, locale);
    if mistakes.is_empty() {
        let seen = Fingerprint::sent(typed.get(SEEN));
        match catalogue::arrange(&visit.scope, visit.catalogue(), &seen, &wanted).await {
            Ok(()) => {
                let flash = Flash::CategoriesSaved;
                return Ok(see_other_with(routes::CATEGORIES, flash, &visit));
            }
            Err(CategoriesError::Changed) => mistakes = Mistakes::overtaken(),
            Err(CategoriesError::Mistake(slug, mistake)) => {
                mistakes.add(field(&typed, &slug, mistake), words(mistake, locale));
            }
            Err(CategoriesError::Common(error)) => return Err(error.into()),
        }
    }
    let categories = catalogue::categories(&visit.scope).await?;
    if mistakes.overtaken {
        typed.replace(SEEN, fingerprint(&categories)?.as_str());
        add_unseen(&mut typed, &categories);
    }
    let page = page(&visit, &categories, &typed, &mistakes);
    Ok(page.unprocessable().into_response())
}

/// The categories that were typed, in the order that was typed.
fn read(typed: &Typed, mistakes: &mut Mistakes, locale: Locale) -> Vec<Category> {
    let mut wanted = vec![];
    for row in 0..typed.rows(SLUG) {
        let category = Category {
            slug: typed.line(&in_row(SLUG, row)),
            names: typed.translated(&in_row(NAME, row)),
        };
        let is_blank = category.slug.is_empty() && category.names.is_empty();
        if is_blank || typed.has(&in_row(REMOVED, row)) {
            continue;
        }
        let order = in_row(ORDER, row);
        match typed.number::<i32>(&order) {
            // What has no number comes last.
            Ok(place) => wanted.push((place.unwrap_or(i32::MAX), category)),
            Err(_) => mistakes.add(order, p::wrong_number(locale, c::order(locale))),
        }
    }
    wanted.sort_by_key(|(place, _)| *place);
    wanted.into_iter().map(|(_, category)| category).collect()
}

/// The field of the last row with this slug where the mistake is.
fn field(typed: &Typed, slug: &str, mistake: CategoryMistake) -> String {
    let mut rows = (0..typed.rows(SLUG)).rev();
    let row = rows.find(|row| typed.line(&in_row(SLUG, *row)) == slug);
    let row = row.unwrap_or_default();
    match mistake {
        CategoryMistake::NoName | CategoryMistake::LongName => {
            in_language(&in_row(NAME, row), Locale::default())
        }
        CategoryMistake::Slug | CategoryMistake::TakenSlug => in_row(SLUG, row),
        CategoryMistake::Used => in_row(ORDER, row),
    }
}

const fn words(mistake: CategoryMistake, locale: Locale) -> &'static str {
    match mistake {
        CategoryMistake::Slug => c::category_slug_wrong(locale),
        CategoryMistake::TakenSlug => c::category_slug_taken(locale),
        CategoryMistake::NoName => c::category_no_name(locale),
        CategoryMistake::LongName => c::category_long_name(locale),
        CategoryMistake::Used => c::category_used(locale),
    }
}

fn page(visit: &Visit, categories: &[UsedCategory], typed: &Typed, mistakes: &Mistakes) -> Page {
    let locale = visit.locale;
    let form = FormState {
        typed,
        mistakes,
        locale,
    };
    Page::new(visit, c::categories(locale), || {
        let rows = (0..rows(typed)).map(|row| {
            let slug = typed.line(&in_row(SLUG, row));
            let used = categories.iter().find(|it| it.category.slug == slug);
            view! { <CategoryRow used row form/> }
        });
        view! {
            <AdministrationNav visit/>
            <PageHead title=c::categories(locale) lead=c::categories_lead(locale)/>
            <form class="form form--wide" method="post" novalidate>
                <MistakeSummary mistakes current=routes::CATEGORIES locale/>
                {seen(typed)}
                {rows.collect_view()}
                <div class="actions">
                    <button class="btn">{common::save(locale)}</button>
                    <a class="btn btn--quiet" href=routes::APIS>{common::back(locale)}</a>
                </div>
            </form>
        }
    })
}

#[component]
fn CategoryRow<'a>(
    used: Option<&'a UsedCategory>,
    row: usize,
    form: FormState<'a>,
) -> impl IntoView + use<> {
    let locale = form.locale;
    let names = Locale::ALL.map(|language| {
        let name = in_language(&in_row(NAME, row), language);
        view! { <Field name label=e::name_in(locale, languages::name(language, locale)) language form=&form/> }
    });
    let title = match used {
        Some(used) => used.category.name(locale).to_owned(),
        None => c::new_category(locale).to_owned(),
    };
    view! {
        <fieldset class="panel">
            <legend>{title.clone()}</legend>
            <div class="form__pair">{names}</div>
            <div class="form__pair">
                {slug_field(used, row, form)}
                <Field name=in_row(ORDER, row) label=c::order(locale) hint=c::order_hint(locale) kind=Kind::Number form=&form/>
            </div>
            {used.map(|used| removal(used, row, &title, form))}
        </fieldset>
    }
}

/// What addresses call it never changes again.
fn slug_field(used: Option<&UsedCategory>, row: usize, form: FormState) -> AnyView {
    let locale = form.locale;
    let name = in_row(SLUG, row);
    match used {
        Some(used) => {
            let slug = used.category.slug.clone();
            view! {
                <div class="field">
                    <p><strong>{e::slug(locale)}</strong></p>
                    <p class="mono" id=name.clone()>{slug.clone()}</p>
                    <input type="hidden" name=name value=slug/>
                </div>
            }
            .into_any()
        }
        None => view! {
            <Field name label=e::slug(locale) hint=c::category_slug_hint(locale) kind=Kind::Code form=&form/>
        }
        .into_any(),
    }
}

/// A category that no API is in can go.
fn removal(used: &UsedCategory, row: usize, title: &str, form: FormState) -> AnyView {
    let locale = form.locale;
    match used.apis {
        0 => {
            let name = in_row(REMOVED, row);
            let removed = form.typed.has(&name);
            let title = title.to_owned();
            view! {
                <label class="check">
                    <input type="checkbox" name=name value="1" checked=removed/>
                    {e::remove_row(locale)} <span class="visually-hidden">": " {title}</span>
                </label>
            }
            .into_any()
        }
        1 => view! { <p class="soft">{c::apis_one(locale)}</p> }.into_any(),
        count => {
            let count = c::apis(locale, number::count(count as u64, locale));
            view! { <p class="soft">{count}</p> }.into_any()
        }
    }
}
