//! All that the page tells, for one reader.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;
use domain::{
    Health,
    catalogue::{self, Api},
    clock::Timestamp,
    status::{ComponentState, Incident, Phase, Snapshot},
};
use locales::{Locale, status as t};

use crate::{routes, web::Visit};

/// How long what is over is told of.
const HISTORY: TimeDelta = TimeDelta::days(90);

pub(super) struct Report {
    pub(super) now: Timestamp,
    health: Health,
    catalogue: Arc<catalogue::Snapshot>,
    incidents: Arc<Snapshot>,
}

/// What works, or does not.
pub(super) struct Component {
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) href: Option<String>,
    pub(super) state: ComponentState,
    pub(super) text: Option<&'static str>,
}

impl Report {
    pub(super) async fn of(visit: &Visit) -> Self {
        let services = &visit.app.services;
        Self {
            // This reads the incidents again if they have changed.
            health: services.health().await,
            now: visit.scope.now(),
            catalogue: Arc::clone(&visit.apis),
            incidents: services.status.current(),
        }
    }

    fn apis(&self) -> impl Iterator<Item = &Arc<Api>> {
        self.catalogue.published()
    }

    /// The portal itself, its mails, and every API.
    pub(super) fn components(&self, locale: Locale) -> Vec<Component> {
        let (portal, mail) = (self.portal(locale), self.mail(locale));
        let apis = self.apis().map(|api| Component {
            id: Some(format!("api-{}", api.slug)),
            name: api.text(locale).name.clone(),
            href: Some(routes::fill(routes::API, &[&api.slug])),
            state: self.incidents.state_of(api.id, self.now).max(self.known()),
            text: None,
        });
        [portal, mail].into_iter().chain(apis).collect()
    }

    /// What the portal knows by itself: without its database it answers no call.
    const fn known(&self) -> ComponentState {
        if self.health.database {
            ComponentState::Operating
        } else {
            ComponentState::Interrupted
        }
    }

    fn portal(&self, locale: Locale) -> Component {
        let text = if self.health.database {
            t::portal_text(locale)
        } else {
            t::database_down(locale)
        };
        Component {
            id: None,
            name: t::portal(locale).to_owned(),
            href: None,
            state: self.incidents.state_of_portal(self.now).max(self.known()),
            text: Some(text),
        }
    }

    fn mail(&self, locale: Locale) -> Component {
        let (state, text) = if self.health.mail {
            (ComponentState::Operating, None)
        } else {
            (ComponentState::Degraded, Some(t::mail_late(locale)))
        };
        Component {
            id: None,
            name: t::mail(locale).to_owned(),
            href: None,
            state,
            text,
        }
    }

    /// The APIs that an incident concerns and the reader may see.
    pub(super) fn affected(&self, incident: &Incident) -> impl Iterator<Item = &Arc<Api>> {
        self.apis().filter(|api| incident.concerns(api.id))
    }

    /// Whether the reader may know of an incident.
    fn is_shown(&self, incident: &Incident) -> bool {
        incident.concerns_portal() || self.affected(incident).next().is_some()
    }

    pub(super) fn in_phase(&self, phase: Phase) -> impl Iterator<Item = &Incident> {
        let incidents = self.incidents.in_phase(phase, self.now);
        incidents.filter(|incident| self.is_shown(incident))
    }

    /// What was over lately, by the days when it began, the latest first.
    pub(super) fn history(&self, zone: Tz) -> Vec<(NaiveDate, Vec<&Incident>)> {
        let mut days: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for incident in self.lately_over() {
            let day = incident.begins_at.with_timezone(&zone).date_naive();
            days.entry(day).or_default().push(incident);
        }
        days.into_iter().rev().collect()
    }

    fn lately_over(&self) -> impl Iterator<Item = &Incident> {
        let since = self.now - HISTORY;
        self.in_phase(Phase::Over)
            .filter(move |it| it.ended_at(self.now).is_some_and(|end| end >= since))
    }

    /// All that is told: what was told of last comes first.
    pub(super) fn told(&self) -> Vec<&Incident> {
        let current = self
            .in_phase(Phase::Open)
            .chain(self.in_phase(Phase::Planned));
        let mut told: Vec<_> = current.chain(self.lately_over()).collect();
        told.sort_by_key(|incident| std::cmp::Reverse(incident.updated_at()));
        told
    }
}
