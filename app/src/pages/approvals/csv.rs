//! The list as a file for spreadsheets (RFC 4180), as those of use are written.

use axum::{
    extract::Query,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::{
    Place,
    approvals::{self, QueueItem},
};
use locales::{Locale, approval_queue as t, approvals as words, terms as nouns};

use super::filter::Filter;
use crate::{
    components::terms,
    web::{PageError, Visit},
};

/// The rows that are read at once, and those of a file at most.
const AT_ONCE: usize = 500;
pub(super) const MAX_ROWS: usize = 10_000;
const BYTE_ORDER_MARK: &str = "\u{feff}";
const LINE_END: &str = "\r\n";
/// What makes a spreadsheet take a text for a formula (OWASP, CSV Injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

pub(super) async fn download(
    visit: Visit,
    Query(filter): Query<Filter>,
) -> Result<Response, PageError> {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"aprovacoes.csv\""),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, text(&visit, &filter).await?).into_response())
}

async fn text(visit: &Visit, filter: &Filter) -> Result<String, PageError> {
    let (scope, catalogue) = (&visit.scope, visit.catalogue());
    let search = filter.search(&catalogue.current());
    let mut text = BYTE_ORDER_MARK.to_owned();
    line(
        &mut text,
        &head(visit.locale).map(str::to_owned),
        visit.locale,
    );
    let (mut place, mut rows) = (Place::First, 0);
    while rows < MAX_ROWS {
        let found = approvals::page(scope, catalogue, &search, (place, AT_ONCE)).await?;
        for item in &found.items {
            line(&mut text, &fields(item, visit), visit.locale);
        }
        rows += found.items.len();
        match found.items.last() {
            Some(last) if found.has_next => place = Place::After(last.request.id),
            _ => break,
        }
    }
    Ok(text)
}

const fn head(locale: Locale) -> [&'static str; 12] {
    [
        nouns::request(locale),
        words::state(locale),
        nouns::company(locale),
        nouns::cnpj(locale),
        nouns::group(locale),
        t::api(locale),
        t::plan(locale),
        nouns::application(locale),
        nouns::applicant(locale),
        t::assignee(locale),
        words::sent(locale),
        t::target(locale),
    ]
}

fn fields(item: &QueueItem, visit: &Visit) -> [String; 12] {
    let locale = visit.locale;
    let request = &item.request;
    let time = |at: domain::clock::Timestamp| at.with_timezone(&visit.time_zone()).to_rfc3339();
    let assignee = item.assignee.as_ref().map(|it| it.name.clone());
    let due = item.waiting.and(request.due_at);
    [
        request.number.clone(),
        terms::status(item.status, locale).to_owned(),
        item.group.legal_name.clone(),
        item.group.cnpj.masked(),
        item.group.name.clone(),
        item.api.text(locale).name.clone(),
        terms::requested_plan(request.kind, request.plan, locale).to_owned(),
        request.name.clone(),
        item.applicant.name.clone(),
        assignee.unwrap_or_default(),
        time(request.submitted_at),
        due.map(time).unwrap_or_default(),
    ]
}

fn line(text: &mut String, fields: &[String], locale: Locale) {
    let separator = if locale == Locale::En { "," } else { ";" };
    let quoted: Vec<_> = fields.iter().map(|field| quoted(field)).collect();
    text.push_str(&quoted.join(separator));
    text.push_str(LINE_END);
}

/// In quotes where it needs them; behind an apostrophe where a spreadsheet would calculate it.
fn quoted(field: &str) -> String {
    let harmless = if field.starts_with(FORMULA) {
        format!("'{field}")
    } else {
        field.to_owned()
    };
    if harmless.contains(['"', ',', ';', '\'', '\r', '\n']) {
        format!("\"{}\"", harmless.replace('"', "\"\""))
    } else {
        harmless
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_ends_another_or_is_calculated() {
        assert_eq!(quoted("Padaria Aurora"), "Padaria Aurora");
        assert_eq!(quoted("A \"B\"; C"), "\"A \"\"B\"\"; C\"");
        assert_eq!(quoted("a\nb"), "\"a\nb\"");
        for formula in ["=1+1", "+1", "-1", "@x", "\tx"] {
            assert_eq!(quoted(formula), format!("\"'{formula}\""), "{formula:?}");
        }
    }
}
