//! The parts of schemas, unfolded in place.

use leptos::prelude::*;
use locales::{Locale, number, reference as t};
use openapi::reference::{Alternatives, Members, Schema};

use super::{
    fields::{Field, SchemaFacts},
    markdown::Description,
    words::kind,
};

/// The parts of a value as a list of fields; nothing where there are none.
pub(super) fn schema_parts(schema: &Schema, locale: Locale) -> Option<AnyView> {
    let members = schema.members()?;
    // A list of objects is told of by the fields of its items.
    if let Some(items) = only_items(members) {
        let own = schema_parts(items, locale);
        let facts = (!is_told_by_kind(items)).then(|| {
            view! {
                <SchemaFacts schema=items of=Some(t::each_item(locale)) locale/>
                <Description text=&items.description locale/>
            }
        });
        return (own.is_some() || facts.is_some()).then(|| view! { {facts} {own} }.into_any());
    }
    let fields = fields(members, locale);
    let has_fields = !fields.is_empty();
    let closed = members.is_closed && (has_fields || members.alternatives.is_empty());
    let view = view! {
        {has_fields.then(|| view! { <ul class="params" role="list">{fields}</ul> })}
        {(members.omitted > 0).then(|| more(members.omitted, locale))}
        {closed.then(|| view! { <p class="param__facts">{t::no_other_fields(locale)}</p> })}
        {members.alternatives.iter().map(|it| alternatives(it, locale)).collect_view()}
        {members.not.as_deref().map(|it| must_not_be(it, locale))}
    };
    Some(view.into_any())
}

/// The same below a field: to be folded, unless it is told of in a line.
pub(super) fn nested_parts(schema: &Schema, name: &str, locale: Locale) -> Option<AnyView> {
    let parts = schema_parts(schema, locale)?;
    if is_one_line(schema) {
        return Some(parts);
    }
    let has_fields = schema.members().is_some_and(|it| !it.properties.is_empty());
    let title = if has_fields {
        t::fields_of(locale, name)
    } else {
        t::parts_of(locale, name)
    };
    let view = view! {
        <details class="param__parts" open><summary>{title}</summary>{parts}</details>
    };
    Some(view.into_any())
}

fn is_one_line(schema: &Schema) -> bool {
    schema.members().is_some_and(|members| {
        if let Some(items) = only_items(members) {
            return items.members().is_none() || is_one_line(items);
        }
        let forms = members.alternatives.iter().flat_map(|it| &it.schemas);
        let has_fields = !members.properties.is_empty()
            || !members.patterns.is_empty()
            || !members.first_items.is_empty()
            || members.additional.is_some()
            || members.items.is_some();
        !has_fields && forms.into_iter().all(is_plain)
    })
}

/// Whether a schema has neither parts nor anything to be said beside its type.
fn is_plain(schema: &Schema) -> bool {
    schema.members().is_none() && schema.title.is_empty() && is_told_by_kind(schema)
}

/// The items of a list that has nothing else to tell.
fn only_items(members: &Members) -> Option<&Schema> {
    let is_list = members.properties.is_empty()
        && members.first_items.is_empty()
        && members.alternatives.is_empty()
        && members.additional.is_none();
    members.items.as_deref().filter(|_| is_list)
}

/// Whether the name of its type says all of an item.
fn is_told_by_kind(items: &Schema) -> bool {
    let has_link = matches!(items.content, openapi::reference::Content::Link(_));
    items.description.is_empty()
        && items.rules.is_empty()
        && items.values.is_empty()
        && items.examples.is_empty()
        && items.default.is_none()
        && items.others.is_empty()
        && !has_link
}

fn fields(members: &Members, locale: Locale) -> Vec<AnyView> {
    let properties = members.properties.iter().map(|property| {
        let field = Field::of_part(Some(&property.name), None, &property.schema);
        field.required(property.required).draw(locale)
    });
    let sentence = |sentence, schema| Field::of_part(None, Some(sentence), schema).draw(locale);
    let patterns = members.patterns.iter();
    let patterns =
        patterns.map(|(pattern, schema)| sentence(t::name_like(locale, pattern), schema));
    let additional = members.additional.as_deref();
    let additional = additional.map(|schema| sentence(t::any_name(locale).to_owned(), schema));
    let first = members.first_items.iter().enumerate();
    let first = first.map(|(place, schema)| sentence(t::item(locale, place + 1), schema));
    let items = members.items.as_deref();
    let items = items.map(|schema| sentence(t::each_item(locale).to_owned(), schema));
    let fields = properties.chain(patterns).chain(additional);
    fields.chain(first).chain(items).collect()
}

fn more(omitted: usize, locale: Locale) -> impl IntoView {
    let count = number::count(omitted as u64, locale);
    view! { <p class="param__facts">{t::more_fields(locale, count)}</p> }
}

fn alternatives(alternatives: &Alternatives, locale: Locale) -> AnyView {
    let told = alternatives.discriminator.as_ref();
    let told = told.map(|it| t::told_by(locale, &it.property));
    let heading = if alternatives.is_exactly_one {
        t::exactly_one(locale)
    } else {
        t::at_least_one(locale)
    };
    if alternatives.schemas.iter().all(is_plain) {
        let kinds = alternatives.schemas.iter().map(|it| kind(it, locale));
        let kinds = kinds.collect::<Vec<_>>().join(", ");
        return view! { <p class="param__facts"><span>{heading} ": " {kinds}</span></p> }
            .into_any();
    }
    let forms = alternatives.schemas.iter().enumerate();
    let forms = forms.map(|(place, schema)| form(schema, place + 1, locale));
    view! {
        <p class="param__facts">
            <span>{heading} ":"</span> {told.map(|told| view! { <span>{told}</span> })}
        </p>
        <ul class="forms" role="list">{forms.collect_view()}</ul>
    }
    .into_any()
}

fn form(schema: &Schema, place: usize, locale: Locale) -> AnyView {
    let title = schema.title.in_language(locale.tag());
    let title = (!title.is_empty()).then(|| title.to_owned());
    let title = title.or_else(|| schema.name.clone());
    let title = title.unwrap_or_else(|| t::form(locale, place));
    let told = kind(schema, locale);
    let told = (told != title).then_some(told);
    view! {
        <li><details class="form" open>
            <summary>{title} " " <span class="param__type">{told}</span></summary>
            <Description text=&schema.description locale/>
            <SchemaFacts schema locale/>
            {schema_parts(schema, locale)}
        </details></li>
    }
    .into_any()
}

fn must_not_be(schema: &Schema, locale: Locale) -> impl IntoView + use<> {
    view! {
        <p class="param__facts">{t::must_not_be(locale)} ": " {kind(schema, locale)}</p>
        <SchemaFacts schema locale/>
    }
}
