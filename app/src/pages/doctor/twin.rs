//! All that the examination looks for as Markdown. The examination itself is made in a browser.

use std::fmt::Write;

use locales::{doctor as t, llms};

use super::words::{GROUPS, words};
use crate::{
    routes,
    web::{Plain, Visit},
};

pub(super) fn markdown(visit: &Visit) -> Plain {
    let locale = visit.locale;
    let root = &visit.app.services.portal.settings.public_url;
    let mut md = format!("# {}\n\n> {}\n\n", t::title(locale), t::lead(locale));
    let _ = writeln!(md, "- {}: {root}{}", llms::as_page(locale), routes::DOCTOR);
    let _ = writeln!(md, "\n{}", t::causes_lead(locale));
    for group in &GROUPS {
        let _ = writeln!(md, "\n## {}", (group.name)(locale));
        for kind in group.kinds {
            let words = words(*kind, root, locale);
            let _ = writeln!(md, "\n### {}\n\n{}", words.cause, words.remedy);
            for command in words.commands {
                let _ = writeln!(
                    md,
                    "\n{}:\n\n```\n{}\n```",
                    command.shell.name(),
                    command.text
                );
            }
        }
    }
    Plain::markdown(md)
}
