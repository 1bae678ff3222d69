//! Checks documents as an upload would be, and tells what is refused and ignored, the time and the
//! most memory.
//!
//!     check [--all] FILE…
//!
//! `--all` tells each problem, and otherwise only those that are refused.

use std::{collections::BTreeMap, env, error::Error, fs, time::Instant};

use openapi::{Document, Problem, ProblemKind, Report, Severity, Source, check};

fn main() -> Result<(), Box<dyn Error>> {
    let mut tells_all = false;
    for argument in env::args().skip(1) {
        if argument == "--all" {
            tells_all = true;
        } else {
            print_report(&argument, &fs::read(&argument)?, tells_all)?;
        }
    }
    Ok(())
}

fn print_report(name: &str, bytes: &[u8], tells_all: bool) -> Result<(), Box<dyn Error>> {
    let began = Instant::now();
    let source = match Source::read(bytes) {
        Ok(source) => source,
        Err(problem) => {
            println!("{name}: cannot be read: {problem}");
            return Ok(());
        }
    };
    let read = began.elapsed();
    let report = check(&source);
    let checked = began.elapsed();
    // What is taken can be read again as it is kept.
    if !report.is_refused() {
        Document::read(&source.to_json())?;
    }
    println!(
        "{name}: {} KiB, {}, {} operations, {} refused, {} ignored, {} omitted, read in {} ms, \
         checked after {} ms, at most {} MiB",
        bytes.len() / 1024,
        report
            .edition
            .map_or("no edition".to_owned(), |edition| format!("{edition:?}")),
        report.operations,
        report.refused().count(),
        report.ignored().count(),
        report.omitted,
        read.as_millis(),
        checked.as_millis(),
        peak()?,
    );
    for ((severity, kind), count) in by_kind(&report) {
        println!("    {severity:?} {kind}: {count}");
    }
    let told = |problem: &&Problem| tells_all || problem.severity == Severity::Refused;
    for problem in report.problems.iter().filter(told) {
        println!("    {:?} {problem}", problem.severity);
    }
    Ok(())
}

/// How many problems there are of each kind. What is not obeyed is told by its name.
fn by_kind(report: &Report) -> BTreeMap<(Severity, String), usize> {
    let mut counts = BTreeMap::new();
    for problem in &report.problems {
        let kind = match &problem.kind {
            ProblemKind::NotObeyed(name) => format!("NotObeyed {name}"),
            kind => {
                let told = format!("{kind:?}");
                let end = told.find(['(', ' ']).unwrap_or(told.len());
                told[..end].to_owned()
            }
        };
        *counts.entry((problem.severity, kind)).or_default() += 1;
    }
    counts
}

/// The most memory of this process, in MiB.
fn peak() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().next());
    Ok(kibibytes.unwrap_or("0").parse::<u64>()? / 1024)
}
