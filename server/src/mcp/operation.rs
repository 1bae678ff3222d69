//! One operation of an API.

use app::{agents, routes};
use samples::Language;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::{
    catalogue::find,
    failure::Failure,
    parts::part,
    tool::{Agent, Effect, Told, Tool},
};
use crate::api::ApiError;

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct OneOperation {
    /// The slug of the API, as `search_catalogue` names it.
    #[schemars(length(min = 1, max = 100))]
    api: String,
    /// The operation, as `read_api` names it.
    #[schemars(length(min = 1, max = 200))]
    operation: String,
    /// The language of the program; shell, by curl, without it.
    #[serde(default)]
    #[schemars(schema_with = "languages")]
    language: Option<String>,
    /// The `nextOffset` of the part of the description before; the first part without it.
    #[serde(default)]
    #[schemars(range(min = 0, max = 10_000_000))]
    offset: Option<usize>,
}

fn languages(_: &mut SchemaGenerator) -> Schema {
    let names: Vec<_> = Language::ALL.iter().map(|it| it.as_str()).collect();
    json_schema!({"type": "string", "enum": names})
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldOperation {
    operation: String,
    method: String,
    path: String,
    title: String,
    is_deprecated: bool,
    /// Its parameters, its body and its responses, in Markdown, or a part of that.
    description: String,
    /// Where the next part of the description begins; null at its end.
    next_offset: Option<usize>,
    /// An example call as it goes over the wire.
    example: String,
    /// A whole program that gets a token and makes this call. It takes the keys from the environment.
    program: String,
    /// Where the person finds it.
    link: String,
}

pub struct ReadOperation;

impl Tool for ReadOperation {
    type Input = OneOperation;
    type Output = ToldOperation;

    const NAME: &'static str = "read_operation";
    const TITLE: &'static str = "Read an operation";
    const DESCRIPTION: &'static str = "Tells of one operation of an API its parameters, body and \
        responses, with an example call and a whole program in the language of your choice that makes \
        it. Use it before call_sandbox and before you write a program.";
    const EFFECT: Effect = Effect::Reads;

    async fn call(agent: Agent, input: OneOperation) -> Result<Told<ToldOperation>, Failure> {
        let api = find(&agent, &input.api).await?;
        let language = input
            .language
            .as_deref()
            .map_or(Ok(Language::Shell), str::parse);
        let language = language.map_err(|_| Failure::said("There is no such `language`."))?;
        let found = agents::operation(&api, &input.operation, language, agent.locale);
        let found = found.ok_or(ApiError::Related("operation"))?;
        let reference = routes::fill(routes::API_REFERENCE, &[&api.slug]);
        let offset = input.offset.unwrap_or_default();
        let (description, next_offset) = part(&found.markdown, offset);
        let data = ToldOperation {
            link: agent.link(&format!("{reference}#{}", found.name.slug)),
            operation: found.name.slug,
            method: found.name.method,
            path: found.name.path,
            title: found.name.title,
            is_deprecated: found.name.is_deprecated,
            description,
            next_offset,
            example: found.message,
            program: found.program,
        };
        let text = format!("{} {}: {}", data.method, data.path, data.title);
        Ok(Told { text, data })
    }
}
