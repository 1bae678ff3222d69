//! Writes a catalogue as files.

use serde::Serialize;

use super::{
    API, CATEGORIES, DOCUMENT, DOCUMENTATION, Files, PRESENTATION, TUTORIAL,
    toml_files::{ApiFile, CategoriesFile, CategoryEntry},
};
use crate::{
    catalogue::{ApiExport, Attachment, Category},
    translated::Translated,
};

/// The files of a catalogue. Reading and importing them changes nothing.
///
/// # Errors
/// When something cannot be written as TOML.
pub fn write(categories: &[Category], apis: &[ApiExport]) -> Result<Files, toml::ser::Error> {
    let mut files = Files::new();
    files.insert(CATEGORIES.to_owned(), categories_file(categories)?);
    for api in apis {
        write_api(&mut files, api)?;
    }
    Ok(files)
}

fn categories_file(categories: &[Category]) -> Result<Vec<u8>, toml::ser::Error> {
    let entries = categories.iter().map(|category| CategoryEntry {
        slug: category.slug.clone(),
        name: category.names.clone(),
    });
    text_of(&CategoriesFile {
        categories: entries.collect(),
    })
}

fn write_api(files: &mut Files, api: &ApiExport) -> Result<(), toml::ser::Error> {
    let ApiExport { slug, content, .. } = api;
    let mut put = |name: String, text: Vec<u8>| files.insert(format!("{slug}/{name}"), text);
    put(API.to_owned(), text_of(&facts(api))?);
    let mut articles = |stem: &str, article: &Translated| {
        for (locale, text) in article.texts() {
            put(format!("{stem}.{}.md", locale.tag()), text.into());
        }
    };
    articles(PRESENTATION, &content.presentation);
    articles(DOCUMENTATION, &content.documentation);
    if let Some(document) = &content.openapi {
        put(DOCUMENT.to_owned(), document.as_bytes().into());
    }
    let mut attach = |name: String, file: &Attachment| {
        if let Some(bytes) = api.attachments.get(&file.digest) {
            put(name, bytes.clone());
        }
    };
    if let Some(logo) = &content.logo {
        attach(format!("logo.{}", logo.kind.extension()), logo);
    }
    for (locale, tutorial) in &content.tutorials {
        attach(format!("{TUTORIAL}.{}.pdf", locale.tag()), tutorial);
    }
    Ok(())
}

/// All of what `api.toml` may say. What is empty is mentioned too, so that an import takes it away
/// elsewhere.
fn facts(api: &ApiExport) -> ApiFile {
    let content = &api.content;
    ApiFile {
        state: Some(api.state),
        sunset: api.sunset_on,
        successor: Some(api.successor.clone().unwrap_or_default()),
        version: Some(content.version.clone()),
        category: Some(content.category.clone()),
        tags: Some(content.tags.clone()),
        position: Some(content.position),
        base_path: Some(content.base_path.clone()),
        opened_by: Some(content.opened_by).filter(|it| !it.is_plans()),
        sandbox: Some(content.sandbox),
        upstream: Some(content.upstream.clone().unwrap_or_default()),
        plans: Some(content.plans.clone()),
        audience: Some(content.audience.clone()),
        trial: Some(content.trial.clone()),
        request: Some(content.request_form.clone()),
        name: content.name.clone(),
        summary: content.summary.clone(),
        answers: Some(content.answers.clone()),
        changes: Some(content.changes.clone()),
    }
}

fn text_of(file: &impl Serialize) -> Result<Vec<u8>, toml::ser::Error> {
    toml::to_string_pretty(file).map(String::into_bytes)
}
