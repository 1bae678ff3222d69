//! The rules for where the calls of an API start.

use crate::catalogue::{OpenedBy, Problem};

const MAX_BASE_PATH: usize = 200;

/// What is wrong with a base path.
pub(super) fn problem(path: &str, opened_by: OpenedBy) -> Option<Problem> {
    let is_segment = |segment: &str| {
        let of_segments = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '~' | '-');
        !matches!(segment, "" | "." | "..") && segment.chars().all(of_segments)
    };
    let segments = path.strip_prefix('/').map(|path| path.split('/'));
    if path.is_empty() {
        return None;
    }
    let is_path = segments.is_some_and(|mut it| it.all(is_segment)) && path.len() <= MAX_BASE_PATH;
    if !is_path {
        return Some(Problem::BasePath);
    }
    let first = path.split('/').nth(1).unwrap_or_default();
    // The portal's own API is where the portal is.
    let is_reserved = opened_by.is_plans() && addresses::is_reserved(first);
    is_reserved.then(|| Problem::ReservedPath(first.to_owned()))
}
