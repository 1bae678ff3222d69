//! The mail the portal has sent.

use mail::{Mailbox, StoredMail};

pub struct Inbox {
    pub mailbox: Mailbox,
    pub public_url: String,
}

impl Inbox {
    /// Everything sent to an address, the newest first.
    pub fn mails_to(&self, address: &str) -> Vec<StoredMail> {
        let mut mails = self.mailbox.list().unwrap();
        mails.retain(|mail| mail.to.as_str() == address);
        mails
    }

    /// The path of the one link in the newest mail to an address, the same in both its parts and
    /// home aside.
    pub fn link_for(&self, address: &str) -> String {
        let mails = self.mails_to(address);
        let newest = mails
            .first()
            .unwrap_or_else(|| panic!("there is no mail to {address}"));
        let paths = self.paths_in(&newest.text);
        let [path] = &paths[..] else {
            panic!(
                "there is not one link in {:?} but {paths:?}",
                newest.subject
            );
        };
        assert_eq!(self.paths_in(&newest.html), paths, "{:?}", newest.subject);
        path.clone()
    }

    fn paths_in(&self, part: &str) -> Vec<String> {
        let mut paths: Vec<_> = part.split(&self.public_url).skip(1).map(path).collect();
        paths.retain(|path| path.len() > 1);
        paths.sort();
        paths.dedup();
        paths
    }
}

fn path(text: &str) -> String {
    let ends = |character: char| character.is_whitespace() || "\"'<>".contains(character);
    text.split(ends).next().unwrap_or_default().to_owned()
}
