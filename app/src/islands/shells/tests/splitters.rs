//! How each shell takes a line apart, and the program what is left to it.

use std::{collections::HashMap, process::Command};

use super::super::{SINGLE_QUOTES, Shell};

/// What curl is called with, and what it reads.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Called {
    pub arguments: Vec<String>,
    pub input: Option<String>,
}

pub const CREDENTIAL: &str = "bVE3dDpibGNf+/==";

fn variables() -> HashMap<&'static str, &'static str> {
    HashMap::from([
        ("CREDENCIAL", CREDENTIAL),
        ("PATH", "/bin"),
        ("HOME", "/root"),
    ])
}

/// The real `sh`.
fn by_sh(command: &str) -> Called {
    let script = format!(
        "CREDENCIAL='{CREDENTIAL}'\ncurl() {{ for word; do printf '%s\\0' \"$word\"; done; }}\n{command}"
    );
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    let words = String::from_utf8(output.stdout).unwrap();
    let words = words.strip_suffix('\0').unwrap_or(&words);
    Called {
        arguments: words.split('\0').map(str::to_owned).collect(),
        input: None,
    }
}

/// `cmd` at its prompt: variables first, then carets and quotation marks; the rest is the
/// program's.
fn by_cmd(command: &str) -> Called {
    let expanded = expand(command);
    let (mut line, mut quoted) = (String::new(), false);
    let mut characters = expanded.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => {
                quoted = !quoted;
                line.push(c);
            }
            '^' if !quoted => match characters.next() {
                Some('\n') | None => {}
                Some(next) => line.push(next),
            },
            '&' | '|' | '<' | '>' | '\n' if !quoted => panic!("{c:?} ends the command: {command}"),
            '\n' => panic!("a line ends within quotation marks: {command}"),
            _ => line.push(c),
        }
    }
    let mut arguments = by_runtime(&line);
    assert_eq!(arguments.remove(0), "curl");
    Called {
        arguments,
        input: None,
    }
}

/// `%name%`, in quotation marks or not; at the prompt one that is not set stays as it is.
fn expand(command: &str) -> String {
    let (mut expanded, mut rest) = (String::new(), command);
    while let Some((before, after)) = rest.split_once('%') {
        expanded += before;
        let variable = after
            .split_once('%')
            .and_then(|(name, after)| Some((variables().get(name).copied()?, after)));
        if let Some((value, after)) = variable {
            expanded += value;
            rest = after;
        } else {
            expanded.push('%');
            rest = after;
        }
    }
    expanded + rest
}

/// The C runtime's rules of 2008 and later.
fn by_runtime(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (vec![], None::<String>, false);
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let backslashes = rest.len() - rest.trim_start_matches('\\').len();
        if backslashes > 0 {
            rest = &rest[backslashes..];
            let word = word.get_or_insert_default();
            if rest.starts_with('"') {
                word.extend(std::iter::repeat_n('\\', backslashes / 2));
                if backslashes % 2 == 1 {
                    word.push('"');
                    rest = &rest[1..];
                }
            } else {
                word.extend(std::iter::repeat_n('\\', backslashes));
            }
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '"' if quoted && rest.starts_with('"') => {
                word.get_or_insert_default().push('"');
                rest = &rest[1..];
            }
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' | '\t' if !quoted => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    assert!(!quoted, "a quotation mark is missing: {line}");
    words.extend(word);
    words
}

/// `PowerShell`, 7.3 and later with `native` and what hands words on as they are, before without.
fn by_powershell(command: &str, native: bool) -> Called {
    let mut called = Called::default();
    let mut words = powershell_words(command);
    if let Some(pipe) = words.iter().position(Option::is_none) {
        let input: Vec<_> = words.drain(..=pipe).flatten().collect();
        called.input = Some(input.concat());
    }
    let mut words: Vec<_> = words.into_iter().flatten().collect();
    assert_eq!(words.remove(0), "curl.exe");
    called.arguments = if native {
        words
    } else {
        // Windows PowerShell 5.1 puts marks around words with blanks, and escapes none within.
        let line: Vec<_> = words
            .iter()
            .map(|word| {
                if word.contains(' ') {
                    format!("\"{word}\"")
                } else {
                    word.clone()
                }
            })
            .collect();
        by_runtime(&line.join(" "))
    };
    called
}

/// None for a pipe.
fn powershell_words(command: &str) -> Vec<Option<String>> {
    let is_single = |c: char| SINGLE_QUOTES.contains(&c);
    let (mut words, mut word) = (vec![], None::<String>);
    let mut characters = command.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '`' => match characters.next() {
                Some('\n') => words.extend(word.take().map(Some)),
                other => panic!("an escape that is not meant: {other:?} in {command}"),
            },
            ' ' => words.extend(word.take().map(Some)),
            '|' => {
                words.extend(word.take().map(Some));
                words.push(None);
            }
            '@' | '$' | ';' | '&' | '(' | ')' | '{' | '}' | '<' | '>' | '\n' | '#' => {
                panic!("{c:?} is the shell's own: {command}")
            }
            '"' => {
                let text = characters
                    .by_ref()
                    .take_while(|c| *c != '"')
                    .collect::<String>();
                assert!(!text.contains('`'), "{command}");
                let (before, name) = text.split_once('$').unwrap_or((&text, ""));
                let word = word.get_or_insert_default();
                word.push_str(before);
                word.push_str(variables().get(name).copied().unwrap_or_default());
            }
            c if is_single(c) => loop {
                let word = word.get_or_insert_default();
                match characters.next() {
                    Some(c) if is_single(c) => match characters.peek() {
                        Some(next) if is_single(*next) => {
                            word.push(c);
                            characters.next();
                        }
                        _ => break,
                    },
                    Some(c) => word.push(c),
                    None => panic!("a quotation mark is missing: {command}"),
                }
            },
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word.map(Some));
    words
}

/// What comes of a command, in every edition of a shell.
pub fn called(shell: Shell, command: &str) -> Vec<Called> {
    match shell {
        Shell::Posix => vec![by_sh(command)],
        Shell::Cmd => vec![by_cmd(command)],
        Shell::PowerShell => vec![by_powershell(command, true), by_powershell(command, false)],
    }
}
