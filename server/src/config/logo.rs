//! The logo of the owner, in memory.

use std::{fmt, fs, path::Path};

const MAX_BYTES: usize = 256 * 1024;

#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    pub bytes: Vec<u8>,
    pub kind: LogoKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoKind {
    Svg,
    Png,
    Webp,
}

impl LogoKind {
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "webp" => Some(Self::Webp),
            _ => None,
        }
    }
}

/// The logo in a file; `None` when the file is missing, too large or of another kind.
pub fn read(path: &str) -> Option<Logo> {
    let path = Path::new(path);
    let kind = LogoKind::of(path)?;
    let bytes = fs::read(path).ok()?;
    (!bytes.is_empty() && bytes.len() <= MAX_BYTES).then_some(Logo { bytes, kind })
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Logo({:?}, {} bytes)", self.kind, self.bytes.len())
    }
}
