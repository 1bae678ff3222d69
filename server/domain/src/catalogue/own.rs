//! The portal's own API in the catalogue. The program writes what it says; operators choose where it
//! stands, who sees it and in which state it is.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    ApiContent, ApiFiles, ApiProblem, ApiReport, ApiState, Catalogue, CatalogueFiles, Category,
    ImportError, ImportMode, Part, Problem, category_list,
    import::{Author, import_by},
    stored,
};
use crate::{Error, Role, Scope, entities::api};

/// What the program says of it.
#[derive(Clone, Debug)]
pub struct OwnApi {
    pub slug: String,
    /// The category that it is put into at first.
    pub category: Category,
    pub files: ApiFiles,
}

/// The parts that operators may change.
const OF_OPERATORS: [Part; 6] = [
    Part::Category,
    Part::Tags,
    Part::Position,
    Part::Audience,
    Part::Logo,
    Part::Tutorials,
];

/// Whether somebody in the console or on the command line may change a content so: that of any API
/// but the portal's own.
pub(super) fn may_become(before: &ApiContent, after: &ApiContent) -> bool {
    let is_anybodys = before.opened_by.is_plans() && after.opened_by.is_plans();
    let changed = after.differences(before);
    is_anybodys || changed.iter().all(|part| OF_OPERATORS.contains(part))
}

/// Makes the catalogue say this of the portal's own API, where it says something else; tells whether
/// it did. The first time it is published; later its state stays as it is, and so do the parts that
/// operators may change.
///
/// # Errors
/// [`ImportError::Problems`] when something is wrong or lacks in it, somebody writes a draft of it, or
/// an operator has an API with this slug; [`Error::Forbidden`] for whoever is no administrator.
/// Nothing is then changed.
pub async fn write_own(
    scope: &Scope,
    catalogue: &Catalogue,
    own: OwnApi,
) -> Result<bool, ImportError> {
    scope.require(Role::Administrator)?;
    let OwnApi {
        slug,
        category,
        mut files,
    } = own;
    let mut categories = None;
    if let Some(content) = written(scope, &slug).await? {
        if content.opened_by.is_plans() {
            let problem = Problem::TakenSlug(slug.clone());
            return Err(ImportError::Problems(vec![ApiProblem { slug, problem }]));
        }
        files = of_program(files);
        let mut wanted = content.clone();
        files.clone().apply(&mut wanted);
        if wanted == content {
            return Ok(false);
        }
    } else {
        files.state = Some(ApiState::Published);
        categories = Some(with_category(scope, category).await?);
    }
    let files = CatalogueFiles {
        warnings: vec![],
        categories,
        apis: [(slug, files)].into(),
    };
    let (mode, author) = (ImportMode::Apply, Author::Program);
    let report = import_by(scope, catalogue, files, mode, author).await?;
    Ok(!report.apis.iter().all(ApiReport::is_unchanged))
}

/// What readers see of an API, or else its draft.
async fn written(scope: &Scope, slug: &str) -> Result<Option<ApiContent>, Error> {
    let db = scope.portal.db.reader();
    let found = api::Entity::find()
        .filter(api::Column::Slug.eq(slug))
        .one(db)
        .await?;
    match found.and_then(|api| api.published_id.or(api.draft_id)) {
        Some(revision) => Ok(Some(stored::content(db, revision).await?)),
        None => Ok(None),
    }
}

/// Without what is the operators'.
fn of_program(files: ApiFiles) -> ApiFiles {
    ApiFiles {
        state: None,
        category: None,
        tags: None,
        position: None,
        audience: None,
        ..files
    }
}

/// The categories that there are, and this one after them.
async fn with_category(scope: &Scope, category: Category) -> Result<Vec<Category>, Error> {
    let mut categories = category_list(scope).await?;
    if !categories.iter().any(|it| it.slug == category.slug) {
        categories.push(category);
    }
    Ok(categories)
}
