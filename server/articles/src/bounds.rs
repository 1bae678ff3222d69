//! How long and how deep a text may be.
//!
//! The parser takes time for each line that grows with the containers around it. So the lines are
//! looked at before it reads them, and what is open is counted while it tells what it read.

/// Bytes of Markdown: some two hundred printed pages.
pub const MAX_BYTES: usize = 512 * 1024;
/// Elements of an article within each other, and marks of containers at the beginning of a line.
pub const MAX_DEPTH: usize = 100;
/// Bytes of HTML: what a text of the greatest length never needs unless it was made to swell.
pub const MAX_HTML: usize = 16 * MAX_BYTES;

/// Columns before the first word of a line; they keep lists open.
const MAX_INDENT: usize = 500;
const TAB: usize = 4;

/// Why a text is not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TooMuch {
    #[error("the text has more than {MAX_BYTES} bytes")]
    Long,
    /// Lines are counted from 1.
    #[error("line {line} has more than {MAX_DEPTH} quotes, lists or other marks within each other")]
    Deep { line: usize },
    #[error("the text becomes a page of more than {MAX_HTML} bytes")]
    Large,
}

/// Whether a text can be read in time that grows with its length alone.
pub fn check(markdown: &str) -> Result<(), TooMuch> {
    if markdown.len() > MAX_BYTES {
        return Err(TooMuch::Long);
    }
    let mut at = 0;
    for line in markdown.split_inclusive(['\n', '\r']) {
        if is_deep(line.as_bytes()) {
            return Err(deep(markdown, at));
        }
        at += line.len();
    }
    Ok(())
}

/// A mark of a list counts before a blank alone, as elsewhere it is a rule, or a part of a table.
fn is_deep(line: &[u8]) -> bool {
    let (mut marks, mut indent) = (0, 0);
    for (at, byte) in line.iter().enumerate() {
        let ends = line.get(at + 1).is_none_or(u8::is_ascii_whitespace);
        match byte {
            b' ' => indent += 1,
            b'\t' => indent += TAB,
            b'>' => marks += 1,
            b'-' | b'+' | b'*' | b'.' | b')' | b':' if ends => marks += 1,
            b'-' | b'+' | b'*' | b'0'..=b'9' => {}
            _ => break,
        }
    }
    marks > MAX_DEPTH || indent > MAX_INDENT
}

fn deep(markdown: &str, at: usize) -> TooMuch {
    let before = markdown.get(..at).unwrap_or(markdown);
    TooMuch::Deep {
        line: before.matches('\n').count() + 1,
    }
}

/// Counts what is open.
pub struct Depth<'a> {
    markdown: &'a str,
    open: usize,
}

impl<'a> Depth<'a> {
    pub fn new(markdown: &'a str) -> Self {
        Self { markdown, open: 0 }
    }

    pub fn enter(&mut self, at: usize) -> Result<(), TooMuch> {
        self.open += 1;
        if self.open > MAX_DEPTH {
            return Err(deep(self.markdown, at));
        }
        Ok(())
    }

    pub fn leave(&mut self) {
        self.open = self.open.saturating_sub(1);
    }
}
