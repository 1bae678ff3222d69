//! The rules for what operators write about an API.

mod access;
mod path;

use std::collections::BTreeSet;

use super::{ApiContent, ApiProblem, ApiState, CatalogueFiles, Missing, Part, Problem, operations};
use crate::{
    sandbox::{Sandbox, check_document},
    translated::Translated,
    upstreams::UpstreamPolicy,
};

const MAX_SLUG: usize = 64;
const MAX_VERSION: usize = 32;
const MAX_TAGS: usize = 20;
/// The most characters of each part.
pub(super) const MAX_NAME: usize = 80;
const MAX_SUMMARY: usize = 240;
const MAX_ARTICLE: usize = 200_000;
const MAX_TERMS: usize = 20_000;
const MAX_LINE: usize = 500;
const MAX_NOTE: usize = 4_000;
/// The most answers, and the most changes.
const MAX_ROWS: usize = 400;

/// Whether an API may have this name in addresses.
#[must_use]
pub fn is_slug(slug: &str) -> bool {
    let of_slugs = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !slug.is_empty() && slug.len() <= MAX_SLUG && slug.chars().all(of_slugs)
}

/// What is wrong with a content by itself. What is not written yet is not wrong; it is
/// [`missing`].
#[must_use]
pub fn problems(content: &ApiContent, upstreams: &UpstreamPolicy) -> Vec<Problem> {
    let mut problems = vec![];
    if !content.version.is_empty() && !is_version(&content.version) {
        problems.push(Problem::Version);
    }
    problems.extend(path::problem(&content.base_path, content.opened_by));
    problems.extend(own(content));
    let is_tag = |tag: &String| (1..=32).contains(&tag.chars().count());
    if content.tags.len() > MAX_TAGS || !content.tags.iter().all(is_tag) {
        problems.push(Problem::Tags);
    }
    problems.extend(texts(content));
    problems.extend(rows(content));
    problems.extend(articles(content));
    problems.extend(access::problems(content));
    let plans = content.plans.iter();
    let empty = plans.filter(|(_, terms)| terms.calls == Some(0) || terms.days == Some(0));
    problems.extend(empty.map(|(plan, _)| Problem::EmptyPlan(*plan)));
    let plans = content.plans.iter();
    let renewing = plans.filter(|(_, terms)| terms.renews_nothing());
    problems.extend(renewing.map(|(plan, _)| Problem::RenewsNothing(*plan)));
    problems.extend(answers(content));
    problems.extend(document(content));
    if let Some(upstream) = &content.upstream {
        problems.extend(upstreams.check(upstream).err().map(Problem::Upstream));
    }
    problems
}

/// The portal's own API is answered by the portal itself, and is the only one that its tokens open.
fn own(content: &ApiContent) -> Option<Problem> {
    let is_answered_elsewhere =
        content.sandbox || content.upstream.is_some() || !content.plans.is_empty();
    let is_wrong = is_answered_elsewhere || content.base_path != addresses::PORTAL_API;
    (is_wrong && !content.opened_by.is_plans()).then_some(Problem::PortalTokens)
}

fn rows(content: &ApiContent) -> impl Iterator<Item = Problem> {
    let counts = [
        (Part::Answers, content.answers.len()),
        (Part::Changes, content.changes.len()),
    ];
    let many = counts.into_iter().filter(|(_, count)| *count > MAX_ROWS);
    many.map(|(part, _)| Problem::TooManyRows {
        part,
        most: MAX_ROWS,
    })
}

/// What is wrong in a catalogue's files, as if the catalogue were empty.
#[must_use]
pub fn check_files(files: CatalogueFiles, upstreams: &UpstreamPolicy) -> Vec<ApiProblem> {
    let categories = files.categories.unwrap_or_default();
    let apis = files.apis.into_iter().map(|(slug, files)| {
        let state = files.state.unwrap_or(ApiState::Draft);
        let mut content = ApiContent::default();
        files.apply(&mut content);
        (slug, state, content)
    });
    let apis: Vec<_> = apis.collect();
    let mut found = vec![];
    for (slug, state, content) in &apis {
        let mut problems = problems(content, upstreams);
        if state.is_shown() {
            problems.extend(missing(content).into_iter().map(Problem::Missing));
        }
        let category = &content.category;
        if !category.is_empty() && !categories.iter().any(|it| it.slug == *category) {
            problems.push(Problem::UnknownCategory(content.category.clone()));
        }
        let taken = apis.iter().find(|(other, _, theirs)| {
            other != slug && overlap(&theirs.base_path, &content.base_path)
        });
        problems.extend(taken.map(|(other, ..)| Problem::TakenPath(other.clone())));
        found.extend(problems.into_iter().map(|problem| ApiProblem {
            slug: slug.clone(),
            problem,
        }));
    }
    found
}

/// What a content lacks to be published. A language other than the portal's default may be missing:
/// its readers get the default one.
#[must_use]
pub fn missing(content: &ApiContent) -> Vec<Missing> {
    let locale = locales::Locale::default();
    let texts = [
        (Part::Name, &content.name),
        (Part::Summary, &content.summary),
        (Part::Presentation, &content.presentation),
        (Part::Documentation, &content.documentation),
    ];
    let unwritten = texts
        .into_iter()
        .filter(|(_, text)| text.get(locale).is_none());
    let facts = [
        (Part::Version, &content.version),
        (Part::Category, &content.category),
        (Part::BasePath, &content.base_path),
    ];
    let facts = facts.into_iter().filter(|(_, fact)| fact.is_empty());
    let mut missing: Vec<_> = facts.map(|(part, _)| Missing::Fact(part)).collect();
    missing.extend(unwritten.map(|(part, _)| Missing::Text { part, locale }));
    if content.answers.is_empty() {
        missing.push(Missing::Answers);
    }
    if content.plans.is_empty() && content.opened_by.is_plans() {
        missing.push(Missing::Plan);
    }
    match &content.openapi {
        None => missing.push(Missing::Document),
        Some(document) => missing.extend(operations::missing(document)),
    }
    missing
}

fn is_version(version: &str) -> bool {
    let of_versions = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-');
    !version.is_empty() && version.len() <= MAX_VERSION && version.chars().all(of_versions)
}

/// Whether calls of two APIs could have the same path.
#[must_use]
pub fn overlap(one: &str, other: &str) -> bool {
    let below = |path: &str, base: &str| {
        let rest = path.strip_prefix(base);
        !base.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    below(one, other) || below(other, one)
}

fn texts(content: &ApiContent) -> impl Iterator<Item = Problem> {
    let lines = content.answers.iter();
    let lines = lines.flat_map(|answer| [&answer.meaning, &answer.remedy]);
    let notes = content.changes.iter().map(|change| &change.text);
    let parts = [
        (Part::Name, MAX_NAME, &content.name),
        (Part::Summary, MAX_SUMMARY, &content.summary),
        (Part::Presentation, MAX_ARTICLE, &content.presentation),
        (Part::Documentation, MAX_ARTICLE, &content.documentation),
    ];
    let parts = parts.into_iter();
    let parts = parts.chain(lines.map(|line| (Part::Answers, MAX_LINE, line)));
    let terms = content.plans.values().map(|plan| &plan.terms);
    let parts = parts.chain(terms.map(|terms| (Part::Plans, MAX_TERMS, terms)));
    let parts = parts.chain(notes.map(|note| (Part::Changes, MAX_NOTE, note)));
    let translated = parts.flat_map(|(part, most, text): (_, _, &Translated)| {
        text.texts()
            .filter_map(move |(_, text)| of_text(part, most, text))
    });
    let codes = content.answers.iter();
    let codes = codes.filter_map(|answer| of_text(Part::Answers, MAX_NAME, &answer.code));
    translated.chain(codes)
}

/// The texts that cannot be drawn.
fn articles(content: &ApiContent) -> impl Iterator<Item = Problem> {
    let articles = [
        (Part::Presentation, &content.presentation),
        (Part::Documentation, &content.documentation),
    ];
    let terms = content.plans.values();
    let terms = terms.map(|plan| (Part::Plans, &plan.terms));
    articles
        .into_iter()
        .chain(terms)
        .flat_map(|(part, article)| {
            article.texts().filter_map(move |(locale, text)| {
                let mistake = articles::article(text, locale).err()?;
                Some(Problem::Article {
                    part,
                    locale,
                    mistake,
                })
            })
        })
}

fn of_text(part: Part, most: usize, text: &str) -> Option<Problem> {
    let of_no_text = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    if text.chars().any(of_no_text) {
        Some(Problem::ControlCharacter(part))
    } else if text.chars().count() > most {
        Some(Problem::TooLong { part, most })
    } else {
        None
    }
}

fn answers(content: &ApiContent) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let answers = content.answers.iter();
    let wrong = answers.filter_map(|answer| {
        if !(100..600).contains(&answer.status) {
            return Some(Problem::Status(answer.status));
        }
        let is_new = seen.insert((answer.status, &answer.code));
        (!is_new).then(|| Problem::TwiceAnswered {
            status: answer.status,
            code: answer.code.clone(),
        })
    });
    wrong.collect()
}

fn document(content: &ApiContent) -> Option<Problem> {
    let document = content.openapi.as_deref()?;
    if let Err(wrong) = check_document(document) {
        return Some(Problem::Document(wrong.to_string()));
    }
    let sandbox = content.sandbox.then(|| Sandbox::compile(document))?;
    sandbox
        .err()
        .map(|wrong| Problem::Sandbox(wrong.to_string()))
}
