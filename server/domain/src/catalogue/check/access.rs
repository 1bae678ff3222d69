//! The rules for who may see an API, who decides on a Trial, and what a request has to say.

use std::collections::BTreeSet;

use locales::Locale;

use super::{MAX_LINE, is_slug, of_text};
use crate::{
    catalogue::{
        ApiContent, Audience, Part, Problem, Question, QuestionKind, request_form::MAX_ID,
    },
    translated::Translated,
};

const ROOT_LENGTH: usize = 8;
/// The most companies, the most domains of each, the most questions, and the most choices of each.
const MAX_COMPANIES: usize = 400;
const MAX_DOMAINS: usize = 50;
const MAX_QUESTIONS: usize = 30;
const MAX_CHOICES: usize = 60;

pub(super) fn problems(content: &ApiContent) -> Vec<Problem> {
    let mut problems = audience(&content.audience);
    problems.extend(domains(Part::Trial, &content.trial.domains));
    problems.extend(questions(&content.request_form.questions));
    problems
}

fn audience(audience: &Audience) -> Vec<Problem> {
    let Audience::Companies { companies } = audience else {
        return vec![];
    };
    if companies.is_empty() {
        return vec![Problem::NoCompany];
    }
    let mut problems = vec![];
    problems.extend(too_many(Part::Audience, companies.len(), MAX_COMPANIES));
    for company in companies {
        if !is_root(&company.root) {
            problems.push(Problem::CompanyRoot(company.root.clone()));
        }
        problems.extend(domains(Part::Audience, &company.domains));
    }
    problems
}

fn domains(part: Part, domains: &[String]) -> Vec<Problem> {
    let wrong = domains.iter().filter(|domain| !is_domain(domain));
    let wrong = wrong.map(|domain| Problem::Domain {
        part,
        domain: domain.clone(),
    });
    too_many(part, domains.len(), MAX_DOMAINS)
        .into_iter()
        .chain(wrong)
        .collect()
}

fn too_many(part: Part, count: usize, most: usize) -> Option<Problem> {
    (count > most).then_some(Problem::TooManyRows { part, most })
}

/// Whether it can be the first eight characters of a CNPJ (IN RFB 2.229/2024).
fn is_root(root: &str) -> bool {
    let of_roots = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
    root.len() == ROOT_LENGTH && root.chars().all(of_roots)
}

/// Labels of letters, digits and hyphens (RFC 1034 §3.5), at least two, in lower case.
fn is_domain(domain: &str) -> bool {
    let of_labels = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(of_labels)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.len() <= 253 && domain.contains('.') && domain.split('.').all(is_label)
}

fn questions(questions: &[Question]) -> Vec<Problem> {
    let part = Part::RequestForm;
    let mut seen = BTreeSet::new();
    let mut problems: Vec<_> = too_many(part, questions.len(), MAX_QUESTIONS)
        .into_iter()
        .collect();
    for question in questions {
        let id = &question.id;
        if !is_slug(id) || id.len() > MAX_ID || !seen.insert(id) {
            problems.push(Problem::QuestionId(id.clone()));
        }
        if is_unwritten(&question.label) {
            problems.push(Problem::QuestionLabel(id.clone()));
        }
        if !has_its_choices(question) {
            problems.push(Problem::QuestionChoices(id.clone()));
        }
        problems.extend(too_many(part, question.choices.len(), MAX_CHOICES));
        let texts = [&question.label, &question.hint].into_iter();
        let texts = texts
            .chain(&question.choices)
            .flat_map(|text| text.texts().map(|(_, text)| text));
        problems.extend(texts.filter_map(|text| of_text(part, MAX_LINE, text)));
    }
    problems
}

fn is_unwritten(text: &Translated) -> bool {
    text.get(Locale::default()).is_none()
}

fn has_its_choices(question: &Question) -> bool {
    let choices = &question.choices;
    let are_written = choices.len() > 1 && !choices.iter().any(is_unwritten);
    question.kind != QuestionKind::Choice || are_written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_and_domains_are_told_from_what_looks_like_them() {
        for root in ["11222333", "12ABC345"] {
            assert!(is_root(root), "{root}");
        }
        for root in ["", "1122233", "112223334", "12abc345", "11.222.333"] {
            assert!(!is_root(root), "{root}");
        }
        for domain in ["empresa.com.br", "a-b.example"] {
            assert!(is_domain(domain), "{domain}");
        }
        for domain in [
            "",
            "empresa",
            "@a.example",
            "a..example",
            "A.example",
            "-a.example",
        ] {
            assert!(!is_domain(domain), "{domain}");
        }
    }
}
