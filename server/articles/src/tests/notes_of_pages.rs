//! Texts that share their page with others.

use locales::Locale;

use crate::{ID_PREFIXES, note};

#[test]
fn a_note_has_nothing_that_another_on_the_page_could_have_too() {
    let markdown = "# A\n\nText.[^1]\n\n```json\n{}\n```\n\n| a |\n|---|\n| 1 |\n\n[^1]: Note.\n";
    let html = note(markdown, Locale::PtBr).unwrap();
    assert!(html.contains("<p><strong>A</strong></p>"), "{html}");
    assert!(
        html.contains("<pre tabindex=\"0\" translate=\"no\"><code>"),
        "{html}"
    );
    for word in [" id=", "<button", "role=\"region\"", "<h"] {
        assert!(!html.contains(word), "{word}: {html}");
    }
    for prefix in ID_PREFIXES {
        assert!(!html.contains(&format!("#{prefix}")), "{prefix}: {html}");
    }
}

#[test]
fn a_note_lets_no_html_through() {
    let html = note(
        "<script>alert(1)</script> [a](javascript:alert(1))",
        Locale::En,
    )
    .unwrap();
    assert!(
        !html.contains("<script") && !html.contains("href"),
        "{html}"
    );
}
