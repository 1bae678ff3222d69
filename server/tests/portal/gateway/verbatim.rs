//! An upstream that answers word for word what a test wants, and hangs up when it wants.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
};

use domain::catalogue;
use server::config::UpstreamConfig;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use crate::harness::{Program, TestApp};

/// What is answered to the n-th request of a connection, both counted from nought; nothing for
/// hanging up.
type Answers = fn(connection: usize, request: usize, base: &str) -> Option<String>;

#[derive(Clone)]
pub struct Verbatim {
    answers: Answers,
    base: Arc<str>,
    connections: Arc<AtomicUsize>,
    requests: Arc<AtomicUsize>,
}

/// 200 and whatever headers.
pub fn ok(headers: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n{headers}\r\nhi")
}

impl Verbatim {
    /// With a portal whose SMV it is, and a program that may call it.
    pub async fn start(answers: Answers) -> (TestApp, Program, Self) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let upstream = Self {
            answers,
            base: format!("http://{address}/base").into(),
            connections: Arc::default(),
            requests: Arc::default(),
        };
        tokio::spawn(upstream.clone().serve(listener));
        let (app, program) = portal(address, &upstream.base).await;
        (app, program, upstream)
    }

    pub fn connections(&self) -> usize {
        self.connections.load(SeqCst)
    }

    pub fn requests(&self) -> usize {
        self.requests.load(SeqCst)
    }

    async fn serve(self, listener: TcpListener) {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let connection = self.connections.fetch_add(1, SeqCst);
            tokio::spawn(self.clone().converse(connection, stream));
        }
    }

    async fn converse(self, connection: usize, stream: TcpStream) {
        let mut stream = BufReader::new(stream);
        for request in 0.. {
            if take_request(&mut stream).await.is_none() {
                return;
            }
            self.requests.fetch_add(1, SeqCst);
            let Some(answer) = (self.answers)(connection, request, &self.base) else {
                return;
            };
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    }
}

async fn portal(address: SocketAddr, base: &str) -> (TestApp, Program) {
    let allowed = UpstreamConfig {
        hosts: vec![address.ip().to_string()],
        networks: vec!["127.0.0.0/8".parse().unwrap()],
        ..UpstreamConfig::default()
    };
    let (app, program) = TestApp::with_paying_program(allowed).await;
    let url = Some(base.to_owned());
    catalogue::set_upstream(&app.system(), &app.catalogue, "smv", url)
        .await
        .unwrap();
    (app, program)
}

/// Reads a request with a body of known length; nothing when there is none any more.
async fn take_request(stream: &mut BufReader<TcpStream>) -> Option<()> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        let line = line.trim_end().to_ascii_lowercase();
        if let Some(bytes) = line.strip_prefix("content-length:") {
            length = bytes.trim().parse().ok()?;
        }
        if line.is_empty() {
            let mut body = vec![0; length];
            stream.read_exact(&mut body).await.ok()?;
            return Some(());
        }
    }
}
