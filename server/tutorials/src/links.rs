//! Where links lead from paper: links of the page that a section stands for are made whole.

use url::Url;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// A whole address.
    Outside(String),
    /// A place within the tutorial.
    Inside {
        anchor: Anchor,
        /// Where the same is read on the site; empty where it is not.
        address: String,
        /// What is read aloud of the link.
        name: String,
    },
}

/// A place: its section, and its name there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Anchor {
    pub section: usize,
    pub id: String,
}

/// The link of a section, as it was written there; `None` where it leads nowhere.
pub fn resolve(link: &str, section: usize, address: &str) -> Option<Link> {
    let page = Url::parse(address).ok()?;
    let url = page.join(link).ok()?;
    match link.strip_prefix('#') {
        Some(id) => Some(Link::Inside {
            anchor: Anchor {
                section,
                id: id.to_owned(),
            },
            name: url.to_string(),
            address: url.into(),
        }),
        None => Some(Link::Outside(url.into())),
    }
}
