//! The routes of an API.

use super::{Handler, invalid::Reason};

#[derive(Debug)]
pub(super) struct Route {
    pub(super) segments: Vec<Segment>,
    pub(super) handlers: Vec<(&'static str, Handler)>,
    /// The methods in the form of an `Allow` header (RFC 9110 §10.2.1).
    pub(super) allow: String,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Segment {
    Text(String),
    /// A segment with any text, by its name.
    Parameter(String),
}

impl Route {
    pub(super) fn new(path: &str, handlers: Vec<(&'static str, Handler)>) -> Result<Self, Reason> {
        let relative = path.strip_prefix('/');
        let relative = relative.ok_or_else(|| Reason::Place(path.to_owned()))?;
        let methods: Vec<_> = handlers.iter().map(|(method, _)| *method).collect();
        Ok(Self {
            segments: relative.split('/').map(Segment::parse).collect(),
            allow: methods.join(", "),
            handlers,
        })
    }

    /// The parameters of a path that matches, still encoded.
    pub(super) fn parameters<'a>(&'a self, path: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
        let mut parameters = vec![];
        let mut given = path.strip_prefix('/')?.split('/');
        for segment in &self.segments {
            match (segment, given.next()?) {
                (Segment::Text(expected), text) if expected == text => {}
                (Segment::Parameter(name), text) if !text.is_empty() => {
                    parameters.push((name.as_str(), text));
                }
                _ => return None,
            }
        }
        given.next().is_none().then_some(parameters)
    }

    pub(super) fn handler(&self, method: &str) -> Option<&Handler> {
        let found = self.handlers.iter().find(|(known, _)| *known == method)?;
        Some(&found.1)
    }

    /// A path without parameters takes precedence over one with.
    pub(super) fn rank(&self) -> usize {
        let parameters = self.segments.iter();
        parameters
            .filter(|segment| matches!(segment, Segment::Parameter(_)))
            .count()
    }
}

impl Segment {
    fn parse(text: &str) -> Self {
        match text
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'))
        {
            Some(name) => Self::Parameter(name.to_owned()),
            None => Self::Text(text.to_owned()),
        }
    }
}
