//! Reads a `curl` command: what it sends to authenticate itself, and where.

use super::{
    Purpose,
    address::{is_token_request, purpose},
    characters::is_space,
};

const GRANT: &str = "grant_type=client_credentials";

#[derive(Default)]
pub struct Command {
    pub headers: Vec<String>,
    /// `public:secret`, from `--user` or from the body.
    pub keys: Vec<String>,
    pub purpose: Purpose,
    pub lacks_grant: bool,
}

/// Whether a text is a command or the end of one.
pub fn is_command(text: &str) -> bool {
    let text = text.trim_start_matches(['$', '>', '%', ' ']);
    ["curl ", "curl.exe ", "-H ", "-H'", "-H\"", "--header "]
        .iter()
        .any(|start| text.starts_with(start))
}

impl Command {
    pub fn read(text: &str) -> Self {
        let mut command = Self::default();
        let (mut client_id, mut client_secret) = (None, None);
        let words = words(text);
        let mut rest = words.iter().map(String::as_str);
        while let Some(word) = rest.next() {
            if let Some(header) = option(word, "-H", "--header", &mut rest) {
                command.headers.push(header.to_owned());
            } else if let Some(keys) = option(word, "-u", "--user", &mut rest) {
                command.keys.push(keys.to_owned());
            } else if let Some(data) = data(word, &mut rest) {
                for field in data.split('&') {
                    client_id = field.strip_prefix("client_id=").or(client_id);
                    client_secret = field.strip_prefix("client_secret=").or(client_secret);
                }
            }
        }
        if let Some(secret) = client_secret {
            command
                .keys
                .push([client_id.unwrap_or_default(), ":", secret].concat());
        }
        let addresses = || words.iter().filter(|word| is_address(word));
        command.purpose = addresses()
            .map(|word| purpose(word))
            .max()
            .unwrap_or_default();
        let says_grant = words.iter().any(|word| word.contains(GRANT));
        command.lacks_grant = addresses().any(|word| is_token_request(word)) && !says_grant;
        command
    }
}

/// A variable of a shell may stand for the address of the portal.
fn is_address(word: &str) -> bool {
    word.starts_with("http") || (word.starts_with(['$', '%', '{']) && word.contains('/'))
}

fn data<'a>(word: &'a str, rest: &mut impl Iterator<Item = &'a str>) -> Option<&'a str> {
    ["--data-urlencode", "--data-raw", "--data-binary", "--data"]
        .into_iter()
        .find_map(|long| option(word, "-d", long, rest))
}

/// The value of an option, in each way that `curl` reads it.
fn option<'a>(
    word: &'a str,
    short: &str,
    long: &str,
    rest: &mut impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    if word == short || word == long {
        return rest.next();
    }
    let joined = word.strip_prefix(long)?.strip_prefix('=');
    joined.or_else(|| word.strip_prefix(short))
}

/// The words of a command as a shell splits them. Variables are not replaced.
fn words(text: &str) -> Vec<String> {
    let (mut words, mut word, mut within) = (vec![], None::<String>, None);
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let open = within.is_some();
        match character {
            quote if within == Some(quote) => within = None,
            '\'' | '"' if !open => {
                within = Some(character);
                word.get_or_insert_default();
            }
            // The shells of Windows continue a line with the last two.
            '\\' | '^' | '`' if within != Some('\'') => match characters.clone().next() {
                Some('\n' | '\r') if !open => {}
                Some(next) if character == '\\' => {
                    characters.next();
                    word.get_or_insert_default().push(next);
                }
                _ => word.get_or_insert_default().push(character),
            },
            space if !open && is_space(space) => words.extend(word.take()),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_a_shells() {
        assert_eq!(
            words("curl -H 'a: b'\"c\\\"d\" \\\n --x='' ^\r\n e\\ f"),
            ["curl", "-H", "a: bc\"d", "--x=", "e f"]
        );
        assert_eq!(words("''"), [""]);
        assert_eq!(words("'open \\"), ["open \\"]);
    }
}
