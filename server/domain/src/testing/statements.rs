//! Records statements, for tests of query plans.

use std::{
    mem,
    sync::{Arc, Mutex},
};

use sea_orm::Statement;

use crate::db::Db;

/// The recorded statements of a portal.
#[derive(Clone, Default)]
pub struct Statements(Arc<Mutex<Option<Vec<Statement>>>>);

impl Statements {
    pub fn of(db: &mut Db) -> Self {
        let statements = Self::default();
        let recorded = statements.clone();
        db.listen(move |statement| {
            if let Some(all) = recorded.0.lock().unwrap().as_mut() {
                all.push(statement.clone());
            }
        });
        statements
    }

    pub fn listen(&self) {
        *self.0.lock().unwrap() = Some(Vec::new());
    }

    /// The statements since [`Self::listen`], or since the last call.
    pub fn recorded(&self) -> Vec<Statement> {
        self.0
            .lock()
            .unwrap()
            .as_mut()
            .map(mem::take)
            .unwrap_or_default()
    }
}
