//! `end2end/gateways/report-use.sh`, with no more than `BusyBox` and curl on the machine.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    os::unix::{fs::symlink, process::ExitStatusExt},
    path::{Path, PathBuf},
    process::{Child, Command},
    sync::mpsc::{Receiver, channel},
    thread,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value;
use tempfile::TempDir;

use super::harness::Outcome;

/// As many as one batch takes.
const BATCH: usize = 5000;
/// So long that base64 breaks the line.
const SECRET: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

/// A portal that answers with these statuses, one after the other.
struct Portal {
    address: String,
    asked: Receiver<(String, Value)>,
}

impl Portal {
    fn answering(statuses: &'static [u16]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (tell, asked) = channel();
        thread::spawn(move || {
            for status in statuses {
                let (stream, _) = listener.accept().unwrap();
                let mut reader = BufReader::new(stream);
                tell.send(request(&mut reader)).unwrap();
                let answer = format!("HTTP/1.1 {status} A\r\nContent-Length: 3\r\n\r\n{{}}\n");
                reader.get_mut().write_all(answer.as_bytes()).unwrap();
            }
        });
        Self { address, asked }
    }

    /// The number of a batch, how many calls it has, and the head it came with.
    fn batch(&self) -> (String, usize, String) {
        let (head, body) = self.asked.recv().unwrap();
        let number = body["batchId"].as_str().unwrap().to_owned();
        (number, body["calls"].as_array().unwrap().len(), head)
    }
}

fn request(reader: &mut impl BufRead) -> (String, Value) {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        reader.read_line(&mut head).unwrap();
    }
    let length = |line: &str| {
        line.to_lowercase()
            .strip_prefix("content-length: ")?
            .parse()
            .ok()
    };
    let mut body = vec![0; head.lines().find_map(length).unwrap()];
    reader.read_exact(&mut body).unwrap();
    (head, serde_json::from_slice(&body).unwrap())
}

/// A machine with nothing but `BusyBox` and curl, and a gateway with a log.
struct Machine {
    home: TempDir,
    gateway: Child,
}

impl Machine {
    fn with_calls(calls: usize) -> Self {
        let home = TempDir::new().unwrap();
        let programs = home.path().join("bin");
        fs::create_dir(&programs).unwrap();
        let installed = Command::new("busybox")
            .args(["--install", "-s"])
            .arg(&programs)
            .status();
        assert!(installed.unwrap().success());
        symlink(found("curl"), programs.join("curl")).unwrap();
        let lines: Vec<_> = (0..calls)
            .map(|number| format!("{{\"n\":{number}}}\n"))
            .collect();
        fs::write(home.path().join("use.log"), lines.concat()).unwrap();
        let gateway = Command::new("sleep").arg("600").spawn().unwrap();
        fs::write(home.path().join("pid"), gateway.id().to_string()).unwrap();
        Self { home, gateway }
    }

    fn reports_to(&self, portal: &str) -> Outcome {
        let script = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../end2end/gateways/report-use.sh"
        );
        let programs = self.home.path().join("bin");
        let mut command = Command::new(programs.join("sh"));
        command
            .args([script, portal, "use.log", "pid"])
            .current_dir(self.home.path())
            .env_clear()
            .env("PATH", programs)
            .env("BALCAO_PUBLIC_KEY", "public")
            .env("BALCAO_SECRET_KEY", SECRET);
        Outcome::of(&command.output().unwrap())
    }

    /// What is left of the log, by name.
    fn left(&self) -> Vec<String> {
        let entries = fs::read_dir(self.home.path()).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with("use.log"))
            .collect();
        names.sort();
        names
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.gateway.kill();
        let _ = self.gateway.wait();
    }
}

fn found(program: &str) -> PathBuf {
    let workspaces = ["/usr/local/bin", "/usr/bin", "/bin"];
    let paths = workspaces.map(|workspace| Path::new(workspace).join(program));
    paths.into_iter().find(|path| path.exists()).unwrap()
}

#[test]
fn a_batch_that_did_not_arrive_is_sent_again_under_its_number() {
    let mut machine = Machine::with_calls(BATCH + 1);
    let away = Portal::answering(&[200, 503]);
    machine
        .reports_to(&away.address)
        .ended_with(1)
        .said("503; the next run sends it again");
    let (first, calls, head) = away.batch();
    assert_eq!(calls, BATCH);
    let credential = BASE64_STANDARD.encode(format!("public:{SECRET}"));
    assert!(
        head.contains(&format!("x-client-auth: Basic {credential}\r\n")),
        "{head}"
    );
    let (second, calls, _) = away.batch();
    assert_eq!(calls, 1);
    assert_ne!(first, second);
    // The gateway was told to write to a new log.
    assert_eq!(machine.gateway.wait().unwrap().signal(), Some(10));

    let back = Portal::answering(&[200]);
    machine
        .reports_to(&back.address)
        .ended_with(0)
        .printed("{}");
    assert_eq!(back.batch().0, second);
    assert!(machine.left().is_empty(), "{:?}", machine.left());
    machine.reports_to("http://127.0.0.1:1").ended_with(0);
}

#[test]
fn a_batch_that_is_refused_is_kept_and_holds_up_none() {
    let machine = Machine::with_calls(BATCH + 1);
    let portal = Portal::answering(&[400, 200]);
    machine
        .reports_to(&portal.address)
        .ended_with(0)
        .said("refused with 400");
    let (refused, ..) = portal.batch();
    assert_eq!(portal.batch().1, 1);
    assert_eq!(machine.left(), [format!("use.log.refused.{refused}")]);
}

#[test]
fn a_log_whose_splitting_was_cut_off_is_split_anew() {
    let machine = Machine::with_calls(3);
    let log = machine.home.path().join("use.log");
    fs::rename(&log, log.with_extension("log.old")).unwrap();
    fs::write(log.with_extension("log.part.00001.a"), "{\"batchId\":\"").unwrap();
    let portal = Portal::answering(&[200]);
    machine.reports_to(&portal.address).ended_with(0);
    assert_eq!(portal.batch().1, 3);
    assert!(machine.left().is_empty(), "{:?}", machine.left());
}
