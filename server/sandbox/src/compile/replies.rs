//! Compiles the replies of an operation.

use std::collections::HashMap;

use openapi::Format;
use serde_json::Value;

use super::{
    super::{
        invalid::{InvalidDocument, Reason},
        pages::Pages,
        reply::{Lookup, Reply, ReplyBody, Rule, Test},
        rules::{AnswerFacts, CaseFacts, Condition, LookupFacts},
        template::{self, Placeholder, Template},
        value_path::ValuePath,
    },
    Compiler,
};

impl Compiler<'_> {
    /// The cases with a rule of their own; the answers of the others follow from the rest of the
    /// document.
    pub(super) fn rules(
        &self,
        path: &str,
        facts: &openapi::Operation,
        cases: &[CaseFacts],
    ) -> Result<Vec<Rule>, InvalidDocument> {
        let deciding = cases
            .iter()
            .filter_map(|case| Some((case, case.answer.as_ref()?)));
        let rules = deciding.map(|(case, answer)| {
            Ok(Rule {
                when: conditions(case)?,
                reply: self.reply(path, facts, answer, None)?,
            })
        });
        rules.collect()
    }

    pub(super) fn lookup(
        &self,
        path: &str,
        facts: &openapi::Operation,
        lookup: &LookupFacts,
    ) -> Result<Lookup, InvalidDocument> {
        let list = &lookup.list;
        let mut replies = HashMap::new();
        for item in self.items(&list.operation, &list.example, &list.at)? {
            let key = item.pointer(&lookup.key).and_then(Value::as_str);
            let key = key.ok_or_else(|| Reason::Pointer(lookup.key.clone()))?;
            let reply = self.reply(path, facts, &lookup.answer, Some(item))?;
            replies.insert(key.to_owned(), reply);
        }
        Ok(Lookup {
            by: lookup.by.parse()?,
            replies,
        })
    }

    fn items(&self, operation: &str, example: &str, at: &str) -> Result<&Vec<Value>, Reason> {
        let responses = self.responses.get(operation);
        let responses = responses.ok_or_else(|| Reason::Operation(operation.to_owned()))?;
        let mut examples = responses
            .values()
            .filter_map(|known| known.examples.get(example));
        let example = examples
            .next()
            .ok_or_else(|| Reason::Example(example.to_owned()))?;
        let items = example.pointer(at).and_then(Value::as_array);
        items.ok_or_else(|| Reason::Pointer(at.to_owned()))
    }

    pub(super) fn reply(
        &self,
        path: &str,
        operation: &openapi::Operation,
        facts: &AnswerFacts,
        item: Option<&Value>,
    ) -> Result<Reply, InvalidDocument> {
        let responses = self.responses.get(operation.operation_id.as_str());
        let response = responses
            .and_then(|responses| responses.get(&facts.status))
            .ok_or_else(|| Reason::Status(facts.status.to_string()))?;
        let body = match (&facts.example, &response.media_type) {
            (Some(name), Some(media_type)) => {
                let example = response.examples.get(name);
                let example = example.ok_or_else(|| Reason::Example(name.clone()))?;
                Some(self.reply_body(path, facts, media_type, example.clone(), item)?)
            }
            (Some(name), None) => return Err(Reason::Example(name.clone()).into()),
            (None, Some(_)) if facts.status < 400 => {
                return Err(Reason::Example(String::new()).into());
            }
            (None, _) => None,
        };
        Ok(Reply {
            status: facts.status,
            code: self.code.of(facts.status),
            body,
        })
    }

    fn reply_body(
        &self,
        path: &str,
        facts: &AnswerFacts,
        media_type: &str,
        mut example: Value,
        item: Option<&Value>,
    ) -> Result<ReplyBody, InvalidDocument> {
        for (to, from) in &facts.put {
            let part = item.and_then(|item| item.pointer(from)).cloned();
            let part = part.ok_or_else(|| Reason::Pointer(from.clone()))?;
            let target = example.pointer_mut(to);
            *target.ok_or_else(|| Reason::Pointer(to.clone()))? = part;
        }
        let mut placeholders = self.placeholders.clone();
        placeholders.extend(template::placeholders(&facts.fill)?);
        let pages = match &facts.pages {
            None => None,
            Some(pages) => {
                let items = example.pointer(&pages.items).and_then(Value::as_array);
                let items = items.ok_or_else(|| Reason::Pointer(pages.items.clone()))?;
                placeholders.insert(pages.items.clone(), Placeholder::Items);
                placeholders.insert(pages.next.clone(), Placeholder::Next);
                Some(Pages::new(items, format!("{}{path}", self.base_path)))
            }
        };
        Ok(ReplyBody {
            template: Template::compile(example, &placeholders),
            media_type: media_type.to_owned(),
            pages,
        })
    }
}

fn conditions(case: &CaseFacts) -> Result<Vec<(ValuePath, Test)>, InvalidDocument> {
    let conditions = case.when.iter().map(|(place, condition)| {
        let test = match condition {
            Condition::Is(value) => Test::Is(value.clone()),
            Condition::Not(facts) => Test::Not(Format::named(&facts.not)?),
        };
        Ok((place.parse()?, test))
    });
    let conditions: Result<_, Reason> = conditions.collect();
    conditions.map_err(|reason| reason.at(&case.id))
}
