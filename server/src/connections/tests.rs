//! Clients that stall, over real connections.

use axum::{
    body::Bytes,
    http::StatusCode,
    routing::{get, post},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    sync::{Semaphore, mpsc},
    task::JoinHandle,
    time::timeout,
};

use super::*;

/// Longer than anything here may take, on however slow a machine.
const LONG: Duration = Duration::from_mins(1);
const SHORT: Duration = Duration::from_millis(300);
/// More than every buffer between a server and its client.
const BIG: usize = 64 * 1024 * 1024;

struct Server {
    address: SocketAddr,
    end: CancellationToken,
    ended: JoinHandle<()>,
}

/// What nothing runs out of, unless a test says otherwise.
const fn patient() -> Limits {
    Limits {
        head: LONG,
        idle: LONG,
        stall: LONG,
        rate: 1024,
        per_address: 64,
        most: 64,
    }
}

async fn serve(limits: Limits) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let big = Bytes::from(vec![b'x'; BIG]);
    let router = Router::new()
        .route("/", get(async || "hello"))
        .route("/big", get(async move || big.clone()))
        .route("/unread", post(async || StatusCode::UNAUTHORIZED))
        .route("/read", post(async |body: Bytes| body));
    let end = CancellationToken::new();
    let proxies = TrustedProxies::default();
    let ended = tokio::spawn(answer(listener, router, limits, proxies, end.clone()));
    Server {
        address,
        end,
        ended,
    }
}

impl Server {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    async fn sends(&self, text: &str) -> TcpStream {
        let mut client = self.connect().await;
        client.write_all(text.as_bytes()).await.unwrap();
        client
    }

    /// Ends, which it does only once every connection has.
    async fn ends(self) {
        self.end.cancel();
        timeout(LONG, self.ended).await.unwrap().unwrap();
    }
}

const GET: &str = "GET / HTTP/1.1\r\nhost: x\r\n\r\n";
const GET_BIG: &str = "GET /big HTTP/1.1\r\nhost: x\r\n\r\n";

/// What comes until the server closes the connection, however it does.
async fn rest(client: &mut TcpStream) -> String {
    let mut text = Vec::new();
    let _ = timeout(LONG, client.read_to_end(&mut text)).await.unwrap();
    String::from_utf8_lossy(&text).into_owned()
}

async fn is_served(client: &mut TcpStream) -> bool {
    client.write_all(GET.as_bytes()).await.unwrap();
    let mut answer = [0; 1024];
    let bytes = timeout(LONG, client.read(&mut answer)).await.unwrap();
    answer[..bytes.unwrap_or(0)].ends_with(b"hello")
}

#[tokio::test]
async fn who_reads_nothing_is_let_go() {
    let server = serve(Limits {
        stall: SHORT,
        ..patient()
    })
    .await;
    let client = server.sends(GET_BIG).await;
    server.ends().await;
    drop(client);
}

#[tokio::test]
async fn who_reads_slowly_is_served_to_the_end() {
    let server = serve(Limits {
        stall: SHORT,
        ..patient()
    })
    .await;
    let mut client = server.sends(GET_BIG).await;
    let (mut read, mut scrap) = (0, vec![0; 1024 * 1024]);
    let began = Instant::now();
    while read < BIG {
        let bytes = timeout(LONG, client.read(&mut scrap)).await.unwrap();
        read += bytes.unwrap();
        if read < BIG / 2 {
            sleep(SHORT / 32).await;
        }
    }
    assert!(began.elapsed() > SHORT);
    drop(client);
    server.ends().await;
}

#[tokio::test]
async fn a_head_has_its_time_and_an_idle_connection_another() {
    let server = serve(Limits {
        head: SHORT,
        ..patient()
    })
    .await;
    assert_eq!(rest(&mut server.connect().await).await, "");
    assert_eq!(rest(&mut server.sends("GET / HT").await).await, "");
    let mut kept = server.connect().await;
    assert!(is_served(&mut kept).await);
    sleep(2 * SHORT).await;
    assert!(is_served(&mut kept).await);
    kept.write_all(b"GET ").await.unwrap();
    assert_eq!(rest(&mut kept).await, "");
}

#[tokio::test]
async fn an_idle_connection_ends() {
    let server = serve(Limits {
        idle: SHORT,
        ..patient()
    })
    .await;
    let mut client = server.connect().await;
    assert!(is_served(&mut client).await);
    assert_eq!(rest(&mut client).await, "");
}

#[tokio::test]
async fn a_head_is_of_64_kib_at_most() {
    let server = serve(patient()).await;
    let head = |bytes: usize| {
        format!(
            "GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx: {}\r\n\r\n",
            "x".repeat(bytes)
        )
    };
    let mut client = server.sends(&head(60 * 1024)).await;
    assert!(rest(&mut client).await.starts_with("HTTP/1.1 200"));
    let mut client = server.sends(&head(65 * 1024)).await;
    let answer = rest(&mut client).await;
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
}

/// Who is refused before a body was read goes on sending it, and hears of it all the same.
#[tokio::test]
async fn the_answer_to_an_unread_body_arrives() {
    let server = serve(patient()).await;
    let bytes = 8 * 1024 * 1024;
    let head = format!("POST /unread HTTP/1.1\r\nhost: x\r\ncontent-length: {bytes}\r\n\r\n");
    let mut client = server.sends(&head).await;
    let body = vec![b'x'; bytes];
    let sent = timeout(LONG, client.write_all(&body)).await.unwrap();
    assert!(sent.is_ok(), "{sent:?}");
    assert!(rest(&mut client).await.starts_with("HTTP/1.1 401"));
}

#[tokio::test]
async fn a_body_that_was_read_leaves_the_connection_as_it_is() {
    let server = serve(patient()).await;
    let post = "POST /read HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\nhi";
    let mut client = server.sends(post).await;
    let mut answer = [0; 1024];
    let bytes = client.read(&mut answer).await.unwrap();
    assert!(answer[..bytes].ends_with(b"hi"));
    assert!(is_served(&mut client).await);
}

#[tokio::test]
async fn a_normal_visitor_is_served_beside_many_who_do_not_read() {
    let server = serve(Limits {
        per_address: 8,
        most: 8,
        ..patient()
    })
    .await;
    let mut slow_clients = Vec::new();
    for _ in 0..8 {
        slow_clients.push(server.sends(GET_BIG).await);
    }
    let visit = async {
        loop {
            let mut visitor = server.connect().await;
            let _ = visitor.write_all(GET.as_bytes()).await;
            let mut answer = [0; 1024];
            let read = visitor.read(&mut answer).await;
            if read.is_ok_and(|bytes| answer[..bytes].ends_with(b"hello")) {
                break;
            }
            // Those others are new as well, and not yet known for what they are.
            sleep(SHORT).await;
        }
    };
    timeout(LONG, visit).await.unwrap();
}

const ASKS: &str = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n";

async fn says(address: SocketAddr, words: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(words.as_bytes()).await.unwrap();
    stream
}

/// All that comes until the connection ends, however it does.
async fn what_came(mut stream: TcpStream) -> String {
    let mut bytes = vec![];
    let _ = stream.read_to_end(&mut bytes).await;
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn at_the_end_whole_requests_are_answered_and_half_ones_dropped() {
    let (tell, mut asked) = mpsc::unbounded_channel();
    let gate = Arc::new(Semaphore::new(0));
    let held = Arc::clone(&gate);
    let handler = move |body: Bytes| async move {
        tell.send(()).unwrap();
        held.acquire().await.unwrap().forget();
        body
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let end = CancellationToken::new();
    let router = Router::new().route("/", post(handler));
    let proxies = TrustedProxies::default();
    let serving = tokio::spawn(answer(listener, router, patient(), proxies, end.clone()));

    let whole = says(address, &format!("{ASKS}all.")).await;
    asked.recv().await.unwrap();
    let mut halves = vec![];
    for half in ["", "POST / HT", ASKS, &format!("{ASKS}mos")] {
        halves.push(says(address, half).await);
    }
    // Once somebody who came later is being answered, those were heard.
    let last = says(address, &format!("{ASKS}last")).await;
    asked.recv().await.unwrap();
    end.cancel();
    for half in halves {
        assert_eq!(what_came(half).await, "");
    }
    assert!(!serving.is_finished());
    gate.add_permits(2);
    for (stream, answer) in [(whole, "all."), (last, "last")] {
        assert!(
            what_came(stream)
                .await
                .ends_with(&format!("\r\n\r\n{answer}"))
        );
    }
    serving.await.unwrap();
}
