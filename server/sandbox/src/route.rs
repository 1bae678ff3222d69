//! The routes of an API.

use openapi::PathTemplate;

use super::{Handler, invalid::Reason};

#[derive(Debug)]
pub(super) struct Route {
    pub(super) template: PathTemplate,
    pub(super) handlers: Vec<(&'static str, Handler)>,
    /// The methods in the form of an `Allow` header (RFC 9110 §10.2.1).
    pub(super) allow: String,
}

impl Route {
    pub(super) fn new(path: &str, handlers: Vec<(&'static str, Handler)>) -> Result<Self, Reason> {
        let methods: Vec<_> = handlers.iter().map(|(method, _)| *method).collect();
        Ok(Self {
            template: PathTemplate::parse(path).map_err(Reason::Path)?,
            allow: methods.join(", "),
            handlers,
        })
    }

    pub(super) fn handler(&self, method: &str) -> Option<&Handler> {
        let found = self.handlers.iter().find(|(known, _)| *known == method)?;
        Some(&found.1)
    }
}
