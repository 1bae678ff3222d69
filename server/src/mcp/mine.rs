//! What belongs to the person behind an agent: groups and applications.

use app::{routes, web::ticket_path};
use domain::{
    Cursor, PageRequest,
    applications::{self, Application, ApplicationFilter, ApplicationState},
    groups::{self, Group},
    ids::{ApplicationId, GroupId},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    failure::Failure,
    shapes,
    tool::{Agent, Effect, Told, Tool},
};
use crate::api::{ApplicationAttributes, application_attributes};

const PAGE: usize = 25;

/// The place in a list that an argument names.
///
/// # Errors
/// When it is none.
pub fn place(after: Option<&str>) -> Result<Option<Cursor>, Failure> {
    let place = after.map(str::parse).transpose();
    place.map_err(|_| Failure::said("`after` is none of the places that `next` named."))
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct WantedGroups {
    /// The `next` of the page before; the first page without it.
    #[serde(default)]
    #[schemars(schema_with = "shapes::cursor")]
    after: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldGroups {
    groups: Vec<ListedGroup>,
    /// Where the next page begins; null on the last one.
    next: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ListedGroup {
    #[schemars(schema_with = "shapes::id")]
    id: GroupId,
    name: String,
    /// Of the company that it belongs to.
    legal_name: String,
    cnpj: String,
    people: u64,
    /// Its page, with its applications.
    link: String,
}

impl ListedGroup {
    fn of(group: Group, people: u64, agent: &Agent) -> Self {
        Self {
            link: agent.link(&routes::fill(routes::GROUP, &[&group.id])),
            id: group.id,
            name: group.name,
            legal_name: group.legal_name,
            cnpj: group.cnpj.to_string(),
            people,
        }
    }
}

pub struct MyGroups;

impl Tool for MyGroups {
    type Input = WantedGroups;
    type Output = ToldGroups;

    const NAME: &'static str = "my_groups";
    const TITLE: &'static str = "My groups";
    const DESCRIPTION: &'static str = "Lists the permission groups of the person: the people of a \
        company who share applications. A request for access is made for one of them, so you need the \
        id of a group for draft_request.";
    const EFFECT: Effect = Effect::Reads;

    async fn call(agent: Agent, input: WantedGroups) -> Result<Told<ToldGroups>, Failure> {
        let after = place(input.after.as_deref())?;
        let found = groups::page_of_mine(&agent.caller.scope, after).await?;
        let groups = found.items.into_iter();
        let groups = groups.map(|it| ListedGroup::of(it.group, it.members, &agent));
        let data = ToldGroups {
            groups: groups.collect(),
            next: found.next.map(|next| next.to_string()),
        };
        let text = match data.groups.len() {
            0 => {
                let page = agent.link(routes::GROUP_NEW);
                format!("The person belongs to no group. They make one at {page}")
            }
            count => format!("{count} groups."),
        };
        Ok(Told { text, data })
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct WantedApplications {
    /// Only those of this group.
    #[serde(default)]
    #[schemars(schema_with = "shapes::id")]
    group: Option<GroupId>,
    /// Only those in this state.
    #[serde(default)]
    #[schemars(schema_with = "shapes::application_state")]
    state: Option<ApplicationState>,
    /// The `next` of the page before; the first page without it.
    #[serde(default)]
    #[schemars(schema_with = "shapes::cursor")]
    after: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldApplications {
    applications: Vec<ListedApplication>,
    /// Where the next page begins; null on the last one.
    next: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ListedApplication {
    #[schemars(schema_with = "shapes::id")]
    id: ApplicationId,
    /// The slug of its API; null where the API is no more.
    api: Option<String>,
    #[schemars(schema_with = "shapes::id")]
    group: GroupId,
    #[serde(flatten)]
    attributes: ApplicationAttributes,
    /// Its place on the page of its group.
    link: String,
}

impl ListedApplication {
    fn of(application: Application, agent: &Agent) -> Self {
        let api = agent.caller.catalogue().current().find(application.api_id);
        Self {
            link: agent.link(&ticket_path(application.group_id, application.id)),
            id: application.id,
            api: api.map(|api| api.slug.clone()),
            group: application.group_id,
            attributes: application_attributes(application),
        }
    }
}

pub struct MyApplications;

impl Tool for MyApplications {
    type Input = WantedApplications;
    type Output = ToldApplications;

    const NAME: &'static str = "my_applications";
    const TITLE: &'static str = "My applications";
    const DESCRIPTION: &'static str = "Lists the applications of the person's groups, the newest \
        first: what an API is called with once access was approved. A contract manager sees those of \
        all groups. Other tools take the id of an application.";
    const EFFECT: Effect = Effect::Reads;

    async fn call(
        agent: Agent,
        input: WantedApplications,
    ) -> Result<Told<ToldApplications>, Failure> {
        let wanted = ApplicationFilter {
            state: input.state,
            group: input.group,
            api: None,
        };
        let page = PageRequest {
            after: place(input.after.as_deref())?,
            size: PAGE,
            oldest_first: false,
        };
        let found = applications::page(&agent.caller.scope, wanted, page).await?;
        let applications = found.items.into_iter();
        let applications = applications.map(|it| ListedApplication::of(it, &agent));
        let data = ToldApplications {
            applications: applications.collect(),
            next: found.next.map(|next| next.to_string()),
        };
        let text = match data.applications.len() {
            0 => "There is no such application. draft_request asks for access.".to_owned(),
            count => format!("{count} applications."),
        };
        Ok(Told { text, data })
    }
}
