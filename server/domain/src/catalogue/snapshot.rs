//! The catalogue at one time.

use std::sync::Arc;

use super::{Api, Plan};
use crate::ids::ApiId;

#[derive(Debug, Default)]
pub struct Snapshot {
    /// In the order of their position.
    apis: Vec<Arc<Api>>,
}

impl Snapshot {
    pub(super) fn new(mut apis: Vec<Api>) -> Self {
        apis.sort_by(|a, b| (a.position, &a.slug).cmp(&(b.position, &b.slug)));
        Self {
            apis: apis.into_iter().map(Arc::new).collect(),
        }
    }

    /// The published APIs, in the catalogue's order.
    pub fn published(&self) -> impl Iterator<Item = &Arc<Api>> {
        self.apis.iter().filter(|api| api.published)
    }

    /// A published API by its slug.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<Arc<Api>> {
        self.published().find(|api| api.slug == slug).cloned()
    }

    /// Whether a published API offers this plan.
    #[must_use]
    pub fn offers(&self, api: ApiId, plan: Plan) -> bool {
        self.published()
            .any(|published| published.id == api && published.offer(plan).is_some())
    }

    /// Any API, including one that was withdrawn after applications were made for it.
    #[must_use]
    pub(crate) fn find(&self, id: ApiId) -> Option<Arc<Api>> {
        self.apis.iter().find(|api| api.id == id).cloned()
    }
}
