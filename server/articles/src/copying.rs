//! The button that copies a text of the page, as `app/public/copy.js` brings it to life.

use locales::{Locale, common as t};

use crate::escape::{attribute, push};

/// What a page with such a button holds, and no other: it needs the script.
pub const COPIES: &str = " data-copy=\"";

const COPY: &str = "<rect x='9' y='9' width='11' height='11' rx='2'/><path d='M15 9V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h3'/>";
const DONE: &str = "<path d='m5 12.5 4.5 4.5L19 7.5'/>";

/// A button that copies the text of the element with the id `source`; `what` says which that is.
/// Hidden until the script is there: without it one selects the text by hand.
#[must_use]
pub fn copy_button(locale: Locale, source: &str, what: &str) -> String {
    let mut html = r#"<button type="button" class="btn btn--quiet btn--small copy""#.to_owned();
    attribute(&mut html, "aria-label", &t::copy_what(locale, what));
    attribute(&mut html, "data-copy", source);
    attribute(&mut html, "data-copied", t::copied(locale));
    attribute(&mut html, "data-selected", t::copy_by_hand(locale));
    html.push_str(" hidden>");
    label(&mut html, "copy__idle", COPY, t::copy(locale));
    label(&mut html, "copy__done", DONE, t::copied(locale));
    html.push_str("</button>");
    html
}

fn label(html: &mut String, class: &str, paths: &str, words: &str) {
    html.push_str("<span");
    attribute(html, "class", class);
    html.push_str(r#"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true">"#);
    html.push_str(paths);
    html.push_str("</svg> ");
    push(html, words);
    html.push_str("</span>");
}
