//! Objects and lists that are not complete yet.

use serde_json::{Map, Value};

use super::super::{
    super::{Position, ProblemKind},
    Spot,
};

/// A value, its place, and how deep it is.
pub(super) type Node = (Value, Spot, usize);

pub(super) struct Container {
    position: Position,
    pub(super) anchor: usize,
    /// What was spent before it.
    pub(super) spent: (usize, usize),
    depth: usize,
    spots: Vec<Spot>,
    kind: ContainerKind,
}

enum ContainerKind {
    List(Vec<Value>),
    Object {
        members: Map<String, Value>,
        /// The name of the value that comes next.
        name: Option<(Name, Position)>,
        merged: Vec<(Value, Spot)>,
    },
}

pub(super) enum Name {
    Text(String),
    Merge,
}

impl Container {
    pub(super) const fn list(position: Position, anchor: usize) -> Self {
        Self::of(ContainerKind::List(vec![]), position, anchor)
    }

    pub(super) fn object(position: Position, anchor: usize) -> Self {
        let kind = ContainerKind::Object {
            members: Map::new(),
            name: None,
            merged: vec![],
        };
        Self::of(kind, position, anchor)
    }

    const fn of(kind: ContainerKind, position: Position, anchor: usize) -> Self {
        Self {
            position,
            anchor,
            spent: (0, 0),
            depth: 0,
            spots: vec![],
            kind,
        }
    }

    /// Whether the next scalar is a name.
    pub(super) const fn awaits_name(&self) -> bool {
        matches!(self.kind, ContainerKind::Object { name: None, .. })
    }

    pub(super) fn name(&mut self, new: Name, position: Position) -> Result<(), ProblemKind> {
        let ContainerKind::Object { members, name, .. } = &mut self.kind else {
            return Ok(());
        };
        if let Name::Text(text) = &new
            && members.contains_key(text)
        {
            let index = members.keys().position(|known| known == text);
            let first = index.and_then(|index| self.spots.get(index));
            return Err(ProblemKind::DuplicateName {
                name: text.clone(),
                first: first.map(|spot| spot.position.line),
            });
        }
        *name = Some((new, position));
        Ok(())
    }

    /// Puts a value into it: an item, or the value of the last name.
    pub(super) fn put(&mut self, (value, spot, depth): Node) -> Result<(), ProblemKind> {
        self.depth = self.depth.max(depth + 1);
        match &mut self.kind {
            ContainerKind::List(items) => {
                items.push(value);
                self.spots.push(spot);
            }
            ContainerKind::Object {
                members,
                name,
                merged,
            } => match name.take() {
                Some((Name::Text(name), position)) => {
                    members.insert(name, value);
                    let inner = spot.inner;
                    self.spots.push(Spot { position, inner });
                }
                Some((Name::Merge, _)) => add_merged(merged, value, spot)?,
                None => {}
            },
        }
        Ok(())
    }

    pub(super) fn finished(self) -> Node {
        let mut spots = self.spots;
        let value = match self.kind {
            ContainerKind::List(items) => Value::Array(items),
            ContainerKind::Object {
                mut members,
                merged,
                ..
            } => {
                // What an object says itself, or an earlier one to be merged, stays.
                for (value, spot) in merged {
                    let Value::Object(others) = value else {
                        continue;
                    };
                    for ((name, value), spot) in others.into_iter().zip(spot.inner) {
                        if !members.contains_key(&name) {
                            members.insert(name, value);
                            spots.push(spot);
                        }
                    }
                }
                Value::Object(members)
            }
        };
        let spot = Spot {
            position: self.position,
            inner: spots,
        };
        (value, spot, self.depth)
    }
}

/// Adds the objects that are to be merged: one, or a list of them.
fn add_merged(
    merged: &mut Vec<(Value, Spot)>,
    value: Value,
    spot: Spot,
) -> Result<(), ProblemKind> {
    match value {
        Value::Object(_) => merged.push((value, spot)),
        Value::Array(items) if items.iter().all(Value::is_object) => {
            merged.extend(items.into_iter().zip(spot.inner));
        }
        _ => return Err(ProblemKind::Merge),
    }
    Ok(())
}
