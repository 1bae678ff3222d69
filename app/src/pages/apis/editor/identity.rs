//! How an API is found, and where its calls start.

use domain::catalogue::{ApiContent, Part, Problem, Section};
use leptos::prelude::*;
use locales::{Locale, api_editor as e, apis as t};

use super::{
    field::{Field, Kind},
    section::{Address, Draft, SectionForm, Words},
    typed::Typed,
};
use crate::{forms::FieldMessage, routes};

const VERSION: &str = "versao";
const CATEGORY: &str = "categoria";
const TAGS: &str = "etiquetas";
const POSITION: &str = "lugar";
const BASE_PATH: &str = "caminho";

#[derive(Clone, Copy)]
pub(super) struct Identity;

impl SectionForm for Identity {
    fn at(_: &Address) -> Option<Self> {
        Some(Self)
    }

    fn section(self) -> Section {
        Section::Identity
    }

    fn fill(self, content: &ApiContent, typed: &mut Typed) {
        typed.add(VERSION, &content.version);
        typed.add(CATEGORY, &content.category);
        typed.add(TAGS, content.tags.join(", "));
        typed.add(POSITION, content.position.to_string());
        typed.add(BASE_PATH, &content.base_path);
    }

    fn read(self, typed: &Typed, content: &mut ApiContent, words: &mut Words) {
        content.version = typed.line(VERSION);
        content.category = typed.line(CATEGORY);
        let tags = typed.line(TAGS);
        let tags = tags.split(',').map(str::trim).filter(|it| !it.is_empty());
        content.tags = tags.map(str::to_owned).collect();
        content.base_path = typed.line(BASE_PATH);
        let position = words.number(typed, POSITION, e::position);
        content.position = position.unwrap_or_default();
    }

    fn field(self, problem: &Problem, _: &Typed) -> String {
        let field = match problem.part() {
            Some(Part::Category) => CATEGORY,
            Some(Part::Tags) => TAGS,
            Some(Part::BasePath) => BASE_PATH,
            _ => VERSION,
        };
        field.to_owned()
    }

    fn draw(self, draft: &Draft) -> AnyView {
        let (form, locale) = (draft.form(), draft.locale());
        view! {
            <div class="form__pair">
                <Field name=VERSION label=t::version(locale) hint=e::version_hint(locale) kind=Kind::Code form=&form/>
                <Field name=POSITION label=e::position(locale) hint=e::position_hint(locale) kind=Kind::Number form=&form/>
            </div>
            <CategoryField draft locale/>
            <Field name=BASE_PATH label=t::base_path(locale) hint=e::base_path_hint(locale) kind=Kind::Code form=&form/>
            <Field name=TAGS label=e::tags(locale) hint=e::tags_hint(locale) form=&form/>
        }
        .into_any()
    }
}

#[component]
fn CategoryField<'a>(draft: &'a Draft<'a>, locale: Locale) -> impl IntoView + use<> {
    let chosen = draft.typed.get(CATEGORY);
    let options = draft.categories.iter().map(|category| {
        let (slug, name) = (category.slug.clone(), category.name(locale).to_owned());
        view! { <option value=slug selected=category.slug == chosen>{name}</option> }
    });
    let options = options.collect_view();
    let mistake = draft.mistakes.of(CATEGORY).map(str::to_owned);
    let invalid = mistake.is_some();
    let none = draft
        .categories
        .is_empty()
        .then(|| view! { {e::no_categories(locale)} " " });
    view! {
        <div class="field" class:field--invalid=invalid>
            <label for=CATEGORY>{t::category(locale)}</label>
            <p class="field__hint" id="categoria-hint">
                {none} <a href=routes::CATEGORIES>{e::edit_categories(locale)}</a>
            </p>
            <select
                id=CATEGORY name=CATEGORY aria-describedby=if invalid { "categoria-hint categoria-error" } else { "categoria-hint" }
                aria-invalid=invalid.then_some("true")
            >
                <option value="">{e::no_category(locale)}</option>
                {options}
            </select>
            <FieldMessage name=CATEGORY error=mistake/>
        </div>
    }
}
