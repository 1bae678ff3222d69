//! What is wrong with an `OpenAPI` document, in the reader's language. What a parser said stays in
//! its own words.

use locales::{Locale, openapi_problems as t};
use openapi::{Expected, ProblemKind, ValueType};

pub(super) fn words(kind: &ProblemKind, locale: Locale) -> String {
    of_the_text(kind, locale)
        .or_else(|| of_a_field(kind, locale))
        .or_else(|| of_a_schema(kind, locale))
        .or_else(|| of_a_path(kind, locale))
        .unwrap_or_else(|| kind.to_string())
}

fn of_the_text(kind: &ProblemKind, locale: Locale) -> Option<String> {
    Some(match kind {
        ProblemKind::TooLarge { limit } => t::too_large(locale, limit >> 20),
        ProblemKind::TooMuch { values, text } => t::too_much(locale, values, text >> 20),
        ProblemKind::TooDeep { limit } => t::too_deep(locale, limit),
        ProblemKind::NameTooLong { limit } => t::name_too_long(locale, limit),
        ProblemKind::Encoding(name) => t::encoding(locale, name),
        ProblemKind::NotUtf8 => t::not_utf8(locale).to_owned(),
        ProblemKind::Empty => t::empty(locale).to_owned(),
        ProblemKind::Json(said) => t::json(locale, said),
        ProblemKind::Yaml(said) => t::yaml(locale, said),
        ProblemKind::SeveralDocuments => t::several_documents(locale).to_owned(),
        ProblemKind::DuplicateName { name, first } => match first {
            Some(line) => t::duplicate_name_after(locale, name, line),
            None => t::duplicate_name(locale, name),
        },
        ProblemKind::NameNotText => t::name_not_text(locale).to_owned(),
        ProblemKind::Tag(tag) => t::tag(locale, tag),
        ProblemKind::AliasWithinItself => t::alias_within_itself(locale).to_owned(),
        ProblemKind::Merge => t::merge(locale).to_owned(),
        ProblemKind::NotJson(text) => t::not_json(locale, text),
        _ => return None,
    })
}

fn of_a_field(kind: &ProblemKind, locale: Locale) -> Option<String> {
    Some(match kind {
        ProblemKind::Edition(edition) => t::edition(locale, edition),
        ProblemKind::Missing(name) => t::missing(locale, name),
        ProblemKind::WrongType { expected, found } => wrong_type(*expected, *found, locale),
        ProblemKind::WrongChoice { found, choices } => {
            t::wrong_choice(locale, found, choices.join(", "))
        }
        ProblemKind::UnknownField(name) => t::unknown_field(locale, name),
        ProblemKind::OtherEdition(name) => t::other_edition(locale, name),
        ProblemKind::EmptyList(name) => t::empty_list(locale, name),
        ProblemKind::NotObeyed(name) => t::not_obeyed(locale, name),
        ProblemKind::BesideReference(name) => t::beside_reference(locale, name),
        _ => return None,
    })
}

fn of_a_schema(kind: &ProblemKind, locale: Locale) -> Option<String> {
    Some(match kind {
        ProblemKind::RemoteReference(reference) => t::remote_reference(locale, reference),
        ProblemKind::LostReference(reference) => t::lost_reference(locale, reference),
        ProblemKind::ReferenceLoop(reference) => t::reference_loop(locale, reference),
        ProblemKind::SchemaLoop => t::schema_loop(locale).to_owned(),
        ProblemKind::SchemasTooLarge => t::schemas_too_large(locale).to_owned(),
        ProblemKind::Schema(said) => t::schema(locale, said),
        ProblemKind::Pattern(pattern) => t::pattern(locale, pattern),
        _ => return None,
    })
}

fn of_a_path(kind: &ProblemKind, locale: Locale) -> Option<String> {
    Some(match kind {
        ProblemKind::PathSyntax(path) => t::path_syntax(locale, path),
        ProblemKind::PathWithQuery(path) => t::path_with_query(locale, path),
        ProblemKind::PathWithoutSeparator(path) => t::path_without_separator(locale, path),
        ProblemKind::SamePath(other) => t::same_path(locale, other),
        ProblemKind::UndescribedParameter(name) => t::undescribed_parameter(locale, name),
        ProblemKind::StrayParameter(name) => t::stray_parameter(locale, name),
        ProblemKind::OptionalInPath(name) => t::optional_in_path(locale, name),
        ProblemKind::Style { style, .. } => t::style(locale, style),
        ProblemKind::ReservedHeader(name) => t::reserved_header(locale, name),
        ProblemKind::NoSchema => t::no_schema(locale).to_owned(),
        ProblemKind::SeveralSchemas => t::several_schemas(locale).to_owned(),
        ProblemKind::DuplicateParameter(name) => t::duplicate_parameter(locale, name),
        ProblemKind::NoJson(name) => t::no_json(locale, name),
        ProblemKind::DuplicateOperation(id) => t::duplicate_operation(locale, id),
        ProblemKind::Status(status) => t::status(locale, status),
        _ => return None,
    })
}

fn wrong_type(expected: Expected, found: ValueType, locale: Locale) -> String {
    let is_bare = matches!(found, ValueType::Number | ValueType::Boolean);
    let is_text = expected == Expected::A(ValueType::Text);
    let expected = match expected {
        Expected::A(kind) => type_name(kind, locale),
        Expected::Count => t::a_count(locale),
        Expected::Texts => t::some_texts(locale),
        Expected::TextOrTexts => t::text_or_texts(locale),
        Expected::Schema => t::a_schema(locale),
    };
    let said = t::wrong_type(locale, expected, type_name(found, locale));
    if is_text && is_bare {
        format!("{said}; {}", t::put_in_quotes(locale))
    } else {
        said
    }
}

const fn type_name(kind: ValueType, locale: Locale) -> &'static str {
    match kind {
        ValueType::Null => t::a_null(locale),
        ValueType::Boolean => t::a_boolean(locale),
        ValueType::Number => t::a_number(locale),
        ValueType::Text => t::a_text(locale),
        ValueType::List => t::a_list(locale),
        ValueType::Object => t::an_object(locale),
    }
}
