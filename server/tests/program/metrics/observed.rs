//! An instance whose figures can be read.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    thread,
    time::Duration,
};

use crate::harness::{Instance, Workspace};

/// An instance whose figures can be read.
pub struct Observed {
    pub instance: Instance,
    metrics: SocketAddr,
}

impl Observed {
    pub fn start(place: &mut Workspace) -> Self {
        place.set("BALCAO_METRICS_LISTEN", "127.0.0.1:0");
        let instance = place.serve();
        let said = instance.logs("metrics are at");
        let (_, address) = said.split_once("listen=").unwrap();
        let address = address.split_whitespace().next().unwrap();
        Self {
            metrics: address.parse().unwrap(),
            instance,
        }
    }

    pub fn scrape(&self) -> String {
        let mut stream = TcpStream::connect(self.metrics).unwrap();
        let head = "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        answer.split_once("\r\n\r\n").unwrap().1.to_owned()
    }

    /// The value of a series, as in `balcao_jobs{state="dead"}`; none when there is none.
    pub fn value(&self, series: &str) -> Option<f64> {
        let figures = self.scrape();
        let mut lines = figures.lines();
        let value = lines.find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
        value.map(|value| value.parse().unwrap())
    }

    /// Waits until the value of a series is as expected.
    pub fn shows(&self, series: &str, expected: impl Fn(f64) -> bool) {
        for _ in 0..1_200 {
            if self.value(series).is_some_and(&expected) {
                return;
            }
            thread::sleep(Duration::from_millis(100));
        }
        panic!("{series} in {}", self.scrape());
    }

    pub fn counts(&self, series: &str) {
        self.shows(series, |value| value >= 1.0);
    }
}
