//! Draws the card of an API: the picture that messengers and networks show where its pages are
//! shared. It looks like a ticket of the portal, in light colours whatever the reader prefers.
//!
//! The same card always gives the same bytes.

mod canvas;
#[cfg(test)]
mod tests;
mod text;

use tiny_skia::Pixmap;

pub use self::canvas::Color;
use self::{
    canvas::Canvas,
    text::{Look, Typesetter},
};

/// In pixels; what networks ask for.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// The portal's own accent.
pub const ACCENT: Color = Color(0x3b, 0x4b, 0xa6);

const PAPER: Color = Color(0xf7, 0xf5, 0xf0);
const GROUND: Color = Color(0xfe, 0xfd, 0xfb);
const INK: Color = Color(0x1f, 0x20, 0x2b);
const SOFT: Color = Color(0x57, 0x5a, 0x66);
const LINE: Color = Color(0xd9, 0xd5, 0xcc);

/// The ticket on the paper, and the line along which it is torn.
const TICKET: (f32, f32, f32, f32) = (56.0, 56.0, 1144.0, 574.0);
const TEAR: f32 = 462.0;
const LEFT: f32 = 112.0;
const RIGHT: f32 = 1088.0;
/// The side of the square that the logo is drawn in.
const LOGO: f32 = 120.0;
/// Between the logo and the text beside it.
const BESIDE: f32 = 40.0;
/// Below which the text ends.
const BOTTOM: f32 = TEAR - 36.0;

/// The largest that fits is taken.
const TITLES: [Look; 3] = [title(72.0), title(62.0), title(54.0)];
const SMALLEST_TITLE: Look = title(46.0);
const MAX_TITLE_LINES: usize = 3;
const KICKER: Look = Look {
    size: 26.0,
    leading: 34.0,
    is_bold: false,
    is_mono: true,
    color: SOFT,
};
const SUMMARY: Look = Look {
    size: 33.0,
    leading: 46.0,
    is_bold: false,
    is_mono: false,
    color: SOFT,
};
const PORTAL: Look = Look {
    size: 32.0,
    leading: 44.0,
    is_bold: true,
    is_mono: false,
    color: INK,
};
const HOST: Look = Look {
    size: 26.0,
    leading: 44.0,
    ..KICKER
};

const fn title(size: f32) -> Look {
    Look {
        size,
        leading: size * 1.16,
        is_bold: true,
        is_mono: false,
        color: INK,
    }
}

/// What a card says.
#[derive(Clone, Debug)]
pub struct Card {
    /// Above the title, as in `API · v1.2.0`.
    pub kicker: String,
    pub title: String,
    /// One line, which may need several.
    pub summary: String,
    /// The name of the portal.
    pub portal: String,
    /// Where the portal is, as in `portal.example`.
    pub host: String,
    pub accent: Color,
    /// A PNG; one that cannot be decoded is left out.
    pub logo: Option<Vec<u8>>,
}

/// A fault of ours: a picture could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the card cannot be drawn: {0}")]
pub struct CardError(String);

/// Draws a card as PNG. It takes some milliseconds.
///
/// # Errors
/// When the picture cannot be written.
pub fn png(card: &Card) -> Result<Vec<u8>, CardError> {
    let mut canvas = Canvas::new(WIDTH, HEIGHT, PAPER)?;
    canvas.ticket(TICKET, TEAR, GROUND, LINE, card.accent);
    let logo = card.logo.as_deref();
    let logo = logo.and_then(|bytes| Pixmap::decode_png(bytes).ok());
    let mut right = RIGHT;
    if let Some(logo) = &logo {
        right -= LOGO + BESIDE;
        canvas.picture(logo, RIGHT - LOGO, TICKET.1 + 48.0, LOGO);
    }
    let mut setter = Typesetter::default();
    let mut y = TICKET.1 + 44.0;
    let kicker = setter.set(&card.kicker, &KICKER, right - LEFT, 1);
    y = canvas.text(&kicker, LEFT, y) + 14.0;
    let looks = (TITLES.as_slice(), &SMALLEST_TITLE);
    let title = setter.set_fitting(&card.title, looks, right - LEFT, MAX_TITLE_LINES);
    y = canvas.text(&title, LEFT, y) + 18.0;
    let lines = lines_within(BOTTOM - y, SUMMARY.leading);
    let summary = setter.set(&card.summary, &SUMMARY, RIGHT - LEFT, lines);
    canvas.text(&summary, LEFT, y);

    let foot = TEAR + (TICKET.3 - TEAR - PORTAL.leading) / 2.0;
    let host = setter.set(&card.host, &HOST, (RIGHT - LEFT) / 2.0, 1);
    canvas.text(&host, RIGHT - host.width(), foot);
    let room = RIGHT - LEFT - host.width() - BESIDE;
    let portal = setter.set(&card.portal, &PORTAL, room, 1);
    canvas.text(&portal, LEFT, foot);
    canvas.png()
}

/// How many lines there is room for.
fn lines_within(height: f32, leading: f32) -> usize {
    let mut lines = 0;
    let mut used = leading;
    while used <= height {
        lines += 1;
        used += leading;
    }
    lines
}
