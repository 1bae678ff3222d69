//! Checks a whole document, and tells all of its problems at once.

mod fields;
mod paths;
mod references;
mod schemas;

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::{
    Edition, Problem, ProblemKind, Reason, Severity, Source, ValueType,
    schema::Patterns,
    table::{Object, Treatment},
};

/// How many problems of each severity are told with their places. Others are counted.
pub const MAX_PROBLEMS: usize = 1_000;

/// What is to be said of a document.
#[derive(Debug)]
pub struct Report {
    /// The edition, if it is one that is supported.
    pub edition: Option<Edition>,
    /// How many operations it has.
    pub operations: usize,
    /// In the order of the text.
    pub problems: Vec<Problem>,
    /// How many problems are not told, as they are too many.
    pub omitted: usize,
}

impl Report {
    /// Whether the document is refused.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.refused().next().is_some()
    }

    /// Why it is refused.
    pub fn refused(&self) -> impl Iterator<Item = &Problem> {
        self.of(Severity::Refused)
    }

    /// What is not obeyed.
    pub fn ignored(&self) -> impl Iterator<Item = &Problem> {
        self.of(Severity::Ignored)
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Problem> {
        let problems = self.problems.iter();
        problems.filter(move |problem| problem.severity == severity)
    }
}

/// Checks a document by the [table](super::table) of all constructs.
#[must_use]
pub fn check(source: &Source) -> Report {
    let root = source.root();
    let mut walker = Walker::new(source);
    let edition = walker.edition_of(root);
    if let Some(edition) = edition {
        walker.edition = edition;
        walker.object(Object::Document, root);
        walker.waiting_targets();
        if walker.refused.is_empty() {
            walker.compile();
        }
    }
    let mut problems = walker.refused;
    problems.extend(walker.ignored);
    problems.sort_by(|one, other| (one.position, &one.place).cmp(&(other.position, &other.place)));
    problems.dedup();
    Report {
        edition,
        operations: walker.operations,
        problems,
        omitted: walker.omitted,
    }
}

/// Walks a document. It is as deep as the source may be.
struct Walker<'d> {
    source: &'d Source,
    root: &'d Value,
    edition: Edition,
    /// The JSON pointer of the place where it is.
    place: String,
    /// Whether it is in a part that is not obeyed, of which no more is told.
    is_quiet: bool,
    refused: Vec<Problem>,
    ignored: Vec<Problem>,
    omitted: usize,
    /// What was walked, by its address and what it was taken for.
    seen: HashSet<(usize, Object)>,
    /// What references lead to.
    waiting: Vec<(String, &'d Value, Object)>,
    /// The schemas that are not within others, with their pointers if they are components.
    schemas: Vec<(&'d Value, Option<String>)>,
    patterns: Patterns,
    operations: usize,
    operation_ids: HashSet<&'d str>,
}

impl<'d> Walker<'d> {
    fn new(source: &'d Source) -> Self {
        Self {
            source,
            root: source.root(),
            edition: Edition::V3_1,
            place: String::new(),
            is_quiet: false,
            refused: vec![],
            ignored: vec![],
            omitted: 0,
            seen: HashSet::new(),
            waiting: vec![],
            schemas: vec![],
            patterns: Patterns::default(),
            operations: 0,
            operation_ids: HashSet::new(),
        }
    }

    fn edition_of(&mut self, root: &Value) -> Option<Edition> {
        let Value::Object(members) = root else {
            self.refuse(ProblemKind::wrong_type(ValueType::Object, root));
            return None;
        };
        if let Some(version) = members.get("swagger") {
            let version = version.as_str().unwrap_or("2.0").to_owned();
            self.within("swagger", |walker| {
                walker.refuse(ProblemKind::Edition(version));
            });
            return None;
        }
        let Some(version) = members.get("openapi") else {
            self.refuse(ProblemKind::Missing("openapi"));
            return None;
        };
        self.within("openapi", |walker| {
            match version.as_str().map(Edition::named) {
                Some(Ok(edition)) => Some(edition),
                Some(Err(reason)) => {
                    let kind = match reason {
                        Reason::Edition(version) => ProblemKind::Edition(version),
                        other => other.into(),
                    };
                    walker.refuse(kind);
                    None
                }
                None => {
                    walker.refuse(ProblemKind::wrong_type(ValueType::Text, version));
                    None
                }
            }
        })
    }

    /// Does something at an inner place.
    fn within<T>(&mut self, name: &str, walk: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.place.len();
        self.place.push('/');
        self.place
            .push_str(&name.replace('~', "~0").replace('/', "~1"));
        let walked = walk(self);
        self.place.truncate(length);
        walked
    }

    fn refuse(&mut self, kind: ProblemKind) {
        if self.refused.len() < MAX_PROBLEMS {
            self.refused
                .push(self.problem(&self.place, Severity::Refused, kind));
        } else {
            self.omitted += 1;
        }
    }

    /// Tells of what is not obeyed, unless it is in a part of which that is told already.
    fn ignore(&mut self, kind: ProblemKind) {
        if self.is_quiet {
            return;
        }
        if self.ignored.len() < MAX_PROBLEMS {
            self.ignored
                .push(self.problem(&self.place, Severity::Ignored, kind));
        } else {
            self.omitted += 1;
        }
    }

    fn problem(&self, place: &str, severity: Severity, kind: ProblemKind) -> Problem {
        let position = self.source.position(place);
        Problem::new(place.to_owned(), Some(position), severity, kind)
    }

    /// Walks what is made of a construct as the table says.
    fn treated(&mut self, treatment: Treatment, name: &'static str, walk: impl FnOnce(&mut Self)) {
        match treatment {
            Treatment::Obeyed => walk(self),
            Treatment::Annotation => {}
            Treatment::Ignored => {
                self.ignore(ProblemKind::NotObeyed(name));
                let was_quiet = std::mem::replace(&mut self.is_quiet, true);
                walk(self);
                self.is_quiet = was_quiet;
            }
            Treatment::Refused => self.refuse(ProblemKind::NotObeyed(name)),
        }
    }
}

/// The members of a value, if it is an object.
fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}
