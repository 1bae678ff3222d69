//! A portal that gives tokens, and answers calls as their paths ask.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

pub const PUBLIC_KEY: &str = "AbCdEfGhIjKlMnOpQrSt";
pub const SECRET_KEY: &str = "blc_secret";
/// Of both keys.
const CREDENTIAL: &str = "Basic QWJDZEVmR2hJaktsTW5PcFFyU3Q6YmxjX3NlY3JldA==";
const TOKEN: &str = "eyJhbGciOiJFUzI1NiJ9.eyJhIjoiLV8ifQ.c2ln-_";
pub const ANSWER: &str = "{\"answer\":\"ção ✓\"}";

#[derive(Clone, Debug, Default)]
pub struct Received {
    pub method: String,
    pub target: String,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Received {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let header = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
        header.map(|(_, value)| &**value)
    }
}

pub struct Server {
    pub url: String,
    calls: Arc<Mutex<Vec<Received>>>,
}

impl Server {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let calls = Arc::<Mutex<Vec<Received>>>::default();
        let known = Arc::clone(&calls);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let known = Arc::clone(&known);
                thread::spawn(move || serve(&stream.unwrap(), &known));
            }
        });
        Self { url, calls }
    }

    /// The calls since it was asked last, without those for tokens.
    pub fn calls(&self) -> Vec<Received> {
        std::mem::take(&mut *self.calls.lock().unwrap())
    }
}

fn serve(mut stream: &TcpStream, calls: &Mutex<Vec<Received>>) {
    let Some(received) = read(stream) else {
        return;
    };
    let (status, answer) = if received.target == "/oauth2/v1/token" {
        token(&received)
    } else {
        let status = received.target.split('/').nth(1).unwrap_or_default();
        let status = status.parse().unwrap_or(200);
        calls.lock().unwrap().push(received);
        (
            status,
            if status == 204 {
                String::new()
            } else {
                ANSWER.to_owned()
            },
        )
    };
    let length = answer.len();
    let head = format!(
        "HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\
         Location: /elsewhere\r\nConnection: close\r\n\r\n"
    );
    stream.write_all((head + &answer).as_bytes()).unwrap();
}

fn token(received: &Received) -> (u16, String) {
    let credential = received
        .header("x-client-auth")
        .or_else(|| received.header("authorization"));
    if credential == Some(CREDENTIAL) && received.body == b"grant_type=client_credentials" {
        let answer = format!(
            "{{\"access_token\":\"{TOKEN}\",\"token_type\":\"Bearer\",\"expires_in\":300}}"
        );
        return (200, answer);
    }
    (401, "{\"error\":\"invalid_client\"}".to_owned())
}

pub fn bearer() -> String {
    format!("Bearer {TOKEN}")
}

fn read(stream: &TcpStream) -> Option<Received> {
    let mut reader = BufReader::new(stream);
    let mut lines = vec![];
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let mut parts = lines.first()?.split(' ').map(str::to_owned);
    let headers = lines
        .iter()
        .skip(1)
        .filter_map(|line| line.split_once(": "));
    let mut received = Received {
        method: parts.next()?,
        target: parts.next()?,
        headers: headers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        body: vec![],
    };
    received.body = body(&mut reader, &received)?;
    Some(received)
}

fn body(reader: &mut impl BufRead, received: &Received) -> Option<Vec<u8>> {
    let mut body = vec![];
    if received.header("transfer-encoding") == Some("chunked") {
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).ok()?;
            let length = u64::from_str_radix(line.trim(), 16).ok()?;
            reader.take(length).read_to_end(&mut body).ok()?;
            reader.read_line(&mut line).ok()?;
            if length == 0 {
                return Some(body);
            }
        }
    }
    let length = received
        .header("content-length")
        .and_then(|length| length.parse().ok());
    reader
        .take(length.unwrap_or_default())
        .read_to_end(&mut body)
        .ok()?;
    Some(body)
}
