//! Tables of cases, one to a line: columns between tabs, headings first. Spaces in them matter.

pub fn rows<const COLUMNS: usize>(table: &'static str) -> Vec<[&'static str; COLUMNS]> {
    let rows: Vec<_> = table.lines().skip(1).map(row).collect();
    assert!(!rows.is_empty(), "a table without cases");
    rows
}

fn row<const COLUMNS: usize>(line: &'static str) -> [&'static str; COLUMNS] {
    let columns: Vec<_> = line.split('\t').collect();
    columns
        .try_into()
        .unwrap_or_else(|columns| panic!("not {COLUMNS} columns: {columns:?}"))
}
