//! A header line, and the scheme in its value (RFC 9110 §11.4).

use strsim::levenshtein;

use super::characters::{is_space, trim};
use crate::credential::is_public_key;

/// The headers that carry a credential or a token, in their usual spelling.
pub const KNOWN: [&str; 2] = ["x-client-auth", "Authorization"];

/// Names that people write for them and that differ by more than [`SLIPS`] letters.
const TAKEN_FOR_THEM: [&str; 11] = [
    "x-client-authorization",
    "x-client-authentication",
    "client-auth",
    "client-authorization",
    "x-authorization",
    "x-auth",
    "x-auth-token",
    "x-access-token",
    "x-api-key",
    "auth",
    "authentication",
];
/// The names of headers in use are no longer than this.
const LONGEST_NAME: usize = 31;
/// How many letters may be wrong, missing or too many.
const SLIPS: usize = 2;
const OTHER_SCHEMES: [&str; 6] = ["token", "jwt", "digest", "apikey", "oauth", "client"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Basic,
    Bearer,
    /// Another scheme, or two schemes in one value.
    Other,
}

/// The known header with this name, in any case of letters.
pub fn known(name: &str) -> Option<&'static str> {
    KNOWN
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(name))
}

/// The name and the value of a line that authenticates.
pub fn authenticating(line: &str) -> Option<(&str, &str)> {
    if let Some((name, value)) = split(line)
        && (is_meant(name) || (is_name(name) && scheme(value).0.is_some()))
    {
        return Some((name, value));
    }
    within(line)
}

/// A known header inside a line of a program, or in a line copied from a table without its colon.
fn within(line: &str) -> Option<(&str, &str)> {
    let lower = line.to_ascii_lowercase();
    let ends_a_name = |c: char| is_space(c) || matches!(c, ':' | ',' | '=' | ']');
    KNOWN.iter().find_map(|known| {
        let start = lower.find(&known.to_ascii_lowercase())?;
        let end = start + known.len();
        let (before, rest) = line.split_at_checked(start)?;
        let (name, value) = rest.split_at_checked(end - start)?;
        let alone = !before.ends_with(is_of_names) && value.starts_with(ends_a_name);
        let value = value.trim_start_matches(ends_a_name);
        alone.then(|| (name, value.trim_end_matches(closes)))
    })
}

fn closes(character: char) -> bool {
    is_space(character) || matches!(character, ',' | ';' | ')' | ']' | '}')
}

/// Whether a line is a header at all.
pub fn is_header(line: &str) -> bool {
    split(line).is_some_and(|(name, _)| is_name(name))
}

fn split(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    Some((trim(name), trim(value)))
}

/// Whether a text before a colon can be the name of a header. A public key before a colon begins a
/// credential.
fn is_name(name: &str) -> bool {
    let fits = (1..=LONGEST_NAME).contains(&name.len()) && name.chars().all(is_of_names);
    fits && !is_public_key(name)
}

const fn is_of_names(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// Whether a name is a known one or a misspelling of one.
fn is_meant(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    is_name(&name)
        && (TAKEN_FOR_THEM.contains(&&*name)
            || KNOWN
                .iter()
                .any(|known| levenshtein(&known.to_ascii_lowercase(), &name) <= SLIPS))
}

/// The scheme of a value and the text after it.
pub fn scheme(value: &str) -> (Option<Scheme>, &str) {
    let Some((first, rest)) = first_scheme(value) else {
        return (None, value);
    };
    let (mut scheme, mut value) = (first, rest);
    while let Some((_, rest)) = first_scheme(value) {
        (scheme, value) = (Scheme::Other, rest);
    }
    (Some(scheme), value)
}

fn first_scheme(value: &str) -> Option<(Scheme, &str)> {
    let end = value.find(is_space).unwrap_or(value.len());
    let (word, rest) = value.split_at(end);
    let scheme = match word.to_ascii_lowercase().as_str() {
        "basic" => Scheme::Basic,
        "bearer" => Scheme::Bearer,
        "basic:" | "bearer:" => Scheme::Other,
        word if OTHER_SCHEMES.contains(&word) => Scheme::Other,
        _ => return None,
    };
    Some((scheme, trim(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_two_slips_is_meant_and_one_with_three_is_not() {
        for name in [
            "x-client-auth",
            "x_client_auth",
            "X-Cliente-Auth",
            "Autorisation",
        ] {
            assert!(is_meant(name), "{name}");
        }
        for name in ["x_cliente_auth", "Autorisasion", "host", ""] {
            assert!(!is_meant(name), "{name}");
        }
    }
}
