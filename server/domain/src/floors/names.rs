//! Finds the names that a source file uses.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The source files in a folder and below it, without files of tests.
pub fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_test = path.file_stem().is_some_and(|stem| stem == "tests");
        if path.is_dir() && !is_test {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") && !is_test {
            found.push(path);
        }
    }
}

/// A source up to its tests.
pub fn without_tests(source: &str) -> &str {
    let tests = source.find("#[cfg(test)]\nmod tests {");
    &source[..tests.unwrap_or(source.len())]
}

/// The names that follow each `prefix`, as in `crate::`, with the number of the line. Names in
/// braces have the line where the list begins.
pub fn names(source: &str, prefix: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices(prefix) {
        let before = &source[..at];
        if before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let line = before.matches('\n').count() + 1;
        let rest = &source[at + prefix.len()..];
        let group = rest.strip_prefix('{').map(outermost);
        let paths = group.unwrap_or_else(|| vec![rest.to_owned()]);
        for path in paths {
            let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
            found.push((line, path[..end.unwrap_or(path.len())].to_owned()));
        }
    }
    found
}

/// The items of a list up to its closing brace.
fn outermost(list: &str) -> Vec<String> {
    let (mut depth, mut items) = (0, vec![String::new()]);
    for c in list.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            c if depth == 0 && !c.is_whitespace() => items.last_mut().unwrap().push(c),
            _ => {}
        }
    }
    items.retain(|item| !item.is_empty());
    items
}
