//! `balcao catalogue`: the catalogue as files.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, anyhow, bail, ensure};
use domain::catalogue::{
    self, ApiReport, CatalogueFiles, Files, ImportError, ImportMode, ImportReport,
};

use super::{Output, arguments::CatalogueCommand};
use crate::config::Config;

/// The most files, and the most bytes of all of them, that are read.
const MAX_FILES: usize = 50_000;
const MAX_BYTES: u64 = 1 << 30;
/// How deep folders are within each other: one more than those of APIs, so that it is told what in
/// them has no meaning.
const MAX_DEPTH: usize = 3;

pub async fn run(
    config: &Config,
    command: &CatalogueCommand,
    output: &mut Output,
) -> anyhow::Result<()> {
    match command {
        CatalogueCommand::Export { directory } => export(config, directory, output).await,
        CatalogueCommand::Import { directory, dry_run } => {
            let mode = if *dry_run {
                ImportMode::DryRun
            } else {
                ImportMode::Apply
            };
            import(config, directory, mode, output).await
        }
        CatalogueCommand::Check { directory } => check(config, directory, output),
    }
}

async fn export(config: &Config, directory: &Path, output: &mut Output) -> anyhow::Result<()> {
    let scope = super::scope(config).await?;
    let (categories, apis) = catalogue::export(&scope).await?;
    let files = catalogue::write(&categories, &apis)?;
    let shown = directory.display();
    fs::create_dir_all(directory).with_context(|| format!("{shown} cannot be made"))?;
    let is_empty = fs::read_dir(directory)?.next().is_none();
    ensure!(
        is_empty,
        "{shown} is not empty, and nothing in it is to be lost"
    );
    for (name, bytes) in &files {
        write(&directory.join(name), bytes)?;
    }
    output.line(format_args!("{} are in {shown}.", number(apis.len())));
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

async fn import(
    config: &Config,
    directory: &Path,
    mode: ImportMode,
    output: &mut Output,
) -> anyhow::Result<()> {
    let files = read(directory, output)?;
    let services = super::services(config).await?;
    let scope = services.system();
    match catalogue::import(&scope, &services.catalogue, files, mode).await {
        Ok(report) => {
            print_report(&report, mode, output);
            Ok(())
        }
        Err(ImportError::Problems(problems)) => {
            for problem in &problems {
                output.line(problem);
            }
            bail!("nothing was changed: {}", mistakes(problems.len()))
        }
        Err(ImportError::Common(error)) => Err(error.into()),
    }
}

fn check(config: &Config, directory: &Path, output: &mut Output) -> anyhow::Result<()> {
    let files = read(directory, output)?;
    let apis = files.apis.len();
    let problems = catalogue::check_files(files, &config.upstreams.policy());
    for problem in &problems {
        output.line(problem);
    }
    ensure!(problems.is_empty(), mistakes(problems.len()));
    output.line(format_args!("{}, no mistakes.", number(apis)));
    Ok(())
}

fn print_report(report: &ImportReport, mode: ImportMode, output: &mut Output) {
    if report.categories_changed {
        output.line("categories: changed");
    }
    for api in &report.apis {
        output.line(format_args!("{}: {}", api.slug, change(api)));
    }
    let is_unchanged =
        !report.categories_changed && report.apis.iter().all(ApiReport::is_unchanged);
    output.line(match (mode, is_unchanged) {
        (_, true) => "Everything is as the files say already.",
        (ImportMode::DryRun, false) => "Nothing was changed: this is what an import would do.",
        (ImportMode::Apply, false) => "Done.",
    });
}

fn change(api: &ApiReport) -> String {
    let parts = api.parts.iter().map(ToString::to_string);
    let mut changes: Vec<_> = parts.collect();
    if let Some((before, now)) = api.state {
        changes.push(format!("{now}, was {before}"));
    }
    match (api.is_new, changes.is_empty()) {
        (true, true) => "new, a draft".to_owned(),
        (true, false) => "new, published".to_owned(),
        (false, true) => "unchanged".to_owned(),
        (false, false) => changes.join(", "),
    }
}

fn number(apis: usize) -> String {
    match apis {
        1 => "1 API".to_owned(),
        _ => format!("{apis} APIs"),
    }
}

fn mistakes(count: usize) -> String {
    match count {
        1 => "there is 1 mistake".to_owned(),
        _ => format!("there are {count} mistakes"),
    }
}

/// Reads a folder's files; tells of each mistake in them.
fn read(directory: &Path, output: &mut Output) -> anyhow::Result<CatalogueFiles> {
    let mut folder = Folder::default();
    let shown = directory.display();
    let read = folder.read(directory, &PathBuf::new());
    read.with_context(|| format!("{shown} cannot be read"))?;
    ensure!(
        !folder.files.is_empty(),
        "{shown} holds no file of a catalogue"
    );
    let read = catalogue::read(&folder.files);
    let files = read.map_err(|problems| {
        for problem in &problems {
            output.line(problem);
        }
        anyhow!("nothing was changed: {}", mistakes(problems.len()))
    })?;
    for warning in &files.warnings {
        output.line(format_args!("Warning: {warning}"));
    }
    Ok(files)
}

#[derive(Default)]
struct Folder {
    files: Files,
    bytes: u64,
}

impl Folder {
    /// Reads the files below `root`, at `below`. Links are followed, as mounted settings consist of
    /// them; what begins with a dot is passed over.
    fn read(&mut self, root: &Path, below: &Path) -> io::Result<()> {
        for entry in fs::read_dir(root.join(below))? {
            let entry = entry?;
            let name = entry.file_name();
            if name.to_string_lossy().starts_with('.') {
                continue;
            }
            let path = below.join(&name);
            let found = fs::metadata(root.join(&path))?;
            if found.is_dir() && path.components().count() >= MAX_DEPTH {
                let shown = path.display();
                return Err(io::Error::other(format!("{shown} is too deep within it")));
            } else if found.is_dir() {
                self.read(root, &path)?;
            } else if found.is_file() {
                self.add(root, &path, found.len())?;
            }
        }
        Ok(())
    }

    fn add(&mut self, root: &Path, path: &Path, bytes: u64) -> io::Result<()> {
        self.bytes += bytes;
        if self.files.len() >= MAX_FILES || self.bytes > MAX_BYTES {
            return Err(io::Error::other("it holds too much for a catalogue"));
        }
        let segments = path.components();
        let segments = segments.map(|it| it.as_os_str().to_string_lossy().into_owned());
        let name = segments.collect::<Vec<_>>().join("/");
        self.files.insert(name, fs::read(root.join(path))?);
        Ok(())
    }
}
