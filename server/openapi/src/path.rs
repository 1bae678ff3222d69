//! Path templates, as in `/contacts/{id}.json` and `/things/{a}-{b}`.

use std::cmp::Reverse;

use super::ProblemKind;

/// A path whose segments are literals, parameters, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathTemplate {
    segments: Vec<Vec<Part>>,
}

/// A part of a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Literal(String),
    /// Any text but an empty one, by its name.
    Parameter(String),
}

impl PathTemplate {
    /// Reads a template.
    ///
    /// # Errors
    /// [`ProblemKind::PathSyntax`] where it does not begin with a slash, or has a brace alone or a
    /// parameter without a name; [`ProblemKind::PathWithoutSeparator`] where
    /// nothing stands between two parameters.
    pub fn parse(path: &str) -> Result<Self, ProblemKind> {
        let wrong = || ProblemKind::PathSyntax(path.to_owned());
        let relative = path.strip_prefix('/').ok_or_else(wrong)?;
        let segments = relative
            .split('/')
            .map(|text| segment(text).ok_or_else(wrong));
        let segments = segments.collect::<Result<Vec<_>, _>>()?;
        let is_parameter = |part: &Part| matches!(part, Part::Parameter(_));
        let is_unclear =
            |parts: &Vec<Part>| parts.windows(2).any(|two| two.iter().all(is_parameter));
        if segments.iter().any(is_unclear) {
            return Err(ProblemKind::PathWithoutSeparator(path.to_owned()));
        }
        Ok(Self { segments })
    }

    /// The names of its parameters, in their order.
    pub fn parameters(&self) -> impl Iterator<Item = &str> {
        self.segments
            .iter()
            .flatten()
            .filter_map(|part| match part {
                Part::Parameter(name) => Some(name.as_str()),
                Part::Literal(_) => None,
            })
    }

    /// The texts of the parameters of a path that matches, still encoded. A parameter ends at the
    /// first place where the literal after it stands.
    #[must_use]
    pub fn matches<'a>(&'a self, path: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
        let mut found = vec![];
        let mut given = path.strip_prefix('/')?.split('/');
        for parts in &self.segments {
            read(parts, given.next()?, &mut found)?;
        }
        given.next().is_none().then_some(found)
    }

    /// The order in which templates are asked: those with literals before those with parameters, in
    /// the first segment where they differ.
    #[must_use]
    pub fn rank(&self) -> impl Ord + use<> {
        let of_segment = |parts: &Vec<Part>| {
            let literal = parts.iter().map(|part| match part {
                Part::Literal(text) => text.len(),
                Part::Parameter(_) => 0,
            });
            let parameters = parts.len()
                - parts
                    .iter()
                    .filter(|part| matches!(part, Part::Literal(_)))
                    .count();
            (parameters > 0, Reverse(literal.sum::<usize>()))
        };
        let ranks: Vec<_> = self.segments.iter().map(of_segment).collect();
        ranks
    }

    /// The template without the names of its parameters: two that are the same match the same paths.
    #[must_use]
    pub fn shape(&self) -> String {
        let mut shape = String::new();
        for parts in &self.segments {
            shape.push('/');
            for part in parts {
                match part {
                    Part::Literal(text) => shape.push_str(text),
                    Part::Parameter(_) => shape.push_str("{}"),
                }
            }
        }
        shape
    }
}

/// The parts of a segment; `None` where its braces are wrong.
fn segment(text: &str) -> Option<Vec<Part>> {
    let mut parts = vec![];
    let mut rest = text;
    while let Some((literal, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        if name.is_empty() || name.contains('{') || literal.contains('}') {
            return None;
        }
        if !literal.is_empty() {
            parts.push(Part::Literal(literal.to_owned()));
        }
        parts.push(Part::Parameter(name.to_owned()));
        rest = after;
    }
    if rest.contains('}') {
        return None;
    }
    if !rest.is_empty() || parts.is_empty() {
        parts.push(Part::Literal(rest.to_owned()));
    }
    Some(parts)
}

/// Reads the parameters of a segment.
fn read<'a>(parts: &'a [Part], text: &'a str, found: &mut Vec<(&'a str, &'a str)>) -> Option<()> {
    let mut rest = text;
    let mut parts = parts.iter().peekable();
    while let Some(part) = parts.next() {
        match (part, parts.peek()) {
            (Part::Literal(literal), _) => rest = rest.strip_prefix(literal.as_str())?,
            (Part::Parameter(name), Some(Part::Literal(literal))) => {
                // The last literal is the end of the segment; a parameter is never empty.
                parts.next();
                let first = rest.chars().next()?.len_utf8();
                let at = if parts.peek().is_none() {
                    rest.len()
                        .checked_sub(literal.len())
                        .filter(|at| *at >= first && rest.ends_with(literal.as_str()))?
                } else {
                    first + rest.get(first..)?.find(literal.as_str())?
                };
                found.push((name, &rest[..at]));
                rest = &rest[at + literal.len()..];
            }
            (Part::Parameter(name), _) => {
                if rest.is_empty() {
                    return None;
                }
                found.push((name, rest));
                rest = "";
            }
        }
    }
    rest.is_empty().then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_matched_with_its_parameters() {
        for (template, path, expected) in [
            ("/", "/", Some(vec![])),
            ("/a/b", "/a/b", Some(vec![])),
            ("/a/b", "/a/b/", None),
            ("/contacts/{id}", "/contacts/7", Some(vec![("id", "7")])),
            ("/contacts/{id}", "/contacts/", None),
            (
                "/contacts/{id}.json",
                "/contacts/7.json",
                Some(vec![("id", "7")]),
            ),
            (
                "/contacts/{id}.json",
                "/contacts/a.json.json",
                Some(vec![("id", "a.json")]),
            ),
            ("/contacts/{id}.json", "/contacts/.json", None),
            ("/contacts/{id}.json", "/contacts/7", None),
            (
                "/things/{a}-{b}",
                "/things/1-2-3",
                Some(vec![("a", "1"), ("b", "2-3")]),
            ),
            (
                "/things/{a}-{b}",
                "/things/--1",
                Some(vec![("a", "-"), ("b", "1")]),
            ),
            ("/things/{a}-{b}", "/things/1-", None),
            (
                "/{a}..{b}.gz",
                "/é..ü.gz",
                Some(vec![("a", "é"), ("b", "ü")]),
            ),
            ("/x{a}y{b}z", "/x1y2z", Some(vec![("a", "1"), ("b", "2")])),
            ("/x{a}y{b}z", "/x1y2", None),
        ] {
            let parsed = PathTemplate::parse(template).unwrap();
            assert_eq!(parsed.matches(path), expected, "{template} {path}");
        }
    }

    #[test]
    fn what_is_no_template_is_refused() {
        for path in ["a", "/{", "/}", "/{}", "/{a}{b}", "/{a{b}}", "/a}b{c", ""] {
            assert!(PathTemplate::parse(path).is_err(), "{path}");
        }
    }

    #[test]
    fn whatever_says_more_is_asked_first() {
        let mut paths = ["/{a}/b", "/c/{d}", "/c/{d}.json", "/c/e", "/{a}/{b}"]
            .map(|path| (PathTemplate::parse(path).unwrap().rank(), path));
        paths.sort_by(|one, other| one.0.cmp(&other.0));
        let paths = paths.map(|(_, path)| path);
        assert_eq!(
            paths,
            ["/c/e", "/c/{d}.json", "/c/{d}", "/{a}/b", "/{a}/{b}"]
        );
    }
}
