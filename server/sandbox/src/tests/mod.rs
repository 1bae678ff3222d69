//! Answers to calls of the demo APIs.

mod crm;
mod documents;
mod parameters;
mod paths;
mod queries;
mod score;
mod smv;
mod usual;
mod wild;

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::{Answer, Call, Moment, Sandbox};

pub(super) const TRANSACTION: Uuid = Uuid::from_u128(0x0199_a1f2_7c3e_7d4a_9b61_5e2f_8c0d_4a17);
pub(super) const URL: &str = "https://balcao.example";

pub(super) const SMV: &str = include_str!("../../../domain/demo/catalogue/smv/openapi.json");
pub(super) const SCORE: &str =
    include_str!("../../../domain/demo/catalogue/score-de-credito/openapi.json");
pub(super) const CRM: &str =
    include_str!("../../../domain/demo/catalogue/crm-na-nuvem/openapi.json");

pub(super) fn moment() -> Moment<'static> {
    Moment {
        transaction: TRANSACTION,
        now: now(),
        public_url: URL,
    }
}

fn now() -> DateTime<Utc> {
    "2026-10-01T12:30:00Z".parse().unwrap()
}

/// An API that is called.
struct Api(Sandbox);

impl Api {
    fn of(document: &str) -> Self {
        Self(Sandbox::compile(document).unwrap())
    }

    fn call(&self, method: &str, path_and_query: &str, body: &[u8]) -> Answer {
        self.call_with(method, path_and_query, &[], body)
    }

    fn call_with(
        &self,
        method: &str,
        path_and_query: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let (path, query) = match path_and_query.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (path_and_query, None),
        };
        self.0.answer(&Call {
            method,
            path,
            query,
            headers,
            body,
            transaction: TRANSACTION,
            now: now(),
            public_url: URL,
        })
    }

    fn get(&self, path_and_query: &str) -> Answer {
        self.call("GET", path_and_query, b"")
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        self.call("POST", path, body.to_string().as_bytes())
    }
}

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap()
}
