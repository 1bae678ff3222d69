//! What agents read of the catalogue.

use std::sync::Arc;

use app::{
    agents::{self, OperationName},
    routes,
};
use domain::{
    catalogue::{self, Api, ApiState, Filter, Plan, Search, Sort},
    ids::ApiId,
};
use locales::Locale;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    failure::Failure,
    parts::part,
    shapes,
    tool::{Agent, Effect, Told, Tool},
};
use crate::api::{ApiError, PlanAttributes, QuestionAttributes, plans, questions};

const PAGE: usize = 20;
/// How many operations are listed at once.
const MAX_OPERATIONS: usize = 100;

/// An API that the person may see, by its slug.
///
/// # Errors
/// When there is none, or the database cannot be read.
pub async fn find(agent: &Agent, slug: &str) -> Result<Arc<Api>, Failure> {
    let api = agent.caller.apis().await?.by_slug(slug);
    Ok(api.ok_or(ApiError::Related("api"))?)
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct WantedApis {
    /// Words to look for in names, texts and operations, in any language. All APIs without it.
    #[serde(default)]
    #[schemars(length(max = 200))]
    query: String,
    /// Only APIs that are offered on this plan.
    #[serde(default)]
    #[schemars(schema_with = "shapes::plan")]
    plan: Option<Plan>,
    /// Which page of the results, from 1.
    #[serde(default)]
    #[schemars(range(min = 1, max = 1000))]
    page: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FoundApis {
    apis: Vec<ListedApi>,
    /// How many APIs there are on all pages.
    total: usize,
    pages: usize,
    /// No API has all of the words; these have words that begin alike.
    only_similar: bool,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ListedApi {
    #[schemars(schema_with = "shapes::id")]
    id: ApiId,
    /// What the other tools know it by.
    slug: String,
    name: String,
    summary: String,
    version: String,
    category: String,
    #[schemars(schema_with = "shapes::api_state")]
    state: ApiState,
    #[schemars(schema_with = "shapes::plans")]
    plans: Vec<Plan>,
    /// Its page.
    link: String,
}

impl ListedApi {
    fn of(api: &Api, agent: &Agent) -> Self {
        let text = api.text(agent.locale);
        Self {
            id: api.id,
            slug: api.slug.clone(),
            name: text.name.clone(),
            summary: text.summary.clone(),
            version: api.version.clone(),
            category: api.category.name(agent.locale).to_owned(),
            state: api.state,
            plans: api.plans.iter().map(|offer| offer.plan).collect(),
            link: agent.link(&routes::fill(routes::API, &[&api.slug])),
        }
    }
}

pub struct SearchCatalogue;

impl Tool for SearchCatalogue {
    type Input = WantedApis;
    type Output = FoundApis;

    const NAME: &'static str = "search_catalogue";
    const TITLE: &'static str = "Search the catalogue";
    const DESCRIPTION: &'static str = "Finds APIs of the portal that the person may see, by words in \
        their names, texts and operations. Without words it lists all of them. Start here when you do \
        not know the slug of an API.";
    const EFFECT: Effect = Effect::Reads;

    async fn call(agent: Agent, input: WantedApis) -> Result<Told<FoundApis>, Failure> {
        let apis = agent.caller.apis().await?;
        let search = Search {
            query: input.query,
            filter: Filter {
                plan: input.plan,
                ..Filter::default()
            },
            sort: Sort::Relevance,
            page: input.page.unwrap_or(1).max(1),
            size: PAGE,
        };
        let scope = &agent.caller.scope;
        let found = catalogue::search(scope, &apis, agent.locale, &search).await?;
        let listed = found.apis.iter();
        let data = FoundApis {
            apis: listed.map(|it| ListedApi::of(&it.api, &agent)).collect(),
            total: found.total,
            pages: found.pages,
            only_similar: found.is_close,
        };
        let text = match (data.total, data.only_similar) {
            (0, _) => "No API was found. Try other or fewer words.".to_owned(),
            (count, true) => format!("No API has all words; {count} have similar ones."),
            (count, false) => format!("{count} found, page {} of {}.", found.page, found.pages),
        };
        Ok(Told { text, data })
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct OneApi {
    /// The slug of the API, as `search_catalogue` names it.
    #[schemars(length(min = 1, max = 100))]
    api: String,
    /// Only operations that have all of these words in their names, methods, paths or titles.
    #[serde(default)]
    #[schemars(length(max = 200))]
    query: String,
    /// The `nextOffset` of the part of the documentation before; the first part without it. Operations
    /// come with the first part alone.
    #[serde(default)]
    #[schemars(range(min = 0, max = 10_000_000))]
    offset: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldApi {
    #[serde(flatten)]
    listed: ListedApi,
    /// Where its calls begin.
    base_address: String,
    /// What it costs: calls and days of each plan.
    offers: Vec<PlanAttributes>,
    /// What a request for access has to answer: the `answers` of `draft_request`, by these names.
    questions: Vec<QuestionAttributes>,
    /// What `read_operation` tells more of.
    operations: Vec<ListedOperation>,
    /// How many more operations there are: `query` finds them.
    more_operations: usize,
    /// In Markdown, or a part of it.
    documentation: String,
    /// Where the next part of the documentation begins; null at its end.
    next_offset: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ListedOperation {
    /// What `read_operation` and `call_sandbox` know it by.
    operation: String,
    method: String,
    path: String,
    title: String,
    is_deprecated: bool,
}

pub struct ReadApi;

impl Tool for ReadApi {
    type Input = OneApi;
    type Output = ToldApi;

    const NAME: &'static str = "read_api";
    const TITLE: &'static str = "Read an API";
    const DESCRIPTION: &'static str = "Tells of one API all that its pages say: documentation in \
        Markdown, plans, the operations that it has, and what a request for access has to answer. Use \
        it before draft_request and before read_operation.";
    const EFFECT: Effect = Effect::Reads;

    async fn call(agent: Agent, input: OneApi) -> Result<Told<ToldApi>, Failure> {
        let api = find(&agent, &input.api).await?;
        let (scope, locale) = (&agent.caller.scope, agent.locale);
        let offset = input.offset.unwrap_or_default();
        let documentation = agents::description(scope, &api, locale).await?;
        let (documentation, next_offset) = part(&documentation, offset);
        let mut operations = if offset == 0 {
            operations(&api, &input.query, locale)
        } else {
            Vec::new()
        };
        let more_operations = operations.len().saturating_sub(MAX_OPERATIONS);
        operations.truncate(MAX_OPERATIONS);
        let data = ToldApi {
            listed: ListedApi::of(&api, &agent),
            base_address: agent.link(&api.base_path),
            offers: plans(&api),
            questions: questions(&api, locale),
            operations,
            more_operations,
            documentation,
            next_offset,
        };
        let count = data.operations.len();
        let text = format!(
            "{} {}, with {count} operations here and {} more.",
            data.listed.name, data.listed.version, data.more_operations
        );
        Ok(Told { text, data })
    }
}

/// Those that have all of the words.
fn operations(api: &Api, words: &str, locale: Locale) -> Vec<ListedOperation> {
    let words = words.to_lowercase();
    let has_all = |it: &OperationName| {
        let all = format!("{} {} {} {}", it.slug, it.method, it.path, it.title);
        let all = all.to_lowercase();
        words.split_whitespace().all(|word| all.contains(word))
    };
    let operations = agents::operations(api, locale).into_iter();
    let operations = operations.filter(has_all);
    let listed = operations.map(|it| ListedOperation {
        operation: it.slug,
        method: it.method,
        path: it.path,
        title: it.title,
        is_deprecated: it.is_deprecated,
    });
    listed.collect()
}
