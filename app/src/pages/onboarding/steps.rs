//! The steps of the journey, in their order.

use locales::{Locale, onboarding as t};

use crate::routes;

type Text = fn(Locale) -> &'static str;

/// Where a step is done.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Page(&'static str),
    /// The plans of the API that comes first in the catalogue.
    Plans,
    /// The code samples of that API.
    Samples,
}

pub(super) struct Part {
    pub(super) id: &'static str,
    pub(super) title: Text,
    pub(super) steps: &'static [Step],
}

pub(super) struct Step {
    /// The fragment of its address, and the name of its picture.
    pub(super) id: &'static str,
    pub(super) title: Text,
    pub(super) text: Text,
    pub(super) link: (Text, Place),
    pub(super) picture: Text,
}

pub(super) const PARTS: [Part; 4] = [
    Part {
        id: "conta",
        title: t::part_account,
        steps: &[
            Step {
                id: "cadastro",
                title: t::sign_up,
                text: t::sign_up_text,
                link: (t::sign_up_link, Place::Page(routes::SIGN_UP)),
                picture: t::sign_up_picture,
            },
            Step {
                id: "e-mail",
                title: t::mail,
                text: t::mail_text,
                link: (t::mail_link, Place::Page(routes::FORGOTTEN)),
                picture: t::mail_picture,
            },
            Step {
                id: "senha",
                title: t::password,
                text: t::password_text,
                link: (t::password_link, Place::Page(routes::FORGOTTEN)),
                picture: t::password_picture,
            },
        ],
    },
    Part {
        id: "solicitacao",
        title: t::part_request,
        steps: &[
            Step {
                id: "catalogo",
                title: t::catalogue,
                text: t::catalogue_text,
                link: (t::catalogue_link, Place::Page(routes::CATALOGUE)),
                picture: t::catalogue_picture,
            },
            Step {
                id: "plano",
                title: t::plan,
                text: t::plan_text,
                link: (t::plan_link, Place::Plans),
                picture: t::plan_picture,
            },
            Step {
                id: "grupo",
                title: t::choose_group,
                text: t::choose_group_text,
                link: (t::choose_group_link, Place::Page(routes::GROUP_NEW)),
                picture: t::choose_group_picture,
            },
            Step {
                id: "aplicacao",
                title: t::describe,
                text: t::describe_text,
                link: (t::describe_link, Place::Page(routes::APPLICATIONS)),
                picture: t::describe_picture,
            },
            Step {
                id: "revisao",
                title: t::review,
                text: t::review_text,
                link: (t::review_link, Place::Page(routes::APPLICATIONS)),
                picture: t::review_picture,
            },
            Step {
                id: "analise",
                title: t::approval,
                text: t::approval_text,
                link: (t::approval_link, Place::Page(routes::APPLICATIONS)),
                picture: t::approval_picture,
            },
        ],
    },
    Part {
        id: "chamada",
        title: t::part_call,
        steps: &[
            Step {
                id: "chaves",
                title: t::keys,
                text: t::keys_text,
                link: (t::keys_link, Place::Page(routes::APPLICATIONS)),
                picture: t::keys_picture,
            },
            Step {
                id: "credencial",
                title: t::credential,
                text: t::credential_text,
                link: (t::credential_link, Place::Page(routes::DOCTOR)),
                picture: t::credential_picture,
            },
            Step {
                id: "token",
                title: t::token,
                text: t::token_text,
                link: (t::token_link, Place::Samples),
                picture: t::token_picture,
            },
            Step {
                id: "testar",
                title: t::call,
                text: t::call_text,
                link: (t::call_link, Place::Page(routes::APPLICATIONS)),
                picture: t::call_picture,
            },
        ],
    },
    Part {
        id: "producao",
        title: t::part_production,
        steps: &[
            Step {
                id: "uso",
                title: t::usage,
                text: t::usage_text,
                link: (t::usage_link, Place::Page(routes::APPLICATIONS)),
                picture: t::usage_picture,
            },
            Step {
                id: "pay-per-use",
                title: t::pay_per_use,
                text: t::pay_per_use_text,
                link: (t::pay_per_use_link, Place::Page(routes::APPLICATIONS)),
                picture: t::pay_per_use_picture,
            },
        ],
    },
];
