//! What each mail holds, and how its subject and the two templates of its folder put it into words.

use locales::{Locale, mail as t};

/// What stands on every mail: the reader's language, and whose portal it comes from.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub locale: Locale,
    pub brand: &'a str,
    /// The portal's public URL.
    pub home: &'a str,
}

/// A mail in words.
pub struct Parts {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// What a mail tells. `templates!` writes the methods `text` and `html`.
pub trait Letter {
    fn subject(&self, frame: Frame<'_>) -> String;

    /// # Errors
    /// When the template cannot be rendered.
    fn text(&self, frame: Frame<'_>) -> askama::Result<String>;

    /// # Errors
    /// When the template cannot be rendered.
    fn html(&self, frame: Frame<'_>, subject: &str) -> askama::Result<String>;

    /// # Errors
    /// When a template cannot be rendered.
    fn parts(&self, frame: Frame<'_>) -> askama::Result<Parts> {
        let subject = one_line(&self.subject(frame));
        let text = self.text(frame)?;
        let html = self.html(frame, &subject)?;
        Ok(Parts {
            subject,
            text,
            html,
        })
    }
}

/// A line break in a subject would end the header it stands in.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The methods `text` and `html` of a letter. Its templates see the fields of the two structs below
/// by their names, and call the texts of `mail` by `t`.
macro_rules! templates {
    ($letter:ident, $text:literal, $html:literal) => {
        fn text(&self, frame: $crate::letters::Frame<'_>) -> askama::Result<String> {
            #[derive(askama::Template)]
            #[template(path = $text)]
            struct Text<'a> {
                locale: locales::Locale,
                brand: &'a str,
                home: &'a str,
                letter: &'a $letter,
            }

            askama::Template::render(&Text {
                locale: frame.locale,
                brand: frame.brand,
                home: frame.home,
                letter: self,
            })
        }

        fn html(&self, frame: $crate::letters::Frame<'_>, subject: &str) -> askama::Result<String> {
            #[derive(askama::Template)]
            #[template(path = $html)]
            struct Html<'a> {
                locale: locales::Locale,
                brand: &'a str,
                home: &'a str,
                subject: &'a str,
                letter: &'a $letter,
            }

            askama::Template::render(&Html {
                locale: frame.locale,
                brand: frame.brand,
                home: frame.home,
                subject,
                letter: self,
            })
        }
    };
}

// After the macro that they use.
mod account;
mod contract;
mod manager;
mod message;
mod news;
mod quote;
mod request;
mod team;
mod usage;

pub use account::*;
pub use contract::*;
pub use manager::*;
pub use message::*;
pub use news::*;
pub use request::*;
pub use team::*;
pub use usage::*;

/// Shows the owner of the portal that mail leaves it.
pub struct TestMail {
    /// What the portal calls itself.
    pub portal: String,
}

impl Letter for TestMail {
    templates!(TestMail, "test/text.txt", "test/html.html");

    fn subject(&self, frame: Frame<'_>) -> String {
        t::test_subject(frame.locale).to_owned()
    }
}
