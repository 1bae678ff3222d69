//! Whose webhooks a page is about, and where it stands among the others.

use domain::{
    groups::{self, Group},
    ids::WebhookId,
    webhooks::{self, Webhook, WebhookOwner},
};
use leptos::prelude::*;
use locales::{Locale, layout, webhooks as t};

use super::words::short;
use crate::{
    components::{AdministrationNav, Breadcrumbs, Crumb},
    routes,
    web::{PageError, Visit},
};

/// Whose webhooks these are, as a reader may see them.
pub(super) struct Place {
    pub owner: WebhookOwner,
    /// The group, of a group's webhooks.
    pub group: Option<Group>,
    pub may_change: bool,
}

impl Place {
    pub async fn load(visit: &Visit, owner: WebhookOwner) -> Result<Self, PageError> {
        let group = match owner {
            WebhookOwner::Group(id) => {
                let found = groups::find(&visit.scope, id).await?;
                Some(found.ok_or(PageError::NotFound)?)
            }
            WebhookOwner::Portal => None,
        };
        Ok(Self {
            owner,
            group,
            may_change: owner.may_change(&visit.scope).await?,
        })
    }

    /// The same for those who may change them.
    pub async fn changeable(visit: &Visit, owner: WebhookOwner) -> Result<Self, PageError> {
        let place = Self::load(visit, owner).await?;
        if place.may_change {
            Ok(place)
        } else {
            Err(PageError::Forbidden)
        }
    }

    /// Where they are listed.
    pub fn list(&self) -> String {
        match self.owner {
            WebhookOwner::Group(id) => routes::fill(routes::GROUP_WEBHOOKS, &[&id]),
            WebhookOwner::Portal => routes::PORTAL_WEBHOOKS.to_owned(),
        }
    }

    pub fn new_address(&self) -> String {
        match self.owner {
            WebhookOwner::Group(id) => routes::fill(routes::GROUP_WEBHOOK_NEW, &[&id]),
            WebhookOwner::Portal => routes::PORTAL_WEBHOOK_NEW.to_owned(),
        }
    }

    /// Links to the pages above the list.
    fn above(&self, locale: Locale) -> Vec<Crumb> {
        let Some(group) = &self.group else {
            return vec![];
        };
        vec![
            Crumb::new(routes::APPLICATIONS, layout::my_applications(locale)),
            Crumb::new(
                routes::fill(routes::GROUP, &[&group.id]),
                group.name.clone(),
            ),
        ]
    }

    /// Links to the pages above one of a webhook.
    fn above_webhook(&self, locale: Locale) -> Vec<Crumb> {
        let mut crumbs = self.above(locale);
        crumbs.push(Crumb::new(self.list(), t::title(locale)));
        crumbs
    }
}

/// A webhook, and whose it is.
pub(super) struct Found {
    pub webhook: Webhook,
    pub place: Place,
}

impl Found {
    pub async fn load(visit: &Visit, id: WebhookId) -> Result<Self, PageError> {
        let webhook = webhooks::find(&visit.scope, id).await?;
        let place = Place::load(visit, webhook.owner).await?;
        Ok(Self { webhook, place })
    }

    /// The same for those who may change it.
    pub async fn changeable(visit: &Visit, id: WebhookId) -> Result<Self, PageError> {
        let webhook = webhooks::find(&visit.scope, id).await?;
        let place = Place::changeable(visit, webhook.owner).await?;
        Ok(Self { webhook, place })
    }

    /// The address of a page about it.
    pub fn address(&self, pattern: &str) -> String {
        routes::fill(pattern, &[&self.webhook.id])
    }
}

/// How far below the list a page is.
#[derive(Clone, Copy)]
pub(super) enum Depth<'a> {
    List,
    /// A webhook, or the form of a new one.
    Webhook,
    /// A page of the webhook's own.
    Below(&'a Webhook),
}

/// What stands above a page: the navigation of administrators, and where the reader is.
#[component]
pub(super) fn Above<'a>(
    place: &'a Place,
    depth: Depth<'a>,
    #[prop(into)] here: String,
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let locale = visit.locale;
    let crumbs = match depth {
        Depth::List => place.above(locale),
        Depth::Webhook => place.above_webhook(locale),
        Depth::Below(webhook) => {
            let mut crumbs = place.above_webhook(locale);
            let address = routes::fill(routes::WEBHOOK, &[&webhook.id]);
            crumbs.push(Crumb::new(address, short(webhook)));
            crumbs
        }
    };
    let navigation = place
        .group
        .is_none()
        .then(|| view! { <AdministrationNav visit/> });
    let breadcrumbs = (!crumbs.is_empty()).then(|| view! { <Breadcrumbs locale crumbs here/> });
    view! { {navigation} {breadcrumbs} }
}
