//! Reads back what `krilla` writes, and no other PDF: objects one after the other, each by itself.

use std::{collections::HashMap, io::Read};

use flate2::read::ZlibDecoder;

pub struct Pdf {
    /// By their numbers: what stands before a stream, and the stream.
    objects: HashMap<usize, (String, Vec<u8>)>,
}

fn find(bytes: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let found = bytes[from..].windows(what.len()).position(|it| it == what);
    found.map(|at| from + at)
}

impl Pdf {
    pub fn read(bytes: &[u8]) -> Self {
        assert!(bytes.starts_with(b"%PDF-1.7"));
        let mut objects = HashMap::new();
        let mut from = 0;
        while let Some(at) = find(bytes, b" 0 obj\n", from) {
            let digits = bytes[..at]
                .iter()
                .rev()
                .take_while(|it| it.is_ascii_digit());
            let start = at - digits.count();
            let number = str::from_utf8(&bytes[start..at]).unwrap().parse().unwrap();
            let at = at + b" 0 obj\n".len();
            let end = find(bytes, b"\nendobj", at).unwrap();
            let (head, stream, end) = match find(&bytes[..end], b"stream\n", at) {
                None => (&bytes[at..end], vec![], end),
                Some(stream) => {
                    let begin = stream + b"stream\n".len();
                    let end = find(bytes, b"\nendstream", begin).unwrap();
                    (&bytes[at..stream], inflated(&bytes[begin..end]), end)
                }
            };
            objects.insert(number, (String::from_utf8_lossy(head).into_owned(), stream));
            from = end;
        }
        Self { objects }
    }

    /// The heads of all objects that have this in them, in their order.
    pub fn all(&self, what: &str) -> Vec<&str> {
        let mut found: Vec<_> = self.objects.iter().collect();
        found.sort_by_key(|(number, _)| **number);
        let heads = found.into_iter().map(|(_, (head, _))| head.as_str());
        heads.filter(|head| head.contains(what)).collect()
    }

    /// How many parts of the document are of this kind.
    pub fn tags(&self, kind: &str) -> usize {
        self.all(&format!("/S/{kind}/")).len()
    }

    fn pages(&self) -> Vec<&str> {
        self.all("/Type/Page/")
    }

    pub fn page_count(&self) -> usize {
        self.pages().len()
    }

    /// The text of each page, line by line.
    pub fn text(&self) -> Vec<String> {
        let pages = self.pages().into_iter();
        pages.map(|page| self.text_of(page)).collect()
    }

    fn text_of(&self, page: &str) -> String {
        let resources = &self.objects[&reference(page, "/Resources").unwrap()].0;
        let (_, content) = &self.objects[&reference(page, "/Contents").unwrap()];
        let mut characters = HashMap::new();
        let mut text = String::new();
        let mut at = 0;
        while at < content.len() {
            match content[at] {
                b'/' => {
                    let name: Vec<u8> = content[at..]
                        .iter()
                        .copied()
                        .take_while(|it| !it.is_ascii_whitespace())
                        .collect();
                    let name = String::from_utf8_lossy(&name).into_owned();
                    if let Some(font) = reference(resources, &name) {
                        characters = self.characters(font);
                    }
                    at += name.len().max(1);
                }
                b'(' => {
                    let (glyphs, end) = literal(content, at + 1);
                    for glyph in glyphs.chunks(2) {
                        let id = glyph.iter().fold(0, |id, it| id * 256 + usize::from(*it));
                        text.push_str(characters.get(&id).map_or("", String::as_str));
                    }
                    at = end;
                }
                b'E' if content[at..].starts_with(b"ET") => {
                    text.push('\n');
                    at += 2;
                }
                _ => at += 1,
            }
        }
        text
    }

    /// What each glyph of a font stands for.
    fn characters(&self, font: usize) -> HashMap<usize, String> {
        let map = reference(&self.objects[&font].0, "/ToUnicode").unwrap();
        let map = String::from_utf8_lossy(&self.objects[&map].1).into_owned();
        let mut characters = HashMap::new();
        for line in map.lines() {
            let mut parts = line.split(['<', '>']).filter(|it| !it.trim().is_empty());
            if let (Some(glyph), Some(text), None) = (parts.next(), parts.next(), parts.next())
                && let Ok(glyph) = usize::from_str_radix(glyph, 16)
            {
                characters.insert(glyph, utf16(text));
            }
        }
        characters
    }
}

fn inflated(stream: &[u8]) -> Vec<u8> {
    let mut plain = vec![];
    match ZlibDecoder::new(stream).read_to_end(&mut plain) {
        Ok(_) => plain,
        Err(_) => stream.to_vec(),
    }
}

/// The number of the object that a name refers to.
fn reference(head: &str, name: &str) -> Option<usize> {
    let mut parts = head.split(name).skip(1);
    parts.find_map(|after| {
        let after = after.strip_prefix(' ').unwrap_or(after);
        let number = after.split(' ').next()?;
        number.parse().ok()
    })
}

/// A string in parentheses, and where it ends.
fn literal(content: &[u8], from: usize) -> (Vec<u8>, usize) {
    let (mut bytes, mut at, mut depth) = (vec![], from, 0);
    loop {
        match content[at] {
            b'\\' => {
                let digits: Vec<u8> = content[at + 1..at + 4]
                    .iter()
                    .copied()
                    .take_while(|it| (b'0'..=b'7').contains(it))
                    .collect();
                if digits.is_empty() {
                    bytes.push(match content[at + 1] {
                        b'n' => b'\n',
                        b'r' => b'\r',
                        b't' => b'\t',
                        b'b' => 8,
                        b'f' => 12,
                        other => other,
                    });
                    at += 2;
                } else {
                    bytes.push(digits.iter().fold(0, |byte, it| byte * 8 + (it - b'0')));
                    at += 1 + digits.len();
                }
                continue;
            }
            b'(' => depth += 1,
            b')' if depth == 0 => return (bytes, at + 1),
            b')' => depth -= 1,
            _ => {}
        }
        bytes.push(content[at]);
        at += 1;
    }
}

fn utf16(hex: &str) -> String {
    let units = hex.as_bytes().chunks(4).map(|unit| {
        let unit = str::from_utf8(unit).unwrap();
        u16::from_str_radix(unit, 16).unwrap_or(0xfffd)
    });
    String::from_utf16_lossy(&units.collect::<Vec<_>>())
}
