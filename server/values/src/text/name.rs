//! Texts that are refused as the name of a person.
//!
//! Anyone can make the portal send a mail to anyone, and the mail greets by the name. So a name
//! must hold no address and no promise. It is checked in compatibility form (NFKC), because mail
//! readers take `ｗｗｗ．ｐｒｅｍｉｏ．ｃｏｍ` for an address.

use unicode_normalization::UnicodeNormalization;

/// Mail readers turn these into links anywhere in a text. In lower case.
const ADDRESSES: [&str; 2] = ["http", "www."];
/// Characters of markup, addresses, sums of money and emphasis.
const MARKS: &str = "<>@/\\:=|{}[]#$%*?!+";
/// Top-level domains that look like a family name after an initial: `j.me`.
const SHORT_ENDS: [&str; 34] = [
    "ai", "app", "at", "be", "bio", "biz", "br", "cc", "ch", "co", "com", "de", "dev", "es", "eu",
    "fr", "gg", "gl", "info", "io", "it", "ly", "me", "net", "org", "page", "pt", "ru", "sh",
    "site", "tk", "to", "tv", "us",
];
/// A regnal number has no more digits than this, and a telephone number has more.
const MAX_DIGITS: usize = 3;

pub(super) fn unlike_a_name(text: &str) -> bool {
    let plain: String = text.nfkc().collect();
    let lower = plain.to_lowercase();
    let digits = plain.chars().filter(|c| c.is_numeric()).count();
    plain.chars().any(is_mark)
        || ADDRESSES.iter().any(|address| lower.contains(address))
        || plain.split_whitespace().any(is_address)
        || digits > MAX_DIGITS
        || plain.chars().all(|c| c.is_numeric() || c == ' ')
}

/// Signs of money: a block of Unicode, and those that are older than the block.
fn is_mark(c: char) -> bool {
    MARKS.contains(c) || matches!(c, '¢'..='¥' | '\u{20A0}'..='\u{20CF}')
}

/// Whether text follows a dot without a blank, as in `premio.net`. Initials and endings of names do
/// not count: `J.R.R.Tolkien`, `Jr.`.
fn is_address(word: &str) -> bool {
    let parts: Vec<&str> = word.split(is_dot).map(bare).collect();
    let mut parts = parts.as_slice();
    while let [rest @ .., ""] = parts {
        parts = rest;
    }
    let Some((last, initials)) = parts.split_last() else {
        return false;
    };
    let named = initials.iter().all(|part| is_initial(part)) && is_family_name(last);
    !initials.is_empty() && !named
}

/// The dot and the characters that an address may have in its place (IDNA, UTS #46 §2.3).
fn is_dot(c: char) -> bool {
    matches!(c, '.' | '\u{3002}' | '\u{FF61}')
}

/// Removes the commas and brackets around a part.
fn bare(part: &str) -> &str {
    part.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_initial(part: &str) -> bool {
    let mut characters = part.chars();
    let first = characters.next();
    first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase()) && characters.next().is_none()
}

fn is_family_name(part: &str) -> bool {
    let starts = part.chars().next().is_some_and(|c| !c.is_lowercase());
    starts && !SHORT_ENDS.contains(&part.to_lowercase().as_str())
}
