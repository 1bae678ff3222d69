//! What the mails about what happens to an API hold.

use locales::mail as t;

use super::{Frame, Letter, quote};

/// Tells whoever uses or follows an API what happened to it.
pub struct ApiNews {
    pub name: String,
    pub subject: String,
    pub paragraphs: Vec<String>,
    pub quote: Option<NewsQuote>,
    pub button: &'static str,
    pub link: String,
    /// Why it was sent, and where to choose what to receive.
    pub why: &'static str,
    pub choose: String,
}

/// What somebody wrote of it.
pub struct NewsQuote {
    pub label: String,
    pub text: String,
}

impl Letter for ApiNews {
    templates!(ApiNews, "api-news/text.txt", "api-news/html.html");

    fn subject(&self, _: Frame<'_>) -> String {
        self.subject.clone()
    }
}
