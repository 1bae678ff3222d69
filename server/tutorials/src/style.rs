//! Sizes and colours. Lengths are points, of which 72 make an inch.

/// A4.
pub const PAGE: (f32, f32) = (595.28, 841.89);
pub const LEFT: f32 = 64.0;
pub const RIGHT: f32 = PAGE.0 - LEFT;
pub const TOP: f32 = 64.0;
pub const BOTTOM: f32 = PAGE.1 - 76.0;
/// Where the number of a page stands.
pub const FOOT: f32 = PAGE.1 - 48.0;
pub const HEIGHT: f32 = BOTTOM - TOP;

/// Between paragraphs.
pub const GAP: f32 = 7.0;
/// Beside what stands within something.
pub const INDENT: f32 = 18.0;
/// What lists within lists leave to text.
pub const NARROWEST: f32 = 160.0;
/// Around what has a background.
pub const PADDING: f32 = 8.0;
/// The bar beside a callout or a quotation.
pub const BAR: f32 = 3.0;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

// On white, and on the background of code, each has a contrast of 4.5 or more (WCAG 2.2, 1.4.3).
pub const BLACK: Color = Color(0x1d, 0x1d, 0x22);
pub const SOFT: Color = Color(0x55, 0x58, 0x61);
pub const LINK: Color = Color(0x0b, 0x4f, 0xa3);
pub const ACCENT: Color = Color(0x12, 0x3f, 0x7a);
pub const COMMENT: Color = Color(0x5a, 0x62, 0x6d);
pub const STRING: Color = Color(0x0f, 0x60, 0x3c);
pub const KEYWORD: Color = Color(0xa3, 0x1c, 0x4b);
pub const CONSTANT: Color = Color(0x7a, 0x45, 0x00);
pub const NAME: Color = Color(0x0b, 0x4f, 0xa3);
pub const VARIABLE: Color = Color(0x5f, 0x2d, 0x9c);

pub const CODE_GROUND: Color = Color(0xf3, 0xf4, 0xf7);
pub const CALLOUT_GROUND: Color = Color(0xee, 0xf4, 0xfc);
pub const HEAD_GROUND: Color = Color(0xf3, 0xf4, 0xf7);
pub const LINE: Color = Color(0xc9, 0xcd, 0xd6);

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    pub is_bold: bool,
    pub is_mono: bool,
    pub color: Color,
}

pub const BODY: Look = Look {
    size: 10.0,
    leading: 15.0,
    is_bold: false,
    is_mono: false,
    color: BLACK,
};
pub const STRONG: Look = Look {
    is_bold: true,
    ..BODY
};
pub const SMALL: Look = Look {
    size: 8.5,
    leading: 12.5,
    color: SOFT,
    ..BODY
};
pub const CELL: Look = Look {
    size: 9.0,
    leading: 13.0,
    ..BODY
};
pub const HEAD_CELL: Look = Look {
    is_bold: true,
    ..CELL
};
pub const CODE: Look = Look {
    size: 8.0,
    leading: 11.5,
    is_mono: true,
    ..BODY
};
pub const TITLE: Look = Look {
    size: 30.0,
    leading: 38.0,
    is_bold: true,
    color: ACCENT,
    ..BODY
};
pub const LEAD: Look = Look {
    size: 13.0,
    leading: 20.0,
    color: SOFT,
    ..BODY
};

/// A heading by its level, from 1.
pub const fn heading(level: u8) -> Look {
    let (size, leading) = match level {
        1 => (21.0, 28.0),
        2 => (15.0, 21.0),
        3 => (12.0, 17.0),
        _ => (10.5, 15.5),
    };
    Look {
        size,
        leading,
        is_bold: true,
        is_mono: false,
        color: if level == 1 { ACCENT } else { BLACK },
    }
}
