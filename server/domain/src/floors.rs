//! The floors of this crate: a module knows those below it, and its own. Read from what the sources
//! themselves say after `crate::`, tests aside.

mod names;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use names::{names, sources, without_tests};

/// Every module from the bottom, each with the names that the crate's root gives to what is in it.
const FLOORS: &[(&str, &[&str])] = &[
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
    ("portal", &["ChangeListener", "Portal"]),
    (
        "scope",
        &["Actor", "Forbidden", "Origin", "Person", "Scope"],
    ),
    ("audit", &[]),
    ("changes", &[]),
    ("jobs", &[]),
    ("notes", &[]),
    ("security", &[]),
    ("accounts", &[]),
    ("groups", &[]),
    ("catalogue", &[]),
    ("applications", &[]),
    ("requests", &[]),
    ("credentials", &[]),
    ("usage", &[]),
    ("oauth", &[]),
    ("approvals", &[]),
    ("services", &["Services"]),
    ("future", &["recall_future"]),
    ("gateway", &[]),
    ("demo", &[]),
];
/// What the crate's root has of other crates.
const FOREIGN: [&str; 3] = ["DbErr", "sandbox", "values"];
/// What is for tests alone, and the root itself.
const APART: [&str; 4] = ["floors", "lib", "plans", "testing"];

/// The floor of a name below the crate's root.
fn floor_of(name: &str) -> Option<usize> {
    FLOORS
        .iter()
        .position(|(floor, names)| *floor == name || names.contains(&name))
}

/// What a source of the module at `floor` takes from the floors above it, or from none.
fn reaches_up(source: &str, floor: usize) -> Vec<(usize, String)> {
    let mut names = names(without_tests(source), "crate::");
    names.retain(|(_, name)| {
        let above = floor_of(name).is_none_or(|of_name| of_name > floor);
        above && !FOREIGN.contains(&name.as_str())
    });
    names
}

#[test]
fn no_module_reaches_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (floor, (name, _)) in FLOORS.iter().enumerate() {
        let (folder, mut files) = (root.join(name), vec![]);
        let file = folder.with_extension("rs");
        if folder.is_dir() {
            sources(&folder, &mut files);
        }
        if file.is_file() {
            files.push(file);
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
fn every_module_has_its_floor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = fs::read_dir(root).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let stem = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let modules: BTreeSet<_> = paths.map(stem).collect();
    let listed = FLOORS.iter().map(|(floor, _)| *floor).chain(APART);
    assert_eq!(modules, listed.map(str::to_owned).collect());
}

#[test]
fn a_reach_upwards_is_noticed() {
    let source = "use crate::{\n    Portal, ids::{AccountId, GroupId},\n    accounts::Email,\n};\n\
        fn f() { crate::db::open() }\nuse crate::{DbErr, nowhere};\n\
        #[cfg(test)]\nmod tests { use crate::testing; }";
    let found = |module| -> Vec<String> {
        let found = reaches_up(source, floor_of(module).unwrap()).into_iter();
        found.map(|(line, name)| format!("{line} {name}")).collect()
    };
    assert_eq!(
        found("base"),
        ["1 Portal", "1 accounts", "5 db", "6 nowhere"]
    );
    assert_eq!(found("store"), ["1 Portal", "1 accounts", "6 nowhere"]);
    assert_eq!(found("jobs"), ["1 accounts", "6 nowhere"]);
    assert_eq!(found("accounts"), ["6 nowhere"]);
}
