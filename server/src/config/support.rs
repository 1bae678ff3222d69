//! The support channels of the owner.

use app::web::SupportChannel;

/// Parses `LABEL=ADDRESS`, with an address that a link may have.
pub fn parse(text: &str) -> Option<SupportChannel> {
    let (label, href) = text.split_once('=')?;
    let (label, href) = (label.trim(), href.trim());
    (!label.is_empty() && is_address(href)).then(|| SupportChannel {
        label: label.to_owned(),
        href: href.to_owned(),
    })
}

/// Whether a link may have this address.
pub fn is_address(href: &str) -> bool {
    let reachable = ["mailto:", "tel:", "https://"].iter().any(|scheme| {
        href.strip_prefix(scheme)
            .is_some_and(|rest| !rest.is_empty())
    });
    reachable && href.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_has_a_label_and_an_address() {
        let channel = parse("Portal de ajuda = https://ajuda.example/?a=b").unwrap();
        assert_eq!(channel.label, "Portal de ajuda");
        assert_eq!(channel.href, "https://ajuda.example/?a=b");
        assert!(parse("E-mail=mailto:ajuda@empresa.com.br").is_some());
        assert!(parse("Telefone=tel:+551140000000").is_some());
    }

    #[test]
    fn other_addresses_are_refused() {
        for text in [
            "",
            "E-mail",
            "=mailto:a@b.com",
            "Ajuda=javascript:alert(1)",
            "Ajuda=http://a.example",
            "A=tel:",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }
}
