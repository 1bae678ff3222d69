//! Somebody who asks for pages and sends forms, one connection each, and keeps cookies.

use std::{
    collections::BTreeMap,
    io::{Read, Write},
};

use super::Instance;

pub struct Browser<'a> {
    instance: &'a Instance,
    cookies: BTreeMap<String, String>,
}

/// What came back, its head apart.
pub struct Answer {
    pub status: u16,
    pub body: String,
}

impl<'a> Browser<'a> {
    pub fn new(instance: &'a Instance) -> Self {
        Self {
            instance,
            cookies: BTreeMap::new(),
        }
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), &[], "")
    }

    pub fn post(&mut self, path: &str, form: &str) -> Answer {
        self.post_with(path, &[("Sec-Fetch-Site", "same-origin")], form)
    }

    pub fn post_with(&mut self, path: &str, headers: &[(&str, &str)], form: &str) -> Answer {
        self.ask(&format!("POST {path}"), headers, form)
    }

    /// Asks with a line such as `GET /entrar`.
    pub fn ask(&mut self, line: &str, headers: &[(&str, &str)], form: &str) -> Answer {
        let cookies: Vec<_> = self.cookies.iter().collect();
        let cookies: Vec<_> = cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let more = headers.iter().map(|(n, v)| format!("{n}: {v}\r\n"));
        let head = format!(
            "{line} HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n{}",
            cookies.join("; "),
            form.len(),
            more.collect::<String>(),
        );
        let mut stream = self.instance.connect();
        write!(stream, "{head}\r\n{form}").unwrap();
        let mut bytes = vec![];
        stream.read_to_end(&mut bytes).unwrap();
        let answer = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        self.keep_cookies(head);
        Answer {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            body: body.to_owned(),
        }
    }

    fn keep_cookies(&mut self, head: &str) {
        let lines = head.lines().filter_map(|line| line.split_once(": "));
        let set = lines.filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"));
        for (_, cookie) in set {
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}
