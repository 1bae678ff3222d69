//! What is read line by line, or tag by tag: messages of HTTP, YAML and XML.

use super::{
    Kind, Piece, scanner,
    syntax::{DOUBLE, JSON, Syntax, UNKNOWN, quote},
};

/// The part of a line after its key.
const YAML: Syntax = Syntax {
    line: &["#"],
    quotes: &[DOUBLE, quote("'", false, false)],
    constants: &["true", "false", "null", "~"],
    members: true,
    ..UNKNOWN
};

/// What stands in a tag after its name.
const XML_TAG: Syntax = Syntax {
    quotes: &[quote("\"", false, true), quote("'", false, true)],
    ..UNKNOWN
};

/// A request or an answer: its first line, its headers, and a body.
pub fn http(source: &str) -> Vec<Piece<'_>> {
    let mut pieces = vec![];
    let mut rest = source;
    let mut first = true;
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.find('\n').map_or(rest.len(), |end| end + 1));
        if line.trim().is_empty() && !first {
            push(&mut pieces, None, line);
            pieces.extend(body(after));
            break;
        }
        if first {
            start_line(&mut pieces, line);
        } else if let Some(name) = line.find(':') {
            push(&mut pieces, Some(Kind::Name), &line[..name]);
            push(&mut pieces, None, &line[name..]);
        } else {
            push(&mut pieces, None, line);
        }
        first &= line.trim().is_empty();
        rest = after;
    }
    pieces
}

/// `GET /path HTTP/1.1`, or `HTTP/1.1 200 OK`.
fn start_line<'a>(pieces: &mut Vec<Piece<'a>>, line: &'a str) {
    let word = &line[..line.find(char::is_whitespace).unwrap_or(line.len())];
    let rest = &line[word.len()..];
    push(pieces, Some(Kind::Keyword), word);
    let status = rest.split_whitespace().next();
    match status.filter(|status| status.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(status) => {
            let from = rest.len() - rest.trim_start().len();
            push(pieces, None, &rest[..from]);
            push(pieces, Some(Kind::Constant), status);
            push(pieces, None, &rest[from + status.len()..]);
        }
        None => push(pieces, None, rest),
    }
}

fn body(source: &str) -> Vec<Piece<'_>> {
    match source.trim_start().chars().next() {
        Some('{' | '[') => scanner::pieces(source, &JSON),
        Some('<') => xml(source),
        _ if source.is_empty() => vec![],
        _ => vec![(None, source)],
    }
}

pub fn yaml(source: &str) -> Vec<Piece<'_>> {
    let mut pieces = vec![];
    for line in source.split_inclusive('\n') {
        // Before the key stand the indentation, and `- ` for each list that the line begins.
        let start = line.len() - line.trim_start_matches([' ', '-']).len();
        push(&mut pieces, None, &line[..start]);
        let rest = &line[start..];
        let key = key(rest);
        push(&mut pieces, Some(Kind::Name), &rest[..key]);
        value(&mut pieces, &rest[key..]);
    }
    pieces
}

/// How many bytes the key takes that a line begins with; 0 where it begins with none.
fn key(line: &str) -> usize {
    let ends = |at: &usize| {
        let after = line[at + 1..].chars().next();
        after.is_none_or(char::is_whitespace)
    };
    let colon = line.match_indices(':').map(|(at, _)| at).find(ends);
    let is_key = |at: &usize| !line[..*at].contains(['#', '{', '[']);
    colon.filter(is_key).unwrap_or(0)
}

/// What follows a key. An apostrophe within plain words begins no text, so that quotation marks are
/// looked for at the beginning alone.
fn value<'a>(pieces: &mut Vec<Piece<'a>>, value: &'a str) {
    let plain = value.trim_start_matches([':', ' ']);
    if plain.starts_with(['"', '\'', '{', '[', '#']) {
        pieces.extend(scanner::pieces(value, &YAML));
        return;
    }
    let (before, comment) = value.split_at(value.find(" #").unwrap_or(value.len()));
    let start = value.len() - plain.len();
    let word = before.get(start..).unwrap_or_default().trim_end();
    let kind = scanner::kind_of(word, &YAML).filter(|_| !word.contains(' '));
    push(pieces, None, &before[..start.min(before.len())]);
    push(pieces, kind, word);
    push(
        pieces,
        None,
        before.get(start + word.len()..).unwrap_or_default(),
    );
    let text = comment.trim_end_matches('\n');
    push(pieces, Some(Kind::Comment), text);
    push(pieces, None, &comment[text.len()..]);
}

pub fn xml(source: &str) -> Vec<Piece<'_>> {
    let mut pieces = vec![];
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        push(&mut pieces, None, &rest[..at]);
        let tag = &rest[at..];
        let is_comment = tag.starts_with("<!--");
        let close = if is_comment { "-->" } else { ">" };
        let end = tag.find(close).map_or(tag.len(), |end| end + close.len());
        if is_comment {
            push(&mut pieces, Some(Kind::Comment), &tag[..end]);
        } else {
            xml_tag(&mut pieces, &tag[..end]);
        }
        rest = &tag[end..];
    }
    push(&mut pieces, None, rest);
    pieces
}

fn xml_tag<'a>(pieces: &mut Vec<Piece<'a>>, tag: &'a str) {
    let start = tag.len() - tag.trim_start_matches(['<', '/', '?', '!']).len();
    let ends = |c: char| c.is_whitespace() || matches!(c, '>' | '/' | '?');
    let name = tag[start..].find(ends).unwrap_or(tag.len() - start);
    push(pieces, None, &tag[..start]);
    push(pieces, Some(Kind::Keyword), &tag[start..start + name]);
    pieces.extend(scanner::pieces(&tag[start + name..], &XML_TAG));
}

fn push<'a>(pieces: &mut Vec<Piece<'a>>, kind: Option<Kind>, text: &'a str) {
    if !text.is_empty() {
        pieces.push((kind, text));
    }
}
