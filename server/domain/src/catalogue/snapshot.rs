//! The catalogue at one time.

use std::{collections::BTreeSet, sync::Arc};

use super::{Api, ApiState, Category, Plan, Reader};
use crate::ids::ApiId;

#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// In the order of their position.
    apis: Vec<Arc<Api>>,
    /// In their order.
    categories: Vec<Arc<Category>>,
}

impl Snapshot {
    pub(super) fn new(mut apis: Vec<Arc<Api>>, categories: Vec<Arc<Category>>) -> Self {
        apis.sort_by(|a, b| (a.position, &a.slug).cmp(&(b.position, &b.slug)));
        Self { apis, categories }
    }

    /// What a reader may see of it.
    pub(super) fn seen_by(&self, reader: &Reader) -> Self {
        let may_see =
            |api: &&Arc<Api>| api.audience.admits(reader) || reader.uses.contains(&api.id);
        let seen = self.apis.iter().filter(may_see);
        Self {
            apis: seen.cloned().collect(),
            categories: self.categories.clone(),
        }
    }

    /// Whether everybody may see all of it.
    pub(super) fn is_public(&self) -> bool {
        self.apis.iter().all(|api| api.audience.is_everybody())
    }

    /// The categories of APIs that the catalogue lists, in their order.
    pub fn categories(&self) -> impl Iterator<Item = &Category> {
        let is_used = |category: &&Arc<Category>| {
            self.published()
                .any(|api| api.category.slug == category.slug)
        };
        self.categories.iter().filter(is_used).map(Arc::as_ref)
    }

    /// The tags of APIs that the catalogue lists, by their letters.
    #[must_use]
    pub fn tags(&self) -> BTreeSet<&str> {
        let tags = self.published().flat_map(|api| &api.tags);
        tags.map(String::as_str).collect()
    }

    /// The APIs that the catalogue lists and whose calls are answered, in the catalogue's order.
    pub fn published(&self) -> impl Iterator<Item = &Arc<Api>> {
        self.apis.iter().filter(|api| api.is_open())
    }

    /// Those of them whose calls pass the gateway: all but the portal's own API.
    pub fn behind_gateway(&self) -> impl Iterator<Item = &Arc<Api>> {
        self.published().filter(|api| !api.is_own())
    }

    /// An API whose page is there, by its slug.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<Arc<Api>> {
        let mut shown = self.apis.iter().filter(|api| api.state.is_shown());
        shown.find(|api| api.slug == slug).cloned()
    }

    /// The APIs that have ended, and whose page says so.
    pub fn retired(&self) -> impl Iterator<Item = &Arc<Api>> {
        let is_retired = |api: &&Arc<Api>| api.state == ApiState::Retired;
        self.apis.iter().filter(is_retired)
    }

    /// Whether an API takes requests for this plan.
    #[must_use]
    pub fn offers(&self, api: ApiId, plan: Plan) -> bool {
        let found = self.apis.iter().find(|it| it.id == api);
        found.is_some_and(|api| api.takes_requests() && api.offer(plan).is_some())
    }

    /// Any API, including one that was withdrawn after applications were made for it.
    #[must_use]
    pub fn find(&self, id: ApiId) -> Option<Arc<Api>> {
        self.apis.iter().find(|api| api.id == id).cloned()
    }
}
