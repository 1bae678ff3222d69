//! The secret that was just set, the only time that it is shown.

use domain::clients::{Client, ClientState};
use leptos::prelude::*;
use locales::clients as t;

use super::address;
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb, Fact, Key, Notice, NoticeKind, PageHead},
    routes,
    web::{Page, Visit},
};

/// The page once a secret was set; a client that needs none may have none.
pub(super) fn page(visit: &Visit, client: &Client, secret: &str, title: &'static str) -> Page {
    let locale = visit.locale;
    let url = &visit.app.services.portal.settings.public_url;
    let token_address = format!("{url}{}", routes::ACCESS_TOKEN);
    let shown = (!secret.is_empty()).then(|| secret.to_owned());
    Page::new(visit, title, || {
        let crumbs = vec![Crumb::new(routes::CLIENTS, t::title(locale))];
        let once = shown.is_some().then(|| {
            let content = view! { <p>{t::once(locale)}</p> };
            view! { <Notice kind=NoticeKind::Wait title=t::once_title(locale) content/> }
        });
        let secret = shown.map(|value| {
            view! { <Key id="client-secret".to_owned() name=t::secret(locale) value locale/> }
        });
        view! {
            <AdministrationNav visit/>
            <Breadcrumbs locale crumbs here=client.name.clone()/>
            <PageHead title/>
            {once}
            <PendingNotice client visit/>
            <div class="panel">
                <dl class="keys">
                    <Key
                        id="client-id".to_owned() name=t::id(locale)
                        value=client.id.to_string() locale
                    />
                    {secret}
                </dl>
                <dl class="facts">
                    <Fact
                        name=t::token_address(locale)
                        value=view! { <code>"POST " {token_address}</code> }
                    />
                </dl>
            </div>
            <div class="actions">
                <a class="btn" href=address(routes::CLIENT, client)>{t::to_client(locale)}</a>
            </div>
        }
    })
    .secret()
}

/// That the client waits for another administrator.
#[component]
pub(super) fn PendingNotice<'a>(client: &'a Client, visit: &'a Visit) -> impl IntoView + use<> {
    let locale = visit.locale;
    let is_own = client.created_by.is_some() && client.created_by == visit.scope.account_id();
    let own = is_own.then(|| view! { <p>{t::pending_own(locale)}</p> });
    (client.state == ClientState::Pending).then(|| {
        let content = view! { <p>{t::pending_text(locale)}</p> {own} };
        view! { <Notice kind=NoticeKind::Wait title=t::pending_title(locale) content/> }
    })
}
