//! Holding a value against its schema.

use serde_json::{Map, Number, Value};

use super::{Failure, Fault, ListRules, NumberRules, ObjectRules, Schema, TextRules, kind};

type Checked<'s> = Result<(), Failure<'s>>;

impl Schema {
    /// # Errors
    /// The first thing that is wrong with the value.
    pub(in super::super) fn check(&self, value: &Value) -> Checked<'_> {
        if !self.kinds.is_empty() && !self.kinds.iter().any(|kind| kind.has(value)) {
            let found = kind::name_of(value);
            return Err(self.fails(Fault::Kind {
                expected: &self.kinds,
                found,
            }));
        }
        if !self.values.is_empty() && !self.values.contains(value) {
            return Err(self.fails(Fault::NoneOf(&self.values)));
        }
        match value {
            Value::String(text) => self.text.check(text).map_err(|fault| self.fails(fault))?,
            Value::Number(number) => {
                self.number
                    .check(number)
                    .map_err(|fault| self.fails(fault))?;
            }
            Value::Object(object) => self.object.check(object)?,
            Value::Array(items) => self.check_list(items)?,
            Value::Null | Value::Bool(_) => {}
        }
        if !self.any_of.is_empty() && !self.any_of.iter().any(|one| one.check(value).is_ok()) {
            return Err(self.fails(Fault::NoAlternative(&self.any_of)));
        }
        Ok(())
    }

    pub(in super::super) fn fails<'s>(&'s self, fault: Fault<'s>) -> Failure<'s> {
        Failure::new(fault, self.description.as_deref())
    }

    fn check_list(&self, items: &[Value]) -> Checked<'_> {
        self.list
            .check_length(items.len())
            .map_err(|fault| self.fails(fault))?;
        let Some(schema) = &self.list.items else {
            return Ok(());
        };
        items.iter().enumerate().try_for_each(|(index, item)| {
            let checked = schema.check(item);
            checked.map_err(|failure| failure.within(index.to_string()))
        })
    }
}

impl TextRules {
    fn check(&self, text: &str) -> Result<(), Fault<'_>> {
        // Counted only where it matters, as characters are not bytes.
        if let Some(min) = self.min_length
            && text.chars().take(min).count() < min
        {
            return Err(Fault::TooShort(min));
        }
        if let Some(max) = self.max_length
            && text.len() > max
            && text.chars().count() > max
        {
            return Err(Fault::TooLong(max));
        }
        if self
            .pattern
            .as_ref()
            .is_some_and(|pattern| !pattern.is_match(text))
        {
            return Err(Fault::Pattern);
        }
        match self.format {
            Some(format) if !format.has(text) => Err(Fault::Format(format)),
            _ => Ok(()),
        }
    }
}

impl NumberRules {
    fn check(&self, number: &Number) -> Result<(), Fault<'_>> {
        // As every JSON number without `arbitrary_precision` can be.
        let number = number.as_f64().unwrap_or(f64::NAN);
        match (self.minimum, self.maximum) {
            (Some(min), _) if number < min => Err(Fault::TooLow(min)),
            (_, Some(max)) if number > max => Err(Fault::TooHigh(max)),
            _ => Ok(()),
        }
    }
}

impl ObjectRules {
    fn check<'s>(&'s self, object: &Map<String, Value>) -> Checked<'s> {
        if let Some(name) = self
            .required
            .iter()
            .find(|name| !object.contains_key(*name))
        {
            let schema = self.properties.iter().find(|(known, _)| known == name);
            let description = schema.and_then(|(_, schema)| schema.description.as_deref());
            return Err(Failure::new(Fault::Missing, description).within(name));
        }
        for (name, schema) in &self.properties {
            if let Some(value) = object.get(name) {
                schema
                    .check(value)
                    .map_err(|failure| failure.within(name))?;
            }
        }
        let mut unknown = object.keys();
        match unknown.find(|name| self.closed && !self.knows(name)) {
            Some(name) => Err(Failure::new(Fault::Unknown, None).within(name)),
            None => Ok(()),
        }
    }

    fn knows(&self, name: &str) -> bool {
        self.properties.iter().any(|(known, _)| known == name)
    }
}

impl ListRules {
    fn check_length(&self, length: usize) -> Result<(), Fault<'static>> {
        match (self.min_items, self.max_items) {
            (Some(min), _) if length < min => Err(Fault::TooFew(min)),
            (_, Some(max)) if length > max => Err(Fault::TooMany(max)),
            _ => Ok(()),
        }
    }
}
