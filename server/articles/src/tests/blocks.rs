//! An article as blocks, read by the same rules as its HTML.

use locales::Locale;

use super::drawn;
use crate::{
    Heading, TooMuch,
    blocks::{Block, Span, Style, blocks},
};

fn read(markdown: &str) -> Vec<Block> {
    blocks(markdown, Locale::PtBr).unwrap()
}

fn text(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// The text of blocks, in order.
fn words(blocks: &[Block]) -> String {
    let all = |blocks: &[Vec<Block>]| blocks.iter().map(|it| words(it)).collect::<String>();
    let one = |block: &Block| match block {
        Block::Heading(_, text_of) | Block::Paragraph(text_of) => text(text_of),
        Block::Code { source, .. } => source.clone(),
        Block::List { items, .. } => all(items),
        Block::Quote(content) | Block::Callout { content, .. } => words(content),
        Block::Table(table) => {
            let cells = table.head.iter().chain(table.rows.iter().flatten());
            cells.map(|cell| text(cell)).collect()
        }
        Block::Definitions(definitions) => {
            let one = |it: &crate::blocks::Definition| text(&it.term) + &all(&it.meanings);
            definitions.iter().map(one).collect()
        }
        Block::Rule => String::new(),
        Block::Notes(notes) => notes.iter().map(|note| words(&note.content)).collect(),
    };
    blocks.iter().map(one).collect()
}

fn headings(blocks: &[Block]) -> Vec<Heading> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading(heading, _) => Some(heading.clone()),
        _ => None,
    });
    headings.collect()
}

#[test]
fn headings_are_those_of_the_page() {
    let guide = include_str!("guide.md");
    assert_eq!(headings(&read(guide)), drawn(guide).contents);
}

#[test]
fn nothing_of_the_text_is_lost() {
    let guide = include_str!("guide.md");
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let passages = drawn(guide).passages;
    let page: usize = passages
        .iter()
        .map(|it| letters(&it.text) + it.heading.as_ref().map_or(0, |it| letters(&it.title)))
        .sum();
    assert_eq!(letters(&words(&read(guide))), page);
}

#[test]
fn a_paragraph_has_its_styles_and_its_links() {
    let blocks = read("Um **dois *três*** `quatro` [cinco](/catalogo) [não](javascript:x)");
    let [Block::Paragraph(spans)] = &blocks[..] else {
        panic!("{blocks:?}");
    };
    let of = |word: &str| {
        spans
            .iter()
            .find(|span| span.text == word)
            .unwrap_or_else(|| panic!("{word}: {spans:?}"))
    };
    let (strong, emphasis) = (true, true);
    assert!(of("dois ").style.strong && !of("dois ").style.emphasis);
    assert_eq!(
        of("três").style,
        Style {
            strong,
            emphasis,
            code: false
        }
    );
    assert!(of("quatro").style.code);
    assert_eq!(of("cinco").link.as_deref(), Some("/catalogo"));
    // What is no link belongs to the words around it.
    assert_eq!(of(" não").link, None);
}

#[test]
fn lists_callouts_and_tables_hold_what_was_written_in_them() {
    let blocks = read(
        "3. a\n   - b\n4. c\n\n> [!WARNING]\n> d\n\n| e | f |\n|---|---|\n| g | h |\n\ni[^1]\n\n[^1]: j\n",
    );
    let [
        Block::List { first, items },
        Block::Callout { title, content },
        Block::Table(table),
        Block::Paragraph(_),
        Block::Notes(notes),
    ] = &blocks[..]
    else {
        panic!("{blocks:?}");
    };
    assert_eq!((*first, items.len()), (Some(3), 2));
    assert!(matches!(
        items[0][..],
        [Block::Paragraph(_), Block::List { first: None, .. }]
    ));
    assert_eq!(
        (title.as_str(), words(content)),
        ("Atenção", "d".to_owned())
    );
    assert_eq!(text(&table.head[1]), "f");
    assert_eq!(text(&table.rows[0][0]), "g");
    assert_eq!(
        (notes[0].number, words(&notes[0].content)),
        (1, "j".to_owned())
    );
}

#[test]
fn a_text_beyond_the_bounds_is_refused() {
    let deep = "> ".repeat(1_000);
    let refused = blocks(&deep, Locale::En).unwrap_err();
    assert!(matches!(refused, TooMuch::Deep { line: 1 }));
    let long = "a".repeat(crate::MAX_BYTES + 1);
    assert!(blocks(&long, Locale::En).is_err());
}

#[test]
fn a_link_that_is_repeated_is_kept_a_bounded_number_of_times() {
    let url = "x".repeat(100_000);
    let markdown = format!("[a]: /{url}\n\n{}", "[a] ".repeat(50_000));
    let kept = blocks(&markdown, Locale::En).map_or(0, |blocks| match &blocks[..] {
        [Block::Paragraph(spans)] => spans.iter().filter(|it| it.link.is_some()).count(),
        _ => usize::MAX,
    });
    assert!(kept * url.len() <= crate::MAX_HTML);
}
