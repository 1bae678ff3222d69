//! The catalogue, as the person behind the token sees it.

use std::sync::Arc;

use axum::{extract::OriginalUri, response::Response};
use chrono::NaiveDate;
use domain::{
    Services,
    catalogue::{Api, ApiState, Plan, PlanOffer, QuestionKind},
    clock::Timestamp,
    ids::ApiId,
    requests::LegalBasis,
};
use locales::{Locale, request_answers as t};
use schemars::JsonSchema;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    caller::{Language, Reading},
    error::ApiError,
    json_api::{Many, One, link, resource},
    list,
    query::{Fields, Id, Query},
    schemas,
};

pub const TYPE: &str = "apis";

pub fn router() -> OpenApiRouter<Arc<Services>> {
    OpenApiRouter::new()
        .routes(routes!(list_apis))
        .routes(routes!(read_api))
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ApiAttributes {
    /// Its name in addresses, and the scope of tokens that call it.
    slug: String,
    /// In the caller's language.
    name: String,
    summary: String,
    version: String,
    category: String,
    tags: Vec<String>,
    /// Where its calls begin, below the portal's address.
    base_path: String,
    #[schema(schema_with = schemas::api_state)]
    state: ApiState,
    /// The last day of a deprecated one.
    sunset_on: Option<NaiveDate>,
    #[schema(value_type = Option<String>, format = DateTime)]
    published_at: Option<Timestamp>,
    plans: Vec<PlanAttributes>,
    /// What a request for it has to answer.
    questions: Vec<QuestionAttributes>,
}

#[derive(Serialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanAttributes {
    #[schema(schema_with = schemas::plan)]
    #[schemars(with = "String")]
    plan: Plan,
    /// How many calls it gives; `null` means no limit.
    calls: Option<u32>,
    /// For how many days; `null` means no end.
    days: Option<u32>,
    /// Whether another count begins whenever the days are over.
    renews: bool,
}

#[derive(Serialize, ToSchema, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct QuestionAttributes {
    /// What the answer is sent under.
    name: String,
    question: String,
    #[schema(schema_with = schemas::question_kind)]
    #[schemars(with = "String")]
    kind: QuestionKind,
    /// What can be chosen; nothing for other kinds.
    choices: Vec<String>,
    is_required: bool,
}

impl From<PlanOffer> for PlanAttributes {
    fn from(offer: PlanOffer) -> Self {
        Self {
            plan: offer.plan,
            calls: offer.calls,
            days: offer.days,
            renews: offer.renews,
        }
    }
}

resource!(ApiResource {
    attributes: ApiAttributes
});

pub fn resource(api: &Api, locale: Locale) -> ApiResource {
    let text = api.text(locale);
    ApiResource {
        kind: TYPE,
        id: api.id.to_string(),
        attributes: ApiAttributes {
            slug: api.slug.clone(),
            name: text.name.clone(),
            summary: text.summary.clone(),
            version: api.version.clone(),
            category: api.category.name(locale).to_owned(),
            tags: api.tags.clone(),
            base_path: api.base_path.clone(),
            state: api.state,
            sunset_on: api.sunset_on,
            published_at: api.published_at,
            plans: plans(api),
            questions: questions(api, locale),
        },
        links: Some(link(format!("{}/apis/{}", super::ROOT, api.id))),
    }
}

/// The name of the question what the answers are used for, and of that for the legal basis. No
/// question of an operator has a capital letter in its name.
pub const PURPOSE: &str = "intendedPurpose";
pub const LEGAL_BASIS: &str = "legalBasis";

pub fn plans(api: &Api) -> Vec<PlanAttributes> {
    let offers = api.plans.iter().copied();
    offers.map(PlanAttributes::from).collect()
}

pub fn questions(api: &Api, locale: Locale) -> Vec<QuestionAttributes> {
    let form = &api.request_form;
    let purpose = form.purpose.then(|| QuestionAttributes {
        name: PURPOSE.to_owned(),
        question: t::purpose(locale).to_owned(),
        kind: QuestionKind::Text,
        choices: vec![],
        is_required: true,
    });
    let bases = LegalBasis::ALL.iter().map(ToString::to_string);
    let legal_basis = form.personal_data.then(|| QuestionAttributes {
        name: LEGAL_BASIS.to_owned(),
        question: t::legal_basis(locale).to_owned(),
        kind: QuestionKind::Choice,
        choices: bases.collect(),
        is_required: true,
    });
    let own = form.questions.iter().map(|question| {
        let choices = question.choices.iter();
        QuestionAttributes {
            name: question.id.clone(),
            question: question.label.text_for(locale).to_owned(),
            kind: question.kind,
            choices: choices.map(|it| it.text_for(locale).to_owned()).collect(),
            is_required: question.required,
        }
    });
    purpose.into_iter().chain(legal_basis).chain(own).collect()
}

/// The APIs of the catalogue that are open, in its order.
#[utoipa::path(
    get, path = "/apis", tag = "apis", operation_id = "listApis", params(Fields),
    responses(
        (status = 200, description = "All of them on one page.", body = Many<ApiResource>),
    ),
)]
async fn list_apis(
    Reading(caller): Reading,
    Language(locale): Language,
    OriginalUri(uri): OriginalUri,
    Query((fields,)): Query<(Fields,)>,
) -> Result<Response, ApiError> {
    let apis = caller.apis().await?;
    let resources = apis.published().map(|api| resource(api, locale));
    list::many(&uri, resources.collect(), None, None, &fields)
}

/// An API of the catalogue.
#[utoipa::path(
    get, path = "/apis/{id}", tag = "apis", operation_id = "readApi",
    params(("id" = Uuid, Path, description = "The API."), Fields),
    responses(
        (status = 200, description = "The API.", body = One<ApiResource>),
    ),
)]
async fn read_api(
    Reading(caller): Reading,
    Language(locale): Language,
    Id(id): Id<ApiId>,
    Query((fields,)): Query<(Fields,)>,
) -> Result<Response, ApiError> {
    let api = caller.apis().await?.find(id);
    let api = api.filter(|api| api.state.is_shown());
    let api = api.ok_or(ApiError::NotFound)?;
    list::one(resource(&api, locale), None, &fields)
}
