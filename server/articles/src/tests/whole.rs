//! A long article as its readers get it.

use locales::Locale;

use crate::{Article, article};

const MARKDOWN: &str = include_str!("guide.md");

/// Everything of an article that pages use, to be compared and read.
fn written(article: &Article) -> String {
    let contents = article.contents.iter().map(|heading| {
        let indent = "  ".repeat(usize::from(heading.level - 2));
        format!("{indent}- {} #{}\n", heading.title, heading.id)
    });
    let passages = article.passages.iter().map(|passage| {
        let title = passage.heading.as_ref().map(|it| it.title.as_str());
        format!("[{}]\n{}\n", title.unwrap_or("-"), passage.text)
    });
    let parts = [
        contents.collect::<String>(),
        article.html.clone(),
        passages.collect(),
    ];
    parts.join("\n----\n\n")
}

#[test]
fn a_long_article_is_drawn_for_readers_of_each_language() {
    for locale in [Locale::PtBr, Locale::En] {
        let article = article(MARKDOWN, locale).unwrap();
        insta::assert_snapshot!(format!("guide.{locale}"), written(&article));
    }
}
