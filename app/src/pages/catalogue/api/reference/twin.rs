//! The reference as Markdown: every operation with its fields, in lines.

use std::fmt::Write;

use locales::{Locale, llms, reference as t};
use openapi::reference::{
    Body, Example, Operation, Parameter, Property, Reference, Response, Schema,
};

use super::words;

/// How deep fields of fields go; a page shows the rest.
const DEPTH: usize = 5;
/// The longest text. A larger document is to be read itself.
const MAX_BYTES: usize = 1024 * 1024;

pub(super) fn twin(reference: &Reference, locale: Locale) -> String {
    let mut twin = Twin {
        locale,
        md: String::new(),
    };
    twin.paragraph(reference.info.description.in_language(locale.tag()));
    for section in reference.sections() {
        let title = section.tag.map(|tag| tag.title.in_language(locale.tag()));
        let _ = writeln!(twin.md, "\n## {}", title.unwrap_or(t::operations(locale)));
        for operation in section.operations {
            if twin.md.len() > MAX_BYTES {
                twin.paragraph(llms::shortened(locale));
                return twin.md;
            }
            twin.operation(operation);
        }
    }
    twin.md
}

/// One operation by itself.
pub fn operation_twin(operation: &Operation, locale: Locale) -> String {
    let mut twin = Twin {
        locale,
        md: String::new(),
    };
    twin.operation(operation);
    twin.md.trim_start().to_owned()
}

struct Twin {
    locale: Locale,
    md: String,
}

impl Twin {
    fn paragraph(&mut self, text: &str) {
        if !text.trim().is_empty() {
            let _ = write!(self.md, "\n{}\n", text.trim());
        }
    }

    fn heading(&mut self, title: &str) {
        let _ = write!(self.md, "\n#### {title}\n\n");
    }

    fn operation(&mut self, operation: &Operation) {
        let locale = self.locale;
        let _ = writeln!(self.md, "\n### {}", operation.title(locale.tag()));
        let deprecated = if operation.deprecated {
            format!(" ({})", t::deprecated(locale))
        } else {
            String::new()
        };
        self.paragraph(&format!(
            "`{} {}`{deprecated}",
            operation.method, operation.path
        ));
        self.paragraph(operation.description.in_language(locale.tag()));
        if !operation.parameters.is_empty() {
            self.heading(llms::parameters(locale));
            for parameter in &operation.parameters {
                self.parameter(parameter);
            }
        }
        if let Some(request) = &operation.body {
            self.heading(t::request_body(locale));
            for body in &request.bodies {
                self.body(body);
            }
        }
        self.heading(t::responses(locale));
        for response in &operation.responses {
            self.response(response);
        }
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let place = format!("{:?}", parameter.place).to_lowercase();
        let name = format!("`{}` ({place})", parameter.name);
        let said = parameter.description.in_language(self.locale.tag());
        self.field(&name, parameter.required, &parameter.schema, said, 0);
    }

    fn response(&mut self, response: &Response) {
        let said = in_a_line(response.description.in_language(self.locale.tag()));
        let _ = writeln!(self.md, "- **{}**: {said}", response.status);
        for body in &response.bodies {
            self.fields(&body.schema, 1);
        }
        let bodies = response.bodies.iter();
        for example in bodies.filter_map(|body| body.examples.first()) {
            self.example(example);
        }
    }

    fn body(&mut self, body: &Body) {
        let kind = words::kind(&body.schema, self.locale);
        let _ = writeln!(self.md, "`{}`: {kind}\n", body.media_type);
        self.fields(&body.schema, 0);
        if let Some(example) = body.examples.first() {
            self.example(example);
        }
    }

    /// A code block: no line of JSON begins with what ends it.
    fn example(&mut self, example: &Example) {
        if let Some(text) = example.text().filter(|text| !text.contains("```")) {
            let _ = write!(self.md, "\n```json\n{}\n```\n\n", text.trim_end());
        }
    }

    fn fields(&mut self, schema: &Schema, depth: usize) {
        let Some(members) = schema.members().filter(|_| depth < DEPTH) else {
            return;
        };
        for property in &members.properties {
            self.property(property, depth);
        }
        if let Some(items) = &members.items {
            self.fields(items, depth);
        }
        for alternatives in &members.alternatives {
            for schema in &alternatives.schemas {
                self.fields(schema, depth);
            }
        }
    }

    fn property(&mut self, property: &Property, depth: usize) {
        let schema = &property.schema;
        let said = schema.description.in_language(self.locale.tag());
        let name = format!("`{}`", property.name);
        self.field(&name, property.required, schema, said, depth);
    }

    fn field(&mut self, name: &str, required: bool, schema: &Schema, said: &str, depth: usize) {
        let locale = self.locale;
        let mut facts = vec![words::kind(schema, locale)];
        facts.extend(required.then(|| t::required(locale).to_owned()));
        facts.extend(
            schema
                .deprecated
                .then(|| t::deprecated_field(locale).to_owned()),
        );
        facts.extend(schema.rules.iter().map(|rule| words::rule(rule, locale)));
        if !schema.values.is_empty() {
            let values: Vec<_> = schema.values.iter().map(words::value).collect();
            facts.push(format!("{}: {}", t::values(locale), values.join(", ")));
        }
        let indent = "  ".repeat(depth);
        let facts = facts.join(", ");
        let said = in_a_line(said);
        let end = if said.is_empty() { "" } else { ": " };
        let _ = writeln!(self.md, "{indent}- {name}, {facts}{end}{said}");
        self.fields(schema, depth + 1);
    }
}

fn in_a_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
