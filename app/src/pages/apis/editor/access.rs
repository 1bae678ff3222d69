//! Who may see an API, and who decides on a Trial of it.

use domain::catalogue::{
    ApiContent, Audience, Company, Part, Problem, Section, TrialDecider, TrialRule,
};
use leptos::prelude::*;
use locales::{Locale, api_access as t, fields};

use super::{
    field::{Choice, Choices, Field, Kind, Tick},
    section::{Address, Draft, SectionForm, Words},
    typed::Typed,
};

const WHO: &str = "quem";
const EVERYBODY: &str = "todos";
const SIGNED_IN: &str = "conectados";
const COMPANIES_ONLY: &str = "empresas-escolhidas";
const COMPANIES: &str = "empresas";
const TRIAL: &str = "trial";
const TRIAL_DOMAINS: &str = "dominios";
const KNOWN_COMPANIES: &str = "conhecidas";

#[derive(Clone, Copy)]
pub(super) struct Access;

impl SectionForm for Access {
    fn at(_: &Address) -> Option<Self> {
        Some(Self)
    }

    fn section(self) -> Section {
        Section::Access
    }

    fn fill(self, content: &ApiContent, typed: &mut Typed) {
        let (who, companies) = match &content.audience {
            Audience::Everybody => (EVERYBODY, String::new()),
            Audience::SignedIn => (SIGNED_IN, String::new()),
            Audience::Companies { companies } => (COMPANIES_ONLY, lines(companies)),
        };
        typed.add(WHO, who);
        typed.add(COMPANIES, companies);
        let trial = &content.trial;
        typed.add(TRIAL, trial.decided_by.as_str());
        typed.add(TRIAL_DOMAINS, trial.domains.join("\n"));
        let known = if trial.known_companies { "1" } else { "" };
        typed.add(KNOWN_COMPANIES, known);
    }

    fn read(self, typed: &Typed, content: &mut ApiContent, words: &mut Words) {
        content.audience = match typed.get(WHO) {
            EVERYBODY => Audience::Everybody,
            SIGNED_IN => Audience::SignedIn,
            COMPANIES_ONLY => Audience::Companies {
                companies: typed.text(COMPANIES).lines().filter_map(company).collect(),
            },
            _ => {
                let choose = fields::choose(words.locale);
                words.mistakes.add(WHO, choose);
                Audience::SignedIn
            }
        };
        content.trial = TrialRule {
            decided_by: typed.get(TRIAL).parse().unwrap_or(TrialDecider::Manager),
            domains: domains(&typed.text(TRIAL_DOMAINS)),
            known_companies: typed.has(KNOWN_COMPANIES),
        };
    }

    fn field(self, problem: &Problem, _: &Typed) -> String {
        let field = match problem.part() {
            Some(Part::Trial) => TRIAL_DOMAINS,
            _ => COMPANIES,
        };
        field.to_owned()
    }

    fn draw(self, draft: &Draft) -> AnyView {
        let (form, locale) = (draft.form(), draft.locale());
        let audiences = vec![
            Choice::new(EVERYBODY, t::everybody(locale)).meaning(t::everybody_means(locale)),
            Choice::new(SIGNED_IN, t::signed_in(locale)).meaning(t::signed_in_means(locale)),
            Choice::new(COMPANIES_ONLY, t::companies_only(locale))
                .meaning(t::companies_only_means(locale)),
        ];
        view! {
            <Choices name=WHO legend=t::audience(locale) choices=audiences form=&form/>
            <Field
                name=COMPANIES label=t::companies(locale) hint=t::companies_hint(locale) kind=Kind::Lines
                form=&form
            />
            <Choices name=TRIAL legend=t::trial(locale) choices=deciders(locale) form=&form/>
            <Field
                name=TRIAL_DOMAINS label=t::trial_domains(locale) hint=t::trial_domains_hint(locale)
                kind=Kind::Lines form=&form
            />
            <Tick
                name=KNOWN_COMPANIES label=t::known_companies(locale) hint=t::known_companies_hint(locale)
                form=&form
            />
        }
        .into_any()
    }
}

fn deciders(locale: Locale) -> Vec<Choice> {
    let deciders = TrialDecider::ALL.iter().map(|decider| {
        let (title, meaning) = match decider {
            TrialDecider::Manager => (t::by_manager(locale), t::by_manager_means(locale)),
            TrialDecider::Portal => (t::by_portal(locale), t::by_portal_means(locale)),
        };
        Choice::new(decider.as_str(), title).meaning(meaning)
    });
    deciders.collect()
}

/// A company from a line of its CNPJ, or the beginning of it, and its domains.
fn company(line: &str) -> Option<Company> {
    const ROOT: usize = 8;
    let mut words = line.split(is_between).filter(|word| !word.is_empty());
    let bare = words.next()?.replace(['.', '/', '-'], "").to_uppercase();
    let is_whole = bare.len() == 14 && bare.is_ascii();
    Some(Company {
        root: if is_whole {
            bare[..ROOT].to_owned()
        } else {
            bare
        },
        domains: domains(&words.collect::<Vec<_>>().join(" ")),
    })
}

/// Domains, also where somebody wrote the `@` before them.
fn domains(text: &str) -> Vec<String> {
    let words = text.split(is_between).filter(|word| !word.is_empty());
    let domains = words.map(|word| word.trim_start_matches('@').to_lowercase());
    domains.collect()
}

const fn is_between(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | ',' | ';')
}

fn lines(companies: &[Company]) -> String {
    let lines = companies.iter().map(|company| {
        let words = [&company.root].into_iter().chain(&company.domains);
        words.map(String::as_str).collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_is_read_however_its_cnpj_is_written() {
        let read = |line| company(line).map(|it| (it.root, it.domains));
        let acme = Some(("12ABC345".to_owned(), vec!["acme.example".to_owned()]));
        assert_eq!(read("12ABC345 acme.example"), acme);
        assert_eq!(read("12.abc.345/01DE-35, @Acme.example"), acme);
        assert_eq!(read("12.ABC.345;acme.example"), acme);
        assert_eq!(read("  "), None);
        assert_eq!(read("1234é"), Some(("1234É".to_owned(), vec![])));
    }
}
