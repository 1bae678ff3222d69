//! How a JSON value is laid out over lines, in the notation of any language.

use serde_json::{Map, Number, Value};

/// What lists of short values may take on a line.
const WIDTH: usize = 60;

/// What a language writes a JSON value with.
pub struct Notation {
    /// By how much what is within stands to the right.
    pub step: &'static str,
    pub array: [&'static str; 2],
    pub object: fn(&Map<String, Value>) -> [&'static str; 2],
    pub key: fn(&str) -> String,
    /// What stands between a key and its value.
    pub colon: &'static str,
    pub string: fn(&str) -> String,
    pub number: fn(&Number) -> String,
    pub null: &'static str,
    /// False and true.
    pub booleans: [&'static str; 2],
    /// Whether a comma follows the last of the values that stand on lines of their own.
    pub last_comma: bool,
}

impl Notation {
    pub fn written(&self, value: &Value) -> String {
        let mut text = String::new();
        self.write(value, "\n", &mut text);
        text
    }

    /// `line` is a line break with what stands before the text on each line.
    fn write(&self, value: &Value, line: &str, text: &mut String) {
        match value {
            Value::Null => text.push_str(self.null),
            Value::Bool(value) => text.push_str(self.booleans[usize::from(*value)]),
            Value::Number(number) => text.push_str(&(self.number)(number)),
            Value::String(string) => text.push_str(&(self.string)(string)),
            Value::Array(values) => {
                let items = values.iter().map(|value| (String::new(), value));
                let on_one_line = self.on_one_line(values);
                self.write_items(self.array, items, on_one_line, line, text);
            }
            Value::Object(map) => {
                let items = map
                    .iter()
                    .map(|(key, value)| ((self.key)(key) + self.colon, value));
                self.write_items((self.object)(map), items, map.is_empty(), line, text);
            }
        }
    }

    fn write_items<'a>(
        &self,
        [open, close]: [&str; 2],
        items: impl Iterator<Item = (String, &'a Value)>,
        on_one_line: bool,
        line: &str,
        text: &mut String,
    ) {
        let within = format!("{line}{}", self.step);
        text.push_str(open);
        for (index, (key, value)) in items.enumerate() {
            text.push_str(match (index, on_one_line) {
                (0, true) => "",
                (0, false) => &within,
                (_, true) => ", ",
                (_, false) => ",",
            });
            if index > 0 && !on_one_line {
                text.push_str(&within);
            }
            text.push_str(&key);
            self.write(value, &within, text);
        }
        if !on_one_line {
            text.push_str(if self.last_comma { "," } else { "" });
            text.push_str(line);
        }
        text.push_str(close);
    }

    fn on_one_line(&self, values: &[Value]) -> bool {
        let is_long = |value: &Value| match value {
            Value::Array(values) => !values.is_empty(),
            Value::Object(map) => !map.is_empty(),
            Value::String(string) => string.len() > WIDTH,
            _ => false,
        };
        let mut width = 0;
        !values.iter().any(|value| {
            let mut text = String::new();
            if !is_long(value) {
                self.write(value, "", &mut text);
            }
            width += text.len() + 2;
            is_long(value) || width > WIDTH
        })
    }
}
