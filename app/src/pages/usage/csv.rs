//! The numbers of a report as a file for spreadsheets (RFC 4180).
//!
//! Where the decimal mark is a comma, fields are set apart by semicolons, as spreadsheets in
//! those languages read them. The byte order mark tells them that it is UTF-8.

use std::time::Duration;

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono_tz::Tz;
use domain::{
    clock::Timestamp,
    usage::{Bucket, Report},
};
use locales::{Locale, usage as t};

use super::numbers;
use crate::web::Visit;

const BYTE_ORDER_MARK: &str = "\u{feff}";
const LINE_END: &str = "\r\n";

/// The file, to be kept and not shown.
pub(super) fn file(report: &Report, visit: &Visit) -> Response {
    let name = format!("attachment; filename=\"uso-{}.csv\"", report.window);
    let name = HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    let body = text(report, visit.time_zone(), visit.locale);
    (headers, body).into_response()
}

fn text(report: &Report, zone: Tz, locale: Locale) -> String {
    let head = [
        t::start(locale),
        t::end(locale),
        t::calls(locale),
        t::succeeded(locale),
        t::failed(locale),
        t::median_ms(locale),
        t::p95_ms(locale),
    ];
    let mut text = BYTE_ORDER_MARK.to_owned();
    line(&mut text, &head.map(str::to_owned), locale);
    for bucket in &report.buckets {
        line(&mut text, &fields(bucket, zone, locale), locale);
    }
    text
}

fn fields(bucket: &Bucket, zone: Tz, locale: Locale) -> [String; 7] {
    let figures = &bucket.figures;
    let time = |at: Timestamp| at.with_timezone(&zone).to_rfc3339();
    [
        time(bucket.starts_at),
        time(bucket.ends_at),
        figures.calls.to_string(),
        figures.successes().to_string(),
        figures.errors.to_string(),
        millis(figures.p50, locale),
        millis(figures.p95, locale),
    ]
}

/// At most one decimal, and no sign between thousands, which a spreadsheet might read as a decimal mark.
fn millis(elapsed: Option<Duration>, locale: Locale) -> String {
    let mark = if locale == Locale::En { '.' } else { ',' };
    elapsed.map_or_else(String::new, |elapsed| {
        let tenths = numbers::tenths(elapsed.as_micros());
        match (tenths / 10, tenths % 10) {
            (whole, 0) => whole.to_string(),
            (whole, tenth) => format!("{whole}{mark}{tenth}"),
        }
    })
}

fn line(text: &mut String, fields: &[String], locale: Locale) {
    let separator = if locale == Locale::En { "," } else { ";" };
    let quoted: Vec<_> = fields.iter().map(|field| quoted(field)).collect();
    text.push_str(&quoted.join(separator));
    text.push_str(LINE_END);
}

/// In quotes where it needs them. The crate `csv` would add errors that cannot happen here.
fn quoted(field: &str) -> String {
    if field.contains(['"', ',', ';', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use domain::usage::{Figures, KeyKind, Window};

    use super::*;

    fn report() -> Report {
        let figures = Figures {
            calls: 1200,
            errors: 3,
            p50: Some(Duration::from_micros(8_250)),
            p95: None,
        };
        Report {
            window: Window::Month,
            totals: figures,
            keys: KeyKind::Plan,
            statuses: vec![],
            kinds: vec![],
            buckets: vec![Bucket {
                starts_at: "2026-08-03T03:00:00Z".parse().unwrap(),
                ends_at: "2026-08-04T03:00:00Z".parse().unwrap(),
                figures,
            }],
        }
    }

    fn lines(locale: Locale) -> Vec<String> {
        let text = text(&report(), chrono_tz::America::Sao_Paulo, locale);
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap();
        text.split_terminator(LINE_END).map(str::to_owned).collect()
    }

    #[test]
    fn fields_are_set_apart_as_spreadsheets_of_the_language_read_them() {
        let times = "2026-08-03T00:00:00-03:00;2026-08-04T00:00:00-03:00";
        assert_eq!(
            lines(Locale::PtBr),
            [
                "Início;Fim;Chamadas;Com sucesso;Com erro;Mediana (ms);p95 (ms)".to_owned(),
                format!("{times};1200;1197;3;\"8,3\";"),
            ]
        );
        let times = times.replace(';', ",");
        assert_eq!(lines(Locale::En)[1], format!("{times},1200,1197,3,8.3,"));
    }

    #[test]
    fn a_field_that_would_end_another_is_quoted() {
        assert_eq!(quoted("a"), "a");
        assert_eq!(quoted("a \"b\"; c"), "\"a \"\"b\"\"; c\"");
    }
}
