//! A QR code, drawn as SVG: the portal's rules for content allow no inline style, and no picture of
//! others.

use leptos::prelude::*;
use qrcode::{Color, QrCode as Modules};

/// So many modules around the code stay white (ISO/IEC 18004 §6.3.8).
const QUIET: usize = 4;
/// The side of the picture, in pixels.
const SIDE: &str = "240";

/// A text as a QR code; nothing for one that is too long. Dark on white in every theme, as
/// scanners expect it.
#[component]
pub fn QrCode<'a>(text: &'a str, label: &'static str) -> impl IntoView + use<> {
    Modules::new(text).ok().map(|modules| {
        let side = modules.width() + 2 * QUIET;
        let path = path(&modules);
        view! {
            <svg
                width=SIDE height=SIDE viewBox=format!("0 0 {side} {side}") role="img"
                aria-label=label shape-rendering="crispEdges"
            >
                <rect width=side.to_string() height=side.to_string() fill="#fff"></rect>
                <path d=path fill="#000"></path>
            </svg>
        }
    })
}

/// A square for each dark module.
fn path(modules: &Modules) -> String {
    let width = modules.width();
    let colors = modules.to_colors().into_iter().enumerate();
    let dark = colors.filter(|(_, color)| *color == Color::Dark);
    let squares = dark.map(|(at, _)| {
        let (x, y) = (at % width + QUIET, at / width + QUIET);
        format!("M{x} {y}h1v1h-1z")
    });
    squares.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corners_have_their_marks() {
        let modules = Modules::new("otpauth://totp/a:b?secret=GEZDGNBV").unwrap();
        let (path, far) = (path(&modules), modules.width() + QUIET - 1);
        let has = |x: usize, y: usize| path.contains(&format!("M{x} {y}h1"));
        assert!(has(QUIET, QUIET));
        assert!(has(far, QUIET));
        assert!(has(QUIET, far));
        assert!(!has(QUIET - 1, QUIET));
    }
}
