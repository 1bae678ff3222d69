//! A mail server for tests: it answers as it is told, and keeps every mail it was given whole.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    time::sleep,
};

/// How a step is answered.
#[derive(Clone, Copy)]
pub enum Answer {
    Say(&'static str),
    /// Late, and possibly to nobody.
    After(Duration, &'static str),
    HangUp,
}

use Answer::Say;

/// A mail as it arrived, whether or not it was then accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    pub to: String,
    pub message_id: String,
    pub links: Vec<String>,
    pub accepted: bool,
}

#[derive(Clone)]
pub struct Relay {
    pub url: String,
    answers: Arc<Mutex<HashMap<&'static str, Answer>>>,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    conversations: Arc<Mutex<usize>>,
}

impl Relay {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let relay = Self {
            url: format!("smtp://{}", listener.local_addr().unwrap()),
            answers: Arc::default(),
            arrived: Arc::default(),
            conversations: Arc::default(),
        };
        let serving = relay.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                *serving.conversations.lock().unwrap() += 1;
                let serving = serving.clone();
                tokio::spawn(async move { serving.converse(stream).await });
            }
        });
        relay
    }

    /// From now on `step` (`CONNECT`, `MAIL`, `RCPT`, `DATA` or `.`) is answered so.
    pub fn answers(&self, step: &'static str, answer: Answer) {
        self.answers.lock().unwrap().insert(step, answer);
    }

    /// Takes every mail again.
    pub fn recovers(&self) {
        self.answers.lock().unwrap().clear();
    }

    pub fn arrived(&self) -> Vec<Arrived> {
        self.arrived.lock().unwrap().clone()
    }

    pub fn conversations(&self) -> usize {
        *self.conversations.lock().unwrap()
    }

    fn answer_to(&self, step: &str, usual: &'static str) -> Answer {
        let answers = self.answers.lock().unwrap();
        answers.get(step).copied().unwrap_or(Say(usual))
    }

    /// Until somebody hangs up.
    async fn converse(&self, stream: TcpStream) -> Option<()> {
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        let greeting = self.answer_to("CONNECT", "220 relay.example");
        say(&mut writer, greeting).await?;
        let mut to = String::new();
        while let Some(line) = lines.next_line().await.ok()? {
            let step = line.split([' ', ':']).next().unwrap_or_default().to_owned();
            let usual = match &*step {
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 fine",
            };
            if step == "RCPT" {
                to = line.clone();
            }
            let answer = self.answer_to(&step, usual);
            say(&mut writer, answer).await?;
            if step == "DATA" && matches!(answer, Say("354 go on")) {
                let mut mail = String::new();
                loop {
                    match lines.next_line().await.ok()?? {
                        line if line == "." => break,
                        line => mail += &(line + "\n"),
                    }
                }
                let answer = self.answer_to(".", "250 taken");
                self.keep(&to, &mail, answer);
                say(&mut writer, answer).await?;
            }
        }
        Some(())
    }

    fn keep(&self, to: &str, mail: &str, answer: Answer) {
        let whole = mail.replace("=\n", "").replace("=3D", "=");
        let header = |name: &str| whole.lines().find_map(|line| line.strip_prefix(name));
        let links = whole
            .split_whitespace()
            .filter(|it| it.contains("/acesso/"));
        let words = match answer {
            Say(words) | Answer::After(_, words) => words,
            Answer::HangUp => "",
        };
        self.arrived.lock().unwrap().push(Arrived {
            to: to.to_owned(),
            message_id: header("Message-ID: ").unwrap_or_default().to_owned(),
            links: links.map(str::to_owned).collect(),
            accepted: words.starts_with('2'),
        });
    }
}

async fn say(writer: &mut (impl AsyncWriteExt + Unpin), answer: Answer) -> Option<()> {
    let words = match answer {
        Say(words) => words,
        Answer::After(wait, words) => {
            sleep(wait).await;
            words
        }
        Answer::HangUp => return None,
    };
    writer
        .write_all(format!("{words}\r\n").as_bytes())
        .await
        .ok()
}
