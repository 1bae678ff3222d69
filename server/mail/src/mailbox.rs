//! The mailbox of a development run: mails as files in a directory, nothing leaves the machine.

use std::{
    fs,
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::Message;
use domain::{Portal, accounts::Email, clock::Timestamp, ids::MailId};

const MAX_KEPT_MAILS: usize = 200;

/// Every instance that opens the same directory sees the same mails. The work is small and
/// blocks the caller; a mailbox is for development only.
#[derive(Clone, Debug)]
pub struct Mailbox {
    directory: PathBuf,
}

/// A mail in the mailbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredMail {
    pub id: MailId,
    pub at: Timestamp,
    pub to: Email,
    /// Where an answer goes, if not to the sender's address.
    #[serde(default)]
    pub reply_to: Option<Email>,
    pub subject: String,
    pub text: String,
    pub html: String,
}

impl Mailbox {
    /// Makes the directory when it is missing, for its owner alone: links in mails open accounts.
    ///
    /// # Errors
    /// When the directory cannot be made.
    pub fn open(directory: impl Into<PathBuf>) -> io::Result<Self> {
        let directory = directory.into();
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&directory)?;
        Ok(Self { directory })
    }

    /// Stores a mail, in place of the one with the same id if there is one, and lets go of all
    /// but the latest 200.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn deliver(
        &self,
        portal: &Portal,
        id: MailId,
        message: &Message,
    ) -> io::Result<StoredMail> {
        let Message {
            to,
            reply_to,
            subject,
            text,
            html,
            account: _,
            list: _,
        } = message.clone();
        let mail = StoredMail {
            id,
            at: portal.now(),
            to,
            reply_to,
            subject,
            text,
            html,
        };
        self.write(&mail)?;
        self.prune()?;
        Ok(mail)
    }

    /// The mails, newest first.
    ///
    /// # Errors
    /// When the directory or a file in it cannot be read.
    pub fn list(&self) -> io::Result<Vec<StoredMail>> {
        let ids = self.ids()?;
        ids.into_iter()
            .filter_map(|id| self.find(id).transpose())
            .collect()
    }

    /// # Errors
    /// When the file is there but cannot be read.
    pub fn find(&self, id: MailId) -> io::Result<Option<StoredMail>> {
        match fs::read(self.file(id)) {
            Ok(json) => Ok(Some(serde_json::from_slice(&json)?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// # Errors
    /// When the directory cannot be read.
    pub(super) fn check(&self) -> io::Result<()> {
        self.ids().map(drop)
    }

    /// Under another name first, so that nobody reads half a mail.
    fn write(&self, mail: &StoredMail) -> io::Result<()> {
        let file = self.file(mail.id);
        let unfinished = file.with_extension("part");
        let mut new = fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&unfinished)?;
        new.write_all(&serde_json::to_vec_pretty(mail)?)?;
        fs::rename(unfinished, file)
    }

    fn prune(&self) -> io::Result<()> {
        for id in self.ids()?.into_iter().skip(MAX_KEPT_MAILS) {
            match fs::remove_file(self.file(id)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Newest first: the ids begin with the time.
    fn ids(&self) -> io::Result<Vec<MailId>> {
        let mut ids = Vec::new();
        for entry in fs::read_dir(&self.directory)? {
            ids.extend(id_of(&entry?.path()));
        }
        ids.sort_unstable_by(|a, b| b.cmp(a));
        Ok(ids)
    }

    fn file(&self, id: MailId) -> PathBuf {
        self.directory.join(format!("{id}.json"))
    }
}

fn id_of(file: &Path) -> Option<MailId> {
    let name = file.file_name()?.to_str()?.strip_suffix(".json")?;
    name.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tempfile::TempDir;

    use super::*;
    use domain::testing::{self, TestPortal};

    fn message(subject: &str) -> Message {
        Message {
            to: Email::parse("ana.souza@empresa.com.br").unwrap(),
            account: None,
            reply_to: None,
            list: None,
            subject: subject.to_owned(),
            text: "Olá, Ana.".to_owned(),
            html: "<p>Olá, Ana.</p>".to_owned(),
        }
    }

    fn delivers(mailbox: &Mailbox, test: &TestPortal, subject: &str) -> StoredMail {
        test.clock.advance(Duration::from_millis(1));
        let id = test.portal.new_id();
        mailbox
            .deliver(&test.portal, id, &message(subject))
            .unwrap()
    }

    #[tokio::test]
    async fn what_is_delivered_can_be_read_newest_first() {
        let (test, folder) = (testing::portal().await, TempDir::new().unwrap());
        let mailbox = Mailbox::open(folder.path().join("mailbox")).unwrap();
        let first = delivers(&mailbox, &test, "primeira");
        let second = delivers(&mailbox, &test, "segunda");
        let another = Mailbox::open(folder.path().join("mailbox")).unwrap();
        assert_eq!(another.find(first.id).unwrap(), Some(first.clone()));
        assert_eq!(another.list().unwrap(), [second, first]);
        assert_eq!(another.find(test.portal.new_id()).unwrap(), None);
    }

    #[tokio::test]
    async fn the_latest_are_kept() {
        let (test, folder) = (testing::portal().await, TempDir::new().unwrap());
        let mailbox = Mailbox::open(folder.path()).unwrap();
        let first = delivers(&mailbox, &test, "primeira");
        for number in 0..MAX_KEPT_MAILS {
            delivers(&mailbox, &test, &number.to_string());
        }
        assert_eq!(mailbox.list().unwrap().len(), MAX_KEPT_MAILS);
        assert_eq!(mailbox.find(first.id).unwrap(), None);
    }

    #[tokio::test]
    async fn what_is_no_mail_is_passed_over() {
        let folder = TempDir::new().unwrap();
        let mailbox = Mailbox::open(folder.path()).unwrap();
        fs::write(folder.path().join("notes.json"), "{}").unwrap();
        assert_eq!(mailbox.list().unwrap(), []);
    }

    #[tokio::test]
    async fn nobody_else_on_the_machine_reads_along() {
        use std::os::unix::fs::PermissionsExt;
        let (test, folder) = (testing::portal().await, TempDir::new().unwrap());
        let directory = folder.path().join("mailbox");
        let mailbox = Mailbox::open(&directory).unwrap();
        let mail = delivers(&mailbox, &test, "primeira");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&directory), 0o700);
        assert_eq!(mode(&mailbox.file(mail.id)), 0o600);
    }
}
