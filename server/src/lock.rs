//! Lock files beside an `SQLite` database: one instance serves it, one run migrates it. The system
//! releases a lock when its process ends; the file stays and means nothing.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    process,
};

/// A lock, which is held until it is dropped.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held, not used")] File);

/// The work that a lock allows one process at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockPurpose {
    /// Also taken while the database is replaced.
    Serving,
    Migrating,
}

#[derive(Debug, thiserror::Error)]
pub enum LockError {
    #[error("another process{0} has it")]
    Taken(String),
    #[error("the lock {0} cannot be had: {1}")]
    File(PathBuf, io::Error),
}

impl Lock {
    /// Takes the lock of a database if it is free.
    ///
    /// # Errors
    /// [`LockError`] when another process has it, or the file cannot be opened; the directory must
    /// exist.
    pub fn take(database: &Path, what: LockPurpose) -> Result<Self, LockError> {
        let (path, mut file) = open(database, what)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LockError::Taken(holder(&mut file))),
            Err(TryLockError::Error(error)) => return Err(LockError::File(path, error)),
        }
        write_owner(&mut file).map_err(|error| LockError::File(path, error))?;
        Ok(Self(file))
    }

    /// Waits for the lock of a database.
    ///
    /// # Errors
    /// [`LockError::File`] when the file cannot be opened.
    pub fn wait(
        database: &Path,
        what: LockPurpose,
        waiting: impl FnOnce(),
    ) -> Result<Self, LockError> {
        match Self::take(database, what) {
            Err(LockError::Taken(_)) => waiting(),
            ended => return ended,
        }
        let (path, mut file) = open(database, what)?;
        file.lock()
            .and_then(|()| write_owner(&mut file))
            .map_err(|error| LockError::File(path, error))?;
        Ok(Self(file))
    }
}

fn open(database: &Path, what: LockPurpose) -> Result<(PathBuf, File), LockError> {
    let path = beside(database, what);
    let opened = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(&path);
    match opened {
        Ok(file) => Ok((path, file)),
        Err(error) => Err(LockError::File(path, error)),
    }
}

/// The path of the lock, which is the same for every name of the database, with links or `..`.
fn beside(database: &Path, what: LockPurpose) -> PathBuf {
    let file = fs::canonicalize(database).unwrap_or_else(|_| database.to_owned());
    let mut name = file.file_name().map(OsString::from).unwrap_or_default();
    name.push(match what {
        LockPurpose::Serving => ".serving",
        LockPurpose::Migrating => ".migrating",
    });
    file.with_file_name(name)
}

/// Writes who holds the lock, for processes that find it taken.
fn write_owner(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    write!(file, "{}", process::id())
}

fn holder(file: &mut File) -> String {
    let mut text = String::new();
    let read = file
        .seek(SeekFrom::Start(0))
        .and_then(|_| file.read_to_string(&mut text));
    match (read, text.trim().parse::<u32>()) {
        (Ok(_), Ok(id)) => format!(" ({id})"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::{os::unix::fs::symlink, sync::mpsc::channel, thread};

    use super::*;

    #[test]
    fn one_has_it_by_whatever_name_and_says_who() {
        let home = tempfile::tempdir().unwrap();
        let database = home.path().join("balcao.db");
        fs::write(&database, "").unwrap();
        let link = home.path().join("link.db");
        symlink(&database, &link).unwrap();

        let held = Lock::take(&database, LockPurpose::Serving).unwrap();
        let error = Lock::take(&link, LockPurpose::Serving).unwrap_err();
        let expected = format!("another process ({}) has it", process::id());
        assert_eq!(error.to_string(), expected);
        Lock::take(&database, LockPurpose::Migrating).unwrap();
        drop(held);
        Lock::take(&link, LockPurpose::Serving).unwrap();
    }

    #[test]
    fn whoever_waits_gets_it_next() {
        let home = tempfile::tempdir().unwrap();
        let database = home.path().join("balcao.db");
        let held = Lock::take(&database, LockPurpose::Migrating).unwrap();
        let (say, said) = channel();
        let waiting = thread::spawn(move || {
            Lock::wait(&database, LockPurpose::Migrating, || say.send(()).unwrap()).unwrap();
        });
        said.recv().unwrap();
        assert!(!waiting.is_finished());
        drop(held);
        waiting.join().unwrap();
    }
}
