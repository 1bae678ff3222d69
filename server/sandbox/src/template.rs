//! Templates of bodies: an example as text, with placeholders for what differs by call.

use std::{collections::BTreeMap, str::FromStr};

use serde_json::Value;

use super::{
    Moment,
    invalid::{InvalidDocument, Reason},
    pages::Page,
    request::Request,
    value_path::ValuePath,
};

/// Mark the number of a placeholder in the text of an example: a control character, with which no
/// text of an example begins.
const OPENS: &str = "\"\\u0001";
const CLOSES: &str = "\\u0001\"";

#[derive(Debug)]
pub(super) struct Template {
    pieces: Vec<Piece>,
}

#[derive(Debug)]
enum Piece {
    Text(String),
    Placeholder {
        placeholder: Placeholder,
        /// The value in the example.
        example: Value,
    },
}

/// A placeholder.
#[derive(Clone, Debug)]
pub(super) enum Placeholder {
    Transaction,
    Status,
    Code,
    Message,
    Detail,
    Field,
    /// The path of the API's page on the portal.
    Page,
    Today,
    Now,
    /// A value of the request, or the example's value if the request has none.
    Request(ValuePath),
    Items,
    Next,
}

/// The values of placeholders.
pub(super) struct PlaceholderValues<'a> {
    pub(super) moment: &'a Moment<'a>,
    pub(super) status: u16,
    pub(super) code: &'a str,
    pub(super) message: &'a str,
    pub(super) detail: &'a str,
    pub(super) field: Option<&'a str>,
    /// A path on the portal.
    pub(super) page: &'a str,
    pub(super) request: Option<&'a Request<'a>>,
    pub(super) items: Option<Page<'a>>,
}

impl FromStr for Placeholder {
    type Err = Reason;

    fn from_str(text: &str) -> Result<Self, Reason> {
        Ok(match text {
            "transaction" => Self::Transaction,
            "status" => Self::Status,
            "code" => Self::Code,
            "message" => Self::Message,
            "detail" => Self::Detail,
            "field" => Self::Field,
            "page" => Self::Page,
            "today" => Self::Today,
            "now" => Self::Now,
            place => Self::Request(place.parse()?),
        })
    }
}

/// Placeholders by their JSON pointers.
pub(super) type Placeholders = BTreeMap<String, Placeholder>;

/// Parses the placeholders of a document.
pub(super) fn placeholders(
    fill: &BTreeMap<String, String>,
) -> Result<Placeholders, InvalidDocument> {
    let read = |(pointer, placeholder): (&String, &String)| match placeholder.parse::<Placeholder>()
    {
        Ok(placeholder) => Ok((pointer.clone(), placeholder)),
        Err(reason) => Err(reason.at(pointer)),
    };
    fill.iter().map(read).collect()
}

impl Template {
    /// Compiles an example. A placeholder without a value in the example is left out.
    pub(super) fn compile(mut example: Value, placeholders: &Placeholders) -> Self {
        let mut found = vec![];
        for (pointer, placeholder) in placeholders {
            if let Some(value) = example.pointer_mut(pointer) {
                let mark = Value::from(format!("\u{1}{}\u{1}", found.len()));
                found.push((placeholder.clone(), std::mem::replace(value, mark)));
            }
        }
        let json = example.to_string();
        let mut parts = json.split(OPENS);
        let mut pieces: Vec<_> = parts.next().map(text_piece).into_iter().collect();
        // The marks come in the order of the text, not in that of the pointers.
        for part in parts {
            let (number, rest) = part.split_once(CLOSES).unwrap_or_default();
            let placeholder = number
                .parse()
                .ok()
                .and_then(|number: usize| found.get(number));
            pieces.extend(
                placeholder.map(|(placeholder, example)| Piece::Placeholder {
                    placeholder: placeholder.clone(),
                    example: example.clone(),
                }),
            );
            pieces.push(text_piece(rest));
        }
        Self { pieces }
    }

    pub(super) fn fill(&self, values: &PlaceholderValues<'_>) -> String {
        let mut body = String::with_capacity(1024);
        for piece in &self.pieces {
            match piece {
                Piece::Text(json) => body.push_str(json),
                Piece::Placeholder {
                    placeholder,
                    example,
                } => values.push(&mut body, placeholder, example),
            }
        }
        body
    }
}

fn text_piece(json: &str) -> Piece {
    Piece::Text(json.to_owned())
}

impl PlaceholderValues<'_> {
    fn push(&self, body: &mut String, placeholder: &Placeholder, example: &Value) {
        match placeholder {
            Placeholder::Transaction => push_text(body, &self.moment.transaction.to_string()),
            Placeholder::Status if example.as_str().is_some() => {
                push_text(body, &self.status.to_string());
            }
            Placeholder::Status => body.push_str(&self.status.to_string()),
            Placeholder::Code => push_text(body, self.code),
            Placeholder::Message => push_text(body, self.message),
            Placeholder::Detail => push_text(body, self.detail),
            Placeholder::Field => match self.field {
                Some(field) => push_text(body, field),
                None => body.push_str("null"),
            },
            Placeholder::Page => {
                push_text(body, &format!("{}{}", self.moment.public_url, self.page));
            }
            Placeholder::Today => push_text(body, &self.moment.now.date_naive().to_string()),
            Placeholder::Now => push_text(body, &self.moment.now.format("%FT%TZ").to_string()),
            Placeholder::Request(place) => {
                match self.request.and_then(|request| place.find(request)) {
                    Some(value) => push_value(body, value),
                    None => body.push_str(&example.to_string()),
                }
            }
            Placeholder::Items => {
                body.push_str(&self.items.as_ref().map_or_else(String::new, Page::json));
            }
            Placeholder::Next => match self.items.as_ref().and_then(|page| page.next.as_deref()) {
                Some(next) => push_text(body, next),
                None => body.push_str("null"),
            },
        }
    }
}

fn push_text(body: &mut String, text: &str) {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
    if text.bytes().all(is_plain) {
        body.push('"');
        body.push_str(text);
        body.push('"');
    } else {
        push_value(body, &Value::from(text));
    }
}

fn push_value(body: &mut String, value: &Value) {
    body.push_str(&value.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::moment;

    #[test]
    fn holes_take_whole_values_and_keep_the_rest() {
        let example = r#"{"b":{"d":true,"c":7},"a":"x","e":"stays \"here\""}"#;
        let example = serde_json::from_str(example).unwrap();
        let fill = [("/a", "message"), ("/b/c", "status"), ("/nowhere", "code")];
        let fill = fill.map(|(pointer, placeholder)| (pointer.to_owned(), placeholder.to_owned()));
        let template = Template::compile(example, &placeholders(&fill.into()).unwrap());
        let body = template.fill(&PlaceholderValues {
            moment: &moment(),
            status: 404,
            code: "",
            message: "with \"quotes\" and ação",
            detail: "",
            field: None,
            page: "",
            request: None,
            items: None,
        });
        let filled =
            r#"{"b":{"d":true,"c":404},"a":"with \"quotes\" and ação","e":"stays \"here\""}"#;
        assert_eq!(body, filled);
    }
}
