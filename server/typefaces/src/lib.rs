//! The fonts that files for readers are set in, and the characters that they have.

use std::{borrow::Cow, sync::Arc};

use parley::{
    FontContext, FontFamily, FontFamilyName,
    fontique::{Blob, Collection, CollectionOptions, SourceCache},
};
use skrifa::{FontRef, MetadataProvider, charmap::Charmap};
use unicode_normalization::UnicodeNormalization;

const FILES: [&[u8]; 6] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSans-Italic.ttf"),
    include_bytes!("../fonts/NotoSans-BoldItalic.ttf"),
    include_bytes!("../fonts/NotoSansMono-Regular.ttf"),
    include_bytes!("../fonts/NotoSansSymbols2-Regular.ttf"),
];

const SANS: FontFamilyName<'static> = named("Noto Sans");
const MONO: FontFamilyName<'static> = named("Noto Sans Mono");
const SYMBOLS: FontFamilyName<'static> = named("Noto Sans Symbols2");

/// For what people read.
pub const TEXT: FontFamily<'static> = FontFamily::List(Cow::Borrowed(&[SANS, MONO, SYMBOLS]));
/// For what machines read.
pub const CODE: FontFamily<'static> = FontFamily::List(Cow::Borrowed(&[MONO, SANS, SYMBOLS]));

const fn named(name: &'static str) -> FontFamilyName<'static> {
    FontFamilyName::Named(Cow::Borrowed(name))
}

/// What stands for a character that no font has.
const BOX: char = '□';
/// What a tabulator is worth.
const TAB: &str = "    ";

/// These fonts, and none of the machine's own.
#[must_use]
pub fn context() -> FontContext {
    let mut collection = Collection::new(CollectionOptions {
        shared: false,
        system_fonts: false,
    });
    for file in FILES {
        collection.register_fonts(Blob::new(Arc::new(file)), None);
    }
    FontContext {
        collection,
        source_cache: SourceCache::default(),
    }
}

/// Knows which characters can be drawn.
pub struct Characters(Vec<Charmap<'static>>);

impl Default for Characters {
    fn default() -> Self {
        let fonts = FILES.into_iter().filter_map(|file| FontRef::new(file).ok());
        Self(fonts.map(|font| font.charmap()).collect())
    }
}

impl Characters {
    /// The text in characters that can be drawn, each for itself: what joins, turns or hides others
    /// is left out, and what no font has is a box.
    #[must_use]
    pub fn printable(&self, text: &str) -> String {
        let mut printable = String::with_capacity(text.len());
        for c in text.nfc() {
            match c {
                '\n' | ' '..='~' => printable.push(c),
                '\t' => printable.push_str(TAB),
                c if is_invisible(c) => {}
                c if c.is_whitespace() => printable.push(' '),
                c if self.has(c) => printable.push(c),
                _ => printable.push(BOX),
            }
        }
        printable
    }

    fn has(&self, c: char) -> bool {
        self.0.iter().any(|font| font.map(c).is_some())
    }
}

/// What has no shape of its own: controls, joiners, marks of direction and of variation.
fn is_invisible(c: char) -> bool {
    let formats = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}'
    );
    formats || (c.is_control() && !c.is_whitespace())
}
