//! The form of what a contract manager decides on.

use domain::{
    catalogue::Snapshot,
    ids::ApiId,
    managers::{Coverage, CoverageError, MAX_PARTS, Manager},
};
use leptos::prelude::*;
use locales::{Locale, managers as t, number};
use values::Cnpj;

use crate::web::text_only;

const EXTENT: &str = "abrangencia";
const EVERYTHING: &str = "tudo";
const PARTS: &str = "partes";
const API: &str = "api";
const COMPANIES: &str = "empresas";
/// The number of characters of a root.
const ROOT: usize = 8;

/// Why a part cannot be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mistake {
    /// This line names no company.
    Company(String),
    /// An API that was not offered.
    Api,
    Extent(CoverageError),
}

/// An API that can be chosen.
pub(super) struct OfferedApi {
    id: ApiId,
    name: String,
}

/// The APIs that are published, and those of the manager's part that are not.
pub(super) fn offered(manager: &Manager, apis: &Snapshot, locale: Locale) -> Vec<OfferedApi> {
    let published = apis.published().map(|api| OfferedApi {
        id: api.id,
        name: api.text(locale).name.clone(),
    });
    let mut all: Vec<_> = published.collect();
    if let Coverage::Only { apis: own, .. } = &manager.coverage {
        for id in own {
            if !all.iter().any(|api| api.id == *id) {
                let name = api_name(*id, apis, locale);
                all.push(OfferedApi { id: *id, name });
            }
        }
    }
    all
}

/// The name of an API, also of one that the portal has no more.
pub(super) fn api_name(id: ApiId, apis: &Snapshot, locale: Locale) -> String {
    apis.find(id).map_or_else(
        || t::unknown_api(locale, id),
        |api| api.text(locale).name.clone(),
    )
}

/// What was typed: everything or not, APIs by their ids, and companies, one on each line.
pub(super) struct Typed {
    is_everything: bool,
    apis: Vec<String>,
    companies: String,
}

impl Typed {
    pub(super) fn of_fields(fields: &[(String, String)]) -> Self {
        let all = |wanted: &'static str| {
            let found = fields.iter().filter(move |(name, _)| name == wanted);
            found.map(|(_, value)| value.clone())
        };
        Self {
            is_everything: all(EXTENT).any(|value| value == EVERYTHING),
            apis: all(API).collect(),
            companies: all(COMPANIES).next().unwrap_or_default(),
        }
    }

    pub(super) fn of_manager(manager: &Manager) -> Self {
        match &manager.coverage {
            Coverage::Everything => Self {
                is_everything: true,
                apis: Vec::new(),
                companies: String::new(),
            },
            Coverage::Only { apis, cnpj_roots } => Self {
                is_everything: false,
                apis: apis.iter().map(ToString::to_string).collect(),
                companies: cnpj_roots.join("\n"),
            },
        }
    }

    /// What the manager is to decide on. Only whoever chooses everything gives everything.
    pub(super) fn coverage(&self, offered: &[OfferedApi]) -> Result<Coverage, Mistake> {
        if self.is_everything {
            return Ok(Coverage::Everything);
        }
        let mut cnpj_roots: Vec<String> = Vec::new();
        for line in self.companies.lines().filter(|it| !it.trim().is_empty()) {
            let root = root(line).ok_or_else(|| Mistake::Company(line.trim().to_owned()))?;
            if !cnpj_roots.contains(&root) {
                cnpj_roots.push(root);
            }
        }
        let mut apis: Vec<ApiId> = Vec::new();
        for typed in &self.apis {
            let found = offered.iter().find(|api| api.id.to_string() == *typed);
            let id = found.ok_or(Mistake::Api)?.id;
            if !apis.contains(&id) {
                apis.push(id);
            }
        }
        Ok(Coverage::Only { apis, cnpj_roots })
    }
}

/// The root of a CNPJ that was typed by itself, or as part of one. A word of eight letters is none.
fn root(typed: &str) -> Option<String> {
    if let Ok(cnpj) = Cnpj::parse(typed.trim()) {
        return Some(cnpj.root().to_owned());
    }
    let bare = typed.trim().chars().filter(|c| !matches!(c, '.' | ' '));
    let bare: String = bare.map(|c| c.to_ascii_uppercase()).collect();
    let is_root = bare.len() == ROOT
        && bare.chars().all(|c| c.is_ascii_alphanumeric())
        && bare.chars().any(|c| c.is_ascii_digit());
    is_root.then_some(bare)
}

#[component]
pub(super) fn PartPanel<'a>(
    typed: &'a Typed,
    mistake: Option<Mistake>,
    offered: &'a [OfferedApi],
    locale: Locale,
) -> impl IntoView + use<> {
    let boxes = offered.iter().map(|api| {
        let value = api.id.to_string();
        let checked = typed.apis.contains(&value);
        view! {
            <label class="check">
                <input type="checkbox" name=API value=value checked=checked/>
                {api.name.clone()}
            </label>
        }
    });
    let boxes = boxes.collect_view();
    let (of_companies, of_extent) = match mistake {
        Some(Mistake::Company(line)) => (Some(t::companies_wrong(locale, line)), None),
        Some(mistake) => (None, Some(extent_words(&mistake, locale))),
        None => (None, None),
    };
    view! {
        <section class="panel">
            <h2>{t::part(locale)}</h2>
            <form class="form" method="post" novalidate>
                {extent(typed.is_everything, of_extent, locale)}
                <fieldset class="stack">
                    <legend>{t::apis(locale)}</legend>
                    {boxes}
                </fieldset>
                {companies(&typed.companies, of_companies, locale)}
                <div class="actions"><button class="btn">{t::save(locale)}</button></div>
            </form>
        </section>
    }
}

fn extent_words(mistake: &Mistake, locale: Locale) -> String {
    match mistake {
        Mistake::Extent(CoverageError::TooMany) => {
            t::too_many_parts(locale, number::count(MAX_PARTS as u64, locale))
        }
        Mistake::Api => t::api_wrong(locale).to_owned(),
        _ => t::part_empty(locale).to_owned(),
    }
}

fn extent(is_everything: bool, error: Option<String>, locale: Locale) -> impl IntoView + use<> {
    let radio = |value: &'static str, label: &'static str, checked: bool| {
        view! {
            <label class="check">
                <input type="radio" name=EXTENT value=value checked=checked/>
                {label}
            </label>
        }
    };
    let error = error.map(|words| view! { <p class="field__error" role="alert">{words}</p> });
    view! {
        <fieldset class="stack">
            <legend class="visually-hidden">{t::part(locale)}</legend>
            {radio(EVERYTHING, t::everything(locale), is_everything)}
            {radio(PARTS, t::only_parts(locale), !is_everything)}
            <p class="soft small">{t::part_hint(locale)}</p>
            {error}
        </fieldset>
    }
}

fn companies(typed: &str, error: Option<String>, locale: Locale) -> impl IntoView + use<> {
    let invalid = error.is_some();
    let error = error.map(|words| {
        view! { <p class="field__error" id="empresas-error" role="alert">{words}</p> }
    });
    // Browsers drop a newline in front.
    let content = format!("\n{}", text_only(typed));
    view! {
        <div class="field" class:field--invalid=invalid>
            <label for="empresas">{t::companies(locale)}</label>
            <p class="field__hint" id="empresas-hint">{t::companies_hint(locale)}</p>
            <textarea
                id="empresas" name=COMPANIES rows="5" aria-invalid=invalid.then_some("true")
                aria-describedby="empresas-hint empresas-error" inner_html=content
            ></textarea>
            {error}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_published_any_more_stays_in_a_part() {
        let id: ApiId = "0198c000-0000-7000-8000-000000000001".parse().unwrap();
        let manager = Manager {
            id: "0198c000-0000-7000-8000-000000000002".parse().unwrap(),
            name: "Carlos Lima".to_owned(),
            coverage: Coverage::Only {
                apis: vec![id],
                cnpj_roots: vec![],
            },
            absence: None,
            deputy: None,
        };
        let offered = offered(&manager, &Snapshot::default(), Locale::PtBr);
        let typed = Typed::of_manager(&manager);
        assert_eq!(typed.coverage(&offered), Ok(manager.coverage));
        assert_eq!(typed.coverage(&[]), Err(Mistake::Api));
    }

    #[test]
    fn a_company_is_named_by_its_root_or_a_whole_number() {
        for (typed, read) in [
            ("12.ABC.345", Some("12ABC345")),
            (" 12abc345 ", Some("12ABC345")),
            ("12.ABC.345/01DE-35", Some("12ABC345")),
            ("12.ABC.345/01DE-36", None),
            ("1234567", None),
            ("Padarias", None),
            ("Padaria São João", None),
        ] {
            assert_eq!(root(typed).as_deref(), read, "{typed}");
        }
    }
}
