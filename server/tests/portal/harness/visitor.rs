//! Somebody with a browser: asks for pages, sends forms, keeps cookies.

use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
    sync::Mutex,
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, header, request::Builder},
};
use tower::ServiceExt;

use super::{Answer, HOST};

pub struct Visitor {
    router: Router,
    address: IpAddr,
    cookies: Mutex<BTreeMap<String, String>>,
    /// Whom they last signed in as.
    email: Mutex<Option<String>>,
}

/// A file that somebody chose in a field.
pub struct Upload<'a> {
    pub field: &'a str,
    pub name: &'a str,
    pub media_type: &'a str,
    pub content: &'a [u8],
}

impl Upload<'_> {
    fn head(&self) -> String {
        let (field, media_type) = (self.field, self.media_type);
        let name = self.name.replace('"', "%22");
        format!("name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: {media_type}")
    }
}

impl Visitor {
    pub fn new(router: Router, address: IpAddr) -> Self {
        Self {
            router,
            address,
            cookies: Mutex::default(),
            email: Mutex::default(),
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path)).await
    }

    /// Sends a form the way a browser does.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send_form(
            Request::post(path).header("Sec-Fetch-Site", "same-origin"),
            fields,
        )
        .await
    }

    /// Sends the form of the sign-in page.
    pub async fn enters(&self, email: &str, password: &str) -> Answer {
        *self.email.lock().unwrap() = Some(email.to_owned());
        self.post("/entrar", &[("email", email), ("password", password)])
            .await
    }

    /// Sends a form with a head of the test's own making.
    pub async fn send_form(&self, request: Builder, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.exchange(request, body.into()).await
    }

    /// Sends a form with a file the way a browser does.
    pub async fn uploads(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        file: (&str, &[u8]),
    ) -> Answer {
        let (field, content) = file;
        let file = Upload {
            field,
            name: "document",
            media_type: "application/octet-stream",
            content,
        };
        self.sends_files(path, fields, &[file]).await
    }

    /// Sends a form with several files, which stand at its end.
    pub async fn sends_files(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[Upload<'_>],
    ) -> Answer {
        let mut body = vec![];
        let fields = fields
            .iter()
            .map(|(name, value)| (format!("name=\"{name}\""), value.as_bytes()));
        let files = files.iter().map(|file| (file.head(), file.content));
        for (head, content) in fields.chain(files) {
            let head = format!("--boundary\r\nContent-Disposition: form-data; {head}\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--boundary--\r\n");
        let request = Request::post(path)
            .header("Sec-Fetch-Site", "same-origin")
            .header(
                header::CONTENT_TYPE,
                "multipart/form-data; boundary=boundary",
            );
        self.exchange(request, body.into()).await
    }

    /// Calls a function of the server, as an island does.
    pub async fn call(&self, path: &str, arguments: &serde_json::Value) -> Answer {
        let request = Request::post(path)
            .header("Sec-Fetch-Site", "same-origin")
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/json");
        self.exchange(request, arguments.to_string().into()).await
    }

    /// Asks with a head of the test's own making.
    pub async fn send(&self, request: Builder) -> Answer {
        self.exchange(request, Body::empty()).await
    }

    /// Asks without a body, as a browser would with this method.
    pub async fn ask(&self, method: &Method, path: &str) -> Answer {
        self.send(
            Request::builder()
                .method(method)
                .uri(path)
                .header("Sec-Fetch-Site", "same-origin"),
        )
        .await
    }

    pub fn email(&self) -> Option<String> {
        self.email.lock().unwrap().clone()
    }

    pub fn has_cookie(&self, name: &str) -> bool {
        self.cookie(name).is_some()
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Puts a cookie into the browser, as whoever stole or made it up would.
    pub fn plant_cookie(&self, name: &str, value: &str) {
        let mut cookies = self.cookies.lock().unwrap();
        cookies.insert(name.to_owned(), value.to_owned());
    }

    pub async fn exchange(&self, request: Builder, body: Body) -> Answer {
        let mut request = request
            .header(header::COOKIE, self.cookie_line())
            .body(body)
            .unwrap();
        request.headers_mut().entry(header::HOST).or_insert(HOST);
        request
            .extensions_mut()
            .insert(ConnectInfo(SocketAddr::new(self.address, 50_000)));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let answer = Answer::of(response).await;
        self.keep_cookies(&answer.headers);
        answer
    }

    fn cookie_line(&self) -> String {
        let cookies = self.cookies.lock().unwrap();
        let pairs: Vec<_> = cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        let mut cookies = self.cookies.lock().unwrap();
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, rest) = line.split_once('=').unwrap();
            let (value, attributes) = rest.split_once(';').unwrap_or((rest, ""));
            if attributes.contains("Max-Age=0;") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}
