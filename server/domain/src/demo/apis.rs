//! Publishes the demo APIs.

use locales::Locale;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, QueryFilter, Set,
    sea_query::{Expr, OnConflict},
};

use super::content::DemoApi;
use crate::{
    Scope, catalogue,
    db::Transaction,
    entities::{api, api_answer, api_plan, api_sample, api_text},
    ids::ApiId,
};

/// Adds all of them in one transaction, so that no API is incomplete.
pub(super) async fn fill(scope: &Scope, apis: &[DemoApi]) -> Result<(), DbErr> {
    let transaction = scope.portal.db.begin().await?;
    for demo in apis {
        let id = scope.portal.new_id();
        if insert(&transaction, scope, id, demo).await? {
            describe(&transaction, id, demo).await?;
        } else {
            document(&transaction, scope, demo).await?;
        }
    }
    catalogue::advance(&transaction).await?;
    transaction.commit().await
}

/// Inserts the API; tells whether it is new.
async fn insert(
    transaction: &Transaction,
    scope: &Scope,
    id: ApiId,
    demo: &DemoApi,
) -> Result<bool, DbErr> {
    let row = api::ActiveModel {
        id: Set(id),
        slug: Set(demo.facts.slug.clone()),
        version: Set(demo.facts.version.clone()),
        category: Set(demo.facts.category),
        base_path: Set(demo.facts.base_path.clone()),
        position: Set(demo.facts.position),
        openapi: Set(Some(demo.openapi.to_owned())),
        sandbox: Set(true),
        upstream: Set(None),
        published_at: Set(Some(scope.now())),
        updated_at: Set(scope.now()),
    };
    let there_already = OnConflict::column(api::Column::Slug)
        .do_nothing()
        .to_owned();
    let inserted = api::Entity::insert(row)
        .on_conflict(there_already)
        .exec_without_returning(transaction)
        .await?;
    Ok(inserted == 1)
}

/// Adds the document to an API that an earlier version published without one.
async fn document(transaction: &Transaction, scope: &Scope, demo: &DemoApi) -> Result<(), DbErr> {
    api::Entity::update_many()
        .col_expr(api::Column::Openapi, Expr::value(demo.openapi))
        .col_expr(api::Column::Sandbox, Expr::value(true))
        .col_expr(api::Column::UpdatedAt, Expr::value(scope.now()))
        .filter(api::Column::Slug.eq(&demo.facts.slug))
        .filter(api::Column::Openapi.is_null())
        .exec(transaction)
        .await?;
    Ok(())
}

async fn describe(transaction: &Transaction, id: ApiId, demo: &DemoApi) -> Result<(), DbErr> {
    let texts = Locale::ALL.map(|locale| text(id, demo, locale));
    let answers = Locale::ALL
        .into_iter()
        .flat_map(|locale| answers(id, demo, locale));
    api_text::Entity::insert_many(texts)
        .exec_without_returning(transaction)
        .await?;
    api_answer::Entity::insert_many(answers)
        .exec_without_returning(transaction)
        .await?;
    api_sample::Entity::insert_many(samples(id, demo))
        .exec_without_returning(transaction)
        .await?;
    api_plan::Entity::insert_many(plans(id, demo))
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

fn text(id: ApiId, demo: &DemoApi, locale: Locale) -> api_text::ActiveModel {
    api_text::ActiveModel {
        api_id: Set(id),
        locale: Set(locale.tag().to_owned()),
        name: Set(demo.facts.name.get(locale).clone()),
        summary: Set(demo.facts.summary.get(locale).clone()),
        presentation: Set((*demo.presentation.get(locale)).to_owned()),
    }
}

fn answers(
    id: ApiId,
    demo: &DemoApi,
    locale: Locale,
) -> impl Iterator<Item = api_answer::ActiveModel> {
    let numbered = (1..).zip(&demo.facts.answers);
    numbered.map(move |(position, answer)| api_answer::ActiveModel {
        api_id: Set(id),
        locale: Set(locale.tag().to_owned()),
        position: Set(position),
        status: Set(answer.status),
        code: Set(answer.code.clone()),
        meaning: Set(answer.meaning.get(locale).clone()),
        remedy: Set(answer.remedy.get(locale).clone()),
    })
}

fn samples(id: ApiId, demo: &DemoApi) -> impl Iterator<Item = api_sample::ActiveModel> {
    let numbered = (1..).zip(demo.samples);
    numbered.map(
        move |(position, (language, source))| api_sample::ActiveModel {
            api_id: Set(id),
            language: Set(*language),
            position: Set(position),
            source: Set((*source).to_owned()),
        },
    )
}

fn plans(id: ApiId, demo: &DemoApi) -> impl Iterator<Item = api_plan::ActiveModel> {
    let offered = demo.facts.plans.offered();
    offered.map(move |(plan, limits)| api_plan::ActiveModel {
        api_id: Set(id),
        plan: Set(plan),
        calls: Set(limits.calls),
        days: Set(limits.days),
    })
}
