//! Reads the catalogue from the database.

use std::{collections::HashMap, sync::Arc};

use locales::Locale;
use sea_orm::{DbErr, EntityTrait, QueryOrder};

use super::{Answer, Api, ApiText, PlanOffer, Sample, Snapshot, presentation};
use crate::{
    db::{Db, Pool},
    entities::{api, api_answer, api_plan, api_sample, api_text},
    folding::fold,
    ids::ApiId,
    sandbox::Sandbox,
};

/// Reads all APIs with everything that belongs to them, in five queries. It takes the sandbox of an
/// unchanged document from `before` instead of compiling it again.
pub(super) async fn snapshot(db: &Db, before: &Snapshot) -> Result<Snapshot, DbErr> {
    let db = db.reader();
    let mut plans = plans(db).await?;
    let mut samples = samples(db).await?;
    let mut texts = texts(db).await?;
    let apis = api::Entity::find().all(db).await?.into_iter();
    let apis = apis.filter_map(|row| {
        let Some(texts) = texts.remove(&row.id).and_then(in_every_language) else {
            tracing::warn!(api = row.slug, "left out of the catalogue: it has no texts");
            return None;
        };
        let (openapi, sandbox) = document_with_sandbox(&row, before.find(row.id).as_deref());
        Some(Api {
            id: row.id,
            openapi,
            sandbox,
            upstream: row.upstream,
            plans: plans.remove(&row.id).unwrap_or_default(),
            samples: samples.remove(&row.id).unwrap_or_default(),
            texts,
            slug: row.slug,
            version: row.version,
            category: row.category,
            base_path: row.base_path,
            position: row.position,
            published: row.published_at.is_some(),
            published_at: row.published_at,
        })
    });
    Ok(Snapshot::new(apis.collect()))
}

type DocumentWithSandbox = (Option<Arc<str>>, Option<Arc<Sandbox>>);

/// The document and its sandbox; neither when the sandbox cannot be made.
fn document_with_sandbox(row: &api::Model, before: Option<&Api>) -> DocumentWithSandbox {
    let Some(document) = &row.openapi else {
        return (None, None);
    };
    if !row.sandbox {
        return (Some(document.as_str().into()), None);
    }
    if let Some(before) = before
        && before.openapi.as_deref() == Some(document)
        && before.sandbox.is_some()
    {
        return (before.openapi.clone(), before.sandbox.clone());
    }
    match Sandbox::compile(document) {
        Ok(sandbox) => {
            for warning in sandbox.warnings() {
                tracing::warn!(
                    api = row.slug,
                    warning,
                    "a part of its document is passed over"
                );
            }
            (Some(document.as_str().into()), Some(Arc::new(sandbox)))
        }
        Err(error) => {
            tracing::error!(api = row.slug, %error, "its document is left out of the catalogue");
            (None, None)
        }
    }
}

/// Fills languages without a text with the text of the default one.
fn in_every_language(mut texts: HashMap<Locale, ApiText>) -> Option<[ApiText; Locale::ALL.len()]> {
    let default = texts.remove(&Locale::default())?;
    Some(Locale::ALL.map(|locale| texts.remove(&locale).unwrap_or_else(|| default.clone())))
}

async fn plans(db: &Pool) -> Result<HashMap<ApiId, Vec<PlanOffer>>, DbErr> {
    let rows = api_plan::Entity::find().all(db).await?;
    let mut plans = group(rows.into_iter().map(|row| {
        let offer = PlanOffer {
            plan: row.plan,
            calls: row.calls.and_then(|calls| calls.try_into().ok()),
            days: row.days.and_then(|days| days.try_into().ok()),
        };
        (row.api_id, offer)
    }));
    for offers in plans.values_mut() {
        offers.sort_by_key(|offer| offer.plan);
    }
    Ok(plans)
}

async fn samples(db: &Pool) -> Result<HashMap<ApiId, Vec<Sample>>, DbErr> {
    let rows = api_sample::Entity::find()
        .order_by_asc(api_sample::Column::Position)
        .all(db)
        .await?;
    Ok(group(rows.into_iter().map(|row| {
        let sample = Sample {
            language: row.language,
            source: row.source,
        };
        (row.api_id, sample)
    })))
}

async fn texts(db: &Pool) -> Result<HashMap<ApiId, HashMap<Locale, ApiText>>, DbErr> {
    let mut answers = answers(db).await?;
    let mut texts: HashMap<_, HashMap<_, _>> = HashMap::new();
    for row in api_text::Entity::find().all(db).await? {
        let Ok(locale) = row.locale.parse() else {
            continue;
        };
        let text = ApiText {
            folded: fold(&format!("{} {}", row.name, row.summary)),
            presentation_html: presentation::to_html(&row.presentation),
            answers: answers
                .remove(&(row.api_id, row.locale))
                .unwrap_or_default(),
            name: row.name,
            summary: row.summary,
        };
        texts.entry(row.api_id).or_default().insert(locale, text);
    }
    Ok(texts)
}

async fn answers(db: &Pool) -> Result<HashMap<(ApiId, String), Vec<Answer>>, DbErr> {
    let rows = api_answer::Entity::find()
        .order_by_asc(api_answer::Column::Position)
        .all(db)
        .await?;
    Ok(group(rows.into_iter().filter_map(|row| {
        let answer = Answer {
            status: row.status.try_into().ok()?,
            code: row.code,
            meaning: row.meaning,
            remedy: row.remedy,
        };
        Some(((row.api_id, row.locale), answer))
    })))
}

fn group<K: Eq + std::hash::Hash, V>(items: impl Iterator<Item = (K, V)>) -> HashMap<K, Vec<V>> {
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for (key, item) in items {
        groups.entry(key).or_default().push(item);
    }
    groups
}
