//! Bodies of `multipart/form-data` (RFC 7578): how they are written, and read again to be shown.

use axum::body::Bytes;

/// The beginning of the media type of a body with this boundary.
const FORM_DATA: &str = "multipart/form-data; boundary=";

/// A part that is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub name: String,
    /// The name of a file.
    pub file: Option<String>,
    /// Where it is told: texts need none (RFC 7578 §4.4).
    pub media_type: Option<String>,
    pub content: Bytes,
}

/// The media type of a body, as its header has it.
pub fn media_type(boundary: &str) -> String {
    format!("{FORM_DATA}{boundary}")
}

/// A body of these parts. The boundary must be in none of them.
pub fn write(parts: &[Part], boundary: &str) -> Bytes {
    let mut body = vec![];
    for part in parts {
        let head = format!("--{boundary}\r\n{}\r\n\r\n", head(part));
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(&part.content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    body.into()
}

/// The headers of a part, one a line.
fn head(part: &Part) -> String {
    let name = quoted(&part.name);
    let file = part.file.as_deref().map(quoted);
    let file = file.map_or_else(String::new, |file| format!("; filename={file}"));
    let disposition = format!("Content-Disposition: form-data; name={name}{file}");
    match &part.media_type {
        Some(media_type) => {
            format!("{disposition}\r\nContent-Type: {}", header_text(media_type))
        }
        None => disposition,
    }
}

/// A name in quotation marks that nothing in it can end (HTML §4.10.22.8, "escape a multipart form
/// data name"; RFC 7578 §4.2 leaves UTF-8 as it is).
fn quoted(name: &str) -> String {
    let name = name.replace('"', "%22");
    let name = name.replace('\r', "%0D").replace('\n', "%0A");
    format!("\"{name}\"")
}

/// What a browser says of a file must not become another header.
fn header_text(media_type: &str) -> &str {
    let is_safe = |c: char| c.is_ascii_graphic() || c == ' ';
    if media_type.contains('/') && media_type.chars().all(is_safe) {
        media_type
    } else {
        "application/octet-stream"
    }
}

/// The boundary in a media type that [`media_type`] made.
pub fn boundary(media_type: &str) -> Option<&str> {
    media_type.strip_prefix(FORM_DATA)
}

/// A part of a body that [`write()`] made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenPart<'b> {
    /// Its headers, one a line.
    pub head: &'b str,
    pub content: &'b [u8],
}

/// The parts of a body that [`write()`] made.
pub fn read<'b>(body: &'b [u8], boundary: &str) -> Vec<WrittenPart<'b>> {
    let opening = format!("--{boundary}\r\n");
    let closing = format!("\r\n--{boundary}");
    let mut parts = vec![];
    let mut rest = body;
    while let Some(part) = rest.strip_prefix(opening.as_bytes()) {
        let Some((part, after)) = split(part, closing.as_bytes()) else {
            break;
        };
        if let Some((head, content)) = split(part, b"\r\n\r\n")
            && let Ok(head) = str::from_utf8(head)
        {
            parts.push(WrittenPart { head, content });
        }
        // The delimiter of this part is the first line of the next one.
        rest = &rest[rest.len() - after.len() - closing.len() + 2..];
    }
    parts
}

fn split<'b>(bytes: &'b [u8], at: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let place = bytes.windows(at.len()).position(|it| it == at)?;
    Some((&bytes[..place], &bytes[place + at.len()..]))
}

impl<'b> WrittenPart<'b> {
    /// The name of the field.
    pub fn name(&self) -> &'b str {
        self.parameter("; name=\"").unwrap_or_default()
    }

    /// The name of the file, where it is one.
    pub fn file(&self) -> Option<&'b str> {
        self.parameter("; filename=\"")
    }

    /// Where it is told.
    pub fn media_type(&self) -> Option<&'b str> {
        let mut lines = self.head.lines();
        lines.find_map(|line| line.strip_prefix("Content-Type: "))
    }

    /// No quotation mark stands within one.
    fn parameter(&self, opening: &str) -> Option<&'b str> {
        let (_, value) = self.head.split_once(opening)?;
        value.split_once('"').map(|(value, _)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, file: Option<&str>, media_type: Option<&str>, content: &[u8]) -> Part {
        Part {
            name: name.to_owned(),
            file: file.map(str::to_owned),
            media_type: media_type.map(str::to_owned),
            content: content.to_vec().into(),
        }
    }

    #[test]
    fn a_body_is_as_the_standard_says() {
        let parts = [
            part("nome", None, None, "José".as_bytes()),
            part("foto", Some("a b.png"), Some("image/png"), b"\x89PNG\r\n"),
        ];
        let expected = [
            "--b\r\nContent-Disposition: form-data; name=\"nome\"\r\n\r\nJosé\r\n".as_bytes(),
            b"--b\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"a b.png\"\r\n",
            b"Content-Type: image/png\r\n\r\n\x89PNG\r\n\r\n--b--\r\n",
        ];
        assert_eq!(write(&parts, "b"), expected.concat());
        assert_eq!(boundary(&media_type("b")), Some("b"));
    }

    #[test]
    fn no_name_and_no_type_becomes_a_header_or_a_parameter_of_its_own() {
        let hostile = "a\"; filename=\"x\r\nX-Evil: 1\r\n\r\n--b--";
        let parts = [part(hostile, Some(hostile), Some("a/b\r\nX-Evil: 1"), b"")];
        let body = write(&parts, "b");
        let text = str::from_utf8(&body).unwrap();
        assert!(!text.contains("\r\nX-Evil"), "{text}");
        let head = text.lines().nth(1).unwrap();
        assert_eq!(head.matches('"').count(), 4, "{head}");
        assert!(text.contains("Content-Type: application/octet-stream"));
    }

    #[test]
    fn what_was_written_is_read_again() {
        let parts = [
            part("a", None, None, b""),
            part("b", None, Some("application/json"), b"{\"x\":\"--c\"}"),
            part("c", Some("é.bin"), Some("image/png"), b"\r\n\r\n\0--\r\n"),
        ];
        let body = write(&parts, "b0undary");
        let read = read(&body, "b0undary");
        assert_eq!(read.len(), parts.len());
        for (read, part) in read.iter().zip(&parts) {
            assert_eq!(read.name(), part.name);
            assert_eq!(read.file(), part.file.as_deref());
            assert_eq!(read.media_type(), part.media_type.as_deref());
            assert_eq!(read.content, part.content);
        }
        assert_eq!(super::read(b"anything else", "b"), []);
    }
}
