//! Finds the API of a path.

use std::sync::Arc;

use crate::catalogue::{Api, Snapshot};

/// The published API that a path belongs to, and the rest of the path below its base path.
#[must_use]
pub fn find<'a>(catalogue: &Snapshot, path: &'a str) -> Option<(Arc<Api>, &'a str)> {
    catalogue
        .behind_gateway()
        .find_map(|api| Some((Arc::clone(api), below(path, &api.base_path)?)))
}

/// The API that a path belonged to, and that has ended.
#[must_use]
pub fn find_retired(catalogue: &Snapshot, path: &str) -> Option<Arc<Api>> {
    let mut retired = catalogue.retired().filter(|api| !api.is_own());
    let found = retired.find(|api| below(path, &api.base_path).is_some());
    found.cloned()
}

fn below<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    let rest = path.strip_prefix(base)?;
    (rest.is_empty() || rest.starts_with('/')).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_belongs_to_an_api_by_whole_segments() {
        assert_eq!(below("/crm/v1/contacts", "/crm/v1"), Some("/contacts"));
        assert_eq!(below("/crm/v1", "/crm/v1"), Some(""));
        assert_eq!(below("/crm/v10/contacts", "/crm/v1"), None);
        assert_eq!(below("/crm", "/crm/v1"), None);
    }
}
