//! The support channels of the owner.

use app::web::{ChannelKind, ChannelNote, SupportChannel};
use domain::{accounts::Email, values::Phone};
use locales::Locale;
use url::Url;

/// The largest length of a note in characters.
const MAX_NOTE: usize = 200;
/// Stands between the address and the notes, and between two notes.
const NOTE: char = '|';

/// Parses `LABEL=ADDRESS`, with an address that a link may have, and the notes after it: as in
/// `Telefone=tel:+551140000000|digite 05|en:press 05`.
#[must_use]
pub fn parse(text: &str) -> Option<SupportChannel> {
    let (label, rest) = text.split_once('=')?;
    let mut parts = rest.split(NOTE).map(str::trim);
    let (label, href) = (label.trim(), parts.next()?);
    let note = notes(parts)?;
    if label.is_empty() || !is_address(href) {
        return None;
    }
    let (kind, shown) = shown(href)?;
    Some(SupportChannel {
        kind,
        label: label.to_owned(),
        href: href.to_owned(),
        shown,
        note,
    })
}

/// Whether a link may have this address.
#[must_use]
pub fn is_address(href: &str) -> bool {
    let reachable = ["mailto:", "tel:", "https://"].iter().any(|scheme| {
        href.strip_prefix(scheme)
            .is_some_and(|rest| !rest.is_empty())
    });
    reachable && href.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The first mail address among the channels.
#[must_use]
pub fn mail_address(channels: &[SupportChannel]) -> Option<Email> {
    let mut mails = channels.iter().filter(|it| it.kind == ChannelKind::Mail);
    mails.find_map(|it| it.shown.parse().ok())
}

/// One note for everybody at most, and one for each language.
fn notes<'a>(parts: impl Iterator<Item = &'a str>) -> Option<ChannelNote> {
    let mut note = ChannelNote::default();
    for part in parts {
        let (locale, text) = language(part);
        let fits = !text.is_empty() && text.chars().count() <= MAX_NOTE;
        let known = match locale {
            Some(locale) => note.in_language.iter().any(|(of, _)| *of == locale),
            None => note.for_everybody.is_some(),
        };
        if !fits || known || text.chars().any(char::is_control) {
            return None;
        }
        match locale {
            Some(locale) => note.in_language.push((locale, text.to_owned())),
            None => note.for_everybody = Some(text.to_owned()),
        }
    }
    Some(note)
}

/// The language that a note begins with, as in `en:press 05`.
fn language(part: &str) -> (Option<Locale>, &str) {
    let tags = [
        ("pt:", Locale::PtBr),
        ("en:", Locale::En),
        ("es:", Locale::Es),
    ];
    let found = tags.iter().find_map(|(tag, locale)| {
        let text = part.strip_prefix(tag)?;
        Some((Some(*locale), text.trim()))
    });
    found.unwrap_or((None, part))
}

/// What people read in place of the address.
fn shown(href: &str) -> Option<(ChannelKind, String)> {
    let (scheme, rest) = href.split_once(':')?;
    Some(match scheme {
        "mailto" => {
            let address = rest.split('?').next().unwrap_or_default();
            (ChannelKind::Mail, address.to_owned())
        }
        "tel" => {
            let number = Phone::parse(rest).map(|phone| phone.national());
            (
                ChannelKind::Phone,
                number.unwrap_or_else(|_| rest.to_owned()),
            )
        }
        _ => {
            let url = Url::parse(href).ok()?;
            (ChannelKind::Link, url.host_str()?.to_owned())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_has_a_label_and_an_address() {
        let channel = parse("Portal de ajuda = https://ajuda.example/?a=b").unwrap();
        assert_eq!(channel.label, "Portal de ajuda");
        assert_eq!(channel.href, "https://ajuda.example/?a=b");
        assert_eq!(channel.kind, ChannelKind::Link);
        assert_eq!(channel.note, ChannelNote::default());
    }

    #[test]
    fn people_read_addresses_as_they_write_them() {
        let shown = |text| parse(text).unwrap().shown;
        assert_eq!(
            shown("E-mail=mailto:ajuda@empresa.com.br?subject=oi"),
            "ajuda@empresa.com.br"
        );
        assert_eq!(shown("Telefone=tel:+551140000000"), "(11) 4000-0000");
        assert_eq!(shown("Telefone=tel:08000000000"), "08000000000");
        assert_eq!(shown("Ajuda=https://ajuda.example/?a=b"), "ajuda.example");
    }

    #[test]
    fn a_note_is_for_everybody_or_for_who_reads_its_language() {
        let text = "Telefone=tel:+551140000000| digite 05 |en:press 05 | es: marque 05";
        let note = parse(text).unwrap().note;
        assert_eq!(note.text(Locale::PtBr), Some("digite 05"));
        assert_eq!(note.text(Locale::En), Some("press 05"));
        assert_eq!(note.text(Locale::Es), Some("marque 05"));
        let portuguese = parse("Site=https://a.example|pt:primeiro acesso: aqui").unwrap();
        assert_eq!(
            portuguese.note.text(Locale::PtBr),
            Some("primeiro acesso: aqui")
        );
        assert_eq!(portuguese.note.text(Locale::En), None);
    }

    #[test]
    fn the_first_mail_address_takes_replies() {
        let channels = [
            "Site=https://a.example",
            "E=mailto:um@a.com.br",
            "F=mailto:b@a.com.br",
        ];
        let channels = channels.map(|text| parse(text).unwrap());
        let address = mail_address(&channels).unwrap();
        assert_eq!(address.as_str(), "um@a.com.br");
        assert_eq!(mail_address(&channels[..1]), None);
    }

    #[test]
    fn other_addresses_and_notes_are_refused() {
        let long = format!("A=tel:05|{}", "a".repeat(MAX_NOTE + 1));
        for text in [
            "",
            "E-mail",
            "=mailto:a@b.com",
            "Ajuda=javascript:alert(1)",
            "Ajuda=http://a.example",
            "A=tel:",
            "A=tel:05|",
            "A=tel:05|en:",
            "A=tel:05|digite 1|digite 2",
            "A=tel:05|en:press 1|en:press 2",
            &long,
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }
}
