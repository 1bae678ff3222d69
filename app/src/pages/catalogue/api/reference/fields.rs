//! Fields: parameters, headers and members of objects, each with what is said of it.

use leptos::prelude::*;
use locales::{Locale, reference as t};
use openapi::reference::{Access, Content, Header, Parameter, Rule, Schema, SchemaLink, Text};
use serde_json::Value;

use super::{
    draw::schema_anchor,
    markdown::Description,
    parts::nested_parts,
    words::{kind, rule, value},
};

/// A field, whatever it is of.
pub(super) struct Field<'a> {
    /// Left out where a sentence stands for the name.
    pub(super) name: Option<&'a str>,
    pub(super) sentence: Option<String>,
    pub(super) required: bool,
    pub(super) deprecated: bool,
    /// That of the field; the schema's own is shown where there is none.
    pub(super) description: &'a Text,
    pub(super) schema: &'a Schema,
    /// How it is written, where that has to be said.
    pub(super) note: Option<String>,
    pub(super) example: Option<&'a Value>,
}

impl<'a> Field<'a> {
    pub(super) fn of_parameter(parameter: &'a Parameter, locale: Locale) -> Self {
        let is_compound = parameter.schema.members().is_some();
        let style = &parameter.style;
        let written = parameter.media_type.as_ref();
        let note = match written {
            Some(media_type) => Some(t::written_as(locale, media_type)),
            None if is_compound => {
                let explode = if style.explode { ", explode" } else { "" };
                Some(t::style_of_lists(
                    locale,
                    format!("{}{explode}", style.name),
                ))
            }
            None => None,
        };
        let given = parameter.examples.iter().find(|example| !example.is_made);
        Self {
            name: Some(&parameter.name),
            sentence: None,
            required: parameter.required,
            deprecated: parameter.deprecated || parameter.schema.deprecated,
            description: &parameter.description,
            schema: &parameter.schema,
            note,
            example: parameter.example().filter(|_| given.is_some()),
        }
    }

    pub(super) fn of_header(header: &'a Header) -> Self {
        Self {
            name: Some(&header.name),
            sentence: None,
            required: false,
            deprecated: header.deprecated,
            description: &header.description,
            schema: &header.schema,
            note: None,
            example: None,
        }
    }

    /// A part of a value: named as a member of an object is, or by a sentence.
    pub(super) fn of_part(
        name: Option<&'a str>,
        sentence: Option<String>,
        schema: &'a Schema,
    ) -> Self {
        Self {
            name,
            sentence,
            required: false,
            deprecated: schema.deprecated,
            description: &schema.description,
            schema,
            note: None,
            example: None,
        }
    }

    pub(super) fn required(mut self, required: bool) -> Self {
        self.required = required;
        self
    }

    /// An item of a list of fields.
    pub(super) fn draw(&self, locale: Locale) -> AnyView {
        let schema = self.schema;
        let name = self.name.map(str::to_owned);
        let name = name.map(|it| view! { <code class="param__name" translate="no">{it}</code> });
        let sentence = self.sentence.clone();
        let sentence = sentence.map(|it| view! { <span class="param__name">{it}</span> });
        let description = if self.description.is_empty() {
            &schema.description
        } else {
            self.description
        };
        let whose = self
            .name
            .map(str::to_owned)
            .or_else(|| self.sentence.clone());
        view! {
            <li class="param">
                <p class="param__head">
                    {name} {sentence}
                    <span class="param__type">{kind(schema, locale)}</span>
                    {self.required.then(|| view! { <span class="mark mark--required">{t::required(locale)}</span> })}
                    {self.deprecated.then(|| view! { <span class="mark">{t::deprecated_field(locale)}</span> })}
                    {access(schema.access, locale)}
                </p>
                <Description text=description locale/>
                {self.note.clone().map(|note| view! { <p class="param__facts">{note}</p> })}
                <SchemaFacts schema example=self.example locale/>
                {nested_parts(schema, &whose.unwrap_or_default(), locale)}
            </li>
        }
        .into_any()
    }
}

fn access(access: Access, locale: Locale) -> impl IntoView + use<> {
    let told = match access {
        Access::Both => None,
        Access::Read => Some(t::read_only(locale)),
        Access::Write => Some(t::write_only(locale)),
    };
    told.map(|told| view! { <span class="mark">{told}</span> })
}

/// What is said of a value itself: rules, values, examples, and where there is more.
#[component]
pub fn SchemaFacts<'a>(
    schema: &'a Schema,
    #[prop(default = None)] example: Option<&'a Value>,
    /// Whose facts these are, where that is not the value above them.
    #[prop(default = None)]
    of: Option<&'static str>,
    locale: Locale,
) -> AnyView {
    let of = of.map(|of| view! { <span>{of} ":"</span> }.into_any());
    let rules = schema.rules.iter().map(|it| rule_view(it, locale));
    let mut facts: Vec<AnyView> = of.into_iter().chain(rules).collect();
    match schema.values.as_slice() {
        [] => {}
        [only] => facts.push(values(t::only_value(locale), std::slice::from_ref(only))),
        several => facts.push(values(t::values(locale), several)),
    }
    if let Some(default) = &schema.default {
        facts.push(values(t::default(locale), std::slice::from_ref(default)));
    }
    let example = example.or(schema.examples.first());
    if let Some(example) = example.filter(|it| schema.values.is_empty() && !it.is_object()) {
        facts.push(values(t::example(locale), std::slice::from_ref(example)));
    }
    if !schema.others.is_empty() {
        let others = schema.others.iter().map(|it| Value::from(it.as_str()));
        facts.push(values(t::more_rules(locale), &others.collect::<Vec<_>>()));
    }
    let link = match &schema.content {
        Content::Link(link) => Some(schema_link(link, locale)),
        _ => None,
    };
    view! {
        {(!facts.is_empty()).then(|| view! { <p class="param__facts">{facts}</p> })}
        {link.map(|link| view! { <p class="param__facts">{link}</p> })}
    }
    .into_any()
}

fn rule_view(of: &Rule, locale: Locale) -> AnyView {
    match of {
        Rule::Pattern(pattern) => values(t::pattern(locale), &[Value::from(pattern.as_str())]),
        of => view! { <span>{rule(of, locale)}</span> }.into_any(),
    }
}

fn values(word: &'static str, values: &[Value]) -> AnyView {
    let values = values.iter().map(|it| {
        let text = value(it);
        view! { " " <code translate="no">{text}</code> }
    });
    view! { <span>{word} ":" {values.collect_view()}</span> }.into_any()
}

fn schema_link(link: &SchemaLink, locale: Locale) -> AnyView {
    match link {
        SchemaLink::Named { slug, name } => {
            let (href, name) = (format!("#{}", schema_anchor(slug)), name.clone());
            view! { <span>{t::see(locale)} " " <a href=href translate="no">{name}</a></span> }
                .into_any()
        }
        SchemaLink::Elsewhere(reference) => {
            let reference = reference.clone();
            view! { <span>{t::elsewhere(locale)} ": " <code translate="no">{reference}</code></span> }
                .into_any()
        }
        SchemaLink::Document => view! { <span>{t::in_document(locale)}</span> }.into_any(),
    }
}
