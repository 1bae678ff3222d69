//! What cards look like, as far as numbers tell it. `examples/draw.rs` draws one to be looked at.

use super::*;

fn card(title: &str, summary: &str) -> Card {
    Card {
        kicker: "API · v1.2.0".to_owned(),
        title: title.to_owned(),
        summary: summary.to_owned(),
        portal: "Balcão".to_owned(),
        host: "portal.example".to_owned(),
        accent: ACCENT,
        logo: None,
    }
}

fn drawn(card: &Card) -> Pixmap {
    Pixmap::decode_png(&png(card).unwrap()).unwrap()
}

/// Whether a pixel has this colour, or nearly.
fn is(picture: &Pixmap, x: u32, y: u32, color: Color) -> bool {
    let pixel = picture.pixel(x, y).unwrap();
    let near = |one: u8, other: u8| one.abs_diff(other) < 6;
    near(pixel.red(), color.0) && near(pixel.green(), color.1) && near(pixel.blue(), color.2)
}

/// The rows between these in which something is written, left of the logo.
fn written_rows(picture: &Pixmap, rows: std::ops::Range<u32>) -> usize {
    let written = |y: &u32| (100..1100).any(|x| !is(picture, x, *y, GROUND));
    rows.filter(written).count()
}

#[test]
fn it_is_as_large_as_networks_ask_and_always_the_same() {
    let card = card(
        "Verificação silenciosa (SMV)",
        "Confirme que o número está no aparelho.",
    );
    let picture = drawn(&card);
    assert_eq!((picture.width(), picture.height()), (WIDTH, HEIGHT));
    assert_eq!(png(&card), png(&card));
    assert!(is(&picture, 5, 5, PAPER));
    assert!(is(&picture, 600, 62, ACCENT));
}

#[test]
fn what_is_too_long_ends_within_the_card() {
    let long = "Consulta de pontuação de crédito de pessoas e de empresas ".repeat(40);
    let word = "x".repeat(5_000);
    for text in [&long, &word] {
        let picture = drawn(&card(text, text));
        assert_eq!(written_rows(&picture, 452..460), 0, "above the tear line");
        let beside = (60..620).filter(|y| !is(&picture, 1092, *y, GROUND));
        let only_shapes = beside.filter(|y| (100..450).contains(y)).count();
        assert_eq!(only_shapes, 0, "right of the text");
    }
}

#[test]
fn nothing_to_say_leaves_it_empty() {
    let picture = drawn(&Card {
        kicker: String::new(),
        ..card("", "")
    });
    assert_eq!(written_rows(&picture, 90..450), 0);
}

#[test]
fn a_name_in_letters_that_no_font_has_is_drawn_in_boxes() {
    let picture = drawn(&card("信用スコア", ""));
    assert!(written_rows(&picture, 150..260) > 20);
}

#[test]
fn a_logo_stands_in_its_corner_and_a_broken_one_nowhere() {
    let mut logo = Pixmap::new(40, 20).unwrap();
    logo.fill(tiny_skia::Color::from_rgba8(200, 0, 0, 255));
    let logo = logo.encode_png().unwrap();
    let with = |logo: &[u8]| {
        drawn(&Card {
            logo: Some(logo.to_vec()),
            ..card("SMV", "")
        })
    };
    let middle = (1028, 56 + 48 + 60);
    let red = Color(200, 0, 0);
    assert!(is(&with(&logo), middle.0, middle.1, red));
    let broken = with(&logo[..logo.len() / 2]);
    assert!(is(&broken, middle.0, middle.1, GROUND));
}
