//! Compiles a document into a sandbox.

mod replies;
mod usual;

use std::collections::{BTreeMap, HashMap};

use openapi::{Document, ParameterLocation, PathItem, PathTemplate, RequestBody, json_content};
use serde_json::Value;

use super::{
    Operation, Sandbox, cases,
    errors::{CodePattern, Errors, Texts},
    invalid::{InvalidDocument, Reason},
    parameter::Parameter,
    reply::Handler,
    request::{Body, Input, JsonBody},
    responses::{self, Responses},
    route::Route,
    rules::{OperationRules, SANDBOX, SandboxFacts, in_every_language},
    template::{self, Placeholders, Template},
};

/// The parts of the document that compiling an operation needs.
struct Compiler<'d> {
    document: &'d Document,
    facts: &'d SandboxFacts,
    placeholders: Placeholders,
    code: CodePattern,
    base_path: &'d str,
    /// The responses of each operation.
    responses: HashMap<&'d str, Responses>,
}

pub(super) fn compile(text: &str) -> Result<Sandbox, InvalidDocument> {
    let document = Document::read(text)?;
    let facts: Option<SandboxFacts> = document.extension(SANDBOX)?;
    let facts = facts.unwrap_or_else(usual::facts);
    let compiler = Compiler {
        document: &document,
        facts: &facts,
        placeholders: template::placeholders(&facts.fill)?,
        code: CodePattern(facts.code.clone()),
        base_path: document.servers.first().map_or("", |server| &server.url),
        responses: responses::of_all(&document)?,
    };
    let mut sandbox = Sandbox {
        routes: vec![],
        operations: vec![],
        warnings: vec![],
        errors: compiler.errors(),
    };
    for (path, item) in &document.paths {
        let mut handlers = vec![];
        for (method, operation) in item.operations() {
            let (handler, shown) = compiler
                .operation(path, method, item, operation)
                .map_err(|error| error.within(format!("paths/{path}/{method}")))?;
            handlers.push((method, handler));
            sandbox.operations.push(shown);
        }
        sandbox.routes.push(Route::new(path, handlers)?);
    }
    sandbox.routes.sort_by_key(|route| route.template.rank());
    sandbox.warnings = document.warnings();
    cases::verify(&sandbox)?;
    Ok(sandbox)
}

impl Compiler<'_> {
    fn errors(&self) -> Errors {
        let mut texts = Texts::new();
        for (_, operation) in self.document.paths.values().flat_map(PathItem::operations) {
            for (status, said) in self.texts(operation) {
                texts.entry(status).or_insert(said);
            }
        }
        Errors {
            template: Template::compile(self.facts.error.example.clone(), &self.placeholders),
            media_type: self.facts.error.media_type.clone(),
            code: CodePattern(self.code.0.clone()),
            texts,
            page: self
                .document
                .external_docs
                .as_ref()
                .map_or_else(String::new, |docs| docs.url.clone()),
        }
    }

    /// The operation's own texts for statuses.
    fn texts(&self, facts: &openapi::Operation) -> Texts {
        let responses = self.responses.get(facts.operation_id.as_str());
        let said = responses.into_iter().flatten().map(|(status, response)| {
            let said = (response.description.clone(), response.remedy.clone());
            (*status, said)
        });
        said.collect()
    }

    fn operation(
        &self,
        path: &str,
        method: &'static str,
        item: &PathItem,
        facts: &openapi::Operation,
    ) -> Result<(Handler, Operation), InvalidDocument> {
        let summaries: Option<BTreeMap<String, String>> = facts.extension("x-summary")?;
        let input = self.input(path, item, facts)?;
        let rules: Option<OperationRules> = facts.extension(SANDBOX)?;
        let rules = match rules {
            Some(rules) => rules,
            None => usual::rules(self.responses.get(facts.operation_id.as_str()), &input)?,
        };
        let lookup = rules
            .lookup
            .as_ref()
            .map(|lookup| self.lookup(path, facts, lookup));
        let handler = Handler {
            rules: self.rules(path, facts, &rules.cases)?,
            lookup: lookup.transpose()?,
            otherwise: self.reply(path, facts, &rules.otherwise, None)?,
            texts: self.texts(facts),
            input,
        };
        let shown = Operation {
            id: facts.operation_id.clone(),
            method: method.to_owned(),
            path: path.to_owned(),
            summary: in_every_language(&summaries.unwrap_or_default(), &facts.summary),
            cases: cases::read(path, &rules.cases, &handler.input, &self.code)?,
            otherwise: rules.otherwise.status,
        };
        Ok((handler, shown))
    }

    fn input(
        &self,
        path: &str,
        item: &PathItem,
        facts: &openapi::Operation,
    ) -> Result<Input, InvalidDocument> {
        let template = PathTemplate::parse(path).map_err(Reason::Path)?;
        let mut known: Vec<openapi::Parameter> = vec![];
        // The operation's own come first, and replace those of its path.
        for part in facts.parameters.iter().chain(&item.parameters) {
            let parameter: openapi::Parameter = self.document.part(part)?;
            let is_same = |known: &openapi::Parameter| {
                known.name == parameter.name && known.location == parameter.location
            };
            let is_stray = parameter.location == ParameterLocation::Path
                && !template.parameters().any(|name| name == parameter.name);
            if !known.iter().any(is_same) && !is_stray && !parameter.is_reserved_header() {
                known.push(parameter);
            }
        }
        let names: Vec<_> = known
            .iter()
            .map(|parameter| (parameter.location, parameter.name.clone()))
            .collect();
        let parameters = known.into_iter().map(|facts| self.parameter(facts, &names));
        let mut parameters: Vec<_> = parameters.collect::<Result<_, InvalidDocument>>()?;
        parameters.sort_by_key(|parameter| match parameter.location {
            ParameterLocation::Path => 0,
            ParameterLocation::Query => 1,
            ParameterLocation::Header => 2,
            ParameterLocation::Cookie => 3,
        });
        let body = facts.request_body.as_ref().map(|part| self.body(part));
        Ok(Input {
            parameters,
            body: body.transpose()?,
        })
    }

    fn parameter(
        &self,
        facts: openapi::Parameter,
        all: &[(ParameterLocation, String)],
    ) -> Result<Parameter, InvalidDocument> {
        let serialization = facts.serialization();
        let schema = self.document.schema(facts.value_schema());
        let others = all
            .iter()
            .filter(|(location, name)| *location == facts.location && *name != facts.name);
        Ok(Parameter {
            schema: schema.map_err(|error| error.within(&facts.name))?,
            serialization: serialization.map_err(|kind| Reason::Parameter(kind).at(&facts.name))?,
            others: others.map(|(_, name)| name.clone()).collect(),
            example: facts.value_example().cloned(),
            allow_reserved: facts.allow_reserved,
            allow_empty_value: facts.allow_empty_value,
            required: facts.required || facts.location == ParameterLocation::Path,
            location: facts.location,
            name: facts.name,
        })
    }

    fn body(&self, part: &Value) -> Result<Body, InvalidDocument> {
        let facts: RequestBody = self.document.part(part)?;
        let mut media_types = facts.content.keys();
        if !facts.content.is_empty() && media_types.all(|it| is_taken_as_it_is(it)) {
            return Ok(Body {
                required: facts.required,
                json: None,
            });
        }
        let (_, media) =
            json_content(facts.content)?.ok_or_else(|| Reason::NoContent.at("requestBody"))?;
        let schema = self.document.schema(&media.schema)?;
        let mut examples = media.checked_examples(self.document)?;
        let example = examples.remove("");
        let example = example.ok_or_else(|| Reason::Example(String::new()).at("requestBody"))?;
        Ok(Body {
            required: facts.required,
            json: Some(JsonBody { schema, example }),
        })
    }
}

/// Whether a body of this media type is a form or a file. A sandbox looks into neither: it answers
/// them by the rest of the call.
fn is_taken_as_it_is(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let essence = essence.to_ascii_lowercase();
    let of_files = ["image/", "audio/", "video/", "font/"];
    of_files.iter().any(|it| essence.starts_with(it))
        || matches!(
            essence.as_str(),
            "multipart/form-data"
                | "application/x-www-form-urlencoded"
                | "application/octet-stream"
                | "application/pdf"
                | "application/zip"
                | "application/gzip"
        )
}
