//! The head of a page: its title, and a line that says what it is for.

use leptos::prelude::*;

pub fn page_head(title: impl Into<String>, lead: Option<&'static str>) -> impl IntoView {
    let title = title.into();
    view! {
        <header class="page-head">
            <div>
                <h1>{title}</h1>
                {lead.map(|lead| view! { <p class="page-head__lead">{lead}</p> })}
            </div>
        </header>
    }
}
