//! What problems are, and what to do, in English.

use std::fmt::{Display, Formatter, Result};

use super::{super::ParameterLocation, Expected, ProblemKind, ValueType};

impl Display for ProblemKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.of_the_text(f)
            .or_else(|| self.of_a_field(f))
            .or_else(|| self.of_a_schema(f))
            .or_else(|| self.of_a_path(f))
            .or_else(|| self.of_a_parameter(f))
            .unwrap_or(Ok(()))
    }
}

/// Each has the words for some problems.
impl ProblemKind {
    fn of_the_text(&self, f: &mut Formatter<'_>) -> Option<Result> {
        Some(match self {
            Self::TooLarge { limit } => {
                write!(f, "the document has more than {} MiB", limit >> 20)
            }
            Self::TooMuch { values, text } => write!(
                f,
                "the document has, with all that its aliases stand for, more than {values} values \
                 or {} MiB of text",
                text >> 20
            ),
            Self::TooDeep { limit } => write!(
                f,
                "more than {limit} objects and lists stand within each other; move some to \
                 components and refer to them"
            ),
            Self::NameTooLong { limit } => write!(f, "the name has more than {limit} bytes"),
            Self::Encoding(name) => write!(f, "the text is {name}; save it as UTF-8"),
            Self::NotUtf8 => f.write_str("the text is no UTF-8; save it as UTF-8"),
            Self::Empty => f.write_str("the document is empty"),
            Self::Json(said) => write!(f, "this is no JSON: {said}"),
            Self::Yaml(said) => write!(f, "this is no YAML: {said}"),
            Self::SeveralDocuments => {
                f.write_str("another document begins here; put one alone into a file")
            }
            Self::DuplicateName { name, first } => {
                let first =
                    first.map_or_else(String::new, |line| format!(", first in line {line}"));
                write!(f, "the name {name} stands twice in the same object{first}")
            }
            Self::NameNotText => f.write_str("a name must be a text, and is a list or an object"),
            Self::Tag(tag) => write!(f, "the tag {tag} has no meaning in JSON; remove it"),
            Self::AliasWithinItself => {
                f.write_str("this alias stands within what it is an alias of; use $ref instead")
            }
            Self::Merge => f.write_str("only an object, or a list of them, can be merged by <<"),
            Self::NotJson(text) => write!(f, "JSON has no number {text}"),
            _ => return None,
        })
    }

    fn of_a_field(&self, f: &mut Formatter<'_>) -> Option<Result> {
        Some(match self {
            Self::Edition(edition) => {
                write!(f, "OpenAPI {edition} is not understood, only 3.0 and 3.1")
            }
            Self::Missing(name) => write!(f, "{name} is missing"),
            Self::WrongType { expected, found } => {
                let is_bare = matches!(found, ValueType::Number | ValueType::Boolean);
                let remedy = match expected {
                    Expected::A(ValueType::Text) if is_bare => "; put it in quotes",
                    _ => "",
                };
                write!(f, "this must be {expected}, but is {found}{remedy}")
            }
            Self::WrongChoice { found, choices } => {
                write!(f, "{found} is none of {}", choices.join(", "))
            }
            Self::UnknownField(name) => write!(
                f,
                "OpenAPI has no {name} here, so it is passed over; extensions begin with x-"
            ),
            Self::OtherEdition(name) => write!(
                f,
                "{name} belongs to another edition of OpenAPI, so it is passed over"
            ),
            Self::EmptyList(name) => {
                write!(f, "{name} has no schema in it, so it is passed over")
            }
            Self::NotObeyed(name) => write!(f, "{name} is not obeyed here"),
            Self::BesideReference(name) => {
                write!(f, "{name} is passed over, since it stands beside a $ref")
            }
            Self::RemoteReference(reference) => write!(
                f,
                "{reference} leads out of this document, and nothing is fetched; bundle the files \
                 into one"
            ),
            Self::LostReference(reference) => {
                write!(f, "{reference} leads nowhere in this document")
            }
            Self::ReferenceLoop(reference) => write!(
                f,
                "{reference} leads in a circle, or by too many references to its end"
            ),
            _ => return None,
        })
    }

    fn of_a_schema(&self, f: &mut Formatter<'_>) -> Option<Result> {
        Some(match self {
            Self::SchemaLoop => f.write_str(
                "this schema contains itself for the same value, or by too many references",
            ),
            Self::SchemasTooLarge => f.write_str("the schemas are too large together"),
            Self::Schema(said) => write!(f, "this is no JSON Schema: {said}"),
            Self::Pattern(pattern) => write!(
                f,
                "the pattern {pattern} is passed over, as no engine of linear time takes it"
            ),
            _ => return None,
        })
    }

    fn of_a_path(&self, f: &mut Formatter<'_>) -> Option<Result> {
        Some(match self {
            Self::PathSyntax(path) => write!(
                f,
                "{path} is no path: it begins with a slash, has each brace closed, and a name in it"
            ),
            Self::PathWithQuery(path) => write!(
                f,
                "{path} has more than a path, so no call reaches it; describe parameters instead"
            ),
            Self::PathWithoutSeparator(path) => write!(
                f,
                "in {path} two parameters follow each other; put something between them"
            ),
            Self::SamePath(other) => write!(
                f,
                "this is the same path as {other}, but for the names of its parameters"
            ),
            _ => return None,
        })
    }

    fn of_a_parameter(&self, f: &mut Formatter<'_>) -> Option<Result> {
        Some(match self {
            Self::UndescribedParameter(name) => write!(
                f,
                "the path has {{{name}}}, which no parameter describes, so any text is taken"
            ),
            Self::StrayParameter(name) => {
                write!(
                    f,
                    "the path has no {{{name}}}, so the parameter is passed over"
                )
            }
            Self::OptionalInPath(name) => write!(
                f,
                "{name} stands in the path, so it is always required; say so by required: true"
            ),
            Self::Style { style, location } => {
                write!(
                    f,
                    "a parameter in the {} has no style {style}",
                    place(*location)
                )
            }
            Self::ReservedHeader(name) => {
                write!(
                    f,
                    "OpenAPI describes no header {name}, so it is passed over"
                )
            }
            Self::NoSchema => {
                f.write_str("the parameter has neither a schema nor content, so any text is taken")
            }
            Self::SeveralSchemas => f.write_str(
                "the parameter must have a schema, or content of one type, and not more than that",
            ),
            Self::DuplicateParameter(name) => {
                write!(
                    f,
                    "the parameter {name} stands twice in this list; the first is taken"
                )
            }
            Self::NoJson(name) => write!(
                f,
                "the sandbox reads and writes JSON alone, and there is none in content of type \
                 {name}"
            ),
            Self::DuplicateOperation(id) => {
                write!(f, "two operations have the operationId {id}")
            }
            Self::Status(status) => write!(
                f,
                "{status} is no status; it is default, a number such as 200, or a class such as 2XX"
            ),
            _ => return None,
        })
    }
}

const fn place(location: ParameterLocation) -> &'static str {
    match location {
        ParameterLocation::Query => "query",
        ParameterLocation::Path => "path",
        ParameterLocation::Header => "header",
        ParameterLocation::Cookie => "cookie",
    }
}
