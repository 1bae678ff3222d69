//! Reads the files of a catalogue.

use std::str;

use locales::Locale;
use openapi::ProblemKind;
use serde::de::DeserializeOwned;

use super::{
    API, ApiFiles, CATEGORIES, CatalogueFiles, DOCUMENT, DOCUMENTATION, Files, LOGOS, PRESENTATION,
    TUTORIAL, YAML_DOCUMENTS,
    toml_files::{ApiFile, CategoriesFile},
};
use crate::catalogue::{
    AttachmentChange, AttachmentFault, Category, NewAttachment,
    check::is_slug,
    upload::{self, UploadedDocument},
};

/// The most bytes of one file.
const MAX_FILE: usize = 8 << 20;
/// The byte order mark that some editors write.
const BOM: char = '\u{feff}';

/// A mistake in a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {mistake}", line.map_or_else(String::new, |line| format!(":{line}")))]
pub struct FileProblem {
    /// Its path below the catalogue's folder.
    pub file: String,
    /// From 1.
    pub line: Option<usize>,
    pub mistake: FileMistake,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileMistake {
    #[error("it is no text in UTF-8")]
    Encoding,
    #[error("it is larger than 8 MiB")]
    Size,
    /// What the parser says.
    #[error("{0}")]
    Toml(String),
    /// Where in the document it is, and what is wrong or not obeyed there.
    #[error("{}{kind}", prefix(place))]
    Document { place: String, kind: ProblemKind },
    #[error("there is another OpenAPI document beside it")]
    TwoDocuments,
    #[error("there is another logo beside it")]
    TwoLogos,
    #[error("{0}")]
    Attachment(AttachmentFault),
    #[error("no file of a catalogue has this name; the README lists those that have a meaning")]
    UnknownFile,
    #[error("the folder's name should be 1 to 64 of a-z, 0-9 and -, as in score-de-credito")]
    Slug,
    #[error("the category {0} should be named by 1 to 64 of a-z, 0-9 and -, once")]
    CategorySlug(String),
}

/// Reads what the files say. Those that begin with a dot, and `README.md`, are passed over.
///
/// # Errors
/// All mistakes at once, in the order of the files.
pub fn read(files: &Files) -> Result<CatalogueFiles, Vec<FileProblem>> {
    let mut catalogue = CatalogueFiles::default();
    let mut problems = vec![];
    for (file, bytes) in files.iter().filter(|(file, _)| !is_passed_over(file)) {
        let read = match slug_of_document(file) {
            Some(slug) => read_document(&mut catalogue, slug, file, bytes),
            None => read_file(&mut catalogue, file, bytes).map_err(|problem| vec![problem]),
        };
        let found = read.err().unwrap_or_default().into_iter();
        problems.extend(found.map(|problem| FileProblem {
            file: file.clone(),
            ..problem
        }));
    }
    if problems.is_empty() {
        Ok(catalogue)
    } else {
        Err(problems)
    }
}

fn is_passed_over(file: &str) -> bool {
    let mut segments = file.split('/');
    segments.any(|segment| segment.starts_with('.')) || file.ends_with("README.md")
}

fn read_file(catalogue: &mut CatalogueFiles, file: &str, bytes: &[u8]) -> Result<(), FileProblem> {
    if bytes.len() > MAX_FILE {
        return Err(FileMistake::Size.into());
    }
    if let Some((slug, name)) = file.split_once('/')
        && is_slug(slug)
        && read_attachment(catalogue, slug, name, bytes)?
    {
        return Ok(());
    }
    let text = str::from_utf8(bytes).map_err(|_| FileMistake::Encoding)?;
    let text = text.strip_prefix(BOM).unwrap_or(text);
    if file == CATEGORIES {
        catalogue.categories = Some(categories(text)?);
        return Ok(());
    }
    let (slug, name) = file.split_once('/').ok_or(FileMistake::UnknownFile)?;
    if !is_slug(slug) {
        return Err(FileMistake::Slug.into());
    }
    let api = catalogue.apis.entry(slug.to_owned()).or_default();
    read_file_of_api(api, name, text)
}

/// The API that a document of this name describes.
fn slug_of_document(file: &str) -> Option<&str> {
    let (slug, name) = file.split_once('/')?;
    let is_document = name == DOCUMENT || YAML_DOCUMENTS.contains(&name);
    (is_document && is_slug(slug)).then_some(slug)
}

/// An empty file takes the document away.
fn read_document(
    catalogue: &mut CatalogueFiles,
    slug: &str,
    file: &str,
    bytes: &[u8],
) -> Result<(), Vec<FileProblem>> {
    let api = catalogue.apis.entry(slug.to_owned()).or_default();
    if api.openapi.is_some() {
        return Err(vec![FileMistake::TwoDocuments.into()]);
    }
    if bytes.is_empty() {
        api.openapi = Some(String::new());
        return Ok(());
    }
    let read = upload::read(bytes);
    let UploadedDocument { json, ignored } = read.map_err(|problems| {
        problems
            .into_iter()
            .map(FileProblem::from)
            .collect::<Vec<_>>()
    })?;
    api.openapi = Some(json);
    catalogue
        .warnings
        .extend(ignored.into_iter().map(|problem| FileProblem {
            file: file.to_owned(),
            ..problem.into()
        }));
    Ok(())
}

/// Reads a file that is no text; tells whether it was one.
fn read_attachment(
    catalogue: &mut CatalogueFiles,
    slug: &str,
    name: &str,
    bytes: &[u8],
) -> Result<bool, FileProblem> {
    let tutorial = language_of(name, TUTORIAL, ".pdf");
    if tutorial.is_none() && !LOGOS.contains(&name) {
        return Ok(false);
    }
    let change = match (bytes.is_empty(), tutorial) {
        (true, _) => Ok(AttachmentChange::Remove),
        (false, Some(_)) => NewAttachment::tutorial(bytes.to_vec()).map(AttachmentChange::Replace),
        (false, None) => NewAttachment::logo(bytes.to_vec()).map(AttachmentChange::Replace),
    };
    let change = change.map_err(FileMistake::Attachment)?;
    let api = catalogue.apis.entry(slug.to_owned()).or_default();
    match tutorial {
        Some(locale) => {
            api.attachments.tutorials.insert(locale, change);
        }
        None if api.attachments.logo.is_some() => return Err(FileMistake::TwoLogos.into()),
        None => api.attachments.logo = Some(change),
    }
    Ok(true)
}

fn read_file_of_api(api: &mut ApiFiles, name: &str, text: &str) -> Result<(), FileProblem> {
    if name == API {
        facts(api, parse(text)?);
    } else if let Some(locale) = language_of(name, PRESENTATION, ".md") {
        api.presentation.set(locale, text.to_owned());
    } else if let Some(locale) = language_of(name, DOCUMENTATION, ".md") {
        api.documentation.set(locale, text.to_owned());
    } else {
        return Err(FileMistake::UnknownFile.into());
    }
    Ok(())
}

fn facts(api: &mut ApiFiles, file: ApiFile) {
    api.state = file.state;
    api.sunset = file.sunset;
    api.successor = file.successor;
    api.version = file.version;
    api.category = file.category;
    api.tags = file.tags;
    api.position = file.position;
    api.base_path = file.base_path;
    api.sandbox = file.sandbox;
    api.upstream = file.upstream;
    api.opened_by = file.opened_by;
    api.plans = file.plans;
    api.audience = file.audience;
    api.trial = file.trial;
    api.request_form = file.request;
    api.name = file.name;
    api.summary = file.summary;
    api.answers = file.answers;
    api.changes = file.changes;
}

fn categories(text: &str) -> Result<Vec<Category>, FileProblem> {
    let file: CategoriesFile = parse(text)?;
    let mut categories: Vec<Category> = vec![];
    for entry in file.categories {
        let is_known = categories.iter().any(|it| it.slug == entry.slug);
        if !is_slug(&entry.slug) || is_known {
            return Err(FileMistake::CategorySlug(entry.slug).into());
        }
        categories.push(Category {
            slug: entry.slug,
            names: entry.name,
        });
    }
    Ok(categories)
}

/// The language in a name such as `presentation.pt-BR.md`.
fn language_of(name: &str, stem: &str, end: &str) -> Option<Locale> {
    let tag = name.strip_prefix(stem)?.strip_prefix('.')?;
    let tag = tag.strip_suffix(end)?;
    Locale::ALL.into_iter().find(|locale| locale.tag() == tag)
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, FileProblem> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start));
        FileProblem {
            file: String::new(),
            line: before.map(|before| before.matches('\n').count() + 1),
            mistake: FileMistake::Toml(error.message().to_owned()),
        }
    })
}

fn prefix(place: &str) -> String {
    let colon = if place.is_empty() { "" } else { ": " };
    format!("{place}{colon}")
}

impl From<openapi::Problem> for FileProblem {
    fn from(problem: openapi::Problem) -> Self {
        let line = problem.position.map(|position| position.line as usize);
        Self {
            file: String::new(),
            line,
            mistake: FileMistake::Document {
                place: problem.place,
                kind: problem.kind,
            },
        }
    }
}

impl From<FileMistake> for FileProblem {
    fn from(mistake: FileMistake) -> Self {
        Self {
            file: String::new(),
            line: None,
            mistake,
        }
    }
}
