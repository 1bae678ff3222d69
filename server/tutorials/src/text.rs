//! Sets text in lines.

use articles::blocks::Style;
use parley::{
    FontContext, FontStyle, FontWeight, Layout, LayoutContext, LineHeight, OverflowWrap,
    StyleProperty,
};

use typefaces::{CODE, Characters, TEXT, context};

use crate::style::{Color, LINK, Look};

/// Bytes and pieces that are set at once: the time it takes grows with the square of what is longer.
const MAX_BYTES: usize = 8_000;
const MAX_PIECES: usize = 500;

/// A piece of text that looks the same all along.
#[derive(Clone, Debug)]
pub struct Run {
    pub text: String,
    pub style: Style,
    pub ink: Ink,
}

/// What is known of each glyph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ink {
    pub color: Color,
    /// The number of the link that it belongs to.
    pub link: Option<usize>,
    pub is_struck: bool,
}

/// Text in lines.
pub struct SetText {
    pub text: String,
    pub layout: Layout<Ink>,
    pub leading: f32,
}

pub struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<Ink>,
    characters: Characters,
}

impl Typesetter {
    pub fn new() -> Self {
        Self {
            fonts: context(),
            layouts: LayoutContext::new(),
            characters: Characters::default(),
        }
    }

    /// A run without anything special.
    pub fn plain(&self, text: &str, look: &Look) -> Run {
        self.run(
            text,
            Style::default(),
            Ink {
                color: look.color,
                ..Ink::default()
            },
        )
    }

    pub fn run(&self, text: &str, style: Style, ink: Ink) -> Run {
        let color = if ink.link.is_some() { LINK } else { ink.color };
        Run {
            text: self.characters.printable(text),
            style,
            ink: Ink { color, ..ink },
        }
    }

    /// Sets runs in lines of this width; what is long, in several texts that follow each other.
    pub fn set(&mut self, runs: &[Run], look: &Look, width: f32) -> Vec<SetText> {
        let parts = split(runs);
        let parts = parts.iter();
        parts
            .map(|runs| self.set_part(runs, look, Some(width)))
            .collect()
    }

    /// Sets runs; without a width, to measure them.
    fn set_part(&mut self, runs: &[Run], look: &Look, width: Option<f32>) -> SetText {
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.push_default(family(look.is_mono));
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(StyleProperty::FontWeight(weight(look.is_bold)));
        builder.push_default(LineHeight::Absolute(look.leading));
        // An endless word is broken where the line ends; measured, a word is whole.
        let wrap = match width {
            Some(_) => OverflowWrap::Anywhere,
            None => OverflowWrap::Normal,
        };
        builder.push_default(StyleProperty::OverflowWrap(wrap));
        let mut at = 0;
        for run in runs {
            let range = at..at + run.text.len();
            at = range.end;
            builder.push(StyleProperty::Brush(run.ink), range.clone());
            if run.style.strong {
                builder.push(StyleProperty::FontWeight(weight(true)), range.clone());
            }
            if run.style.emphasis {
                builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
            }
            if run.style.code {
                builder.push(family(true), range.clone());
                builder.push(StyleProperty::FontSize(look.size * 0.92), range);
            }
        }
        let mut layout = builder.build(&text);
        layout.break_all_lines(width);
        SetText {
            text,
            layout,
            leading: look.leading,
        }
    }

    /// How wide a text needs to be not to break a word, and not to break at all.
    pub fn widths(&mut self, runs: &[Run], look: &Look) -> (f32, f32) {
        let parts = split(runs);
        let Some(first) = parts.first() else {
            return (0.0, 0.0);
        };
        let set = self.set_part(first, look, None);
        let widths = set.layout.calculate_content_widths();
        (widths.min, widths.max)
    }
}

const fn family(is_mono: bool) -> StyleProperty<'static, Ink> {
    StyleProperty::FontFamily(if is_mono { CODE } else { TEXT })
}

const fn weight(is_bold: bool) -> FontWeight {
    if is_bold {
        FontWeight::BOLD
    } else {
        FontWeight::NORMAL
    }
}

/// The runs in parts that are short enough to be set at once.
fn split(runs: &[Run]) -> Vec<Vec<Run>> {
    let mut parts = vec![vec![]];
    let mut length = 0;
    for run in runs {
        let mut rest = run.text.as_str();
        while !rest.is_empty() {
            let last = parts.len() - 1;
            if length >= MAX_BYTES || parts[last].len() >= MAX_PIECES {
                parts.push(vec![]);
                length = 0;
                continue;
            }
            let (text, after) = rest.split_at(boundary(rest, MAX_BYTES - length));
            length += text.len();
            parts[last].push(Run {
                text: text.to_owned(),
                ..run.clone()
            });
            rest = after;
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Where to part a text that may have so many bytes: behind its last blank, if there is one.
fn boundary(text: &str, bytes: usize) -> usize {
    if text.len() <= bytes {
        return text.len();
    }
    let end = text.floor_char_boundary(bytes.max(4));
    let blank = text[..end].rfind([' ', '\n']).map(|at| at + 1);
    blank.unwrap_or(end)
}
