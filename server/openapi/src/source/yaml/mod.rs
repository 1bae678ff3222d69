//! YAML 1.2 as JSON, with the places of its values.

mod container;

use std::{borrow::Cow, collections::HashMap};

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, Tag};
use serde_json::Value;

use super::{
    super::{Position, ProblemKind},
    Budget, DEPTH, Read, Spot,
    scalar::{self, tagged},
};
use container::{Container, Name, Node};

pub(super) fn read(text: &str, budget: &Budget) -> Read<(Value, Spot)> {
    let mut loader = Loader {
        budget,
        around: vec![],
        anchors: HashMap::new(),
        root: None,
        documents: 0,
    };
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| not_yaml(&error))?;
        let position = position(&span);
        let read = loader.event(event, position);
        read.map_err(|kind| (Some(position), kind))?;
    }
    let (value, spot, _) = loader.root.ok_or((None, ProblemKind::Empty))?;
    Ok((value, spot))
}

fn not_yaml(error: &ScanError) -> (Option<Position>, ProblemKind) {
    let position = position(&Span::empty(*error.marker()));
    let kind = match error.info() {
        // The parser has a limit of its own.
        "recursion limit exceeded" => ProblemKind::TooDeep { limit: DEPTH },
        said => ProblemKind::Yaml(said.to_owned()),
    };
    (Some(position), kind)
}

fn position(span: &Span) -> Position {
    let number = |number| u32::try_from(number).unwrap_or(u32::MAX);
    Position {
        line: number(span.start.line()),
        column: number(span.start.col() + 1),
    }
}

struct Loader<'b> {
    budget: &'b Budget,
    /// The objects and lists that are not complete yet, from the outside in.
    around: Vec<Container>,
    anchors: HashMap<usize, Anchored>,
    root: Option<Node>,
    documents: usize,
}

/// What an alias stands for, and how much that is.
struct Anchored {
    node: Node,
    values: usize,
    text: usize,
}

impl Loader<'_> {
    fn event(&mut self, event: Event<'_>, position: Position) -> Result<(), ProblemKind> {
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(ProblemKind::SeveralDocuments);
                }
                Ok(())
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(&text, style, anchor, tag.as_deref(), position)
            }
            Event::Alias(anchor) => self.alias(anchor, position),
            Event::SequenceStart(anchor, tag) => {
                self.open(Container::list(position, anchor), tag, "seq")
            }
            Event::MappingStart(anchor, tag) => {
                self.open(Container::object(position, anchor), tag, "map")
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
        }
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        position: Position,
    ) -> Result<(), ProblemKind> {
        let is_plain = style == ScalarStyle::Plain && tag.is_none();
        if self.awaits_name() {
            self.budget.spend_name(text)?;
            if let Some(tag) = tag {
                tagged(text, tag)?;
            }
            if anchor > 0 {
                let node = (Value::from(text), leaf(position), 0);
                self.anchor(anchor, node, (1, text.len()))?;
            }
            let name = match text {
                "<<" if is_plain => Name::Merge,
                name => Name::Text(name.to_owned()),
            };
            return self.name(name, position);
        }
        self.budget.spend(1, text.len())?;
        let value = match tag {
            Some(tag) => tagged(text, tag)?,
            None if is_plain => scalar::plain(text)?,
            None => Value::from(text),
        };
        let node = (value, leaf(position), 0);
        if anchor > 0 {
            self.anchor(anchor, node.clone(), (1, text.len()))?;
        }
        self.put(node)
    }

    fn alias(&mut self, anchor: usize, position: Position) -> Result<(), ProblemKind> {
        let known = self.anchors.get(&anchor);
        let known = known.ok_or(ProblemKind::AliasWithinItself)?;
        if self.around.len() + known.node.2 > DEPTH {
            return Err(ProblemKind::TooDeep { limit: DEPTH });
        }
        self.budget.spend(known.values, known.text)?;
        let (value, spot, depth) = known.node.clone();
        if self.awaits_name() {
            let Value::String(name) = value else {
                return Err(ProblemKind::NameNotText);
            };
            return self.name(Name::Text(name), position);
        }
        self.put((value, spot, depth))
    }

    fn open(
        &mut self,
        mut container: Container,
        tag: Option<Cow<'_, Tag>>,
        own_tag: &str,
    ) -> Result<(), ProblemKind> {
        if let Some(tag) = tag
            && !(tag.is_yaml_core_schema() && tag.suffix == own_tag)
        {
            return Err(ProblemKind::Tag(tag.to_string()));
        }
        if self.awaits_name() {
            return Err(ProblemKind::NameNotText);
        }
        if self.around.len() >= DEPTH {
            return Err(ProblemKind::TooDeep { limit: DEPTH });
        }
        container.spent = self.budget.spent();
        self.budget.spend(1, 0)?;
        self.around.push(container);
        Ok(())
    }

    fn close(&mut self) -> Result<(), ProblemKind> {
        let Some(container) = self.around.pop() else {
            return Ok(());
        };
        let (values, text) = self.budget.spent();
        let spent = (values - container.spent.0, text - container.spent.1);
        let anchor = container.anchor;
        let node = container.finished();
        if anchor > 0 {
            self.anchor(anchor, node.clone(), spent)?;
        }
        self.put(node)
    }

    /// Keeps what an alias may stand for. It is kept beside the document, so it counts twice.
    fn anchor(
        &mut self,
        anchor: usize,
        node: Node,
        (values, text): (usize, usize),
    ) -> Result<(), ProblemKind> {
        self.budget.spend(values, text)?;
        self.anchors.insert(anchor, Anchored { node, values, text });
        Ok(())
    }

    /// Whether the next scalar is a name.
    fn awaits_name(&self) -> bool {
        self.around.last().is_some_and(Container::awaits_name)
    }

    fn name(&mut self, new: Name, position: Position) -> Result<(), ProblemKind> {
        match self.around.last_mut() {
            Some(container) => container.name(new, position),
            None => Ok(()),
        }
    }

    /// Puts a value where it belongs.
    fn put(&mut self, node: Node) -> Result<(), ProblemKind> {
        if let Some(container) = self.around.last_mut() {
            return container.put(node);
        }
        self.root = Some(node);
        Ok(())
    }
}

const fn leaf(position: Position) -> Spot {
    Spot {
        position,
        inner: vec![],
    }
}
