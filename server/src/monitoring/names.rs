//! All metrics with their labels and descriptions. README.md explains them to operators.

use axum::http::{Method, StatusCode};
use metrics::{Unit, describe_counter, describe_gauge, describe_histogram};

/// The type of a metric (<https://prometheus.io/docs/concepts/metric_types/>).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number that only grows until the program restarts.
    Counter,
    Gauge,
    /// A distribution of seconds.
    Histogram,
}

/// A metric. Its labels have few values, which are known beforehand.
#[derive(Clone, Copy, Debug)]
pub struct Metric {
    pub kind: Kind,
    pub name: &'static str,
    pub labels: &'static [&'static str],
    pub meaning: &'static str,
}

pub const HTTP_DURATION: &str = "balcao_http_request_duration_seconds";
pub const GATEWAY_DURATION: &str = "balcao_gateway_call_duration_seconds";
pub const TOKENS: &str = "balcao_token_requests_total";
/// The domain counts it, too.
pub const THROTTLED: &str = "balcao_throttled_total";
pub const PASSWORD_HASHES: &str = "balcao_password_hashes";
pub const CONNECTIONS: &str = "balcao_database_connections";
pub const WAITING_FOR_CONNECTION: &str = "balcao_database_waiting";
pub const JOBS: &str = "balcao_jobs";

/// All metrics, in the order of README.md.
pub const ALL: &[Metric] = &[
    Metric {
        kind: Kind::Histogram,
        name: HTTP_DURATION,
        labels: &["route", "method", "status"],
        meaning: "Time until the answer to a request begins",
    },
    Metric {
        kind: Kind::Histogram,
        name: GATEWAY_DURATION,
        labels: &["api", "answered_by", "status"],
        meaning: "Time until the answer to a call of an API begins",
    },
    Metric {
        kind: Kind::Counter,
        name: TOKENS,
        labels: &["outcome"],
        meaning: "Requests for an access token",
    },
    Metric {
        kind: Kind::Counter,
        name: THROTTLED,
        labels: &["kind"],
        meaning: "Requests that were refused because there had been too many",
    },
    Metric {
        kind: Kind::Counter,
        name: "balcao_mails_total",
        labels: &["outcome"],
        meaning: "Attempts to send a mail",
    },
    Metric {
        kind: Kind::Counter,
        name: "balcao_database_write_failures_total",
        labels: &["cause"],
        meaning: "Writes that the database could not keep",
    },
    Metric {
        kind: Kind::Gauge,
        name: PASSWORD_HASHES,
        labels: &["state"],
        meaning: "Passwords that are being hashed or wait for it",
    },
    Metric {
        kind: Kind::Gauge,
        name: CONNECTIONS,
        labels: &["pool", "state"],
        meaning: "Connections to the database",
    },
    Metric {
        kind: Kind::Gauge,
        name: WAITING_FOR_CONNECTION,
        labels: &["pool"],
        meaning: "Statements and transactions that wait for a connection",
    },
    Metric {
        kind: Kind::Gauge,
        name: JOBS,
        labels: &["state"],
        meaning: "Jobs in the database, whichever instance is to do them",
    },
];

/// Adds descriptions to scrapes.
pub(super) fn describe() {
    for metric in ALL {
        match metric.kind {
            Kind::Counter => describe_counter!(metric.name, metric.meaning),
            Kind::Gauge => describe_gauge!(metric.name, metric.meaning),
            Kind::Histogram => describe_histogram!(metric.name, Unit::Seconds, metric.meaning),
        }
    }
}

/// The method of a request as a label. Unknown methods share one label, since anybody may make them
/// up.
#[must_use]
pub fn method(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}

/// The status of an answer as a label.
#[must_use]
pub fn status_class(status: StatusCode) -> &'static str {
    match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}
