//! Where links may lead and images may come from.

/// A place that a link may lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// On this site, or on this page.
    Here,
    /// On another site.
    Outside,
    Mail,
}

/// What a link leads to; none for places where no link may lead. Read as browsers do, which drop
/// tabs and line breaks within an address, and take `\` for `/` (URL Standard, 4.4): what has any
/// of them was written to be misread.
pub fn target(url: &str) -> Option<Target> {
    if url.is_empty() || url.contains(|c: char| c.is_control() || c == '\\') {
        return None;
    }
    let first = url.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((scheme, _)) = first.split_once(':') else {
        // An address without a scheme, but with a host, leaves this site unseen.
        return (!url.starts_with("//")).then_some(Target::Here);
    };
    let rest = &url[scheme.len() + 1..];
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => has_host(rest).then_some(Target::Outside),
        "mailto" => Some(Target::Mail),
        _ => None,
    }
}

fn has_host(rest: &str) -> bool {
    rest.strip_prefix("//")
        .is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '['))
}

/// Whether an image is one of this site.
pub fn is_own_image(url: &str) -> bool {
    target(url) == Some(Target::Here) && !url.starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_this_site_to_others_and_to_mail() {
        for (url, expected) in [
            ("/catalogo", Target::Here),
            ("catalogo/smv?a=b:c#d", Target::Here),
            ("#s-campos", Target::Here),
            ("?q=a:b", Target::Here),
            ("./a:b", Target::Here),
            ("https://example.com/a:b", Target::Outside),
            ("HTTP://example.com", Target::Outside),
            ("https://[::1]/", Target::Outside),
            ("mailto:ana@example.com", Target::Mail),
        ] {
            assert_eq!(target(url), Some(expected), "{url}");
        }
    }

    #[test]
    fn other_links_lead_nowhere() {
        for url in [
            "",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "javascript&colon;:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://example.com/1",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "https:evil.example",
            "https:/evil.example",
            "https:///evil.example",
            "https://",
            "a:b",
        ] {
            assert_eq!(target(url), None, "{url}");
        }
    }

    #[test]
    fn images_are_of_this_site() {
        for url in ["/marca/a.png", "a.png", "../a.png?v=2"] {
            assert!(is_own_image(url), "{url}");
        }
        for url in [
            "https://example.com/a.png",
            "//example.com/a.png",
            "data:image/png;base64,AA",
            "mailto:a@b.c",
            "#a",
            "",
        ] {
            assert!(!is_own_image(url), "{url}");
        }
    }
}
