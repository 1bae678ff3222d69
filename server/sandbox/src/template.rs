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
    Hole {
        hole: Hole,
        /// The value in the example.
        example: Value,
    },
}

/// A placeholder.
#[derive(Clone, Debug)]
pub(super) enum Hole {
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
pub(super) struct Filling<'a> {
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

impl FromStr for Hole {
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
pub(super) type Holes = BTreeMap<String, Hole>;

/// Parses the placeholders of a document.
pub(super) fn holes(fill: &BTreeMap<String, String>) -> Result<Holes, InvalidDocument> {
    let read = |(pointer, hole): (&String, &String)| match hole.parse::<Hole>() {
        Ok(hole) => Ok((pointer.clone(), hole)),
        Err(reason) => Err(reason.at(pointer)),
    };
    fill.iter().map(read).collect()
}

impl Template {
    /// Compiles an example. A placeholder without a value in the example is left out.
    pub(super) fn compile(mut example: Value, holes: &Holes) -> Self {
        let mut found = vec![];
        for (pointer, hole) in holes {
            if let Some(value) = example.pointer_mut(pointer) {
                let mark = Value::from(format!("\u{1}{}\u{1}", found.len()));
                found.push((hole.clone(), std::mem::replace(value, mark)));
            }
        }
        let json = example.to_string();
        let mut parts = json.split(OPENS);
        let mut pieces: Vec<_> = parts.next().map(text_piece).into_iter().collect();
        // The marks come in the order of the text, not in that of the pointers.
        for part in parts {
            let (number, rest) = part.split_once(CLOSES).unwrap_or_default();
            let hole = number
                .parse()
                .ok()
                .and_then(|number: usize| found.get(number));
            pieces.extend(hole.map(|(hole, example)| Piece::Hole {
                hole: hole.clone(),
                example: example.clone(),
            }));
            pieces.push(text_piece(rest));
        }
        Self { pieces }
    }

    pub(super) fn fill(&self, filling: &Filling<'_>) -> String {
        let mut body = String::with_capacity(1024);
        for piece in &self.pieces {
            match piece {
                Piece::Text(json) => body.push_str(json),
                Piece::Hole { hole, example } => filling.push(&mut body, hole, example),
            }
        }
        body
    }
}

fn text_piece(json: &str) -> Piece {
    Piece::Text(json.to_owned())
}

impl Filling<'_> {
    fn push(&self, body: &mut String, hole: &Hole, example: &Value) {
        match hole {
            Hole::Transaction => push_text(body, &self.moment.transaction.to_string()),
            Hole::Status if example.as_str().is_some() => push_text(body, &self.status.to_string()),
            Hole::Status => body.push_str(&self.status.to_string()),
            Hole::Code => push_text(body, self.code),
            Hole::Message => push_text(body, self.message),
            Hole::Detail => push_text(body, self.detail),
            Hole::Field => match self.field {
                Some(field) => push_text(body, field),
                None => body.push_str("null"),
            },
            Hole::Page => push_text(body, &format!("{}{}", self.moment.public_url, self.page)),
            Hole::Today => push_text(body, &self.moment.now.date_naive().to_string()),
            Hole::Now => push_text(body, &self.moment.now.format("%FT%TZ").to_string()),
            Hole::Request(place) => match self.request.and_then(|request| place.find(request)) {
                Some(value) => push_value(body, value),
                None => body.push_str(&example.to_string()),
            },
            Hole::Items => body.push_str(&self.items.as_ref().map_or_else(String::new, Page::json)),
            Hole::Next => match self.items.as_ref().and_then(|page| page.next.as_deref()) {
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
        let fill = fill.map(|(pointer, hole)| (pointer.to_owned(), hole.to_owned()));
        let template = Template::compile(example, &holes(&fill.into()).unwrap());
        let body = template.fill(&Filling {
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
