//! The pages of an API as Markdown: what the operator wrote, as it was written, and what is drawn of
//! the document in words.

use std::fmt::Write;

use axum::extract::Path;
use domain::{
    DbErr, Scope,
    catalogue::{Api, ApiContent, ApiState, published_content},
    dates,
};
use locales::{Locale, api as t, llms, reference as words};
use samples::Language;

use super::{
    super::{plans::limit, variables::all_variables},
    ApiPage, find, reference,
};
use crate::{
    components::terms,
    routes,
    web::{PageError, Plain, Visit},
};

/// The longest text with samples. Those of further operations are on the page.
const MAX_BYTES: usize = 1024 * 1024;

/// What the address of a page ends with that is Markdown.
pub(super) const ENDING: &str = ".md";

pub(super) async fn overview(visit: &Visit, api: &Api) -> Result<Plain, PageError> {
    let content = published_content(&visit.scope, api).await?;
    let root = &visit.app.services.portal.settings.public_url;
    let text = overview_text(root, api, &content, visit.locale);
    Ok(Plain::markdown(text))
}

pub(super) async fn documentation(visit: &Visit, api: &Api) -> Result<Plain, PageError> {
    if !ApiPage::Documentation.is_there(api) {
        return Err(PageError::NotFound);
    }
    let content = published_content(&visit.scope, api).await?;
    let text = documentation_text(api, &content, visit.locale);
    Ok(Plain::markdown(text))
}

pub(super) fn reference(visit: &Visit, api: &Api) -> Result<Plain, PageError> {
    let text = reference_text(visit, api).ok_or(PageError::NotFound)?;
    Ok(Plain::markdown(text))
}

pub(super) async fn show_documentation(
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Plain, PageError> {
    let api = find(&visit, &slug)?;
    documentation(&visit, &api).await
}

pub(super) async fn show_reference(
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Plain, PageError> {
    reference(&visit, &*find(&visit, &slug)?)
}

/// The address of a page of an API as Markdown; `None` where there is only the page.
#[must_use]
pub(in crate::pages) fn address(page: ApiPage, api: &Api) -> Option<String> {
    let has_twin = matches!(
        page,
        ApiPage::Overview | ApiPage::Documentation | ApiPage::Reference | ApiPage::Samples
    );
    has_twin.then(|| format!("{}{ENDING}", page.address(api)))
}

/// All that is written of an API, its pages one after the other.
pub(in crate::pages) async fn whole(visit: &Visit, api: &Api) -> Result<String, PageError> {
    let mut text = described(&visit.scope, api, visit.locale).await?;
    if let Some(reference) = reference_text(visit, api) {
        text.push('\n');
        text.push_str(&reference);
    }
    Ok(text)
}

/// What its operator wrote of an API: the overview and, where there is one, the documentation.
pub(super) async fn described(scope: &Scope, api: &Api, locale: Locale) -> Result<String, DbErr> {
    let content = published_content(scope, api).await?;
    let root = &scope.portal.settings.public_url;
    let mut text = overview_text(root, api, &content, locale);
    if ApiPage::Documentation.is_there(api) {
        text.push('\n');
        text.push_str(&documentation_text(api, &content, locale));
    }
    Ok(text)
}

fn overview_text(root: &str, api: &Api, content: &ApiContent, locale: Locale) -> String {
    let text = api.text(locale);
    let mut md = format!("# {}\n\n> {}\n\n", text.name, text.summary);
    let _ = writeln!(md, "- {}: {}", llms::version(locale), api.version);
    let _ = writeln!(
        md,
        "- {}: {root}{}",
        words::base_address(locale),
        api.base_path
    );
    let _ = writeln!(
        md,
        "- {}: {root}{}",
        llms::as_page(locale),
        ApiPage::Overview.address(api)
    );
    for page in [ApiPage::Documentation, ApiPage::Reference, ApiPage::Samples] {
        if let Some(address) = address(page, api).filter(|_| page.is_there(api)) {
            let _ = writeln!(md, "- {}: {root}{address}", page.name(locale));
        }
    }
    if api.openapi.is_some() {
        let address = routes::fill(routes::API_DOCUMENT, &[&api.slug]);
        let _ = writeln!(md, "- {}: {root}{address}", t::document(locale));
    }
    if let Some(end) = end(api, locale) {
        let _ = writeln!(md, "\n**{end}**");
    }
    let _ = write!(md, "\n{}\n", content.presentation.text_for(locale).trim());
    plans(&mut md, api, locale);
    md
}

fn end(api: &Api, locale: Locale) -> Option<String> {
    match (api.state, api.sunset_on) {
        (ApiState::Retired, _) => Some(t::retired(locale).to_owned()),
        (ApiState::Deprecated, Some(day)) => Some(t::ends_on(locale, dates::day(day, locale))),
        _ => None,
    }
}

fn plans(md: &mut String, api: &Api, locale: Locale) {
    if api.is_own() {
        let (title, text) = (t::way_in(locale), t::way_in_text(locale));
        let _ = write!(md, "\n## {title}\n\n{text}\n");
    }
    if api.plans.is_empty() {
        return;
    }
    let _ = write!(md, "\n## {}\n\n", t::plans(locale));
    for offer in &api.plans {
        let name = terms::plan(offer.plan, locale);
        let _ = writeln!(md, "- **{name}**: {}", limit(*offer, locale));
    }
}

fn documentation_text(api: &Api, content: &ApiContent, locale: Locale) -> String {
    let text = api.text(locale);
    let title = t::page_of(locale, t::documentation(locale), &text.name);
    let written = content.documentation.text_for(locale).trim();
    let mut md = format!("# {title}\n\n{written}\n");
    if text.answers.is_empty() {
        return md;
    }
    let _ = write!(md, "\n## {}\n\n", t::answers(locale));
    let heads = [t::status, t::code, t::meaning, t::remedy].map(|head| head(locale).to_owned());
    row(&mut md, &heads);
    md.push_str("| --- | --- | --- | --- |\n");
    for answer in &text.answers {
        let status = answer.status.to_string();
        let code = format!("`{}`", answer.code);
        row(
            &mut md,
            &[status, code, answer.meaning.clone(), answer.remedy.clone()],
        );
    }
    md
}

fn row(md: &mut String, cells: &[String]) {
    for cell in cells {
        let in_a_line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = write!(md, "| {} ", in_a_line.replace('|', "\\|"));
    }
    md.push_str("|\n");
}

fn reference_text(visit: &Visit, api: &Api) -> Option<String> {
    let locale = visit.locale;
    let root = &visit.app.services.portal.settings.public_url;
    let kept = reference::kept(api)?;
    let title = t::page_of(locale, t::reference(locale), &api.text(locale).name);
    let base = format!("{}: `{root}{}`", words::base_address(locale), api.base_path);
    Some(format!("# {title}\n\n{base}\n{}", kept.twin(locale)))
}

/// For each operation what goes over the wire, and the program in one language; `None` where there
/// are no operations to be told of.
pub(super) fn samples_text(visit: &Visit, api: &Api, language: Language) -> Option<String> {
    let locale = visit.locale;
    let root = &visit.app.services.portal.settings.public_url;
    let kept = reference::kept(api)?;
    let name = &api.text(locale).name;
    let page = ApiPage::Samples.address(api);
    let title = t::page_of(locale, t::samples(locale), name);
    let mut md = format!("# {title}\n\n> {}\n\n", t::samples_of(locale, name));
    let _ = writeln!(md, "- {}: {root}{page}", llms::as_page(locale));
    for (program, route) in [
        ("Postman", routes::API_POSTMAN),
        ("Bruno", routes::API_BRUNO),
    ] {
        let address = routes::fill(route, &[&api.slug]);
        let _ = writeln!(
            md,
            "- {}: {root}{address}",
            t::collection_for(locale, program)
        );
    }
    let _ = write!(md, "\n## {}\n\n", t::languages(locale));
    for other in Language::ALL {
        let _ = writeln!(
            md,
            "- {}: {root}{page}{ENDING}?linguagem={other}",
            other.title()
        );
    }
    let _ = writeln!(
        md,
        "\n## {}\n\n{}",
        t::to_run(locale),
        if api.is_own() {
            t::variables_of_client(locale)
        } else {
            t::variables_lead(locale)
        }
    );
    for (shell, variables) in all_variables(root) {
        let _ = writeln!(md, "\n{shell}:\n\n{}", fenced("", &variables));
    }
    let _ = writeln!(md, "\n{}", t::run_lead(locale, language.file_name()));
    let _ = writeln!(md, "\n{}", fenced("", &language.commands().join("\n")));
    for call in &kept.calls {
        if md.len() > MAX_BYTES {
            let _ = writeln!(md, "\n{}", llms::shortened(locale));
            break;
        }
        let _ = writeln!(md, "\n## {}\n", call.title(locale));
        let _ = writeln!(
            md,
            "{}:\n\n{}",
            t::the_call(locale),
            fenced("http", &call.message)
        );
        let program = samples::program(language, &call.sent(locale), locale);
        let program = fenced(language.as_str(), program.trim_end());
        let _ = writeln!(
            md,
            "\n{} {}:\n\n{program}",
            t::program_in(locale),
            language.title()
        );
    }
    Some(md)
}

/// Code in a fence that is longer than any within it (`CommonMark` §4.5).
fn fenced(language: &str, code: &str) -> String {
    let longest = code
        .split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat(Ord::max(longest + 1, 3));
    format!("{fence}{language}\n{code}\n{fence}")
}
