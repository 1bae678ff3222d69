//! The languages that are told apart.

/// A language of programs, commands or data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    Json,
    Yaml,
    Xml,
    Http,
}

impl Language {
    pub const ALL: [Self; 14] = [
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
        Self::Json,
        Self::Yaml,
        Self::Xml,
        Self::Http,
    ];

    /// The language that is called so, in any case, by its name or by what its files end in.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let mut languages = Self::ALL.into_iter();
        languages.find(|language| language.names().contains(&name.as_str()))
    }

    /// Its name, which is the same in every language of the portal.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Shell => "Shell",
            Self::Cmd => "cmd",
            Self::PowerShell => "PowerShell",
            Self::Java => "Java",
            Self::Php => "PHP",
            Self::Python => "Python",
            Self::JavaScript => "JavaScript",
            Self::CSharp => "C#",
            Self::Go => "Go",
            Self::Rust => "Rust",
            Self::Json => "JSON",
            Self::Yaml => "YAML",
            Self::Xml => "XML",
            Self::Http => "HTTP",
        }
    }

    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Shell => &["shell", "sh", "bash", "zsh"],
            Self::Cmd => &["cmd", "bat", "batch"],
            Self::PowerShell => &["powershell", "pwsh", "ps1"],
            Self::Java => &["java"],
            Self::Php => &["php"],
            Self::Python => &["python", "py"],
            Self::JavaScript => &["javascript", "js", "mjs"],
            Self::CSharp => &["csharp", "c#", "cs"],
            Self::Go => &["go", "golang"],
            Self::Rust => &["rust", "rs"],
            Self::Json => &["json", "jsonc"],
            Self::Yaml => &["yaml", "yml"],
            Self::Xml => &["xml"],
            Self::Http => &["http"],
        }
    }
}
