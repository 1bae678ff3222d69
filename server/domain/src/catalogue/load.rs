//! Reads the catalogue from the database.

use std::{collections::HashMap, sync::Arc};

use articles::Article;
use locales::Locale;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{
    Answer, Api, ApiContent, ApiState, ApiText, Category, PlanOffer, Snapshot,
    search::{Head, index},
    stored,
};
use crate::{
    clock::Timestamp,
    db::{Db, Pool},
    entities::{api, api_revision, category},
    ids::ApiRevisionId,
    sandbox::Sandbox,
    translated::Translated,
};

/// Reads every API that was ever published, in three queries. Those that did not change are taken
/// from `before`.
pub(super) async fn snapshot(db: &Db, before: &Snapshot) -> Result<Snapshot, DbErr> {
    let db = db.reader();
    let categories = categories(db).await?;
    let rows = api::Entity::find()
        .filter(api::Column::PublishedId.is_not_null())
        .all(db)
        .await?;
    let known = |row: &api::Model| {
        let api = before.find(row.id)?;
        // Without operations it may have been read before its words were written.
        let is_read = api.openapi.is_none() || !api.operations.is_empty();
        (Some(api.revision) == row.published_id && is_read).then_some(api)
    };
    let wanted = rows.iter().filter(|row| known(row).is_none());
    let wanted: Vec<_> = wanted.filter_map(|row| row.published_id).collect();
    let mut operations = index::operations(db, &wanted).await?;
    let mut published = published(db, wanted).await?;
    let mut apis = vec![];
    for row in rows {
        if let Some(api) = known(&row) {
            apis.push(with_state(&api, &row, &categories));
        } else if let Some(content) = row.published_id.and_then(|id| published.remove(&id)) {
            let earlier = before.find(row.id);
            let Some(revision) = row.published_id else {
                continue;
            };
            let api = read(&row, revision, content, earlier.as_deref(), &categories);
            let operations = operations.remove(&revision);
            apis.push(Arc::new(Api {
                operations: operations.unwrap_or_default().into(),
                ..api
            }));
        }
    }
    Ok(Snapshot::new(apis, categories))
}

/// An API as if this content of it were published.
pub(super) async fn preview(
    db: &Pool,
    row: &api::Model,
    revision: ApiRevisionId,
    content: ApiContent,
) -> Result<Arc<Api>, DbErr> {
    let categories = categories(db).await?;
    let api = read(row, revision, (content, None), None, &categories);
    let state = match row.state {
        ApiState::Draft => ApiState::Published,
        state => state,
    };
    Ok(Arc::new(Api {
        is_preview: true,
        state,
        ..api
    }))
}

async fn categories(db: &Pool) -> Result<Vec<Arc<Category>>, DbErr> {
    let mut rows = category::Entity::find().all(db).await?;
    rows.sort_by(|a, b| (a.position, &a.slug).cmp(&(b.position, &b.slug)));
    let categories = rows.into_iter().map(|row| {
        Arc::new(Category {
            slug: row.slug,
            names: row.names,
        })
    });
    Ok(categories.collect())
}

/// What readers see, and since when.
type Published = (ApiContent, Option<Timestamp>);

async fn published(
    db: &Pool,
    revisions: Vec<ApiRevisionId>,
) -> Result<HashMap<ApiRevisionId, Published>, DbErr> {
    if revisions.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = api_revision::Entity::find()
        .filter(api_revision::Column::Id.is_in(revisions))
        .all(db)
        .await?;
    let contents = rows
        .into_iter()
        .map(|row| Ok((row.id, (stored::parse(&row.content)?, row.published_at))));
    contents.collect()
}

/// An API whose content did not change, with the state and the category that it has now.
fn with_state(api: &Arc<Api>, row: &api::Model, categories: &[Arc<Category>]) -> Arc<Api> {
    let category = category(&api.category.slug, categories);
    let same_end = api.sunset_on == row.sunset_on
        && api.deprecated_at == row.deprecated_at
        && api.successor == row.successor;
    if api.state == row.state && same_end && api.category == category {
        return Arc::clone(api);
    }
    Arc::new(Api {
        head: api.head.in_category(&api.slug, &api.tags, &category),
        state: row.state,
        sunset_on: row.sunset_on,
        deprecated_at: row.deprecated_at,
        successor: row.successor.clone(),
        category,
        ..(**api).clone()
    })
}

fn category(slug: &str, categories: &[Arc<Category>]) -> Arc<Category> {
    let known = categories.iter().find(|it| it.slug == slug).cloned();
    known.unwrap_or_else(|| {
        Arc::new(Category {
            slug: slug.to_owned(),
            names: Translated::default(),
        })
    })
}

/// The API of a row and its content. The sandbox of an unchanged document is that of `before`.
fn read(
    row: &api::Model,
    revision: ApiRevisionId,
    (content, published_at): Published,
    before: Option<&Api>,
    categories: &[Arc<Category>],
) -> Api {
    let texts = Locale::ALL.map(|locale| text(&row.slug, &content, locale));
    // Whatever the state is now: another one makes no new `Api` of the same content.
    let category = category(&content.category, categories);
    let head = Head::of(&row.slug, &content, &category);
    let document = content.openapi;
    let (openapi, sandbox) = document_with_sandbox(&row.slug, document, content.sandbox, before);
    let plans = content.plans.into_iter();
    let plans = plans.map(|(plan, terms)| PlanOffer {
        plan,
        calls: terms.calls,
        days: terms.days,
        renews: terms.renews,
    });
    Api {
        id: row.id,
        revision,
        is_preview: false,
        slug: row.slug.clone(),
        state: row.state,
        published_at,
        sunset_on: row.sunset_on,
        deprecated_at: row.deprecated_at,
        successor: row.successor.clone(),
        version: content.version,
        category,
        tags: content.tags,
        base_path: content.base_path,
        position: content.position,
        opened_by: content.opened_by,
        plans: plans.collect(),
        audience: content.audience,
        trial: content.trial,
        request_form: content.request_form,
        changes: content.changes,
        openapi,
        sandbox,
        upstream: content.upstream,
        logo: content.logo,
        tutorials: content.tutorials,
        head,
        operations: [].into(),
        texts,
    }
}

type DocumentWithSandbox = (Option<Arc<str>>, Option<Arc<Sandbox>>);

/// The document and its sandbox; neither when the sandbox cannot be made.
fn document_with_sandbox(
    slug: &str,
    document: Option<String>,
    has_sandbox: bool,
    before: Option<&Api>,
) -> DocumentWithSandbox {
    let Some(document) = document else {
        return (None, None);
    };
    if !has_sandbox {
        return (Some(document.into()), None);
    }
    if let Some(before) = before
        && before.openapi.as_deref() == Some(document.as_str())
        && before.sandbox.is_some()
    {
        return (before.openapi.clone(), before.sandbox.clone());
    }
    match Sandbox::compile(&document) {
        Ok(sandbox) => {
            for warning in sandbox.warnings() {
                tracing::warn!(api = slug, warning, "a part of its document is passed over");
            }
            (Some(document.into()), Some(Arc::new(sandbox)))
        }
        Err(error) => {
            tracing::error!(api = slug, %error, "its document is left out of the catalogue");
            (None, None)
        }
    }
}

fn text(slug: &str, content: &ApiContent, locale: Locale) -> ApiText {
    let name = content.name.text_for(locale).to_owned();
    let summary = content.summary.text_for(locale).to_owned();
    let answers = content.answers.iter().map(|answer| Answer {
        status: answer.status,
        code: answer.code.clone(),
        meaning: answer.meaning.text_for(locale).to_owned(),
        remedy: answer.remedy.text_for(locale).to_owned(),
    });
    let terms = content.plans.iter();
    let terms = terms.filter(|(_, plan)| !plan.terms.text_for(locale).is_empty());
    let terms = terms.map(|(plan, it)| (*plan, note(slug, it.terms.text_for(locale), locale)));
    ApiText {
        presentation: article(slug, content.presentation.text_for(locale), locale),
        documentation: article(slug, content.documentation.text_for(locale), locale),
        answers: answers.collect(),
        terms: terms.collect(),
        name,
        summary,
    }
}

/// Nothing where the text, which was once accepted, cannot be drawn.
fn note(slug: &str, markdown: &str, locale: Locale) -> String {
    articles::note(markdown, locale).unwrap_or_else(|error| {
        let locale = locale.tag();
        tracing::error!(api = slug, locale, %error, "terms are left out of the catalogue");
        String::new()
    })
}

/// The same for a text that has a page of its own.
fn article(slug: &str, markdown: &str, locale: Locale) -> Article {
    articles::article(markdown, locale).unwrap_or_else(|error| {
        let locale = locale.tag();
        tracing::error!(api = slug, locale, %error, "a text is left out of the catalogue");
        Article::default()
    })
}
