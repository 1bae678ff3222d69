//! The icons that islands draw, as the paths of a 24 by 24 drawing.

use leptos::prelude::*;

pub const ALERT: &str = "<path d='M12 4 2.75 20h18.5zM12 10v4.5M12 17.25v.01'/>";
pub const CHECK: &str = "<path d='m5 12.5 4.5 4.5L19 7.5'/>";
pub const COPY: &str = "<rect x='9' y='9' width='11' height='11' rx='2'/><path d='M15 9V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h3'/>";
pub const EYE: &str = "<path d='M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z'/><circle cx='12' cy='12' r='2.75'/>";
pub const EYE_OFF: &str = "<path d='M9.5 5.9A8.6 8.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.6 3.4M6.3 7.3A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.6-1.3M10 10.1a2.75 2.75 0 0 0 3.9 3.9M4 4l16 16'/>";

/// An icon beside words that say the same.
#[must_use]
pub fn sign(paths: &'static str) -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" inner_html=paths></svg> }
}
