//! The categories, as administrators name and order them.

use std::collections::BTreeSet;

use sea_orm::EntityTrait;

use super::{
    Catalogue, Category, Fingerprint,
    check::{MAX_NAME, is_slug},
    edit::Edit,
    search::index,
};
use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    entities::{api, category},
    from_common,
};

/// A category with the APIs that are in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedCategory {
    pub category: Category,
    /// How many APIs are in it, whether readers see them or not.
    pub apis: usize,
}

/// What is wrong with a category, which is told by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CategoryMistake {
    Slug,
    TakenSlug,
    /// It has no name in the portal's default language.
    NoName,
    LongName,
    /// It is to go, and APIs are in it.
    Used,
}

#[derive(Debug, thiserror::Error)]
pub enum CategoriesError {
    /// Somebody changed them after the asker saw them.
    #[error("the categories were changed meanwhile")]
    Changed,
    /// A category, by its slug, that keeps all from being changed.
    #[error("the category {0} cannot be so")]
    Mistake(String, CategoryMistake),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(CategoriesError);

/// The categories in their order.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn categories(scope: &Scope) -> Result<Vec<UsedCategory>, Error> {
    scope.require(Role::Administrator)?;
    let (categories, apis) = super::export(scope).await?;
    let categories = categories.into_iter().map(|category| UsedCategory {
        apis: apis
            .iter()
            .filter(|api| api.content.category == category.slug)
            .count(),
        category,
    });
    Ok(categories.collect())
}

/// The categories in their order, without what is in them.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn category_list(scope: &Scope) -> Result<Vec<Category>, Error> {
    scope.require(Role::Administrator)?;
    let rows = category::Entity::find().all(scope.portal.db.reader());
    Ok(ordered(rows.await?))
}

/// # Errors
/// When the categories cannot be written as JSON.
pub fn fingerprint<'a>(
    categories: impl Iterator<Item = &'a Category>,
) -> Result<Fingerprint, Error> {
    let lines = categories.map(|category| {
        let names = serde_json::to_string(&category.names);
        names.map(|names| format!("{} {names}\n", category.slug))
    });
    let text: Result<String, _> = lines.collect();
    let text = text.map_err(|error| crate::DbErr::Json(error.to_string()))?;
    Ok(Fingerprint::of_text(&text))
}

/// Makes these the categories, in this order. One that is not among them goes.
///
/// # Errors
/// [`CategoriesError::Changed`] when they are not as they were `seen`,
/// [`CategoriesError::Mistake`] when one is wrong, or is to go and has APIs; [`Error::Forbidden`]
/// for whoever is no administrator.
pub async fn arrange(
    scope: &Scope,
    catalogue: &Catalogue,
    seen: &Fingerprint,
    wanted: &[Category],
) -> Result<(), CategoriesError> {
    check(wanted)?;
    let edit = Edit::begin(scope).await?;
    let before = stored(&edit).await?;
    if fingerprint(before.iter())? != *seen {
        return Err(CategoriesError::Changed);
    }
    if before == wanted {
        return Ok(());
    }
    refuse_to_drop_used(&edit, &before, wanted).await?;
    write(&edit, wanted).await?;
    let action = Action::CategoriesChanged;
    audit::record(&edit.transaction, scope, action, Subject::Nobody).await?;
    // Searches find APIs by the names of their categories.
    index::write_all(&edit.transaction).await?;
    edit.transaction.commit().await?;
    catalogue.refresh(&scope.portal.db).await?;
    Ok(())
}

fn check(wanted: &[Category]) -> Result<(), CategoriesError> {
    let mut seen = BTreeSet::new();
    for category in wanted {
        let default = category.names.get(locales::Locale::default());
        let mut names = category.names.texts();
        let mistake = if !is_slug(&category.slug) {
            CategoryMistake::Slug
        } else if !seen.insert(&category.slug) {
            CategoryMistake::TakenSlug
        } else if default.is_none() {
            CategoryMistake::NoName
        } else if names.any(|(_, name)| name.chars().count() > MAX_NAME) {
            CategoryMistake::LongName
        } else {
            continue;
        };
        return Err(CategoriesError::Mistake(category.slug.clone(), mistake));
    }
    Ok(())
}

async fn stored(edit: &Edit<'_>) -> Result<Vec<Category>, Error> {
    let rows = category::Entity::find().all(&edit.transaction);
    Ok(ordered(rows.await?))
}

fn ordered(mut rows: Vec<category::Model>) -> Vec<Category> {
    rows.sort_by(|a, b| (a.position, &a.slug).cmp(&(b.position, &b.slug)));
    let categories = rows.into_iter().map(|row| Category {
        slug: row.slug,
        names: row.names,
    });
    categories.collect()
}

async fn refuse_to_drop_used(
    edit: &Edit<'_>,
    before: &[Category],
    wanted: &[Category],
) -> Result<(), CategoriesError> {
    let mut dropped = before.to_vec();
    dropped.retain(|category| !wanted.iter().any(|it| it.slug == category.slug));
    if dropped.is_empty() {
        return Ok(());
    }
    for api in api::Entity::find().all(&edit.transaction).await? {
        for revision in [api.published_id, api.draft_id].into_iter().flatten() {
            let used = edit.content(revision).await?.category;
            if dropped.iter().any(|it| it.slug == used) {
                return Err(CategoriesError::Mistake(used, CategoryMistake::Used));
            }
        }
    }
    Ok(())
}

async fn write(edit: &Edit<'_>, wanted: &[Category]) -> Result<(), Error> {
    let db = &edit.transaction;
    category::Entity::delete_many().exec(db).await?;
    let rows = (1..).zip(wanted).map(|(position, category)| {
        let row = category::Model {
            slug: category.slug.clone(),
            position,
            names: category.names.clone(),
        };
        category::ActiveModel::from(row)
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        category::Entity::insert_many(rows).exec(db).await?;
    }
    Ok(())
}
