//! Checks that nobody else on this machine can read the portal's files.

use std::{
    ffi::OsString,
    fs, io,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use super::{CheckResult, Problem};
use crate::config::{Config, KeyEncryptionKey};

/// The permissions of everybody but the owner.
const OTHERS: u32 = 0o077;

pub fn check(config: &Config) -> CheckResult {
    let mut open = Vec::new();
    for path in kept(config) {
        open.extend(seen_by_others(&path).map_err(|error| {
            Problem::new(
                format!("{} cannot be looked at: {error}", path.display()),
                "run as the user that the portal runs as",
            )
        })?);
    }
    match open.first() {
        None => Ok("for their owner alone".to_owned()),
        Some((path, mode)) => Err(Problem::new(
            format!(
                "{} may be used by others too (mode {mode:04o}){}",
                path.display(),
                and_more(open.len() - 1)
            ),
            format!("run `chmod go= {}`", paths(&open)),
        )),
    }
}

/// The data directory with its files, and files that are elsewhere.
fn kept(config: &Config) -> Vec<PathBuf> {
    let mut kept = vec![
        config.data_directory.clone(),
        KeyEncryptionKey::file_in(&config.data_directory),
        config.mailbox_directory(),
    ];
    if let Some(file) = config.database_url.file() {
        kept.extend(["", "-wal", "-shm"].map(|end| beside(&file, end)));
    }
    kept
}

fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(end);
    name.into()
}

/// The path and its mode, if it exists and others have permissions.
fn seen_by_others(path: &Path) -> io::Result<Option<(PathBuf, u32)>> {
    match fs::metadata(path) {
        Ok(metadata) => {
            let mode = metadata.permissions().mode() & 0o7777;
            Ok((mode & OTHERS != 0).then(|| (path.to_owned(), mode)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn and_more(others: usize) -> String {
    match others {
        0 => String::new(),
        others => format!(" and {others} more"),
    }
}

fn paths(open: &[(PathBuf, u32)]) -> String {
    let paths = open.iter().map(|(path, _)| path.display().to_string());
    paths.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Purpose, Sources};

    fn examine(home: &Path) -> CheckResult {
        let directory = home.join("data");
        let variables = [("BALCAO_DATA_DIRECTORY", directory.to_str().unwrap())];
        check(&Config::load(Sources::of(None, &variables), Purpose::Command).unwrap())
    }

    fn open(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn files_that_others_may_read_are_named_with_the_remedy() {
        let home = tempfile::tempdir().unwrap();
        let database = home.path().join("data/balcao.db");
        fs::create_dir(home.path().join("data")).unwrap();
        fs::write(&database, "").unwrap();
        open(&home.path().join("data"), 0o700);
        open(&database, 0o644);
        let problem = examine(home.path()).unwrap_err();
        assert!(problem.what.contains("balcao.db"), "{}", problem.what);
        assert!(problem.what.contains("0644"), "{}", problem.what);
        assert!(problem.remedy.contains("chmod"), "{}", problem.remedy);
        open(&database, 0o600);
        assert!(examine(home.path()).is_ok());
    }

    #[test]
    fn what_is_not_there_yet_is_open_to_nobody() {
        assert!(examine(tempfile::tempdir().unwrap().path()).is_ok());
    }
}
