//! The fields of such forms.

use leptos::prelude::*;
use locales::Locale;

use super::{mistakes::Mistakes, typed::Typed};
use crate::{forms::FieldMessage, web::text_only};

/// What is typed into a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Line,
    /// For machines: in letters of one width, and spelt as it is.
    Code,
    Number,
    Date,
    /// A day with a time of day, in the portal's zone.
    DateTime,
    /// Several lines.
    Paragraph,
    /// One item on each line.
    Lines,
    /// A long text in Markdown.
    Markdown,
    /// A document that machines read.
    Document,
}

impl Kind {
    const fn rows(self) -> Option<u8> {
        match self {
            Self::Paragraph | Self::Lines => Some(3),
            Self::Markdown => Some(18),
            Self::Document => Some(12),
            _ => None,
        }
    }

    const fn input_type(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::DateTime => "datetime-local",
            _ => "text",
        }
    }

    const fn is_code(self) -> bool {
        matches!(self, Self::Code | Self::Markdown | Self::Document)
    }

    /// Nobody corrects the spelling of what machines read.
    const fn is_spelt(self) -> bool {
        !matches!(self, Self::Code | Self::Document)
    }
}

/// A form with what was typed into it.
#[derive(Clone, Copy)]
pub struct FormState<'a> {
    pub typed: &'a Typed,
    pub mistakes: &'a Mistakes,
    pub locale: Locale,
}

/// A labelled field with its hint and its mistake, if it has one.
#[component]
pub fn Field<'a>(
    /// Also its `id`, which the summary links to.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] kind: Kind,
    /// The language of what is typed, if it is another than the reader's.
    #[prop(optional)]
    language: Option<Locale>,
    form: &'a FormState<'a>,
) -> impl IntoView + use<> {
    let mistake = form.mistakes.of(&name).map(str::to_owned);
    let invalid = mistake.is_some();
    let hint_id = format!("{name}-hint");
    let labelled = name.clone();
    let described_by = described_by(&name, hint.is_some(), invalid);
    let message = view! { <FieldMessage name=&name error=mistake/> };
    let input = Input {
        described_by,
        value: form.typed.get(&name).to_owned(),
        lang: language.map(Locale::tag),
        name,
        kind,
        invalid,
    };
    view! {
        <div class="field" class:field--invalid=invalid>
            <label for=labelled>{label}</label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {input.draw()}
            {message}
        </div>
    }
}

fn described_by(name: &str, hint: bool, mistake: bool) -> Option<String> {
    let hint = hint.then(|| format!("{name}-hint"));
    let mistake = mistake.then(|| format!("{name}-error"));
    let ids: Vec<_> = hint.into_iter().chain(mistake).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

struct Input {
    name: String,
    value: String,
    kind: Kind,
    lang: Option<&'static str>,
    described_by: Option<String>,
    invalid: bool,
}

impl Input {
    fn draw(self) -> AnyView {
        let Self {
            name,
            value,
            kind,
            lang,
            described_by,
            invalid,
        } = self;
        let spellcheck = (!kind.is_spelt()).then_some("false");
        let id = name.clone();
        if let Some(rows) = kind.rows() {
            let is_tall = rows > 5;
            // Browsers drop a newline in front.
            let content = format!("\n{}", text_only(&value));
            return view! {
                <textarea
                    id=id name=name rows=rows.to_string() lang=lang spellcheck=spellcheck
                    class:mono=kind.is_code() class:textarea--tall=is_tall
                    aria-describedby=described_by aria-invalid=invalid.then_some("true")
                    inner_html=content
                ></textarea>
            }
            .into_any();
        }
        view! {
            <input
                id=id name=name type=kind.input_type() value=value lang=lang
                inputmode=(kind == Kind::Number).then_some("numeric") class:mono=kind.is_code()
                spellcheck=spellcheck autocomplete="off"
                autocapitalize=kind.is_code().then_some("none")
                aria-describedby=described_by aria-invalid=invalid.then_some("true")
            />
        }
        .into_any()
    }
}

/// A box to be ticked, with its hint.
#[component]
pub fn Tick<'a>(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional)] hint: Option<&'static str>,
    form: &'a FormState<'a>,
) -> impl IntoView + use<> {
    let ticked = form.typed.has(&name);
    let mistake = form.mistakes.of(&name).map(str::to_owned);
    let described_by = described_by(&name, hint.is_some(), mistake.is_some());
    let hint_id = format!("{name}-hint");
    let (id, labelled) = (name.clone(), name.clone());
    let message = view! { <FieldMessage name=&name error=mistake/> };
    view! {
        <div class="field">
            <label class="check" for=labelled>
                <input type="checkbox" id=id name=name value="1" checked=ticked aria-describedby=described_by/>
                {label}
            </label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {message}
        </div>
    }
}

/// A value among others of which one or several are chosen, with what it means.
pub struct Choice {
    pub value: String,
    pub title: String,
    pub hint: Option<&'static str>,
}

impl Choice {
    #[must_use]
    pub fn new(value: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            title: title.into(),
            hint: None,
        }
    }

    #[must_use]
    pub const fn meaning(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }
}

/// Choices side by side or one below the other, with their mistake. The first carries the id that
/// the summary links to.
#[component]
pub fn Choices<'a>(
    name: &'static str,
    legend: &'static str,
    choices: Vec<Choice>,
    /// Whether several can be chosen.
    #[prop(optional)]
    several: bool,
    form: &'a FormState<'a>,
) -> impl IntoView + use<> {
    let mistake = form.mistakes.of(name).map(str::to_owned);
    let invalid = mistake.is_some();
    let described_by = invalid.then(|| format!("{name}-error"));
    let kind = if several { "checkbox" } else { "radio" };
    let choices = choices.into_iter().enumerate().map(|(place, choice)| {
        let checked = form.typed.all(name).any(|value| value == choice.value);
        let id = (place == 0).then_some(name);
        let hint = choice
            .hint
            .map(|hint| view! { <span class="soft small">{hint}</span> });
        view! {
            <label class="choice">
                <input type=kind name=name id=id value=choice.value checked=checked/>
                <span class="choice__body">
                    <span class="choice__title">{choice.title}</span>
                    {hint}
                </span>
            </label>
        }
    });
    let choices = choices.collect_view();
    view! {
        <fieldset class="choices" class:choices--invalid=invalid aria-describedby=described_by>
            <legend>{legend}</legend>
            {choices}
            <FieldMessage name error=mistake/>
        </fieldset>
    }
}
