//! No page takes from one that takes from it, by whatever way: read from what the sources say,
//! tests aside.

#[path = "../../../server/domain/src/floors/names.rs"]
mod names;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use names::{names, sources, without_tests};

/// What a page takes of which others, and where it does.
type Graph = BTreeMap<String, BTreeMap<String, String>>;

/// The path of a source below the pages, as a list of modules.
fn module_path(file: &Path, root: &Path) -> Vec<String> {
    let path = file.strip_prefix(root).unwrap().with_extension("");
    let parts = path.iter().map(|part| part.to_str().unwrap().to_owned());
    parts.filter(|part| part != "mod").collect()
}

/// The pages that a source takes from: named after the crate's root, or after as many `super::` as
/// lead to the pages. With the number of the line.
fn taken(source: &str, depth: usize) -> Vec<(usize, String)> {
    let source = without_tests(source);
    let mut taken = names(source, &"super::".repeat(depth));
    taken.extend(names(source, "crate::pages::"));
    // Within the braces of `use crate::{…}`.
    for (at, _) in source.match_indices("    pages::") {
        let line = source[..at].matches('\n').count() + 1;
        let listed = names(&source[at..], "pages::").into_iter();
        let first = listed.take_while(|(line, _)| *line == 1);
        taken.extend(first.map(|(_, name)| (line, name)));
    }
    taken
}

fn graph(root: &Path) -> Graph {
    let mut files: Vec<PathBuf> = Vec::new();
    sources(root, &mut files);
    let paths: Vec<_> = files.iter().map(|file| module_path(file, root)).collect();
    let pages: BTreeSet<_> = paths.iter().filter_map(|path| path.first()).collect();
    let mut graph = Graph::new();
    for (file, path) in files.iter().zip(&paths) {
        let Some(page) = path.first() else { continue };
        let source = fs::read_to_string(file).unwrap();
        for (line, name) in taken(&source, path.len()) {
            if pages.contains(&name) && name != *page {
                let place = format!("{}:{line} takes {name}", file.display());
                graph.entry(page.clone()).or_default().insert(name, place);
            }
        }
    }
    graph
}

/// A line of each page that is taken from, in the end, by one that it takes from.
fn circles(graph: &Graph) -> Vec<&str> {
    let leads_to = |from: &str, to: &str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(page) = next.pop() {
            if page == to {
                return true;
            }
            if seen.insert(page) {
                next.extend(graph.get(page).into_iter().flatten().map(|(it, _)| &**it));
            }
        }
        false
    };
    let edges = graph
        .iter()
        .flat_map(|(page, taken)| taken.iter().map(move |(other, place)| (page, other, place)));
    edges
        .filter(|(page, other, _)| leads_to(other, page))
        .map(|(.., place)| place.as_str())
        .collect()
}

#[test]
fn no_pages_take_from_one_another() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages");
    let graph = graph(&root);
    assert!(graph["usage"].contains_key("applications"), "{graph:?}");
    assert_eq!(circles(&graph), [""; 0]);
}

#[test]
fn a_circle_is_noticed() {
    let source = "use super::b;\nuse crate::{\n    pages::{c::D, e},\n};\nuse crate::pages::f::g;";
    let found: Vec<_> = taken(source, 1).into_iter().map(|(_, name)| name).collect();
    assert_eq!(found, ["b", "f", "c", "e"]);
    let edge = |to: &str| BTreeMap::from([(to.to_owned(), format!("takes {to}"))]);
    let mut graph = Graph::from([("a".to_owned(), edge("b")), ("b".to_owned(), edge("c"))]);
    assert_eq!(circles(&graph), [""; 0]);
    graph.insert("c".to_owned(), edge("a"));
    assert_eq!(circles(&graph), ["takes b", "takes c", "takes a"]);
}
