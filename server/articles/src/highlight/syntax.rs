//! What the languages are made of.

use super::Language;

pub struct Syntax {
    /// What begins a comment that ends with its line.
    pub line: &'static [&'static str],
    pub block: Option<BlockComment>,
    /// The longer ones first.
    pub quotes: &'static [Quote],
    pub keywords: &'static [&'static str],
    pub constants: &'static [&'static str],
    /// Whether its words are the same in any case.
    pub any_case: bool,
    /// Whether a text before a colon names a member.
    pub members: bool,
    /// What the names of variables begin with, where that is all that tells them.
    pub sigil: Option<char>,
}

/// A language of which nothing is known.
pub const UNKNOWN: Syntax = Syntax {
    line: &[],
    block: None,
    quotes: &[],
    keywords: &[],
    constants: &[],
    any_case: false,
    members: false,
    sigil: None,
};

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

pub const fn quote(mark: &'static str, escapes: bool, lines: bool) -> Quote {
    Quote {
        open: mark,
        close: mark,
        escapes,
        lines,
    }
}

/// Lines between two marks.
const fn lines(open: &'static str, close: &'static str) -> Quote {
    Quote {
        open,
        close,
        escapes: false,
        lines: true,
    }
}

const BLOCK: Option<BlockComment> = Some(BlockComment {
    open: "/*",
    close: "*/",
});
const TRIPLE: Quote = quote("\"\"\"", true, true);
pub const DOUBLE: Quote = quote("\"", true, false);
const SINGLE: Quote = quote("'", true, false);
const BACKTICK: Quote = quote("`", true, true);

pub fn of(language: Language) -> Syntax {
    match language {
        Language::Shell => SHELL,
        Language::Java => JAVA,
        Language::Php => PHP,
        Language::Python => PYTHON,
        Language::JavaScript => JAVASCRIPT,
        Language::CSharp => CSHARP,
        Language::Go => GO,
        Language::Rust => RUST,
        Language::Cmd => CMD,
        Language::PowerShell => POWERSHELL,
        Language::Json => JSON,
        // They are read in parts, each by what it is.
        Language::Yaml | Language::Xml | Language::Http => UNKNOWN,
    }
}

const SHELL: Syntax = Syntax {
    line: &["#"],
    quotes: &[quote("'", false, true), quote("\"", true, true)],
    keywords: &[
        "case", "do", "done", "elif", "else", "esac", "exit", "export", "fi", "for", "if", "in",
        "return", "set", "then", "while",
    ],
    ..UNKNOWN
};

const JAVA: Syntax = Syntax {
    line: &["//"],
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
    ..UNKNOWN
};

const PHP: Syntax = Syntax {
    line: &["//"],
    block: BLOCK,
    quotes: &[quote("\"", true, true), quote("'", true, true)],
    keywords: &[
        "array", "as", "catch", "declare", "echo", "else", "elseif", "exit", "fn", "foreach",
        "function", "if", "new", "php", "return", "static", "string", "throw", "try", "while",
    ],
    constants: &["true", "false", "null"],
    ..UNKNOWN
};

const PYTHON: Syntax = Syntax {
    line: &["#"],
    quotes: &[TRIPLE, DOUBLE, SINGLE],
    keywords: &[
        "and", "as", "class", "def", "elif", "else", "except", "for", "from", "if", "import", "in",
        "is", "lambda", "not", "or", "raise", "return", "try", "while", "with",
    ],
    constants: &["True", "False", "None"],
    ..UNKNOWN
};

const JAVASCRIPT: Syntax = Syntax {
    line: &["//"],
    block: BLOCK,
    quotes: &[BACKTICK, DOUBLE, SINGLE],
    keywords: &[
        "async", "await", "catch", "class", "const", "else", "export", "for", "from", "function",
        "if", "import", "let", "new", "of", "return", "throw", "try", "while",
    ],
    constants: &["true", "false", "null", "undefined"],
    ..UNKNOWN
};

const CSHARP: Syntax = Syntax {
    line: &["//"],
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
    ..UNKNOWN
};

const GO: Syntax = Syntax {
    line: &["//"],
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
    ..UNKNOWN
};

/// `'` begins lifetimes more often than characters, and is left alone.
const RUST: Syntax = Syntax {
    line: &["//"],
    block: BLOCK,
    quotes: &[quote("\"", true, true)],
    keywords: &[
        "as", "async", "await", "const", "dyn", "else", "enum", "fn", "for", "if", "impl", "in",
        "let", "match", "mod", "mut", "pub", "return", "self", "struct", "type", "use", "while",
    ],
    constants: &["true", "false", "None"],
    ..UNKNOWN
};

const CMD: Syntax = Syntax {
    line: &["::", "rem ", "REM ", "@rem ", "@REM "],
    quotes: &[quote("\"", false, false)],
    keywords: &[
        "call", "do", "echo", "else", "exist", "exit", "for", "goto", "if", "in", "not", "set",
        "setlocal",
    ],
    any_case: true,
    sigil: Some('%'),
    ..UNKNOWN
};

/// A backslash keeps nothing from ending a text; a backtick does so seldom.
const POWERSHELL: Syntax = Syntax {
    line: &["#"],
    block: Some(BlockComment {
        open: "<#",
        close: "#>",
    }),
    quotes: &[
        lines("@\"", "\"@"),
        lines("@'", "'@"),
        quote("\"", false, true),
        quote("'", false, true),
    ],
    keywords: &[
        "catch", "else", "elseif", "exit", "finally", "foreach", "function", "if", "in", "param",
        "return", "throw", "try", "while",
    ],
    any_case: true,
    sigil: Some('$'),
    ..UNKNOWN
};

pub const JSON: Syntax = Syntax {
    line: &["//"],
    quotes: &[DOUBLE],
    constants: &["true", "false", "null"],
    members: true,
    ..UNKNOWN
};
