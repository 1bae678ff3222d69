//! The mails that tell whoever uses or follows an API what happened to it.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::{
    Portal, Scope, Services,
    catalogue::{self, Api, ApiState, Snapshot},
    dates,
    ids::{AccountId, ApiId, IncidentId},
    jobs::News,
    status::{self, Affected, Incident, IncidentKind, IncidentStage, Phase},
    subscriptions,
};
use locales::{Locale, mail as t, names, status as told};

use super::{
    letters::{ApiNews, NewsQuote},
    links,
    render::{Reader, RenderError, Rendered},
};

/// None for whoever does not want it by now, and when it is no longer so.
pub(super) async fn news(
    scope: &Scope,
    services: &Services,
    to: AccountId,
    news: News,
) -> Rendered {
    let portal = &scope.portal;
    if !subscriptions::is_wanted(portal, &services.catalogue, to, news).await? {
        return Ok(None);
    }
    let Some(reader) = Reader::find(scope, to).await? else {
        return Ok(None);
    };
    let writing = Writing {
        scope,
        services,
        visible: subscriptions::visible_to(portal, &services.catalogue, to).await?,
        locale: reader.locale,
    };
    let Some(tidings) = writing.tidings(news).await? else {
        return Ok(None);
    };
    let choose = subscriptions::link(portal, &services.vault, to);
    let letter = ApiNews {
        name: reader.name.clone(),
        subject: tidings.subject,
        paragraphs: tidings.paragraphs,
        quote: tidings.quote,
        button: tidings.button,
        link: tidings.link,
        why: if news.concerns_end() {
            t::news_end_why(reader.locale)
        } else {
            t::news_why(reader.locale)
        },
        choose: links::choose_news(portal, &choose),
    };
    let message = reader.message(portal, &letter)?;
    Ok(Some(message.with_list(links::stop_news(portal, &choose))))
}

/// What a mail tells, before it is addressed.
struct Tidings {
    subject: String,
    paragraphs: Vec<String>,
    quote: Option<NewsQuote>,
    button: &'static str,
    link: String,
}

struct Writing<'a> {
    scope: &'a Scope,
    services: &'a Services,
    /// What the reader may see of the catalogue.
    visible: Arc<Snapshot>,
    locale: Locale,
}

impl Writing<'_> {
    async fn tidings(&self, news: News) -> Result<Option<Tidings>, RenderError> {
        match news {
            News::VersionPublished { api, revision } => {
                let api = self.api(api).await?;
                let told = catalogue::version_of(self.scope, revision).await?;
                Ok(self.version(&api).filter(|_| told == api.version))
            }
            News::Deprecated { api } => Ok(self.deprecated(&*self.api(api).await?)),
            News::Ending { api, .. } => Ok(self.ending(&*self.api(api).await?)),
            News::IncidentOpened { incident } => self.opened(incident).await,
            News::IncidentClosed { incident } => self.closed(incident).await,
        }
    }

    async fn api(&self, id: ApiId) -> Result<Arc<Api>, RenderError> {
        Ok(catalogue::current_api(self.scope, &self.services.catalogue, id).await?)
    }

    fn portal(&self) -> &Portal {
        &self.scope.portal
    }

    /// The version that readers see by now.
    fn version(&self, api: &Api) -> Option<Tidings> {
        let locale = self.locale;
        if !api.is_open() {
            return None;
        }
        let name = &api.text(locale).name;
        let notes = api.changes.iter().filter(|it| it.version == api.version);
        let notes: Vec<_> = notes
            .map(|note| note.text.text_for(locale).trim())
            .collect();
        let quote = (!notes.is_empty()).then(|| NewsQuote {
            label: t::version_notes(locale).to_owned(),
            text: notes.join("\n\n"),
        });
        Some(Tidings {
            subject: t::version_subject(locale, name, &api.version),
            paragraphs: vec![t::version_intro(locale, name, &api.version)],
            quote,
            button: t::version_button(locale),
            link: links::versions(self.portal(), &api.slug),
        })
    }

    fn deprecated(&self, api: &Api) -> Option<Tidings> {
        let day = dates::day(last_day(api)?, self.locale);
        let subject = t::deprecated_subject(self.locale, &api.text(self.locale).name, day);
        self.end(api, subject)
    }

    fn ending(&self, api: &Api) -> Option<Tidings> {
        let locale = self.locale;
        let name = &api.text(locale).name;
        let zone = self.portal().settings.time_zone;
        let today = self.scope.now().with_timezone(&zone).date_naive();
        let left = last_day(api)?.signed_duration_since(today).num_days();
        let subject = match left {
            ..0 => return None,
            0 => t::ending_today(locale, name),
            1 => t::ending_subject(locale, name, t::ending_tomorrow(locale)),
            days => t::ending_subject(locale, name, t::days(locale, days)),
        };
        self.end(api, subject)
    }

    fn end(&self, api: &Api, subject: String) -> Option<Tidings> {
        let locale = self.locale;
        let day = dates::day(last_day(api)?, locale);
        let successor = api.successor.as_deref();
        let successor = successor.and_then(|slug| self.visible.by_slug(slug));
        let successor = successor.map(|it| t::successor(locale, &it.text(locale).name));
        let intro = t::deprecated_intro(locale, &api.text(locale).name, day);
        Some(Tidings {
            subject,
            paragraphs: std::iter::once(intro).chain(successor).collect(),
            quote: None,
            button: t::version_button(locale),
            link: links::versions(self.portal(), &api.slug),
        })
    }

    async fn opened(&self, id: IncidentId) -> Result<Option<Tidings>, RenderError> {
        let incident = status::find(self.portal().db.reader(), id).await?;
        let now = self.scope.now();
        let incident = incident.filter(|it| it.phase(now) != Phase::Over);
        Ok(incident.map(|incident| {
            let kind = kind_name(incident.kind, self.locale);
            let title = incident.title.text_for(self.locale);
            self.incident(&incident, t::incident_subject(self.locale, kind, title))
        }))
    }

    async fn closed(&self, id: IncidentId) -> Result<Option<Tidings>, RenderError> {
        let incident = status::find(self.portal().db.reader(), id).await?;
        let incident = incident.filter(|it| it.closed_at.is_some());
        Ok(incident.map(|incident| {
            let title = incident.title.text_for(self.locale);
            self.incident(&incident, t::incident_closed_subject(self.locale, title))
        }))
    }

    fn incident(&self, incident: &Incident, subject: String) -> Tidings {
        let locale = self.locale;
        let time = |at| dates::date_time(at, self.portal().settings.time_zone, locale);
        let begin = time(incident.begins_at);
        let times = match incident.end() {
            Some(end) => told::from_to(locale, begin, time(end)),
            None => told::since(locale, begin),
        };
        let affects = t::incident_affects(locale, self.affected(incident));
        let quote = incident.notes.last().map(|note| NewsQuote {
            label: stage_name(note.stage, locale).to_owned(),
            text: note.text.text_for(locale).to_owned(),
        });
        Tidings {
            subject,
            paragraphs: vec![format!("{times}."), affects],
            quote,
            button: t::incident_button(locale),
            link: links::incident(self.portal(), incident.id),
        }
    }

    fn affected(&self, incident: &Incident) -> String {
        if incident.affected == Affected::WholePortal {
            return told::whole_portal(self.locale).to_owned();
        }
        let apis = self
            .visible
            .published()
            .filter(|api| incident.concerns(api.id));
        let apis: Vec<_> = apis
            .map(|api| api.text(self.locale).name.as_str())
            .collect();
        names::joined(&apis, self.locale)
    }
}

fn last_day(api: &Api) -> Option<NaiveDate> {
    api.sunset_on.filter(|_| api.state == ApiState::Deprecated)
}

const fn kind_name(kind: IncidentKind, locale: Locale) -> &'static str {
    match kind {
        IncidentKind::Interruption => told::interruption(locale),
        IncidentKind::Degradation => told::degradation(locale),
        IncidentKind::Maintenance => told::planned_maintenance(locale),
    }
}

const fn stage_name(stage: IncidentStage, locale: Locale) -> &'static str {
    match stage {
        IncidentStage::Investigating => told::investigating(locale),
        IncidentStage::Identified => told::identified(locale),
        IncidentStage::Monitoring => told::monitoring(locale),
        IncidentStage::Resolved => told::resolved(locale),
        IncidentStage::Scheduled => told::scheduled(locale),
        IncidentStage::InProgress => told::in_progress(locale),
        IncidentStage::Completed => told::completed(locale),
        IncidentStage::Cancelled => told::cancelled(locale),
    }
}
