//! Where a form or a query leads to.

/// A path of this site to go on to, from a form or a query; anything else is no path.
#[must_use]
pub fn local_path(path: &str) -> Option<&str> {
    let mut characters = path.chars();
    let local = characters.next() == Some('/') && !matches!(characters.next(), Some('/' | '\\'));
    let printable = path.bytes().all(|byte| byte.is_ascii_graphic());
    (local && printable).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        for path in ["/", "/catalogo/smv#planos", "/a?b=c"] {
            assert_eq!(local_path(path), Some(path));
        }
        for path in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nb",
            "javascript:x",
            "/é",
        ] {
            assert_eq!(local_path(path), None, "{path:?}");
        }
    }
}
