//! Names for the anchors of a page, unique and the same whenever the document is read.

use std::collections::HashSet;

/// Gives each name out once.
#[derive(Default)]
pub(super) struct Slugs(HashSet<String>);

impl Slugs {
    /// The slug of a name: in lower case, its words parted by `-`. A name that was given out
    /// already gets a number.
    pub(super) fn take(&mut self, name: &str) -> String {
        let slug = slug(name);
        let numbered = (2..).map(|number| format!("{slug}-{number}"));
        let mut candidates = [slug.clone()].into_iter().chain(numbered);
        let free = candidates.find(|candidate| !self.0.contains(candidate));
        let free = free.unwrap_or(slug);
        self.0.insert(free.clone());
        free
    }
}

/// `listContactsV2` becomes `list-contacts-v2`, `GET /contacts/{id}` becomes `get-contacts-id`.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len() + 8);
    let mut before = None;
    let mut characters = name.chars().peekable();
    while let Some(character) = characters.next() {
        if !character.is_ascii_alphanumeric() {
            before = None;
            if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
            continue;
        }
        // A capital begins a word after a small letter, or before one: `listAPIKeys`.
        let follows_small = before.is_some_and(|it: char| !it.is_ascii_uppercase());
        let precedes_small = characters.peek().is_some_and(char::is_ascii_lowercase);
        let begins = character.is_ascii_uppercase() && (follows_small || precedes_small);
        if begins && before.is_some() && !slug.ends_with('-') {
            slug.push('-');
        }
        slug.push(character.to_ascii_lowercase());
        before = Some(character);
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_words_in_lower_case() {
        for (name, expected) in [
            ("listContacts", "list-contacts"),
            ("listAPIKeys", "list-api-keys"),
            ("GET /contacts/{id}.json", "get-contacts-id-json"),
            ("repos/get-v2", "repos-get-v2"),
            ("Contact_Page", "contact-page"),
            ("ação", "a-o"),
            ("--", ""),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
    }

    #[test]
    fn no_slug_is_given_out_twice() {
        let mut slugs = Slugs::default();
        let taken = ["a b", "a-b", "a-b-2", "A b"].map(|name| slugs.take(name));
        assert_eq!(taken, ["a-b", "a-b-2", "a-b-2-2", "a-b-3"]);
    }
}
