//! The answers of an operation to correct requests.

use std::collections::HashMap;

use openapi::Format;
use serde_json::Value;

use super::{
    Answer, Moment,
    errors::{Errors, Texts},
    pages::Pages,
    request::{Input, Request},
    template::{PlaceholderValues, Template},
    value_path::ValuePath,
};

/// A compiled operation.
#[derive(Debug)]
pub(super) struct Handler {
    pub(super) input: Input,
    pub(super) rules: Vec<Rule>,
    pub(super) lookup: Option<Lookup>,
    pub(super) otherwise: Reply,
    /// The operation's own texts for statuses.
    pub(super) texts: Texts,
}

/// The answer to certain values.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) when: Vec<(ValuePath, Test)>,
    pub(super) reply: Reply,
}

#[derive(Debug)]
pub(super) enum Test {
    Is(Value),
    Not(Format),
}

/// The answers for the items of a list, by their keys.
#[derive(Debug)]
pub(super) struct Lookup {
    pub(super) by: ValuePath,
    pub(super) replies: HashMap<String, Reply>,
}

#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) code: String,
    /// `None` for an error without an example, and for a success without a body.
    pub(super) body: Option<ReplyBody>,
}

#[derive(Debug)]
pub(super) struct ReplyBody {
    pub(super) template: Template,
    pub(super) media_type: String,
    pub(super) pages: Option<Pages>,
}

impl Handler {
    pub(super) fn answer(
        &self,
        request: &Request<'_>,
        errors: &Errors,
        moment: &Moment<'_>,
    ) -> Answer {
        let reply = self.reply(request);
        let own = Some(&self.texts);
        match reply.problem() {
            Some(problem) => errors.answer(&problem, own, moment),
            None => reply.answer(request, errors, own, moment),
        }
    }

    fn reply(&self, request: &Request<'_>) -> &Reply {
        let rule = self.rules.iter().find(|rule| rule.applies(request));
        let reply = rule.map(|rule| &rule.reply);
        let reply = reply.or_else(|| self.lookup.as_ref()?.find(request));
        reply.unwrap_or(&self.otherwise)
    }
}

impl Rule {
    fn applies(&self, request: &Request<'_>) -> bool {
        self.when
            .iter()
            .all(|(place, test)| match (test, place.find(request)) {
                (Test::Is(expected), Some(value)) => is_same(value, expected),
                (Test::Not(format), Some(Value::String(text))) => !format.has(text),
                _ => false,
            })
    }
}

/// Whether two values are equal; a text and an integer with the same digits are.
fn is_same(value: &Value, expected: &Value) -> bool {
    let written = |text: &str| {
        value
            .as_u64()
            .is_some_and(|number| text.parse() == Ok(number))
    };
    value == expected || expected.as_str().is_some_and(written)
}

impl Lookup {
    fn find(&self, request: &Request<'_>) -> Option<&Reply> {
        self.replies.get(self.by.find(request)?.as_str()?)
    }
}

impl Reply {
    fn answer(
        &self,
        request: &Request<'_>,
        errors: &Errors,
        own: Option<&Texts>,
        moment: &Moment<'_>,
    ) -> Answer {
        let mut answer = Answer {
            status: self.status,
            code: Some(self.code.clone()),
            field: None,
            body: String::new(),
            headers: vec![],
        };
        if let Some(body) = &self.body {
            let (message, detail) = errors.texts(self.status, own);
            answer
                .headers
                .push(("content-type", body.media_type.clone()));
            answer.body = body.template.fill(&PlaceholderValues {
                moment,
                status: self.status,
                code: &self.code,
                message,
                detail,
                field: None,
                page: &errors.page,
                request: Some(request),
                items: body.pages.as_ref().map(|pages| pages.page(request, moment)),
            });
        }
        answer
    }
}
