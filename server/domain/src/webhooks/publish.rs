//! Has every webhook told that listens to an event and may know of it.

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    body::{Body, Data},
    list::kinds,
    schedule::deliver,
};
use crate::{
    Scope, applications,
    db::Transaction,
    entities::webhook::{Column, Entity},
    ids::{ApiId, ApplicationId, GroupId, WebhookId},
    jobs::{self, Event, EventSubject, Job},
    requests,
    status::{self, Affected},
};

/// Whom an event concerns beside the portal.
enum Concerned {
    Nobody,
    Group(GroupId),
    /// The groups that use one of these APIs.
    Users(Vec<ApiId>),
    /// The groups that use any API.
    AllUsers,
}

impl Concerned {
    /// The webhooks of those concerned.
    fn webhooks(&self) -> Option<Condition> {
        let group = (Entity, Column::GroupId);
        let of_users = |apis| applications::is_used_by(group, apis);
        Some(match self {
            Self::Nobody => return None,
            Self::Group(id) => Condition::all().add(Column::GroupId.eq(*id)),
            Self::Users(apis) => Condition::all().add(of_users(Some(apis))),
            Self::AllUsers => Condition::all().add(of_users(None)),
        })
    }
}

/// How many webhooks are told in one transaction.
const AT_ONCE: usize = 200;

/// Queues a delivery to each of them, some at a time: the job that goes on is queued in the same
/// transaction. A webhook that is paused is not told.
pub(super) async fn publish(
    transaction: &Transaction,
    scope: &Scope,
    event: Event,
) -> Result<(), DbErr> {
    let (concerned, data) = about(transaction, event.subject).await?;
    let whose = Condition::any()
        .add(Column::GroupId.is_null())
        .add_option(concerned.webhooks());
    let place = event.after.map(|after| Column::Id.gt(after));
    let found: Vec<(WebhookId, String)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Events])
        .filter(whose)
        .filter(Column::PausedAt.is_null())
        .filter(Column::Events.contains(event.event.as_str()))
        .filter(Condition::all().add_option(place))
        .order_by_asc(Column::Id)
        .limit(AT_ONCE as u64)
        .into_tuple()
        .all(transaction)
        .await?;
    let after = found.last().map(|(id, _)| *id);
    if found.len() == AT_ONCE {
        let rest = Job::Publish(Event { after, ..event });
        jobs::enqueue(transaction, scope, &rest).await?;
    }
    let listens = |stored: &str| kinds(stored).contains(&event.event);
    let listening = found.iter().filter(|(_, events)| listens(events));
    let listening: Vec<_> = listening.map(|(id, _)| *id).collect();
    let body = Body {
        event: event.event,
        timestamp: event.at,
        data: data.linked(scope),
    };
    let body = serde_json::to_string(&body).map_err(|error| DbErr::Json(error.to_string()))?;
    deliver(transaction, scope, &listening, event.event, &body)
        .await
        .map(drop)
}

async fn about(
    transaction: &Transaction,
    subject: EventSubject,
) -> Result<(Concerned, Data), DbErr> {
    match subject {
        EventSubject::Request(id) => {
            let Some(request) = requests::load(transaction, id).await? else {
                return Ok((Concerned::Nobody, Data::default()));
            };
            let data = Data {
                group: Some(request.group_id),
                request: Some(id),
                application: Some(request.application_id),
                api: Some(request.api_id),
                ..Data::default()
            };
            Ok((Concerned::Group(request.group_id), data))
        }
        EventSubject::Application(id) => of_application(transaction, id).await,
        EventSubject::Key { application, key } => {
            let (concerned, data) = of_application(transaction, application).await?;
            let key = Some(key);
            Ok((concerned, Data { key, ..data }))
        }
        EventSubject::Quota {
            application,
            percent,
        } => {
            let (concerned, data) = of_application(transaction, application).await?;
            let percent = Some(percent);
            Ok((concerned, Data { percent, ..data }))
        }
        EventSubject::Api(api) => Ok(of_api(api, None)),
        EventSubject::Ending { api, days } => Ok(of_api(api, Some(days))),
        EventSubject::Incident(id) => {
            let incident = status::find(transaction, id).await?;
            let concerned = match incident.map(|incident| incident.affected) {
                Some(Affected::WholePortal) => Concerned::AllUsers,
                Some(Affected::Apis(apis)) => Concerned::Users(apis.into_iter().collect()),
                None => Concerned::Nobody,
            };
            let data = Data {
                incident: Some(id),
                ..Data::default()
            };
            Ok((concerned, data))
        }
    }
}

async fn of_application(
    transaction: &Transaction,
    id: ApplicationId,
) -> Result<(Concerned, Data), DbErr> {
    let Some(application) = applications::find(transaction, id).await? else {
        return Ok((Concerned::Nobody, Data::default()));
    };
    let data = Data {
        group: Some(application.group_id),
        application: Some(id),
        api: Some(application.api_id),
        ..Data::default()
    };
    Ok((Concerned::Group(application.group_id), data))
}

fn of_api(api: ApiId, days: Option<i32>) -> (Concerned, Data) {
    let data = Data {
        api: Some(api),
        days,
        ..Data::default()
    };
    (Concerned::Users(vec![api]), data)
}
