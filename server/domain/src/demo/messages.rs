//! The messages to support.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::content::{DemoMessage, Story};
use crate::{
    Scope,
    db::Transaction,
    entities::message::{Column, Entity},
    messages::{NewMessage, next_number},
};

/// Adds missing messages.
pub(super) async fn fill(scope: &Scope, story: &Story) -> Result<(), DbErr> {
    let transaction = scope.portal.db.begin().await?;
    for message in &story.messages {
        add(&transaction, scope, message).await?;
    }
    transaction.commit().await
}

async fn add(transaction: &Transaction, scope: &Scope, demo: &DemoMessage) -> Result<(), DbErr> {
    let there = Entity::find()
        .filter(Column::Email.eq(demo.email.clone()))
        .one(transaction)
        .await?;
    if there.is_some() {
        return Ok(());
    }
    let new = NewMessage {
        name: demo.name.clone(),
        email: demo.email.clone(),
        subject: demo.subject.clone(),
        text: demo.text.clone(),
        locale: demo.language,
    };
    let at = scope.now() - TimeDelta::hours(demo.submitted_hours_ago);
    let number = next_number(transaction, at).await?;
    let id = scope.portal.new_id();
    new.row(id, &number, None, at).insert(transaction).await?;
    Ok(())
}
