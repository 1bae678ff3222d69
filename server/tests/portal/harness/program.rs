//! A program of a company: it has a credential, and no cookies.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode, header, request::Builder},
    response::Response,
};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::{Answer, HOST};

/// Where programs call from.
const SERVERS: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 10));
pub const TOKEN: &str = "/oauth2/v1/token";
pub const GRANT: &str = "grant_type=client_credentials";

#[derive(Clone)]
pub struct Program {
    router: Router,
    address: IpAddr,
    pub public_key: String,
    pub secret_key: String,
}

impl Program {
    pub fn new(router: Router, public_key: String, secret_key: String) -> Self {
        Self {
            router,
            address: SERVERS,
            public_key,
            secret_key,
        }
    }

    /// The same program on another machine.
    pub fn from(&self, address: IpAddr) -> Self {
        Self {
            address,
            ..self.clone()
        }
    }

    /// The same program, asking another instance of the portal.
    pub fn at(&self, router: Router) -> Self {
        Self {
            router,
            ..self.clone()
        }
    }

    /// The same program with another secret key.
    pub fn with(&self, secret_key: String) -> Self {
        Self {
            secret_key,
            ..self.clone()
        }
    }

    /// The same program with a secret key that is not its own.
    pub fn mistaken(&self) -> Self {
        self.with("A".repeat(self.secret_key.len()))
    }

    pub fn credential(&self) -> String {
        BASE64_STANDARD.encode(format!("{}:{}", self.public_key, self.secret_key))
    }

    pub fn basic(&self) -> String {
        format!("Basic {}", self.credential())
    }

    /// Asks for a token as the documentation shows it.
    pub async fn asks_for_token(&self) -> Answer {
        self.posts(TOKEN, &[("x-client-auth", &self.basic())], GRANT)
            .await
    }

    /// A token it got.
    pub async fn token(&self) -> String {
        let answer = self.asks_for_token().await;
        let json: Value = answer.is(StatusCode::OK).json();
        json["access_token"].as_str().unwrap().to_owned()
    }

    /// What it is told of a token.
    pub async fn introspects(&self, token: &str) -> Value {
        let headers = [("x-client-auth", &*self.basic())];
        let answer = self
            .posts("/oauth2/v1/introspect", &headers, &format!("token={token}"))
            .await;
        answer.is(StatusCode::OK).json()
    }

    pub async fn is_active(&self, token: &str) -> bool {
        self.introspects(token).await["active"].as_bool().unwrap()
    }

    pub async fn revokes(&self, token: &str) -> Answer {
        let headers = [("x-client-auth", &*self.basic())];
        self.posts("/oauth2/v1/revoke", &headers, &format!("token={token}"))
            .await
    }

    /// Sends a form.
    pub async fn posts(&self, path: &str, headers: &[(&str, &str)], form: &str) -> Answer {
        let kind = "application/x-www-form-urlencoded;charset=UTF-8";
        let request = Request::post(path).header(header::CONTENT_TYPE, kind);
        self.sends(with(request, headers), form.to_owned().into())
            .await
    }

    /// Calls SMV as the documentation shows it.
    pub async fn calls_smv(&self, token: &str, body: &Value) -> Answer {
        let bearer = format!("Bearer {token}");
        let path = "/identity/v1/mobileidentities/smvs";
        self.posts_json(path, &[("x-client-auth", &bearer)], body)
            .await
    }

    pub async fn posts_json(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        self.sends(with(request, headers), body.to_string().into())
            .await
    }

    pub async fn gets(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.sends(with(Request::get(path), headers), Body::empty())
            .await
    }

    pub async fn sends(&self, request: Builder, body: Body) -> Answer {
        Answer::of(self.begins(request, body).await).await
    }

    /// Sends a request; the body of its answer is yet to be read.
    pub async fn begins(&self, request: Builder, body: Body) -> Response {
        let mut request = request.body(body).unwrap();
        request.headers_mut().entry(header::HOST).or_insert(HOST);
        let from = SocketAddr::new(self.address, 40_000);
        request.extensions_mut().insert(ConnectInfo(from));
        self.router.clone().oneshot(request).await.unwrap()
    }
}

/// What SMV is asked about a number.
pub fn smv(number: &str) -> Value {
    json!({"data": {
        "msisdn": number, "ip": "203.0.113.10", "port": 51544, "timestamp": 1_788_782_400,
    }})
}

fn with(request: Builder, headers: &[(&str, &str)]) -> Builder {
    let add = |request: Builder, (name, value): &(&str, &str)| request.header(*name, *value);
    headers.iter().fold(request, add)
}
