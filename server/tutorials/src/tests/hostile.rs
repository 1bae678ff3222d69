//! Texts that nobody writes for people to read: each ends with a file, or is refused, soon.

use super::result;
use crate::TutorialError;

fn is_set(markdown: &str) -> String {
    result(markdown).unwrap().text().join("\n")
}

#[test]
fn what_no_font_has_is_a_box() {
    let text = is_set("Olá 👋🏽 日本 שלום مرحبا \u{202e}virado\u{202c} a\u{301}\u{334} ok✓ →");
    // What is of another font is another line here.
    let text = text.replace('\n', "");
    let expected = "Olá □□ □□ □□□□ □□□□□ virado á□ ok✓ →";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn an_endless_word_is_broken() {
    let text = is_set(&"a".repeat(20_000));
    let letters = text.matches('a').count();
    assert!(letters >= 20_000, "{letters}");
}

#[test]
fn what_is_nested_keeps_room_for_its_text() {
    let nested: String = (0..45)
        .map(|depth| "  ".repeat(depth) + "- palavra comum\n")
        .collect();
    let text = is_set(&nested);
    assert_eq!(text.matches("palavra comum").count(), 45);
    is_set(&format!("{}fundo", "> ".repeat(90)));
    is_set(&format!("{}\n> fundo", "> [!NOTE]\n".repeat(30)));
}

#[test]
fn a_table_of_many_columns_is_set() {
    let row = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(120));
    let table = row("nome") + &row("---") + &row("valor") + &row("");
    is_set(&table);
}

#[test]
fn many_styles_and_links_are_set() {
    is_set(&"**a** *b* `c` [d](/e) ~~f~~ ".repeat(1_500));
    is_set(&"[a](/b)".repeat(1_000));
}

#[test]
fn controls_and_odd_blanks_are_no_text() {
    let text = is_set("a\u{0}b\u{7}c\u{85}d\u{2028}e\u{feff}f\u{200d}g\u{ad}h\u{a0}i");
    assert!(text.contains("fgh i"), "{text}");
}

#[test]
fn what_has_too_many_pages_is_refused() {
    let lines = "a\n".repeat(70_000);
    let refused = result(&format!("```\n{lines}```")).err();
    assert_eq!(refused, Some(TutorialError::Long));
}

#[test]
fn nothing_is_set_too() {
    assert_eq!(result("").unwrap().page_count(), 3);
}
