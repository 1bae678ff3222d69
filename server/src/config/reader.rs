//! Reads settings one by one, and collects all mistakes.

use figment::{
    Figment,
    value::{Num, Value},
};

use super::{
    mistake::{Mistake, Mistakes},
    settings::Setting,
    sources::DEFAULTS,
};

pub struct Reader {
    figment: Figment,
    mistakes: Vec<Mistake>,
}

impl Reader {
    pub fn new(figment: Figment) -> Self {
        Self {
            figment,
            mistakes: Vec::new(),
        }
    }

    /// A setting with a default. A mistake is collected and replaced by the default, so that
    /// reading continues.
    #[expect(clippy::expect_used, reason = "a test reads every default")]
    pub fn value<T>(&mut self, setting: &Setting, parse: impl Fn(&str) -> Option<T>) -> T {
        self.optional(setting, &parse)
            .or_else(|| setting.default.and_then(parse))
            .expect("defaults are what they should be")
    }

    /// An optional setting.
    pub fn optional<T>(
        &mut self,
        setting: &Setting,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = self.figment.find_value(setting.name).ok()?;
        let Some(text) = text(&value) else {
            self.wrong(setting, "");
            return None;
        };
        let parsed = parse(&text);
        if parsed.is_none() {
            self.wrong(setting, &text);
        }
        parsed
    }

    /// A setting with several values: an array, or a text with commas between them.
    pub fn list<T>(&mut self, setting: &Setting, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let Ok(value) = self.figment.find_value(setting.name) else {
            return Vec::new();
        };
        let mut list = Vec::new();
        for item in items(&value) {
            match parse(item.trim()) {
                Some(parsed) => list.push(parsed),
                None => self.wrong(setting, &item),
            }
        }
        list
    }

    /// Whether a setting without a default was given, even with a mistake.
    pub fn is_given(&self, setting: &Setting) -> bool {
        self.figment.contains(setting.name)
    }

    /// Whether somebody gave a setting that has a default.
    pub fn is_chosen(&self, setting: &Setting) -> bool {
        let metadata = self.figment.find_metadata(setting.name);
        metadata.is_some_and(|metadata| metadata.name != DEFAULTS)
    }

    /// Collects a missing setting, with the reason why it is required.
    pub fn missing(&mut self, setting: &Setting, why: &str) {
        self.mistakes.push(Mistake::new(
            setting.variable(),
            format!("{why}; it should be {}", setting.should_be),
        ));
    }

    /// Collects a setting with a wrong value.
    fn wrong(&mut self, setting: &Setting, value: &str) {
        let is = if setting.is_secret() {
            "is not understood".to_owned()
        } else {
            format!("is {value:?}")
        };
        self.mistakes.push(Mistake::new(
            self.place(setting),
            format!("{is}; it should be {}", setting.should_be),
        ));
    }

    pub fn finish<T>(self, config: T) -> Result<T, Mistakes> {
        if self.mistakes.is_empty() {
            Ok(config)
        } else {
            Err(Mistakes(self.mistakes))
        }
    }

    /// The name under which the setting was given: `BALCAO_LISTEN`, or `listen in balcao.toml`.
    fn place(&self, setting: &Setting) -> String {
        let Some(metadata) = self.figment.find_metadata(setting.name) else {
            return setting.variable();
        };
        match &metadata.source {
            Some(source) => format!("{} in {source}", setting.name),
            None => metadata.interpolate(self.figment.profile(), &[setting.name]),
        }
    }
}

/// The text of a plain value; `None` for tables and lists.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(_, text) => Some(text.trim().to_owned()),
        Value::Char(_, character) => Some(character.to_string()),
        Value::Bool(_, truth) => Some(truth.to_string()),
        Value::Num(_, number) => digits(*number),
        Value::Empty(..) | Value::Dict(..) | Value::Array(..) => None,
    }
}

fn digits(number: Num) -> Option<String> {
    let whole = number.to_i128().map(|whole| whole.to_string());
    whole.or_else(|| number.to_f64().map(|fraction| fraction.to_string()))
}

fn items(value: &Value) -> Vec<String> {
    match value {
        Value::Array(_, values) => values
            .iter()
            .map(|value| text(value).unwrap_or_default())
            .collect(),
        one => text(one)
            .unwrap_or_default()
            .split(',')
            .map(str::to_owned)
            .collect(),
    }
}
