//! Sets text in as many lines as there is room for.

use parley::{
    FontContext, FontWeight, Layout, LayoutContext, LineHeight, OverflowWrap, StyleProperty,
};
use typefaces::{CODE, Characters, TEXT, context};

use crate::canvas::Color;

/// Ends what goes on.
const MORE: char = '…';
/// What is longer is cut before it is set, for the time that it would take.
const MAX_CHARACTERS: usize = 1_000;

/// How a text looks. Lengths are pixels.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    pub is_bold: bool,
    pub is_mono: bool,
    pub color: Color,
}

/// Text in lines.
pub struct SetText {
    pub layout: Layout<()>,
    pub look: Look,
}

impl SetText {
    pub fn lines(&self) -> usize {
        self.layout.len()
    }

    /// That of its widest line.
    pub fn width(&self) -> f32 {
        self.layout.width()
    }

    /// Whether a word is broken because it is wider than a line.
    fn breaks_a_word(&self, width: f32) -> bool {
        self.layout.calculate_content_widths().min > width
    }
}

pub struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    characters: Characters,
}

impl Default for Typesetter {
    fn default() -> Self {
        Self {
            fonts: context(),
            layouts: LayoutContext::new(),
            characters: Characters::default(),
        }
    }
}

impl Typesetter {
    /// Sets a text in at most so many lines of this width; what does not fit is left out, and a mark
    /// says so.
    pub fn set(&mut self, text: &str, look: &Look, width: f32, most: usize) -> SetText {
        let mut text: String = self.characters.printable(text);
        if let Some((end, _)) = text.char_indices().nth(MAX_CHARACTERS) {
            text.truncate(end);
        }
        if most == 0 {
            text.clear();
        }
        let mut set = self.lay_out(&text, look, width);
        while set.lines() > most && !text.is_empty() {
            let end = set
                .layout
                .get(most - 1)
                .map_or(0, |line| line.text_range().end);
            // What was cut already grew by the mark.
            let end = end.min(text.trim_end_matches(MORE).len());
            text.truncate(end);
            text.truncate(without_last_word(&text));
            text.push(MORE);
            set = self.lay_out(&text, look, width);
        }
        set
    }

    /// The same in the first of these looks, from large to small, in which all of it fits without a
    /// broken word; else in the smallest.
    pub fn set_fitting(
        &mut self,
        text: &str,
        (looks, smallest): (&[Look], &Look),
        width: f32,
        most: usize,
    ) -> SetText {
        let printable = self.characters.printable(text);
        for (shrunk, look) in looks.iter().enumerate() {
            // Large letters are for what is short.
            let lines = most.min(2 + shrunk);
            let set = self.lay_out(&printable, look, width);
            if set.lines() <= lines && !set.breaks_a_word(width) {
                return set;
            }
        }
        self.set(text, smallest, width, most)
    }

    fn lay_out(&mut self, text: &str, look: &Look, width: f32) -> SetText {
        let weight = if look.is_bold {
            FontWeight::BOLD
        } else {
            FontWeight::NORMAL
        };
        let family = if look.is_mono { CODE } else { TEXT };
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(family));
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(StyleProperty::FontWeight(weight));
        builder.push_default(LineHeight::Absolute(look.leading));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        SetText {
            layout,
            look: *look,
        }
    }
}

/// Where a text ends if its last word, or else its last character, is taken away.
fn without_last_word(text: &str) -> usize {
    let text = text.trim_end();
    let word = text.rfind(char::is_whitespace).filter(|at| *at > 0);
    let kept = word.map(|at| text[..at].trim_end().len());
    kept.filter(|kept| *kept > 0)
        .or_else(|| text.char_indices().next_back().map(|(at, _)| at))
        .unwrap_or_default()
}
