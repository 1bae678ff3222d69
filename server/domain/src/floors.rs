//! The floors of this crate: a module knows those below it, and its own. Read from what the sources
//! themselves say after `crate::`, tests aside.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// From the bottom, each with the names that the crate's root gives to what is in it.
const FLOORS: [(&str, &[&str]); 4] = [
    (
        "base",
        &[
            "clock",
            "dates",
            "ids",
            "page",
            "random",
            "tls",
            "token",
            "derived_key",
            "folding",
            "text_enum",
            "Cursor",
            "Page",
            "UnknownText",
        ],
    ),
    ("vocabulary", &["Role"]),
    (
        "store",
        &[
            "counter",
            "db",
            "entities",
            "search",
            "cleanup",
            "try_to_write",
        ],
    ),
    ("settings", &[]),
];

/// The floor of a name below the crate's root; what stands above all of these has none.
fn floor_of(name: &str) -> Option<usize> {
    FLOORS
        .iter()
        .position(|(floor, names)| *floor == name || names.contains(&name))
}

/// The names that follow each `crate::`, with the number of the line.
fn names(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices("crate::") {
        let line = source[..at].lines().count().max(1);
        let rest = &source[at + "crate::".len()..];
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

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
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

/// What a source takes from the floors above `floor`.
fn reaches_up(source: &str, floor: usize) -> Vec<(usize, String)> {
    let tests = source.find("#[cfg(test)]\nmod tests {");
    let source = &source[..tests.unwrap_or(source.len())];
    let mut names = names(source);
    names.retain(|(_, name)| floor_of(name).is_none_or(|of_name| of_name > floor));
    names
}

#[test]
fn no_floor_reaches_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (floor, (name, _)) in FLOORS.iter().enumerate() {
        let (folder, mut files) = (root.join(name), vec![]);
        if folder.is_dir() {
            sources(&folder, &mut files);
        } else {
            files.push(folder.with_extension("rs"));
        }
        assert!(!files.is_empty(), "{name} has no sources");
        for file in files {
            let source = fs::read_to_string(&file).unwrap();
            for (line, above) in reaches_up(&source, floor) {
                wrong.push(format!("{}:{line} takes {above}", file.display()));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_reach_upwards_is_noticed() {
    let source = "use crate::{\n    Portal, ids::{AccountId, GroupId},\n    accounts::Email,\n};\n\
        fn f() { crate::db::open() }\n#[cfg(test)]\nmod tests { use crate::testing; }";
    let found = |floor| -> Vec<String> {
        let found = reaches_up(source, floor).into_iter();
        found.map(|(line, name)| format!("{line} {name}")).collect()
    };
    assert_eq!(found(0), ["1 Portal", "1 accounts", "5 db"]);
    assert_eq!(found(2), ["1 Portal", "1 accounts"]);
}
