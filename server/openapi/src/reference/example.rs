//! Examples that are made from schemas, the same whenever the document is read.

use serde_json::{Map, Value};

use super::{
    Access, Kind,
    facts::access,
    plain::{as_length, integer, number, string, varied},
    source::{Source, label, reference},
    text::{members, optional},
    view::{Choice, View},
};

/// How deep examples go, and from where on only what must be there is there.
const DEPTH: usize = 10;
const GENEROUS: usize = 4;
/// From how many values on only what must be there is there, and the most values of all.
const VALUES: usize = 100;
const MAX_VALUES: usize = 1_000;
/// The most items of a list.
const ITEMS: u64 = 20;
/// How many alternatives within alternatives are chosen.
const CHOICES: usize = 6;

/// Which messages an example is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Direction {
    Request,
    Response,
}

/// Makes one example.
struct Sampler<'d> {
    source: Source<'d>,
    direction: Direction,
    /// The references that lead here.
    above: Vec<&'d str>,
    depth: usize,
    /// How many values there are.
    values: usize,
    /// From how many on only what must be there is there.
    enough: usize,
}

/// An example of a schema with about so many values; `None` where there is no end to it.
pub(super) fn sample<'d>(
    source: Source<'d>,
    schema: &'d Value,
    direction: Direction,
    enough: usize,
) -> Option<Value> {
    let mut sampler = Sampler {
        source,
        direction,
        above: vec![],
        depth: 0,
        values: 0,
        enough: enough.min(VALUES),
    };
    sampler.value(&[schema])
}

impl<'d> Sampler<'d> {
    fn value(&mut self, schemas: &[&'d Value]) -> Option<Value> {
        let view = View::new(self.source, schemas, &[]);
        let is_above = view.references.iter().any(|it| self.above.contains(it));
        if is_above || view.is_never || self.values >= MAX_VALUES || self.depth > DEPTH {
            return None;
        }
        self.values += 1;
        if let Some(given) = given(&view) {
            return Some(given.clone());
        }
        let before = self.above.len();
        self.above.extend(&view.references);
        self.depth += 1;
        let value = self.chosen(view, CHOICES);
        self.depth -= 1;
        self.above.truncate(before);
        value
    }

    /// The view with one of its alternatives, the first that there is an example of.
    fn chosen(&mut self, mut view: View<'d>, choices: usize) -> Option<Value> {
        let Some(choice) = view.choices.pop().filter(|_| choices > 0) else {
            return Some(self.made(&view));
        };
        let is_bare = view.properties().is_empty();
        choice.alternatives.iter().find_map(|alternative| {
            if reference(alternative).is_some_and(|it| self.above.contains(&it)) {
                return None;
            }
            let mut view = view.clone();
            view.add(self.source, alternative, &self.above);
            if let Some(given) = given(&view).filter(|_| is_bare) {
                return Some(given.clone());
            }
            let mut value = self.chosen(view, choices - 1)?;
            tell_apart(&mut value, &choice, alternative);
            Some(value)
        })
    }

    fn made(&mut self, view: &View<'d>) -> Value {
        match view.kinds().first() {
            Some(Kind::Object) => Value::Object(self.object(view)),
            Some(Kind::Array) => self.list(view),
            Some(Kind::Boolean) => Value::Bool(true),
            Some(Kind::Integer) => integer(view),
            Some(Kind::Number) => number(view),
            Some(Kind::String) => Value::String(string(view)),
            None if view.first("type").is_some() => Value::Null,
            None if view.first("format").is_some() => Value::String(string(view)),
            None => Value::Object(Map::new()),
        }
    }

    fn object(&mut self, view: &View<'d>) -> Map<String, Value> {
        let required = view.required();
        let mut object = Map::new();
        for (name, schemas) in view.properties() {
            let is_required = required.contains(&name);
            let is_enough = self.values > self.enough || self.depth > GENEROUS;
            let wanted = is_required || !is_enough;
            if !wanted || !self.is_sent(&schemas, is_required) {
                continue;
            }
            match self.value(&schemas) {
                Some(value) => object.insert(name.to_owned(), value),
                None if is_required => object.insert(name.to_owned(), Value::Null),
                None => None,
            };
        }
        for name in required {
            if !object.contains_key(name) && !view.properties().iter().any(|(it, _)| *it == name) {
                object.insert(name.to_owned(), self.additional(view));
            }
        }
        self.fill(view, &mut object);
        object
    }

    /// Adds members whose names are free, where there have to be some, or where all are.
    fn fill(&mut self, view: &View<'d>, object: &mut Map<String, Value>) {
        let additional = view.first("additionalProperties");
        if additional == Some(&Value::Bool(false)) {
            return;
        }
        let is_map = additional.is_some() && view.properties().is_empty();
        let least = view.count("minProperties").unwrap_or(0).min(ITEMS);
        let least = least.max(u64::from(is_map));
        let most = view.count("maxProperties").unwrap_or(least);
        for number in 1.. {
            if object.len() as u64 >= least.min(most) {
                break;
            }
            object.insert(format!("key{number}"), self.additional(view));
        }
    }

    fn additional(&mut self, view: &View<'d>) -> Value {
        let schema = view.first("additionalProperties");
        let schema = schema.filter(|schema| schema.as_object().is_some_and(|it| !it.is_empty()));
        let value = schema.and_then(|schema| self.value(&[schema]));
        value.unwrap_or_else(|| Value::from("string"))
    }

    /// Whether a member stands in such a message.
    fn is_sent(&self, schemas: &[&'d Value], is_required: bool) -> bool {
        let view = View::new(self.source, schemas, &[]);
        match (access(&view), self.direction) {
            (Access::Read, Direction::Request) | (Access::Write, Direction::Response) => false,
            _ => is_required || !view.flag("deprecated"),
        }
    }

    fn list(&mut self, view: &View<'d>) -> Value {
        let most = view.count("maxItems").unwrap_or(ITEMS).min(ITEMS);
        let least = view.count("minItems").unwrap_or(0).max(1).min(most);
        let (least, most) = (as_length(least), as_length(most));
        let first = view.first_items().iter().take(most);
        let first = first.map(|item| self.value(&[item]).unwrap_or(Value::Null));
        let mut list: Vec<_> = first.collect();
        let is_unique = view.flag("uniqueItems");
        for place in list.len()..least {
            let Some(value) = self.item(view, place, is_unique) else {
                break;
            };
            if !is_unique || !list.contains(&value) {
                list.push(value);
            }
        }
        Value::Array(list)
    }

    /// The item at this place, another one at each where no two may be the same.
    fn item(&mut self, view: &View<'d>, place: usize, is_unique: bool) -> Option<Value> {
        let Some(item) = view.items() else {
            return Some(varied(Value::from("string"), place));
        };
        let values = View::new(self.source, &[item], &[]).values();
        match values.get(place).filter(|_| is_unique) {
            Some(listed) => Some(listed.clone()),
            None if is_unique => Some(varied(self.value(&[item])?, place)),
            None => self.value(&[item]),
        }
    }
}

/// The first value that the document itself gives for a schema.
fn given<'d>(view: &View<'d>) -> Option<&'d Value> {
    let listed = || view.first("examples").and_then(|it| it.as_array()?.first());
    let example = view.first("example").or_else(listed);
    let value = || view.values().iter().find(|value| !value.is_null());
    let value = || value().or_else(|| view.values().first());
    example
        .or_else(|| view.first("default").filter(|it| !it.is_null()))
        .or_else(value)
}

/// Puts into an object what tells its alternative from the others.
fn tell_apart(value: &mut Value, choice: &Choice<'_>, alternative: &Value) {
    let Some((object, discriminator)) = value.as_object_mut().zip(choice.discriminator) else {
        return;
    };
    let Some((property, reference)) =
        optional(discriminator, "propertyName").zip(reference(alternative))
    else {
        return;
    };
    let name = label(reference);
    let mut mapping = members(discriminator, "mapping");
    let mapped = mapping.find(|(_, target)| {
        let target = target.as_str().unwrap_or_default();
        target == reference || label(target) == name
    });
    let told = mapped.map_or(name, |(value, _)| value.clone());
    object.insert(property, Value::String(told));
}
