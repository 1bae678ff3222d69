//! Mails on the wire, and servers that do not take them.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    thread::{self, JoinHandle},
    time::Duration,
};

use locales::Locale;

use super::*;
use domain::{accounts::Email, testing};

const QUIET: Duration = Duration::from_millis(300);
const SENDER: &str = "nao-responda@balcao.example";

fn ana() -> Email {
    Email::parse("ana.souza@empresa.com.br").unwrap()
}

/// An SMTP server that takes one conversation, answers each recipient with `verdict`, and gives
/// what it was told once the line goes quiet.
fn server(verdict: &'static str) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let told = thread::spawn(move || converse(&listener.accept().unwrap().0, verdict));
    (url, told)
}

fn mailer(url: &str) -> Mailer {
    let server = Smtp::at(url).unwrap().introducing("balcao.example");
    Mailer::smtp(server, SENDER).unwrap()
}

fn converse(mut stream: &TcpStream, verdict: &str) -> String {
    let mut told = String::new();
    let mut in_data = false;
    stream.set_read_timeout(Some(QUIET)).unwrap();
    stream.write_all(b"220 mail.example\r\n").unwrap();
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        told.extend([&line, "\n"]);
        let answer = match line.split(' ').next().unwrap() {
            "." => "250 taken",
            _ if in_data => continue,
            "DATA" => "354 go on",
            "RCPT" => verdict,
            _ => "250 fine",
        };
        in_data = line == "DATA";
        stream
            .write_all(format!("{answer}\r\n").as_bytes())
            .unwrap();
    }
    told
}

#[tokio::test]
async fn a_mail_travels_with_all_that_a_mail_needs() {
    let test = testing::portal().await;
    let (url, told) = server("250 fine");
    let mailer = mailer(&url);
    mailer
        .send_test(&test.portal, ana(), Locale::En)
        .await
        .unwrap();
    let told = told.join().unwrap();
    for part in [
        "EHLO balcao.example",
        "MAIL FROM:<nao-responda@balcao.example>",
        "RCPT TO:<ana.souza@empresa.com.br>",
        "From: =?utf-8?b?QmFsY8Ojbw==?= <nao-responda@balcao.example>",
        "To: ana.souza@empresa.com.br",
        "Subject: Test message",
        "Date: Mon, 03 Aug 2026 12:00:00 +0000",
        "Auto-Submitted: auto-generated",
        "Content-Type: multipart/alternative;",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Type: text/html; charset=utf-8",
    ] {
        assert!(told.contains(part), "{part} in {told}");
    }
    let id = told
        .lines()
        .find(|line| line.starts_with("Message-ID: <"))
        .unwrap();
    assert!(id.ends_with("@balcao.example>"), "{id}");
}

#[tokio::test]
async fn a_server_can_be_checked_without_a_mail() {
    let (url, told) = server("250 fine");
    let mailer = mailer(&url);
    mailer.check().await.unwrap();
    assert!(!told.join().unwrap().contains("MAIL FROM"));
}

#[tokio::test]
async fn what_a_server_says_of_a_person_is_not_repeated() {
    let test = testing::portal().await;
    let (url, _) = server("550 5.1.1 <ana.souza@empresa.com.br> is unknown here");
    let mailer = mailer(&url);
    let refused = mailer
        .send_test(&test.portal, ana(), Locale::En)
        .await
        .unwrap_err();
    assert_eq!(refused.to_string(), "refused at RCPT TO: 550 5.1.1");
    assert!(!format!("{refused} {refused:?}").contains("ana"));
}

#[tokio::test]
async fn nobody_at_home_is_told_apart() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    drop(listener);
    let mailer = mailer(&url);
    let refused = mailer.check().await.unwrap_err();
    let said = "the mail server cannot be spoken to: connection refused";
    assert_eq!(refused.to_string(), said);
}

#[test]
fn a_sender_that_is_no_address_is_named() {
    let server = Smtp::at("smtp://mail.example").unwrap();
    let wrong = Mailer::smtp(server, "balcao").err();
    assert_eq!(wrong, Some(InvalidMailSetting::Sender));
}
