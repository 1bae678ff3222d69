//! Bytes as text.

use super::{super::ProblemKind, Position, Read};

/// The text without its byte order mark.
pub(super) fn text(bytes: &[u8]) -> Read<&str> {
    if let Some(name) = other_encoding(bytes) {
        return Err((None, ProblemKind::Encoding(name)));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line_start = before.iter().rposition(|byte| *byte == b'\n');
        let in_line = &before[line_start.map_or(0, |at| at + 1)..];
        let position = Position {
            line: 1 + count(before, |byte| byte == b'\n'),
            column: 1 + count(in_line, |byte| byte & 0xc0 != 0x80),
        };
        (Some(position), ProblemKind::NotUtf8)
    })
}

fn count(bytes: &[u8], counts: impl Fn(u8) -> bool) -> u32 {
    let found = bytes.iter().filter(|byte| counts(**byte)).count();
    u32::try_from(found).unwrap_or(u32::MAX)
}

/// The encoding, if it is known to be another one: by its byte order mark, or by the zeros between
/// the first letters.
fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    Some(match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, _, ..] | [_, 0, 0, 0, ..] => {
            "UTF-32"
        }
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, 0, _, ..] | [_, 0, _, 0, ..] => "UTF-16",
        _ => return None,
    })
}
