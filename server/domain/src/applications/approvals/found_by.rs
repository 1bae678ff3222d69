//! By what words an application is found.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};
use values::{credential::is_public_key, tidy};

use crate::{
    entities::{account, application, credential, permission_group},
    folding::{containing, words},
};

/// All words of a query, each in whatever tells of the application; or its very public key.
pub(super) fn found_by(query: &str) -> Condition {
    let words = words(query);
    if words.is_empty() {
        return Condition::all();
    }
    let all = words
        .iter()
        .fold(Condition::all(), |all, word| all.add(has(word)));
    let key = tidy::code(query);
    if is_public_key(&key) {
        let owner = application::Column::Id.in_subquery(owner_of(&key));
        Condition::any().add(all).add(owner)
    } else {
        all
    }
}

fn has(word: &str) -> Condition {
    Condition::any()
        .add(application::Column::Number.like(containing(word)))
        .add(application::Column::SearchText.like(containing(word)))
        .add(application::Column::GroupId.in_subquery(groups(word)))
        .add(application::Column::ApplicantId.in_subquery(people(word)))
}

fn groups(word: &str) -> SelectStatement {
    permission_group::Entity::find()
        .select_only()
        .column(permission_group::Column::Id)
        .filter(permission_group::Column::SearchText.like(containing(word)))
        .into_query()
}

fn people(word: &str) -> SelectStatement {
    account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(account::Column::SearchText.like(containing(word)))
        .into_query()
}

fn owner_of(key: &str) -> SelectStatement {
    credential::Entity::find()
        .select_only()
        .column(credential::Column::ApplicationId)
        .filter(credential::Column::PublicKey.eq(key))
        .into_query()
}
