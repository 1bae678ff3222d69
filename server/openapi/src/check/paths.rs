//! Paths, operations and parameters: what the table cannot say of single fields.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{
    super::{
        Parameter, ParameterLocation, PathTemplate, ProblemKind, document::REFERENCES,
        media::is_json, schema::target,
    },
    Walker, members,
};

/// The methods of a path item.
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

impl<'d> Walker<'d> {
    pub(super) fn paths(&mut self, paths: &'d Map<String, Value>) {
        let mut shapes = HashMap::new();
        let paths = paths.iter().filter(|(path, _)| path.starts_with('/'));
        for (path, item) in paths {
            self.within(path, |walker| match PathTemplate::parse(path) {
                Err(kind) => walker.refuse(kind),
                Ok(template) => {
                    if path.contains(['?', '#']) {
                        walker.ignore(ProblemKind::PathWithQuery(path.clone()));
                    }
                    if let Some(other) = shapes.insert(template.shape(), path) {
                        walker.ignore(ProblemKind::SamePath(other.clone()));
                    }
                    walker.parameters_of(&template, item);
                }
            });
        }
    }

    /// Compares the parameters of a path with those that are described.
    fn parameters_of(&mut self, template: &PathTemplate, item: &'d Value) {
        let item = self.resolved(item);
        let shared = self.path_parameters(item);
        let mut operations = members(item).filter(|(name, _)| METHODS.contains(&name.as_str()));
        let in_path: HashSet<&str> = template.parameters().collect();
        let mut stray = HashSet::new();
        let mut described = shared.clone();
        for (name, operation) in operations.by_ref() {
            self.operations += 1;
            let own = self.path_parameters(operation);
            described.extend(own.iter().copied());
            let lacks = |wanted: &&&str| !own.contains(**wanted) && !shared.contains(**wanted);
            let undescribed: Vec<_> = in_path.iter().filter(lacks).collect();
            self.within(name, |walker| {
                for wanted in undescribed {
                    let wanted = (*wanted).to_owned();
                    walker.ignore(ProblemKind::UndescribedParameter(wanted));
                }
            });
        }
        stray.extend(described.into_iter().filter(|name| !in_path.contains(name)));
        for name in stray {
            self.ignore(ProblemKind::StrayParameter(name.to_owned()));
        }
    }

    /// The names of the parameters of the path that a path item or an operation describes.
    fn path_parameters(&self, holder: &'d Value) -> HashSet<&'d str> {
        let list = holder.get("parameters").and_then(Value::as_array);
        let parameters = list.into_iter().flatten().map(|part| self.resolved(part));
        let of_path =
            parameters.filter(|facts| facts.get("in").is_some_and(|place| place == "path"));
        of_path
            .filter_map(|facts| facts.get("name")?.as_str())
            .collect()
    }

    /// A part, after following references as far as they lead.
    fn resolved(&self, part: &'d Value) -> &'d Value {
        let mut part = part;
        for _ in 0..REFERENCES {
            let reference = part.get("$ref").and_then(Value::as_str);
            match reference.map(|reference| target(self.root, reference)) {
                Some(Ok((_, found))) => part = found,
                _ => break,
            }
        }
        part
    }

    pub(super) fn operation(&mut self, fields: &'d Map<String, Value>) {
        let id = fields.get("operationId").and_then(Value::as_str);
        if let Some(id) = id
            && !self.operation_ids.insert(id)
        {
            let kind = ProblemKind::DuplicateOperation(id.to_owned());
            self.within("operationId", |walker| walker.refuse(kind));
        }
        let mut known = HashSet::new();
        let list = fields.get("parameters").and_then(Value::as_array);
        for (index, part) in list.into_iter().flatten().enumerate() {
            let facts = self.resolved(part);
            let name = facts.get("name").and_then(Value::as_str);
            let place = facts.get("in").and_then(Value::as_str);
            if let (Some(name), Some(place)) = (name, place)
                && !known.insert((name, place))
            {
                let kind = ProblemKind::DuplicateParameter(name.to_owned());
                self.within("parameters", |walker| {
                    walker.within(&index.to_string(), |walker| walker.ignore(kind));
                });
            }
        }
    }

    pub(super) fn parameter(&mut self, value: &'d Value) {
        // What has wrong types is told of already.
        let Ok(facts) = Parameter::deserialize(value) else {
            return;
        };
        if facts.is_reserved_header() {
            return self.ignore(ProblemKind::ReservedHeader(facts.name));
        }
        let has = |name| value.get(name).is_some();
        match (has("schema"), has("content")) {
            (true, true) => return self.refuse(ProblemKind::SeveralSchemas),
            (false, false) => self.ignore(ProblemKind::NoSchema),
            _ => {}
        }
        if facts.location == ParameterLocation::Path && !facts.required {
            self.ignore(ProblemKind::OptionalInPath(facts.name.clone()));
        }
        if let Err(kind) = facts.serialization() {
            self.refuse(kind);
        }
    }

    /// The content of a request or a response, which should have JSON if it has any.
    pub(super) fn content(&mut self, fields: &Map<String, Value>) {
        let content = fields.get("content").and_then(Value::as_object);
        let mut names = content.into_iter().flat_map(Map::keys);
        let first = names.clone().next().cloned();
        if let Some(first) = first
            && !names.any(|name| is_json(name))
        {
            let kind = ProblemKind::NoJson(first);
            self.within("content", |walker| walker.ignore(kind));
        }
    }
}
