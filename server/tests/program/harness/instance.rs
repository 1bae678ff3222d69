//! An instance that serves.

use std::{
    collections::HashSet,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

/// Longer than anything waited for takes, however busy the machine is.
const TIMEOUT: Duration = Duration::from_mins(2);

pub struct Instance {
    process: Child,
    log: Receiver<String>,
    pub address: SocketAddr,
}

impl Instance {
    /// Starts it and waits until it serves.
    pub fn start(mut command: Command) -> Self {
        let mut process = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = lines(&mut process);
        let serving = hears(&log, "serving");
        let (_, address) = serving.split_once("listen=").unwrap();
        let address = address.split_whitespace().next().unwrap().parse().unwrap();
        Self {
            process,
            log,
            address,
        }
    }

    pub fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).unwrap()
    }

    /// How many sockets it listens on, as the system knows.
    pub fn listeners(&self) -> usize {
        let process = format!("/proc/{}", self.process.id());
        let files = fs::read_dir(format!("{process}/fd")).unwrap();
        let sockets: HashSet<_> = files
            .filter_map(|file| fs::read_link(file.unwrap().path()).ok())
            .filter_map(|link| {
                let socket = link.to_str()?.strip_prefix("socket:[")?;
                Some(socket.strip_suffix(']')?.to_owned())
            })
            .collect();
        let table = fs::read_to_string(format!("{process}/net/tcp")).unwrap();
        let listening = table.lines().filter(|line| {
            let columns: Vec<_> = line.split_whitespace().collect();
            // proc(5): 0A is TCP_LISTEN; the tenth column is the inode.
            columns.get(3) == Some(&"0A") && columns.get(9).is_some_and(|it| sockets.contains(*it))
        });
        listening.count()
    }

    /// As in `TERM`.
    pub fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.process.id());
        assert!(
            Command::new("sh")
                .args(["-c", &kill])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Waits until the log has a line with these words.
    pub fn logs(&self, words: &str) -> String {
        hears(&self.log, words)
    }

    /// All that it said until its end.
    pub fn rest_of_log(&self) -> String {
        self.log.iter().collect::<Vec<_>>().join("\n")
    }

    /// From the next line on nobody reads the log: what it is written to is closed.
    pub fn is_left_alone(&mut self) {
        self.log = channel().1;
    }

    /// All of the answer to a GET, in one connection.
    pub fn answers(&self, path: &str) -> String {
        let mut stream = self.connect();
        let close = "Host: localhost:3000\r\nConnection: close";
        write!(stream, "GET {path} HTTP/1.1\r\n{close}\r\n\r\n").unwrap();
        let mut answer = vec![];
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub fn ended(&mut self) -> ExitStatus {
        self.process.wait().unwrap()
    }

    /// Ends it, and waits for that.
    pub fn stop(mut self) {
        self.signal("TERM");
        assert!(self.ended().success());
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn lines(process: &mut Child) -> Receiver<String> {
    let errors = BufReader::new(process.stderr.take().unwrap());
    let (say, log) = channel();
    thread::spawn(move || {
        for line in errors.lines().map_while(Result::ok) {
            if say.send(line).is_err() {
                break;
            }
        }
    });
    log
}

fn hears(log: &Receiver<String>, words: &str) -> String {
    let mut heard = vec![];
    loop {
        match log.recv_timeout(TIMEOUT) {
            Ok(line) if line.contains(words) => return line,
            Ok(line) => heard.push(line),
            Err(error) => panic!("{words:?} was not logged ({error}):\n{}", heard.join("\n")),
        }
    }
}
