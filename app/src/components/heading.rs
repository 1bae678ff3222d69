//! A heading of what stands at several places, below headings of one level or another.

use leptos::prelude::*;

/// A heading of a level from 2 to 6.
#[component]
pub fn Heading(
    level: u8,
    #[prop(optional)] id: Option<&'static str>,
    text: &'static str,
) -> impl IntoView {
    match level {
        ..=2 => view! { <h2 id=id>{text}</h2> }.into_any(),
        3 => view! { <h3 id=id>{text}</h3> }.into_any(),
        4 => view! { <h4 id=id>{text}</h4> }.into_any(),
        5 => view! { <h5 id=id>{text}</h5> }.into_any(),
        6.. => view! { <h6 id=id>{text}</h6> }.into_any(),
    }
}
