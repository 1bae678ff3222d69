//! The headings of an article: their levels, and ids that people can read.

use std::collections::{HashMap, HashSet};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::Heading;

/// Before each id of a heading.
pub const HEADING: &str = "s-";

const HIGHEST: u8 = 2;
const LOWEST: u8 = 6;
/// Characters of an id. The words that go over it are left out.
const MAX_SLUG: usize = 60;
/// Of a title without a letter or digit.
const NAMELESS: &str = "secao";

#[derive(Default)]
pub struct Outline {
    /// The levels as written of the headings that the next one may belong to.
    open: Vec<u8>,
    ids: Ids,
}

impl Outline {
    /// The heading that follows those before. Its level is its depth: where the author skipped a
    /// level, it is closed up.
    pub fn add(&mut self, written: u8, title: &str) -> Heading {
        let written = written.max(HIGHEST);
        while self.open.last().is_some_and(|above| *above >= written) {
            self.open.pop();
        }
        self.open.push(written);
        let depth = u8::try_from(self.open.len()).unwrap_or(LOWEST);
        Heading {
            level: (HIGHEST - 1 + depth).min(LOWEST),
            id: format!("{HEADING}{}", self.ids.unique(slug(title))),
            title: title.to_owned(),
        }
    }
}

#[derive(Default)]
struct Ids {
    used: HashSet<String>,
    /// The number that the next one of the same words tries first.
    next: HashMap<String, u32>,
}

impl Ids {
    /// The words, with a number where others have them already.
    fn unique(&mut self, slug: String) -> String {
        let mut number = self.next.get(&slug).copied().unwrap_or(1);
        let id = loop {
            let id = match number {
                1 => slug.clone(),
                _ => format!("{slug}-{number}"),
            };
            number += 1;
            if self.used.insert(id.clone()) {
                break id;
            }
        };
        self.next.insert(slug, number);
        id
    }
}

/// The words of a title in lower case and without accents, with hyphens between them.
fn slug(title: &str) -> String {
    let letters = title.nfkd().filter(|c| !is_combining_mark(*c));
    let letters: String = letters.flat_map(char::to_lowercase).nfc().collect();
    let mut slug = String::new();
    for word in letters.split(|c: char| !c.is_alphanumeric()) {
        let length = slug.chars().count() + word.chars().count();
        if length >= MAX_SLUG && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() && !word.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(MAX_SLUG));
    }
    if slug.is_empty() {
        NAMELESS.clone_into(&mut slug);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(written: &[u8]) -> Vec<u8> {
        let mut outline = Outline::default();
        let headings = written.iter().map(|level| outline.add(*level, "a").level);
        headings.collect()
    }

    fn ids(titles: &[&str]) -> Vec<String> {
        let mut outline = Outline::default();
        let headings = titles.iter().map(|title| outline.add(2, title).id);
        headings.collect()
    }

    #[test]
    fn the_first_level_belongs_to_the_page_and_none_is_skipped() {
        assert_eq!(levels(&[1, 2, 3, 4]), [2, 2, 3, 4]);
        assert_eq!(levels(&[3, 3, 5, 3]), [2, 2, 3, 2]);
        assert_eq!(levels(&[2, 4, 6, 4, 3, 2]), [2, 3, 4, 3, 3, 2]);
        assert_eq!(levels(&[2, 3, 4, 5, 6]), [2, 3, 4, 5, 6]);
    }

    #[test]
    fn ids_are_read_as_the_title_is() {
        assert_eq!(
            ids(&[
                "O que é?",
                "Autenticação e ção",
                "POST /oauth2/v1/token",
                "C# & .NET"
            ]),
            [
                "s-o-que-e",
                "s-autenticacao-e-cao",
                "s-post-oauth2-v1-token",
                "s-c-net"
            ]
        );
        assert_eq!(
            ids(&["ﬁm", "日本語", "!?"]),
            ["s-fim", "s-日本語", "s-secao"]
        );
    }

    #[test]
    fn ids_are_unique() {
        assert_eq!(
            ids(&["A", "A 2", "A", "Á", "a-2"]),
            ["s-a", "s-a-2", "s-a-3", "s-a-4", "s-a-2-2"]
        );
    }

    #[test]
    fn a_long_title_has_a_short_id() {
        let title = "palavra ".repeat(1_000);
        let expected = format!("s-{}", ["palavra"; 7].join("-"));
        assert_eq!(ids(&[&title]), [expected]);
        assert_eq!(
            ids(&[&"a".repeat(1_000)]),
            [format!("s-{}", "a".repeat(60))]
        );
    }
}
