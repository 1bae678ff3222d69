//! One call of curl in the languages of the shells that it may be pasted into.
//!
//! Their rules differ in what a quotation mark is and in who takes the line apart: `sh` by itself
//! (POSIX.1-2017, XCU §2.2), `cmd` not at all, so that the program does (Microsoft C runtime,
//! "Parsing C command-line arguments"), and `PowerShell` by itself and the program once more.

#[cfg(test)]
mod tests;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    Posix,
    Cmd,
    PowerShell,
}

/// A part of a command.
#[derive(Clone, Copy, Debug)]
pub enum Word<'a> {
    /// An option, or what else needs no quotation marks in any shell.
    Plain(&'a str),
    /// Whatever it holds, line breaks aside.
    Text(&'a str),
    /// A text without special characters, and a variable of the shell at its end.
    Variable(&'a str, &'a str),
}

/// Marks that `PowerShell` takes for `'`, and understands where they are doubled.
const SINGLE_QUOTES: [char; 5] = ['\'', '\u{2018}', '\u{2019}', '\u{201a}', '\u{201b}'];

impl Shell {
    pub const ALL: [Self; 3] = [Self::Posix, Self::Cmd, Self::PowerShell];

    /// How people know it, in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Posix => "sh (Linux, macOS)",
            Self::Cmd => "cmd (Windows)",
            Self::PowerShell => "PowerShell (Windows)",
        }
    }

    /// As a part of an `id`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Posix => "sh",
            Self::Cmd => "cmd",
            Self::PowerShell => "powershell",
        }
    }

    /// A call of curl, one of `lines` on each line.
    #[must_use]
    pub fn curl(self, lines: &[&[Word<'_>]]) -> String {
        let words = |line: &&[Word<'_>]| {
            let words: Vec<_> = line.iter().map(|word| self.word(*word)).collect();
            words.join(" ")
        };
        let lines: Vec<_> = lines.iter().map(words).collect();
        self.program().to_owned() + " " + &lines.join(self.goes_on())
    }

    /// Gives a variable a value.
    #[must_use]
    pub fn assigns(self, name: &str, value: &str) -> String {
        match self {
            Self::Posix => format!("{name}={}", self.quoted(value)),
            // The quotation marks here are the command's own, and no part of the value.
            Self::Cmd => format!("set \"{name}={value}\""),
            Self::PowerShell => format!("${name} = {}", self.quoted(value)),
        }
    }

    /// Gives a variable a value that programs which are started from here see.
    #[must_use]
    pub fn exports(self, name: &str, value: &str) -> String {
        match self {
            Self::Posix => format!("export {}", self.assigns(name, value)),
            Self::Cmd => self.assigns(name, value),
            Self::PowerShell => format!("$env:{name} = {}", self.quoted(value)),
        }
    }

    /// A text as one word.
    #[must_use]
    pub fn quoted(self, text: &str) -> String {
        match self {
            Self::Posix => format!("'{}'", text.replace('\'', r"'\''")),
            Self::Cmd => for_cmd(text),
            Self::PowerShell => {
                let mut word = String::from("'");
                for c in text.chars() {
                    word.push(c);
                    if SINGLE_QUOTES.contains(&c) {
                        word.push(c);
                    }
                }
                word + "'"
            }
        }
    }

    fn word(self, word: Word<'_>) -> String {
        match (word, self) {
            (Word::Plain(text), _) => text.to_owned(),
            (Word::Text(text), _) => self.quoted(text),
            (Word::Variable(text, name), Self::Cmd) => format!("\"{text}%{name}%\""),
            (Word::Variable(text, name), _) => format!("\"{text}${name}\""),
        }
    }

    /// In `PowerShell`, `curl` may be another command.
    const fn program(self) -> &'static str {
        match self {
            Self::Posix | Self::Cmd => "curl",
            Self::PowerShell => "curl.exe",
        }
    }

    const fn goes_on(self) -> &'static str {
        match self {
            Self::Posix => " \\\n  ",
            Self::Cmd => " ^\n  ",
            Self::PowerShell => " `\n  ",
        }
    }
}

/// One argument for the program, and nothing of it for `cmd`, which knows no escapes within
/// quotation marks: where there are some in the text, `cmd` is to see none at all.
fn for_cmd(text: &str) -> String {
    let argument = for_runtime(text);
    if text.contains('"') {
        let special = |c: char| "()%!^\"<>&|".contains(c);
        let escaped = |c| if special(c) { vec!['^', c] } else { vec![c] };
        argument.chars().flat_map(escaped).collect()
    } else {
        argument.replace('%', "\"^%\"")
    }
}

/// Backslashes count only before a quotation mark: there, each is doubled.
fn for_runtime(text: &str) -> String {
    let mut argument = String::from("\"");
    let mut backslashes = 0;
    for c in text.chars() {
        if c == '"' {
            argument.extend(std::iter::repeat_n('\\', backslashes + 1));
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
        argument.push(c);
    }
    argument.extend(std::iter::repeat_n('\\', backslashes));
    argument + "\""
}
