//! "Perguntas frequentes": questions in groups, each with an address of its own. Nothing is folded,
//! so that a search in the page finds every word.

use std::fmt::Write;

use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use locales::{Locale, layout, questions as t};

use super::facts;
use crate::{
    components::{Action, ActionLink, LocalNav, NavLink, PageHead},
    routes,
    web::{Access::Anyone, Page, Plain, Public, Site, Visit},
};

pub fn routes(site: Site) -> Site {
    site.get(Anyone, routes::QUESTIONS, show)
        .get(Anyone, routes::QUESTIONS_MARKDOWN, show_markdown)
}

type Text = fn(Locale) -> &'static str;

/// Questions about one thing.
struct Group {
    id: &'static str,
    title: Text,
    questions: &'static [Entry],
}

/// A question with its answer, and the pages where that is done.
struct Entry {
    id: &'static str,
    question: Text,
    answer: Text,
    links: &'static [(Text, &'static str)],
}

const fn question(
    id: &'static str,
    question: Text,
    answer: Text,
    links: &'static [(Text, &'static str)],
) -> Entry {
    Entry {
        id,
        question,
        answer,
        links,
    }
}

const CATALOGUE: (Text, &str) = (layout::catalogue, routes::CATALOGUE);
const APPLICATIONS: (Text, &str) = (layout::my_applications, routes::APPLICATIONS);
const ACCOUNT: (Text, &str) = (layout::my_account, routes::ACCOUNT);
const DOCTOR: (Text, &str) = (layout::doctor, routes::DOCTOR);
const CONTACT: (Text, &str) = (layout::contact, routes::CONTACT);
const FORGOTTEN: (Text, &str) = (t::forgotten, routes::FORGOTTEN);

const GROUPS: [Group; 7] = [
    Group {
        id: "conta",
        title: t::account,
        questions: &[
            question(
                "criar-conta",
                t::sign_up_q,
                t::sign_up_a,
                &[(layout::sign_up, routes::SIGN_UP)],
            ),
            question(
                "e-mail-da-empresa",
                t::company_mail_q,
                t::company_mail_a,
                &[],
            ),
            question(
                "link-nao-chegou",
                t::link_q,
                t::link_a,
                &[FORGOTTEN, CONTACT],
            ),
            question(
                "muitas-senhas-erradas",
                t::locked_q,
                t::locked_a,
                &[FORGOTTEN],
            ),
            question("mudar-dados", t::details_q, t::details_a, &[ACCOUNT]),
        ],
    },
    Group {
        id: "grupo-de-permissoes",
        title: t::group,
        questions: &[
            question("o-que-e-grupo", t::group_q, t::group_a, &[]),
            question(
                "quem-ve-as-chaves",
                t::members_q,
                t::members_a,
                &[APPLICATIONS],
            ),
            question(
                "e-mail-do-grupo",
                t::group_mail_q,
                t::group_mail_a,
                &[APPLICATIONS],
            ),
        ],
    },
    Group {
        id: "aplicacao-e-planos",
        title: t::application,
        questions: &[
            question("pedir-acesso", t::request_q, t::request_a, &[CATALOGUE]),
            question("trial-ou-pay-per-use", t::plans_q, t::plans_a, &[CATALOGUE]),
            question("quem-decide", t::decision_q, t::decision_a, &[APPLICATIONS]),
            question("recusada", t::rejected_q, t::rejected_a, &[APPLICATIONS]),
            question(
                "passar-para-pay-per-use",
                t::upgrade_q,
                t::upgrade_a,
                &[APPLICATIONS],
            ),
        ],
    },
    Group {
        id: "chaves-e-credencial",
        title: t::keys,
        questions: &[
            question("publica-e-secreta", t::pair_q, t::pair_a, &[APPLICATIONS]),
            question("credencial", t::credential_q, t::credential_a, &[DOCTOR]),
            question("trocar-chave", t::rotate_q, t::rotate_a, &[APPLICATIONS]),
            question(
                "chave-vazou",
                t::leak_q,
                t::leak_a,
                &[APPLICATIONS, CONTACT],
            ),
        ],
    },
    Group {
        id: "chamadas-e-erros",
        title: t::calls,
        questions: &[
            question("token-de-acesso", t::token_q, t::token_a, &[CATALOGUE]),
            question("erro-401", t::unauthorized_q, t::unauthorized_a, &[DOCTOR]),
            question("erro-403", t::forbidden_q, t::forbidden_a, &[]),
            question("erro-429", t::exhausted_q, t::exhausted_a, &[APPLICATIONS]),
            question(
                "ambiente-de-testes",
                t::sandbox_q,
                t::sandbox_a,
                &[CATALOGUE],
            ),
            question("ver-chamadas", t::usage_q, t::usage_a, &[APPLICATIONS]),
        ],
    },
    Group {
        id: "cobranca",
        title: t::billing,
        questions: &[
            question("trial-e-cobrado", t::trial_price_q, t::trial_price_a, &[]),
            question("preco", t::price_q, t::price_a, &[CONTACT]),
            question(
                "conferir-uso",
                t::statement_q,
                t::statement_a,
                &[APPLICATIONS],
            ),
        ],
    },
    Group {
        id: "privacidade",
        title: t::privacy,
        questions: &[
            question(
                "dados-guardados",
                t::data_q,
                t::data_a,
                &[(layout::privacy, routes::PRIVACY)],
            ),
            question(
                "apagar-dados",
                t::rights_q,
                t::rights_a,
                &[ACCOUNT, CONTACT],
            ),
            question("equipe-ve", t::staff_q, t::staff_a, &[]),
        ],
    },
];

async fn show(visit: Visit) -> Response {
    if visit.wants_markdown {
        return markdown(visit.locale).into_response();
    }
    let locale = visit.locale;
    let links = GROUPS.iter().map(|group| {
        let name = (group.title)(locale);
        NavLink::new(format!("#{}", group.id), name)
    });
    let groups = GROUPS.iter().map(|group| section(group, locale));
    Page::new(&visit, t::title(locale), || {
        view! {
            <PageHead title=t::title(locale) lead=t::lead(locale)/>
            <LocalNav label=t::groups(locale) links=links.collect()/>
            {groups.collect_view()}
            <section class="panel">
                <h2>{t::not_found(locale)}</h2>
                <p>{t::not_found_text(locale)}</p>
                <div class="actions">
                    <ActionLink action=Action::primary(layout::contact(locale), routes::CONTACT)/>
                </div>
            </section>
        }
    })
    .described(t::lead(locale))
    .of_catalogue()
    .public(public(locale))
    .into_response()
}

fn public(locale: Locale) -> Public {
    let public = Public::at(routes::QUESTIONS).stating(facts::questions(entries(locale)));
    public.as_markdown(routes::QUESTIONS_MARKDOWN)
}

async fn show_markdown(visit: Visit) -> Plain {
    markdown(visit.locale)
}

fn markdown(locale: Locale) -> Plain {
    let mut md = format!("# {}\n\n> {}\n", t::title(locale), t::lead(locale));
    for group in &GROUPS {
        let _ = writeln!(md, "\n## {}", (group.title)(locale));
        for entry in group.questions {
            let (question, answer) = ((entry.question)(locale), (entry.answer)(locale));
            let _ = writeln!(md, "\n### {question}\n\n{answer}");
        }
    }
    Plain::markdown(md)
}

/// Every question with its answer.
fn entries(locale: Locale) -> impl Iterator<Item = (&'static str, &'static str)> {
    let entries = GROUPS.iter().flat_map(|group| group.questions);
    entries.map(move |entry| ((entry.question)(locale), (entry.answer)(locale)))
}

fn section(group: &'static Group, locale: Locale) -> impl IntoView {
    let title = format!("{}-titulo", group.id);
    let labelled_by = title.clone();
    let questions = group.questions.iter().map(|it| entry(it, locale));
    view! {
        <section class="section questions" id=group.id aria-labelledby=labelled_by>
            <h2 id=title>{(group.title)(locale)}</h2>
            <div class="questions__list">{questions.collect_view()}</div>
        </section>
    }
}

/// The question links to itself, for whoever wants to pass its address on.
fn entry(entry: &'static Entry, locale: Locale) -> impl IntoView {
    let links = entry.links.iter().map(|(name, href)| {
        view! { <li><a href=*href>{name(locale)}</a></li> }
    });
    let links = (!entry.links.is_empty()).then(|| {
        view! { <ul class="questions__links" role="list">{links.collect_view()}</ul> }
    });
    view! {
        <article class="question" id=entry.id>
            <h3><a href=format!("#{}", entry.id)>{(entry.question)(locale)}</a></h3>
            <p>{(entry.answer)(locale)}</p>
            {links}
        </article>
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_question_has_an_address_of_its_own() {
        let groups = GROUPS.iter().map(|group| group.id);
        let questions = GROUPS.iter().flat_map(|group| group.questions);
        let ids: Vec<_> = groups.chain(questions.map(|it| it.id)).collect();
        let different: HashSet<_> = ids.iter().collect();
        assert_eq!(different.len(), ids.len());
        assert!(ids.len() > 30, "only {} addresses", ids.len());
    }
}
