//! The tutorial of an API: what its pages say, as a PDF.

use std::sync::Arc;

use articles::{
    blocks::{Block, Cell, Headings, Span, Style, Table, blocks},
    highlight::Language,
};
use axum::{
    extract::Path,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use domain::{
    catalogue::{self, Answer, Api, ApiContent, published_content},
    dates,
};
use locales::{Locale, api as t, tutorial as own};
use tutorials::{Fact, Section, Tutorial};

use super::{super::variables::all_variables, ApiPage, find, reference};
use crate::web::{FileKey, PageError, Visit};

const PDF: &str = "application/pdf";

pub(super) async fn show(
    visit: Visit,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let api = find(&visit, &slug)?;
    let locale = visit.locale;
    let files = visit.app.files();
    let file = if let Some(own) = api.tutorials.get(&locale) {
        let read = async {
            let bytes = catalogue::attachment(&visit.scope, &api, own).await?;
            Ok(move || Ok(bytes))
        };
        let key = FileKey::Attachment(own.digest.clone());
        files.get_or_draw(key, read).await?
    } else {
        let key = FileKey::Tutorial(api.revision, locale);
        files.get_or_draw(key, prepare(&visit, &api)).await?
    };
    let name = format!("{slug}-{}.pdf", locale.tag());
    Ok(file.respond(PDF, &name, &headers).into_response())
}

/// Reads what the tutorial says; what it returns sets it.
async fn prepare(
    visit: &Visit,
    api: &Arc<Api>,
) -> Result<impl FnOnce() -> Result<Vec<u8>, PageError> + Send + use<>, PageError> {
    let content = published_content(&visit.scope, api).await?;
    let writer = Writer {
        locale: visit.locale,
        portal: visit.app.brand.name.clone(),
        public_url: visit.app.services.portal.settings.public_url.clone(),
        published: api
            .published_at
            .map(|at| dates::date(at, visit.time_zone(), visit.locale)),
        api: Arc::clone(api),
        content,
    };
    Ok(move || {
        let tutorial = writer.tutorial()?;
        tutorials::pdf(&tutorial).map_err(PageError::fault)
    })
}

/// What a tutorial is made of.
struct Writer {
    locale: Locale,
    portal: String,
    public_url: String,
    published: Option<String>,
    api: Arc<Api>,
    content: ApiContent,
}

impl Writer {
    fn tutorial(&self) -> Result<Tutorial, PageError> {
        let locale = self.locale;
        let text = self.api.text(locale);
        let mut sections = vec![
            self.section(
                t::presentation(locale),
                ApiPage::Overview,
                self.article(self.content.presentation.text_for(locale))?,
            ),
            self.section(
                t::documentation(locale),
                ApiPage::Documentation,
                self.article(self.content.documentation.text_for(locale))?,
            ),
            self.section(
                t::answers(locale),
                ApiPage::Documentation,
                answers(&text.answers, locale),
            ),
            self.section(t::samples(locale), ApiPage::Samples, self.programs()),
        ];
        sections.retain(|section| !section.blocks.is_empty());
        Ok(Tutorial {
            locale,
            portal: self.portal.clone(),
            name: text.name.clone(),
            summary: text.summary.clone(),
            facts: self.facts(),
            sections,
        })
    }

    fn section(&self, title: &str, page: ApiPage, blocks: Vec<Block>) -> Section {
        Section {
            title: title.to_owned(),
            address: format!("{}{}", self.public_url, page.address(&self.api)),
            blocks,
        }
    }

    fn article(&self, markdown: &str) -> Result<Vec<Block>, PageError> {
        blocks(markdown, self.locale).map_err(PageError::fault)
    }

    /// What the title page tells.
    fn facts(&self) -> Vec<Fact> {
        let (api, locale) = (&self.api, self.locale);
        let fact = |name: &str, value: String, link: Option<String>| Fact {
            name: name.to_owned(),
            value,
            link,
        };
        let page = format!("{}{}", self.public_url, ApiPage::Overview.address(api));
        let base = format!("{}{}", self.public_url, api.base_path);
        let date = self.published.clone();
        let date = date.map(|date| fact(own::date(locale), date, None));
        let version = fact(own::version(locale), api.version.clone(), None);
        let rest = [
            fact(own::base_address(locale), base, None),
            fact(own::on_the_portal(locale), page.clone(), Some(page)),
        ];
        std::iter::once(version).chain(date).chain(rest).collect()
    }

    /// The call of the first operation: as it goes over the wire, and as a whole program in each
    /// language, with what all of them read.
    fn programs(&self) -> Vec<Block> {
        let locale = self.locale;
        let kept = reference::kept(&self.api);
        let Some(call) = kept.as_deref().and_then(|kept| kept.calls.first()) else {
            return vec![];
        };
        let mut outline = Headings::default();
        let mut blocks = vec![
            outline.heading(call.title(locale)),
            code("HTTP", Some(Language::Http), &call.message),
            paragraph(t::variables_lead(locale)),
            paragraph(t::from_servers(locale)),
        ];
        let variables = all_variables(&self.public_url);
        blocks.extend(variables.iter().map(|(shell, it)| code(shell, None, it)));
        let sent = call.sent(locale);
        for language in samples::Language::ALL {
            let program = samples::program(language, &sent, locale);
            let colours = Language::named(language.as_str());
            blocks.push(outline.heading(language.title()));
            blocks.push(code(language.file_name(), colours, program.trim_end()));
        }
        blocks
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Span::plain(text)])
}

fn code(name: &str, language: Option<Language>, source: &str) -> Block {
    Block::Code {
        name: Some(name.to_owned()),
        language,
        source: source.to_owned(),
    }
}

/// The table of the answers.
fn answers(answers: &[Answer], locale: Locale) -> Vec<Block> {
    if answers.is_empty() {
        return vec![];
    }
    let text = |text: &str| vec![Span::plain(text)];
    let head = [
        t::status(locale),
        t::code(locale),
        t::meaning(locale),
        t::remedy(locale),
    ];
    let rows = answers.iter().map(|answer| {
        let Answer {
            status,
            code,
            meaning,
            remedy,
        } = answer;
        vec![
            mono(&status.to_string()),
            mono(code),
            text(meaning),
            text(remedy),
        ]
    });
    let lead = Block::Paragraph(text(t::answers_lead(locale)));
    let table = Table {
        head: head.map(text).to_vec(),
        rows: rows.collect(),
    };
    vec![lead, Block::Table(table)]
}

fn mono(text: &str) -> Cell {
    let style = Style {
        code: true,
        ..Style::default()
    };
    vec![Span {
        style,
        ..Span::plain(text)
    }]
}
