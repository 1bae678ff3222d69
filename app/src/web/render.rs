//! From a view to HTML, at once and without a stream: a page's data is there before it is drawn.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

/// Draws a view in islands mode.
pub fn to_html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().into_view().to_html());
    owner.unset_with_forced_cleanup();
    html
}

/// Text for the `inner_html` of a `<title>` or `<textarea>`. Browsers read their content as text,
/// entities excepted: the comments that Leptos puts between children would be seen there.
#[must_use]
pub fn text_only(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
