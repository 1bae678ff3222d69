//! The languages that code samples are written in.

crate::text_enum! {
    pub enum SampleLanguage {
        Shell = "shell",
        Java = "java",
        Php = "php",
        Python = "python",
        JavaScript = "javascript",
        CSharp = "csharp",
        Go = "go",
        Rust = "rust",
    }
}

impl SampleLanguage {
    /// What the file with such a sample is called.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Shell => "shell.sh",
            Self::Java => "Java.java",
            Self::Php => "php.php",
            Self::Python => "python.py",
            Self::JavaScript => "javascript.mjs",
            Self::CSharp => "csharp.cs",
            Self::Go => "go.go",
            Self::Rust => "rust.rs",
        }
    }

    /// What the language is called; the same in every language of the portal.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Shell => "Shell",
            Self::Java => "Java",
            Self::Php => "PHP",
            Self::Python => "Python",
            Self::JavaScript => "JavaScript",
            Self::CSharp => "C#",
            Self::Go => "Go",
            Self::Rust => "Rust",
        }
    }
}
