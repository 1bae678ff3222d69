//! The head of a page: its title, and a line that says what it is for.

use leptos::prelude::*;

#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    #[prop(default = None, into)] lead: Option<&'static str>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div>
                <h1>{title}</h1>
                {lead.map(|lead| view! { <p class="page-head__lead">{lead}</p> })}
            </div>
        </header>
    }
}
