//! The texts of an API in one language.

use domain::{
    catalogue::{ApiContent, Part, Problem, Section},
    translated::Translated,
};
use leptos::prelude::*;
use locales::{Locale, api_editor as e, api_problems as p};

use super::{
    field::{Field, Kind},
    section::{ACT, Address, Draft, SectionForm, Words},
    typed::Typed,
};
use crate::{islands::ArticlePreview, web::text_only};

/// With a dot in it, no heading of a text has the same identifier.
const NAME: &str = "texto.nome";
const SUMMARY: &str = "texto.resumo";
const PRESENTATION: &str = "texto.apresentacao";
const DOCUMENTATION: &str = "texto.documentacao";
/// Where the preview stands.
const PREVIEW: &str = "texto.previa";

#[derive(Clone, Copy)]
pub(super) struct Texts(Locale);

impl SectionForm for Texts {
    fn at(address: &Address) -> Option<Self> {
        let mut languages = Locale::ALL.into_iter();
        let language = languages.find(|locale| locale.tag() == address.language)?;
        Some(Self(language))
    }

    fn section(self) -> Section {
        Section::Texts(self.0)
    }

    fn fill(self, content: &ApiContent, typed: &mut Typed) {
        for (field, text) in [
            (NAME, &content.name),
            (SUMMARY, &content.summary),
            (PRESENTATION, &content.presentation),
            (DOCUMENTATION, &content.documentation),
        ] {
            typed.add(field, text.get(self.0).unwrap_or_default());
        }
    }

    fn read(self, typed: &Typed, content: &mut ApiContent, _: &mut Words) {
        let set = |text: &mut Translated, typed: String| {
            if !typed.trim().is_empty() {
                text.set(self.0, typed);
            }
        };
        set(&mut content.name, typed.line(NAME));
        set(&mut content.summary, typed.line(SUMMARY));
        set(&mut content.presentation, typed.text(PRESENTATION));
        set(&mut content.documentation, typed.text(DOCUMENTATION));
    }

    fn field(self, problem: &Problem, _: &Typed) -> String {
        let field = match problem.part() {
            Some(Part::Summary) => SUMMARY,
            Some(Part::Presentation) => PRESENTATION,
            Some(Part::Documentation) => DOCUMENTATION,
            _ => NAME,
        };
        field.to_owned()
    }

    fn draw(self, draft: &Draft) -> AnyView {
        let (form, locale) = (draft.form(), draft.locale());
        let language = self.0;
        view! {
            <Field name=NAME label=e::name(locale) language form=&form/>
            <Field name=SUMMARY label=e::summary(locale) hint=e::summary_hint(locale) language form=&form/>
            {self.article(draft, PRESENTATION, e::presentation(locale), e::presentation_hint(locale))}
            {self.article(draft, DOCUMENTATION, e::documentation(locale), e::documentation_hint(locale))}
        }
        .into_any()
    }

    fn buttons(self, locale: Locale) -> AnyView {
        let buttons = [
            (PRESENTATION, e::presentation(locale)),
            (DOCUMENTATION, e::documentation(locale)),
        ];
        let buttons = buttons.map(|(field, name)| {
            let action = format!("#{PREVIEW}");
            view! {
                <button class="btn btn--quiet" name=ACT value=field formaction=action>
                    {e::preview_text(locale)} ": " {name}
                </button>
            }
        });
        buttons.collect_view().into_any()
    }
}

impl Texts {
    /// The field of an article, with what it becomes: while one types, or where a button asked.
    fn article(
        self,
        draft: &Draft,
        name: &'static str,
        label: &'static str,
        hint: &'static str,
    ) -> impl IntoView + use<> {
        let (form, language, locale) = (draft.form(), self.0, draft.locale());
        let kind = Kind::Markdown;
        let asked_for = draft.typed.get(ACT) == name;
        let served = if asked_for {
            self.preview(draft, name, label)
        } else {
            String::new()
        };
        let title = e::preview_of(locale, label);
        let note = e::not_saved_yet(locale).to_owned();
        let id = asked_for.then(|| PREVIEW.to_owned());
        let input = view! { <Field name label hint kind language form=&form/> }.into_any();
        view! {
            <ArticlePreview locale language field=name.to_owned() title note served id>
                {input}
            </ArticlePreview>
        }
    }

    /// The article that a text makes, or why there is none.
    fn preview(self, draft: &Draft, field: &str, name: &str) -> String {
        let locale = draft.locale();
        match articles::article(&draft.typed.text(field), self.0) {
            Ok(article) if article.html.is_empty() => {
                format!("<p class=\"soft\">{}</p>", e::nothing_written(locale))
            }
            Ok(article) => article.html,
            Err(_) => format!("<p>{}</p>", text_only(&p::wrong_article(locale, name))),
        }
    }
}
