//! Takes a catalogue's files over into the catalogue: all of them, or none.

use std::collections::BTreeMap;

use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use super::{
    ApiContent, ApiProblem, ApiReport, ApiState, Catalogue, Category, ImportReport, Problem,
    across::conflicts,
    attachment,
    check::{is_slug, missing, problems},
    edit::Edit,
    files::{ApiFiles, CatalogueFiles, replace_optional},
    own,
    search::index,
};
use crate::{
    Error, Scope,
    audit::{self, Action, Subject},
    entities::{api, category},
    from_common,
};

#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// All that is wrong; nothing was changed.
    #[error("nothing was changed, for {} mistakes", .0.len())]
    Problems(Vec<ApiProblem>),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ImportError);

/// Whether an import takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportMode {
    DryRun,
    Apply,
}

/// Changes what the files mention, and says what that was. Whatever they do not mention stays. An
/// API that is published, or becomes so, shows the changes to its readers at once; another keeps
/// them as its draft.
///
/// # Errors
/// [`ImportError::Problems`] when anything is wrong in the files or lacks in what is published,
/// [`Error::Forbidden`] for whoever is no administrator. Nothing is then changed.
pub async fn import(
    scope: &Scope,
    catalogue: &Catalogue,
    files: CatalogueFiles,
    mode: ImportMode,
) -> Result<ImportReport, ImportError> {
    import_by(scope, catalogue, files, mode, Author::Operator).await
}

/// Whose words an import brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Author {
    Operator,
    /// What the portal says of its own API.
    Program,
}

pub(super) async fn import_by(
    scope: &Scope,
    catalogue: &Catalogue,
    files: CatalogueFiles,
    mode: ImportMode,
    author: Author,
) -> Result<ImportReport, ImportError> {
    let import = Import::begin(scope, author).await?;
    let (report, transaction) = import.run(files).await?;
    if mode == ImportMode::Apply {
        transaction.commit().await?;
        catalogue.refresh(&scope.portal.db).await?;
    }
    Ok(report)
}

/// An API that files mention.
struct Target {
    api: api::Model,
    is_new: bool,
    content: ApiContent,
}

struct Import<'a> {
    author: Author,
    edit: Edit<'a>,
    problems: Vec<ApiProblem>,
    /// What was checked by itself, by slug, with the state that it is to have.
    checked: BTreeMap<String, (ApiState, ApiContent)>,
    report: ImportReport,
}

impl<'a> Import<'a> {
    async fn begin(scope: &'a Scope, author: Author) -> Result<Self, Error> {
        Ok(Self {
            author,
            edit: Edit::begin(scope).await?,
            problems: vec![],
            checked: BTreeMap::new(),
            report: ImportReport::default(),
        })
    }

    async fn run(
        mut self,
        files: CatalogueFiles,
    ) -> Result<(ImportReport, crate::db::Transaction), ImportError> {
        if let Some(categories) = files.categories {
            self.report.categories_changed = self.categories(categories).await?;
        }
        for (slug, files) in files.apis {
            self.api(&slug, files).await?;
        }
        self.check_across().await?;
        if self.problems.is_empty() {
            Ok((self.report, self.edit.transaction))
        } else {
            Err(ImportError::Problems(self.problems))
        }
    }

    /// Writes the categories in their order; those that are not mentioned follow. Tells whether
    /// anything changed.
    async fn categories(&self, categories: Vec<Category>) -> Result<bool, Error> {
        let db = &self.edit.transaction;
        let before = category::Entity::find().all(db).await?;
        let mut changed = false;
        for (position, wanted) in (1..).zip(categories) {
            let row = category::Model {
                slug: wanted.slug,
                position,
                names: wanted.names,
            };
            let same_slug = before.iter().find(|it| it.slug == row.slug);
            if same_slug == Some(&row) {
                continue;
            }
            changed = true;
            let is_new = same_slug.is_none();
            let row = category::ActiveModel {
                slug: Set(row.slug),
                position: Set(row.position),
                names: Set(row.names),
            };
            if is_new {
                row.insert(db).await?;
            } else {
                row.update(db).await?;
            }
        }
        if changed {
            let action = Action::CategoriesChanged;
            audit::record(db, self.edit.scope, action, Subject::Nobody).await?;
            index::write_all(db).await?;
        }
        Ok(changed)
    }

    async fn api(&mut self, slug: &str, files: ApiFiles) -> Result<(), Error> {
        if !is_slug(slug) {
            self.refuse(slug, Problem::Slug);
            return Ok(());
        }
        let Target {
            mut api,
            is_new,
            content: old,
        } = self.target(slug).await?;
        // Somebody writes in the console what readers are to see next.
        let is_drafted = api.published_id.is_some() && api.draft_id.is_some();
        let before = api.clone();
        let state = self.apply_state(&mut api, &files);
        let mut content = old.clone();
        let attachments = files.attachments.clone();
        files.apply(&mut content);
        if is_drafted && content != old {
            self.refuse(slug, Problem::DraftPending);
            return Ok(());
        }
        if self.author == Author::Operator && !own::may_become(&old, &content) {
            self.refuse(slug, Problem::OfPortal);
            return Ok(());
        }
        // What stands already, right or wrong by now, keeps no API from its end.
        let opens = state.is_open() && !before.state.is_open();
        if is_new || opens || content != old {
            self.check(slug, &content, state);
        }
        if !self.problems.is_empty() {
            return Ok(());
        }
        let parts = content.differences(&old);
        let is_empty = api.published_id.is_none() && api.draft_id.is_none();
        if !parts.is_empty() || is_empty {
            attachment::store(&self.edit.transaction, api.id, &attachments).await?;
            self.edit.save_draft(&mut api, &content).await?;
        }
        if state != ApiState::Draft && !is_drafted {
            self.edit.publish(&mut api).await?;
        }
        api.state = state;
        self.report.apis.push(ApiReport {
            slug: slug.to_owned(),
            is_new,
            parts: if is_new { vec![] } else { parts },
            state: (before.state != state).then_some((before.state, state)),
        });
        self.store(&before, api).await
    }

    /// The API with this slug, which is added if there is none, and what it says at present.
    async fn target(&self, slug: &str) -> Result<Target, Error> {
        let found = self.edit.find(slug).await?;
        let is_new = found.is_none();
        let api = match found {
            Some(api) => api,
            None => self.edit.add(slug).await?,
        };
        let content = match api.published_id {
            Some(id) => self.edit.content(id).await?,
            None => self.edit.written(&api).await?,
        };
        Ok(Target {
            api,
            is_new,
            content,
        })
    }

    /// Stores the row of an API that changed, with its change of state in the trail.
    async fn store(&self, before: &api::Model, api: api::Model) -> Result<(), Error> {
        if api == *before {
            return Ok(());
        }
        self.edit.record_state(&api, before.state).await?;
        self.edit.store(api).await?;
        Ok(())
    }

    /// Takes over what the files say of the API's state; returns the state that it is to have.
    fn apply_state(&mut self, api: &mut api::Model, files: &ApiFiles) -> ApiState {
        let state = files.state.unwrap_or(api.state);
        let is_past = |day| day < self.edit.today();
        if state == ApiState::Deprecated && files.sunset.is_some_and(is_past) {
            // The file says what was so until then.
            if api.state == ApiState::Retired {
                return api.state;
            }
            if api.sunset_on != files.sunset {
                self.refuse(&api.slug, Problem::PastSunset);
            }
        }
        if !api.state.may_become(state) {
            let from = api.state;
            self.refuse(&api.slug, Problem::Transition { from, to: state });
        }
        if files.sunset.is_some() {
            api.sunset_on = files.sunset;
        }
        replace_optional(&mut api.successor, files.successor.clone());
        if state != ApiState::Deprecated {
            api.sunset_on = None;
            api.deprecated_at = None;
            return state;
        }
        if api.deprecated_at.is_none() {
            api.deprecated_at = Some(self.edit.scope.now());
        }
        if api.sunset_on.is_none() {
            self.refuse(&api.slug, Problem::NoSunset);
        }
        state
    }

    fn check(&mut self, slug: &str, content: &ApiContent, state: ApiState) {
        let upstreams = &self.edit.scope.portal.settings.upstreams;
        let mut found = problems(content, upstreams);
        if state.is_shown() {
            found.extend(missing(content).into_iter().map(Problem::Missing));
        }
        for problem in found {
            self.refuse(slug, problem);
        }
        let checked = (state, content.clone());
        self.checked.insert(slug.to_owned(), checked);
    }

    /// Checks what no API can be checked for by itself.
    async fn check_across(&mut self) -> Result<(), Error> {
        let checked = std::mem::take(&mut self.checked);
        let found = conflicts(&self.edit, &checked).await?;
        self.problems.extend(found);
        let apis = api::Entity::find().all(&self.edit.transaction).await?;
        let mentioned = std::mem::take(&mut self.report.apis);
        for api in apis
            .iter()
            .filter(|api| mentioned.iter().any(|it| it.slug == api.slug))
        {
            let is_known =
                |slug: &&String| apis.iter().any(|it| it.slug == **slug && it.id != api.id);
            if let Some(slug) = api.successor.as_ref().filter(|slug| !is_known(slug)) {
                self.refuse(&api.slug, Problem::UnknownSuccessor(slug.clone()));
            }
        }
        self.report.apis = mentioned;
        Ok(())
    }

    fn refuse(&mut self, slug: &str, problem: Problem) {
        let slug = slug.to_owned();
        self.problems.push(ApiProblem { slug, problem });
    }
}
