//! What the languages of the samples are made of.

use domain::catalogue::SampleLanguage;

pub struct Syntax {
    /// What begins a comment that ends with its line.
    pub line: &'static str,
    pub block: Option<BlockComment>,
    /// The longer ones first.
    pub quotes: &'static [Quote],
    pub keywords: &'static [&'static str],
    pub constants: &'static [&'static str],
}

/// The marks around a comment that may go on over lines.
#[derive(Clone, Copy)]
pub struct BlockComment {
    pub open: &'static str,
    pub close: &'static str,
}

pub struct Quote {
    pub open: &'static str,
    pub close: &'static str,
    /// Whether a backslash keeps the next character from ending it.
    pub escapes: bool,
    /// Whether it goes on over lines.
    pub lines: bool,
}

const fn quote(mark: &'static str, escapes: bool, lines: bool) -> Quote {
    Quote {
        open: mark,
        close: mark,
        escapes,
        lines,
    }
}

const BLOCK: Option<BlockComment> = Some(BlockComment {
    open: "/*",
    close: "*/",
});
const TRIPLE: Quote = quote("\"\"\"", true, true);
const DOUBLE: Quote = quote("\"", true, false);
const SINGLE: Quote = quote("'", true, false);
const BACKTICK: Quote = quote("`", true, true);

pub fn of(language: SampleLanguage) -> Syntax {
    match language {
        SampleLanguage::Shell => SHELL,
        SampleLanguage::Java => JAVA,
        SampleLanguage::Php => PHP,
        SampleLanguage::Python => PYTHON,
        SampleLanguage::JavaScript => JAVASCRIPT,
        SampleLanguage::CSharp => CSHARP,
        SampleLanguage::Go => GO,
        SampleLanguage::Rust => RUST,
    }
}

const SHELL: Syntax = Syntax {
    line: "#",
    block: None,
    quotes: &[quote("'", false, true), quote("\"", true, true)],
    keywords: &[
        "case", "do", "done", "elif", "else", "esac", "exit", "export", "fi", "for", "if", "in",
        "return", "set", "then", "while",
    ],
    constants: &[],
};

const JAVA: Syntax = Syntax {
    line: "//",
    block: BLOCK,
    quotes: &[TRIPLE, DOUBLE, SINGLE],
    keywords: &[
        "catch",
        "class",
        "else",
        "extends",
        "final",
        "for",
        "if",
        "implements",
        "import",
        "int",
        "interface",
        "new",
        "package",
        "private",
        "public",
        "record",
        "return",
        "static",
        "this",
        "throw",
        "throws",
        "try",
        "var",
        "void",
        "while",
    ],
    constants: &["true", "false", "null"],
};

const PHP: Syntax = Syntax {
    line: "//",
    block: BLOCK,
    quotes: &[quote("\"", true, true), quote("'", true, true)],
    keywords: &[
        "array", "as", "catch", "declare", "echo", "else", "elseif", "exit", "fn", "foreach",
        "function", "if", "new", "php", "return", "static", "string", "throw", "try", "while",
    ],
    constants: &["true", "false", "null"],
};

const PYTHON: Syntax = Syntax {
    line: "#",
    block: None,
    quotes: &[TRIPLE, DOUBLE, SINGLE],
    keywords: &[
        "and", "as", "class", "def", "elif", "else", "except", "for", "from", "if", "import", "in",
        "is", "lambda", "not", "or", "raise", "return", "try", "while", "with",
    ],
    constants: &["True", "False", "None"],
};

const JAVASCRIPT: Syntax = Syntax {
    line: "//",
    block: BLOCK,
    quotes: &[BACKTICK, DOUBLE, SINGLE],
    keywords: &[
        "async", "await", "catch", "class", "const", "else", "export", "for", "from", "function",
        "if", "import", "let", "new", "of", "return", "throw", "try", "while",
    ],
    constants: &["true", "false", "null", "undefined"],
};

const CSHARP: Syntax = Syntax {
    line: "//",
    block: BLOCK,
    quotes: &[TRIPLE, DOUBLE, SINGLE],
    keywords: &[
        "async",
        "await",
        "catch",
        "class",
        "else",
        "foreach",
        "if",
        "in",
        "int",
        "namespace",
        "new",
        "private",
        "public",
        "return",
        "static",
        "string",
        "throw",
        "try",
        "using",
        "var",
        "void",
        "while",
    ],
    constants: &["true", "false", "null"],
};

const GO: Syntax = Syntax {
    line: "//",
    block: BLOCK,
    quotes: &[quote("`", false, true), DOUBLE, SINGLE],
    keywords: &[
        "chan",
        "const",
        "defer",
        "else",
        "for",
        "func",
        "go",
        "if",
        "import",
        "interface",
        "map",
        "package",
        "range",
        "return",
        "string",
        "struct",
        "switch",
        "type",
        "var",
    ],
    constants: &["true", "false", "nil"],
};

/// `'` begins lifetimes more often than characters, and is left alone.
const RUST: Syntax = Syntax {
    line: "//",
    block: BLOCK,
    quotes: &[quote("\"", true, true)],
    keywords: &[
        "as", "async", "await", "const", "dyn", "else", "enum", "fn", "for", "if", "impl", "in",
        "let", "match", "mod", "mut", "pub", "return", "self", "struct", "type", "use", "while",
    ],
    constants: &["true", "false", "None"],
};
