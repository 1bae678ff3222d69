//! What the portal answered.

use axum::{
    body::to_bytes,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::Response,
};
use scraper::{ElementRef, Html, Selector};
use serde::de::DeserializeOwned;

#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub async fn of(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        Self {
            status: parts.status,
            headers: parts.headers,
            bytes: to_bytes(body, usize::MAX).await.unwrap().to_vec(),
        }
    }

    #[track_caller]
    pub fn is(&self, status: StatusCode) -> &Self {
        assert_eq!(self.status, status, "{}", self.html());
        self
    }

    /// 303, and where to.
    #[track_caller]
    pub fn location(&self) -> &str {
        self.is(StatusCode::SEE_OTHER).header(header::LOCATION)
    }

    /// A header; nothing when it is not there.
    pub fn header(&self, name: HeaderName) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }

    pub fn html(&self) -> &str {
        str::from_utf8(&self.bytes).unwrap_or("(not a text)")
    }

    /// The body of an answer to a program.
    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|error| panic!("{error} in {}", self.html()))
    }

    /// A part of a page, that came in this answer, as if it were one.
    pub fn of_html(&self, html: &str) -> Self {
        Self {
            status: self.status,
            headers: self.headers.clone(),
            bytes: html.as_bytes().to_vec(),
        }
    }

    /// The text of every element that the selector finds, its whitespace folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let in_one_line = self.html().replace(BREAK_OPPORTUNITY, "");
        let (document, selector) = (Html::parse_document(&in_one_line), parsed(selector));
        document.select(&selector).map(text).collect()
    }

    /// The same, its whitespace as a browser has it.
    pub fn raw_texts(&self, selector: &str) -> Vec<String> {
        let (document, selector) = (Html::parse_document(self.html()), parsed(selector));
        let texts = document.select(&selector).map(|it| it.text().collect());
        texts.collect()
    }

    /// The text of the one element that the selector finds.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        let mut texts = self.texts(selector);
        assert_eq!(texts.len(), 1, "{selector} in {}", self.html());
        texts.remove(0)
    }

    /// An attribute of every element that the selector finds and that has it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let (document, selector) = (Html::parse_document(self.html()), parsed(selector));
        let values = document.select(&selector).filter_map(|it| it.attr(name));
        values.map(str::to_owned).collect()
    }

    /// What just happened, as the page says on top.
    #[track_caller]
    pub fn flash(&self) -> String {
        self.text(".flash")
    }

    /// All by which a reader could tell two answers apart: without what names the request and
    /// without cookies.
    pub fn essence(&self) -> (StatusCode, HeaderMap, &str) {
        let mut headers = self.headers.clone();
        for name in ["x-request-id", "set-cookie", "date"] {
            headers.remove(name);
        }
        (self.status, headers, self.html())
    }

    /// The first heading of a page.
    #[track_caller]
    pub fn heading(&self) -> String {
        self.text("main h1")
    }

    /// What stands beside a field that was filled wrongly; the summary above must link to it.
    #[track_caller]
    pub fn error_of(&self, field: &str) -> String {
        let linked = self.texts(&format!(".error-summary a[href='#{field}']"));
        assert_eq!(linked.len(), 1, "links to {field} in {}", self.html());
        self.text(&format!("[id='{field}-error']"))
    }

    /// What a field holds.
    #[track_caller]
    pub fn value_of(&self, field: &str) -> String {
        let document = Html::parse_document(self.html());
        let selector = parsed(&format!("form [name='{field}']"));
        let input = document.select(&selector).next();
        let input = input.unwrap_or_else(|| panic!("no field {field} in {}", self.html()));
        input
            .attr("value")
            .map_or_else(|| text(input), str::to_owned)
    }
}

/// Where a long word may be broken: an address before its at sign.
const BREAK_OPPORTUNITY: &str = "<wbr>";

fn parsed(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

fn text(element: ElementRef) -> String {
    let words: Vec<_> = element.text().flat_map(str::split_whitespace).collect();
    words.join(" ")
}
