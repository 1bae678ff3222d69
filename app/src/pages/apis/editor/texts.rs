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
    /// The field of an article, with what it becomes where that was asked for.
    fn article(
        self,
        draft: &Draft,
        name: &'static str,
        label: &'static str,
        hint: &'static str,
    ) -> impl IntoView + use<> {
        let (form, language) = (draft.form(), self.0);
        let kind = Kind::Markdown;
        view! {
            <Field name label hint kind language form=&form/>
            {self.preview(draft, name, label)}
        }
    }

    /// The article that a text makes, if it was asked for.
    fn preview(self, draft: &Draft, field: &'static str, name: &'static str) -> Option<AnyView> {
        if draft.typed.get(ACT) != field {
            return None;
        }
        let locale = draft.locale();
        let drawn = articles::article(&draft.typed.text(field), self.0);
        let content = match drawn {
            Ok(article) if article.html.is_empty() => {
                view! { <p class="soft">{e::nothing_written(locale)}</p> }.into_any()
            }
            Ok(article) => {
                let lang = self.0.tag();
                view! { <div class="prose" lang=lang inner_html=article.html></div> }.into_any()
            }
            Err(_) => view! { <p>{p::wrong_article(locale, name)}</p> }.into_any(),
        };
        let heading = e::preview_of(locale, name);
        let label = heading.clone();
        Some(
            view! {
                <section class="panel preview" id=PREVIEW tabindex="-1" aria-label=label>
                    <p class="preview__head"><strong>{heading}</strong> " " <span class="soft">{e::not_saved_yet(locale)}</span></p>
                    {content}
                </section>
            }
            .into_any(),
        )
    }
}
