//! Connections, from the first byte to the last answer: a client that dawdles over its request
//! is let go, and what is under way at the end is answered.

mod stage;

use std::{convert::Infallible, future::pending, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, extract::ConnectInfo};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulConnection, GracefulShutdown},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::sleep,
};
use tower::ServiceExt;

use crate::background::Shutdown;
use stage::{Answer, Heard, Question, Stage};

/// How long the head of a request, the first or the next one, may take to arrive.
const HEAD: Duration = Duration::from_secs(30);
/// Beyond these a client waits until another has gone.
const MOST_CONNECTIONS: usize = 8192;
/// Until there may be file descriptors again.
const BREATH: Duration = Duration::from_millis(100);
/// How long the rest of a request may be on its way when the end begins: no longer than what was
/// sent already takes to arrive.
const LAST_BYTES: Duration = Duration::from_millis(250);

/// Answers until the shutdown begins, and then what has come as a whole. Whoever is still in the
/// middle of a request is not waited for: it might never end, and nothing was promised.
pub async fn answer(listener: TcpListener, router: Router, shutdown: Shutdown) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut begun = std::pin::pin!(shutdown.clone().begun());
    loop {
        let accepted = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            accepted = accepted => accepted,
            () = &mut begun => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let stage = Stage::default();
                let connection = connection(stream, peer, router.clone(), stage.clone());
                let connection = graceful.watch(connection);
                let dropped = half_asked(stage, shutdown.clone());
                tokio::spawn(async move {
                    tokio::select! {
                        // A client that goes away, or never says what it wants, is no fault of ours.
                        _ = connection => {}
                        () = dropped => {}
                    }
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(%error, "a connection cannot be taken");
                sleep(BREATH).await;
            }
        }
    }
    drop(listener);
    graceful.shutdown().await;
}

/// Comes to its end if half a request is all there is at the end of the program.
async fn half_asked(stage: Stage, shutdown: Shutdown) {
    shutdown.begun().await;
    sleep(LAST_BYTES).await;
    if !stage.is_asking() {
        pending::<()>().await;
    }
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    stage: Stage,
) -> impl GracefulConnection<Error = hyper::Error> {
    // A page goes out in a few writes; the later ones must not wait until the first is acknowledged.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection keeps its delay");
    }
    let heard = Heard {
        stream,
        stage: stage.clone(),
    };
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        let request = request.map(|body| Question::new(body, stage.clone()));
        let answered = router.clone().oneshot(request);
        let stage = stage.clone();
        async move {
            let response = answered.await?;
            stage.asked();
            Ok::<_, Infallible>(response.map(|body| Answer { body, stage }))
        }
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .serve_connection(TokioIo::new(heard), service)
}

#[cfg(test)]
mod tests {
    use axum::{body::Bytes, routing::post};
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        sync::mpsc,
    };

    use super::*;

    const ASKS: &str = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n";

    async fn says(address: SocketAddr, words: &str) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(words.as_bytes()).await.unwrap();
        stream
    }

    /// All that comes until the connection ends, however it does.
    async fn rest(mut stream: TcpStream) -> String {
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
        let (begin, shutdown) = Shutdown::new();
        let router = Router::new().route("/", post(handler));
        let serving = tokio::spawn(answer(listener, router, shutdown));

        let whole = says(address, &format!("{ASKS}all.")).await;
        asked.recv().await.unwrap();
        let mut halves = vec![];
        for half in ["", "POST / HT", ASKS, &format!("{ASKS}mos")] {
            halves.push(says(address, half).await);
        }
        // Once somebody who came later is being answered, those were heard.
        let last = says(address, &format!("{ASKS}last")).await;
        asked.recv().await.unwrap();
        begin.send_replace(true);
        for half in halves {
            assert_eq!(rest(half).await, "");
        }
        assert!(!serving.is_finished());
        gate.add_permits(2);
        for (stream, answer) in [(whole, "all."), (last, "last")] {
            assert!(rest(stream).await.ends_with(&format!("\r\n\r\n{answer}")));
        }
        serving.await.unwrap();
    }
}
