//! An instance that is told to stop, while clients are at any point of a request.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use super::harness::Workspace;

const HEAD: &str = "POST /oauth2/v1/token HTTP/1.1\r\nHost: localhost:3000\r\n\
    Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 29\r\n";

/// All that comes until the connection ends, however it does.
fn rest(mut stream: TcpStream) -> String {
    let mut bytes = vec![];
    let mut buffer = [0; 4096];
    while let Ok(some @ 1..) = stream.read(&mut buffer) {
        bytes.extend_from_slice(&buffer[..some]);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn says(stream: &mut TcpStream, words: &str) {
    stream.write_all(words.as_bytes()).unwrap();
}

#[test]
fn half_a_request_holds_nobody_up() {
    let workspace = Workspace::new();
    let mut instance = workspace.serve();
    let mut clients: Vec<_> = (0..4).map(|_| instance.connect()).collect();
    // The clients sent nothing, half a head, half a body, or half a head after an answer.
    says(&mut clients[1], "GET / HT");
    says(&mut clients[2], &format!("{HEAD}\r\ngrant_type="));
    says(
        &mut clients[3],
        "GET /healthz HTTP/1.1\r\nHost: localhost:3000\r\n\r\n",
    );
    let mut answer = [0; 4096];
    let read = clients[3].read(&mut answer).unwrap();
    assert!(answer[..read].starts_with(b"HTTP/1.1 200"));
    says(&mut clients[3], "GET /healthz HTTP/1.1\r\nHo");
    // Once this is answered, the server has read what was sent before.
    assert!(instance.answers("/healthz").starts_with("HTTP/1.1 200"));

    instance.signal("TERM");
    assert!(instance.ended().success());
    let log = instance.rest_of_log();
    assert!(log.contains("ended") && !log.contains("cut off"), "{log}");
    let answers: Vec<_> = clients.into_iter().map(rest).collect();
    assert!(answers.iter().all(String::is_empty), "{answers:?}");
}

#[test]
fn a_hang_up_changes_nothing() {
    let workspace = Workspace::new();
    let instance = workspace.serve();
    instance.signal("HUP");
    instance.logs("SIGHUP changes nothing");
    assert!(instance.answers("/healthz").starts_with("HTTP/1.1 200"));
    instance.stop();
}
