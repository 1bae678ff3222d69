//! The rules for APIs beside each other.

use std::collections::BTreeMap;

use sea_orm::EntityTrait;

use super::{ApiContent, ApiProblem, ApiState, Problem, check::overlap, edit::Edit};
use crate::{
    Error,
    entities::{api, category},
};

/// What no API can be checked for by itself: whether its category is there, and whether calls of
/// another one start below the same base path. `checked` has what is to be said of some APIs, by
/// slug, with the states that they are to have.
pub(super) async fn conflicts(
    edit: &Edit<'_>,
    checked: &BTreeMap<String, (ApiState, ApiContent)>,
) -> Result<Vec<ApiProblem>, Error> {
    let db = &edit.transaction;
    let categories = category::Entity::find().all(db).await?;
    let paths = base_paths(edit, checked).await?;
    let mut found = vec![];
    for (slug, (state, content)) in checked {
        let mut refuse = |problem| {
            let slug = slug.clone();
            found.push(ApiProblem { slug, problem });
        };
        let category = &content.category;
        if !category.is_empty() && !categories.iter().any(|it| it.slug == *category) {
            refuse(Problem::UnknownCategory(category.clone()));
        }
        let taken = paths
            .iter()
            .find(|(other, path)| other != slug && overlap(path, &content.base_path));
        if let Some((other, _)) = taken.filter(|_| !state.is_over()) {
            refuse(Problem::TakenPath(other.clone()));
        }
    }
    Ok(found)
}

/// The base paths of every API that is not over, by its slug: of what readers see, and of its draft.
async fn base_paths(
    edit: &Edit<'_>,
    checked: &BTreeMap<String, (ApiState, ApiContent)>,
) -> Result<Vec<(String, String)>, Error> {
    let mut paths = vec![];
    for api in api::Entity::find().all(&edit.transaction).await? {
        if checked.contains_key(&api.slug) || api.state.is_over() {
            continue;
        }
        for revision in [api.published_id, api.draft_id].into_iter().flatten() {
            let path = edit.content(revision).await?.base_path;
            paths.push((api.slug.clone(), path));
        }
    }
    let open = checked.iter().filter(|(_, (state, _))| !state.is_over());
    paths.extend(open.map(|(slug, (_, content))| (slug.clone(), content.base_path.clone())));
    Ok(paths)
}
