//! The languages of code samples.

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
    /// The name of the file with the sample.
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

    /// The name of the language, which is the same in every language of the portal.
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
