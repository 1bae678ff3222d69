//! What no person is called. A name greets in mail that anyone can have sent to anyone, so it must
//! carry neither a place to go nor a promise; looked at as mail readers do, in compatibility form
//! (NFKC): `ｗｗｗ．ｐｒｅｍｉｏ．ｃｏｍ` is an address.

use unicode_normalization::UnicodeNormalization;

/// In lower case. Mail readers make links of these, wherever they stand.
const ADDRESSES: [&str; 2] = ["http", "www."];
/// Of markup, addresses, sums and shouting.
const MARKS: &str = "<>@/\\:=|{}[]#$%*?!+";
/// Ends of addresses that are short enough to pass for a family name behind an initial: `j.me`.
const SHORT_ENDS: [&str; 34] = [
    "ai", "app", "at", "be", "bio", "biz", "br", "cc", "ch", "co", "com", "de", "dev", "es", "eu",
    "fr", "gg", "gl", "info", "io", "it", "ly", "me", "net", "org", "page", "pt", "ru", "sh",
    "site", "tk", "to", "tv", "us",
];
/// A regnal number has that many; a telephone number more.
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

/// Signs of money are a block of their own, but for those that were there before it.
fn is_mark(c: char) -> bool {
    MARKS.contains(c) || matches!(c, '¢'..='¥' | '\u{20A0}'..='\u{20CF}')
}

/// Whether something stands behind a dot without a blank, and it is no name behind its initials:
/// `premio.net`, but not `J.R.R.Tolkien` or `Jr.`.
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

/// Also those that stand for the dot in an address (IDNA, UTS #46 §2.3).
fn is_dot(c: char) -> bool {
    matches!(c, '.' | '\u{3002}' | '\u{FF61}')
}

/// Without the comma or bracket that may stand around.
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
