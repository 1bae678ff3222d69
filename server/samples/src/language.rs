//! The languages that programs are written in.

use std::{fmt, str::FromStr};

/// A language that programs are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    Shell,
    Cmd,
    PowerShell,
    Java,
    Php,
    Python,
    JavaScript,
    CSharp,
    Go,
    Rust,
}

/// The text names no language that programs are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl Language {
    /// In the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Shell,
        Self::Cmd,
        Self::PowerShell,
        Self::Java,
        Self::Php,
        Self::Python,
        Self::JavaScript,
        Self::CSharp,
        Self::Go,
        Self::Rust,
    ];

    /// As in an address or an `id`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shell => "shell",
            Self::Cmd => "cmd",
            Self::PowerShell => "powershell",
            Self::Java => "java",
            Self::Php => "php",
            Self::Python => "python",
            Self::JavaScript => "javascript",
            Self::CSharp => "csharp",
            Self::Go => "go",
            Self::Rust => "rust",
        }
    }

    /// The name of the language, which is the same in every language of the portal.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Shell => "Shell",
            Self::Cmd => "Windows (cmd)",
            Self::PowerShell => "PowerShell",
            Self::Java => "Java",
            Self::Php => "PHP",
            Self::Python => "Python",
            Self::JavaScript => "JavaScript",
            Self::CSharp => "C#",
            Self::Go => "Go",
            Self::Rust => "Rust",
        }
    }

    /// The name of the file with the program. None is that of a command which the programs call:
    /// Windows looks for commands in the folder first.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Shell => "shell.sh",
            Self::Cmd => "windows.cmd",
            Self::PowerShell => "windows.ps1",
            Self::Java => "Java.java",
            Self::Php => "php.php",
            Self::Python => "python.py",
            Self::JavaScript => "javascript.mjs",
            Self::CSharp => "csharp.cs",
            Self::Go => "go.go",
            Self::Rust => "rust.rs",
        }
    }
}

impl Language {
    /// What runs the program in its file, as lines of a terminal.
    #[must_use]
    pub const fn commands(self) -> &'static [&'static str] {
        match self {
            Self::Shell => &["sh shell.sh"],
            Self::Cmd => &["cmd /c windows.cmd"],
            Self::PowerShell => &["powershell -ExecutionPolicy Bypass -File windows.ps1"],
            Self::Java => &["java -Dfile.encoding=UTF-8 Java.java"],
            Self::Php => &["php php.php"],
            Self::Python => &["python3 python.py"],
            Self::JavaScript => &["node javascript.mjs"],
            Self::CSharp => &[
                "dotnet new console --output call",
                "cp csharp.cs call/Program.cs",
                "dotnet run --project call",
            ],
            Self::Go => &["go run go.go"],
            Self::Rust => &[
                "cargo new call",
                "cp rust.rs call/src/main.rs",
                "cd call",
                "cargo add base64@0.22 serde_json@1 ureq@3",
                "cargo run",
            ],
        }
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        let mut languages = Self::ALL.into_iter();
        languages
            .find(|language| language.as_str() == text)
            .ok_or(UnknownLanguage)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name is of no language that programs are written in")
    }
}

impl std::error::Error for UnknownLanguage {}
