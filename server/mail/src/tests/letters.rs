//! One letter of each kind, and of each way that it may read.

use chrono::TimeDelta;
use locales::{Locale, mail, member_roles, number, status, support, terms};

use super::REASON;
use crate::{
    letters::{
        AlreadyRegistered, ApiNews, Approved, Cancelled, ClientChanged, ConditionsChanged,
        ContractEnded, ContractEnds, DecisionAwaited, DecisionsAwaited, DigestItem, End,
        GroupAddress, GroupHandover, GroupInvitation, InquiryAnswered, InquiryAsked,
        InquiryWithdrawn, InvitationAccepted, Letter, ManagerCoverage, MemberRemoved,
        MemberRoleChanged, MessageAnswered, MessageArrived, MessageReceived, MessagesArrived,
        NewSignIn, NewsQuote, PasswordChanged, PlanChangeApproved, PlanChangeAwaited,
        PlanChangeCancelled, PlanChangeReceived, PlanChangeRejected, ProgramAllowed, QuotaMark,
        RegistrationLink, Rejected, Request, RequestAssigned, RequestDigest, RequestReceived,
        ResetLink, Resumed, Revoked, RolesChanged, Said, SecondFactorChanged, SecretAdded,
        SecretExpires, SecretRevoked, SecretsChanged, Suspended, TestMail, WebhookPaused,
    },
    render::{duration, left},
};

/// Where every letter leads but the test mail.
pub const LINK: &str = "https://balcao.example/acesso/0a1b";

/// A letter under the name of its snapshot: that of its folder, or of what it is about.
type Named = (&'static str, Box<dyn Letter>);

/// Every letter to a reader called `name`.
pub fn letters(locale: Locale, name: &str) -> Vec<Named> {
    let portal = "Balcão".to_owned();
    let mut letters = vec![named("test", TestMail { portal })];
    letters.extend(account(locale, name));
    letters.extend(request_for_access(name));
    letters.extend(inquiries(name));
    letters.extend(plan_change(name));
    letters.extend(access(name));
    letters.extend(conditions(locale, name));
    letters.extend(group(locale, name));
    letters.extend(secrets(locale, name));
    letters.extend(team(locale, name));
    letters.extend(messages(locale, name));
    letters.extend(news(locale, name));
    letters.extend(to_managers(locale, name));
    letters
}

fn named(snapshot: &'static str, letter: impl Letter + 'static) -> Named {
    (snapshot, Box::new(letter))
}

pub fn request() -> Request {
    Request {
        number: "BAL-2026-000042".to_owned(),
        api: "Verificação silenciosa".to_owned(),
        plan: "Trial",
        name: "Banco Exemplo – SMV".to_owned(),
        group: "Banco Exemplo – Antifraude".to_owned(),
        company: "Banco Exemplo S.A.".to_owned(),
    }
}

fn account(locale: Locale, name: &str) -> Vec<Named> {
    let registration = RegistrationLink {
        name: name.to_owned(),
        link: LINK.to_owned(),
        good_for: duration(locale, TimeDelta::hours(48)),
    };
    let reset = ResetLink {
        name: name.to_owned(),
        link: LINK.to_owned(),
        good_for: duration(locale, TimeDelta::hours(1)),
    };
    let registered = AlreadyRegistered {
        name: name.to_owned(),
        sign_in: LINK.to_owned(),
        forgotten: "https://balcao.example/outra".to_owned(),
    };
    let password = PasswordChanged {
        name: name.to_owned(),
        forgotten: LINK.to_owned(),
    };
    let roles = RolesChanged {
        name: name.to_owned(),
        before: support::support_role(locale).to_owned(),
        after: support::administrator(locale).to_owned(),
        link: LINK.to_owned(),
    };
    let client = ClientChanged {
        name: name.to_owned(),
        client: "ERP".to_owned(),
        intro: mail::client_intro(locale, "Balcão"),
        what: mail::client_registered(locale, "ERP"),
        unexpected: mail::roles_unexpected(locale),
        button: mail::roles_button(locale),
        link: LINK.to_owned(),
    };
    let program = ProgramAllowed {
        name: name.to_owned(),
        program: "Assistente".to_owned(),
        apis: "CRM na nuvem".to_owned(),
        until: "31/12/2026 12:00".to_owned(),
        link: LINK.to_owned(),
    };
    let sign_in = NewSignIn {
        name: name.to_owned(),
        at: "31/12/2026 12:00".to_owned(),
        address: Some("203.0.113.7".to_owned()),
        forgotten: LINK.to_owned(),
    };
    let factor = SecondFactorChanged {
        name: name.to_owned(),
        subject: mail::factor_subject(locale),
        what: mail::factor_app_added(locale, "Balcão"),
        unexpected: mail::factor_unexpected(locale),
        button: mail::roles_button(locale),
        link: LINK.to_owned(),
    };
    vec![
        named("new-sign-in", sign_in),
        named("second-factor-changed", factor),
        named("client-changed", client),
        named("program-allowed", program),
        named("registration-link", registration),
        named("reset-link", reset),
        named("already-registered", registered),
        named("password-changed", password),
        named("roles-changed", roles),
    ]
}

fn request_for_access(name: &str) -> Vec<Named> {
    let received = RequestReceived {
        name: name.to_owned(),
        request: request(),
        link: LINK.to_owned(),
    };
    let awaited = DecisionAwaited {
        name: "Carlos".to_owned(),
        applicant: format!("{name} Souza"),
        request: request(),
        link: LINK.to_owned(),
    };
    let more = DecisionsAwaited {
        name: name.to_owned(),
        link: LINK.to_owned(),
    };
    let approved = Approved {
        name: name.to_owned(),
        request: request(),
        remark: Some("Boas-vindas.".to_owned()),
        conditions: vec![],
        link: LINK.to_owned(),
    };
    let rejected = Rejected {
        name: name.to_owned(),
        request: request(),
        reason: REASON.to_owned(),
        link: LINK.to_owned(),
    };
    let cancelled = Cancelled {
        name: name.to_owned(),
        request: request(),
        link: LINK.to_owned(),
    };
    vec![
        named("request-received", received),
        named("decision-awaited", awaited),
        named("decisions-awaited", more),
        named("approved", approved),
        named("rejected", rejected),
        named("cancelled", cancelled),
    ]
}

fn to_managers(locale: Locale, name: &str) -> Vec<Named> {
    let assigned = RequestAssigned {
        name: name.to_owned(),
        by: "Dora Alves".to_owned(),
        request: request(),
        link: LINK.to_owned(),
    };
    let digest = RequestDigest {
        name: name.to_owned(),
        items: vec![DigestItem {
            request: request(),
            cnpj: "12.ABC.345/01DE-35".to_owned(),
            description: "Confirmar o celular na abertura de conta.".to_owned(),
            link: "https://balcao.example/aprovacoes/0a1b".to_owned(),
        }],
        has_more: true,
        link: LINK.to_owned(),
        choose: "https://balcao.example/aprovacoes/preferencias".to_owned(),
    };
    let coverage = ManagerCoverage {
        name: name.to_owned(),
        parts: vec![
            mail::coverage_api(locale, "Score de crédito"),
            mail::coverage_company(locale, "12ABC345"),
        ],
        link: LINK.to_owned(),
    };
    vec![
        named("request-assigned", assigned),
        named("request-digest", digest),
        named("manager-coverage", coverage),
    ]
}

/// About what Carlos wants to know.
fn inquiries(name: &str) -> Vec<Named> {
    let question = || "Quantas chamadas por mês?".to_owned();
    let asked = InquiryAsked {
        name: name.to_owned(),
        request: request(),
        question: question(),
        link: LINK.to_owned(),
    };
    let withdrawn = InquiryWithdrawn {
        name: name.to_owned(),
        request: request(),
        question: question(),
        link: LINK.to_owned(),
    };
    let answered = InquiryAnswered {
        name: "Carlos".to_owned(),
        request: request(),
        by: format!("{name} Souza"),
        question: question(),
        answer: "Cerca de 5.000.".to_owned(),
        link: LINK.to_owned(),
    };
    vec![
        named("inquiry-asked", asked),
        named("inquiry-withdrawn", withdrawn),
        named("inquiry-answered", answered),
    ]
}

fn conditions(locale: Locale, name: &str) -> Vec<Named> {
    let last_day = || "31/12/2026".to_owned();
    let approved = Approved {
        name: name.to_owned(),
        request: request(),
        remark: None,
        conditions: vec![mail::condition_end(locale, last_day())],
        link: LINK.to_owned(),
    };
    let changed = ConditionsChanged {
        name: name.to_owned(),
        request: request(),
        conditions: vec![
            mail::condition_end(locale, last_day()),
            mail::condition_contract(locale, "77/2026"),
        ],
        reason: REASON.to_owned(),
        link: LINK.to_owned(),
    };
    let ends = |next| ContractEnds {
        name: name.to_owned(),
        request: request(),
        last_day: last_day(),
        next,
        link: LINK.to_owned(),
    };
    let ended = |next| ContractEnded {
        name: name.to_owned(),
        request: request(),
        last_day: last_day(),
        next,
        link: LINK.to_owned(),
    };
    vec![
        named("approved-with-conditions", approved),
        named("conditions-changed", changed),
        named("contract-ends", ends(mail::contract_ends_group(locale))),
        named(
            "contract-ends-manager",
            ends(mail::contract_ends_manager(locale)),
        ),
        named("contract-ended", ended(mail::contract_ended_group(locale))),
        named(
            "contract-ended-manager",
            ended(mail::contract_ended_manager(locale)),
        ),
    ]
}

fn plan_change(name: &str) -> Vec<Named> {
    let asked = || Request {
        plan: terms::plan_upgrade(Locale::PtBr),
        ..request()
    };
    let received = PlanChangeReceived {
        name: name.to_owned(),
        request: asked(),
        link: LINK.to_owned(),
    };
    let awaited = PlanChangeAwaited {
        name: "Carlos".to_owned(),
        applicant: format!("{name} Souza"),
        request: asked(),
        link: LINK.to_owned(),
    };
    let approved = PlanChangeApproved {
        name: name.to_owned(),
        request: asked(),
        remark: Some("Contrato 77/2026.".to_owned()),
        link: LINK.to_owned(),
    };
    let rejected = PlanChangeRejected {
        name: name.to_owned(),
        request: asked(),
        reason: REASON.to_owned(),
        link: LINK.to_owned(),
    };
    let cancelled = |revoked| PlanChangeCancelled {
        name: name.to_owned(),
        request: asked(),
        revoked,
        link: LINK.to_owned(),
    };
    vec![
        named("plan-change-received", received),
        named("plan-change-awaited", awaited),
        named("plan-change-approved", approved),
        named("plan-change-rejected", rejected),
        named("plan-change-cancelled", cancelled(false)),
        named("plan-change-over", cancelled(true)),
    ]
}

fn access(name: &str) -> Vec<Named> {
    let suspended = Suspended {
        name: name.to_owned(),
        request: request(),
        reason: REASON.to_owned(),
        link: LINK.to_owned(),
    };
    let resumed = Resumed {
        name: name.to_owned(),
        request: request(),
        remark: Some("Contrato renovado.".to_owned()),
        link: LINK.to_owned(),
    };
    let revoked = Revoked {
        name: name.to_owned(),
        request: request(),
        reason: REASON.to_owned(),
        link: LINK.to_owned(),
    };
    vec![
        named("suspended", suspended),
        named("resumed", resumed),
        named("revoked", revoked),
    ]
}

fn group(locale: Locale, name: &str) -> Vec<Named> {
    let address = GroupAddress {
        by: name.to_owned(),
        link: LINK.to_owned(),
        good_for: left(locale, TimeDelta::days(14)),
    };
    let end = "2026-09-02T12:00:00Z".parse().unwrap();
    let mark = |percent, of_trial: bool, renews: bool| QuotaMark {
        name: name.to_owned(),
        request: Request {
            plan: if of_trial {
                terms::plan_trial(locale)
            } else {
                terms::plan_pay_per_use(locale)
            },
            ..request()
        },
        percent,
        used: number::count(u64::from(percent) * 10, locale),
        calls: number::count(1000, locale),
        of_trial,
        renewal: renews.then(|| End::new(end, chrono_tz::America::Sao_Paulo, locale)),
        link: LINK.to_owned(),
    };
    let webhook = |is_gone| WebhookPaused {
        name: name.to_owned(),
        host: "erp.bancoexemplo.com.br".to_owned(),
        is_gone,
        link: LINK.to_owned(),
    };
    vec![
        named("webhook-paused", webhook(false)),
        named("webhook-paused-gone", webhook(true)),
        named("group-address", address),
        named("quota-mark", mark(80, true, false)),
        named("quota-mark-exhausted", mark(100, true, false)),
        named("quota-mark-renewal", mark(80, true, true)),
        named("quota-mark-pay-renewal-exhausted", mark(100, false, true)),
        named("quota-mark-pay", mark(80, false, false)),
    ]
}

/// About who belongs to a group.
fn team(locale: Locale, name: &str) -> Vec<Named> {
    let group = || "Banco Exemplo – Antifraude".to_owned();
    let invitation = GroupInvitation {
        by: name.to_owned(),
        cnpj: "12.345.678/0001-95".to_owned(),
        role: member_roles::developer(locale),
        link: LINK.to_owned(),
        good_for: left(locale, TimeDelta::days(7)),
    };
    let accepted = InvitationAccepted {
        name: name.to_owned(),
        who: "Bia Reis".to_owned(),
        group: group(),
        role: member_roles::developer(locale),
        link: LINK.to_owned(),
    };
    let role = MemberRoleChanged {
        name: name.to_owned(),
        group: group(),
        role: member_roles::owner(locale),
        link: LINK.to_owned(),
    };
    let removed = MemberRemoved {
        name: name.to_owned(),
        group: group(),
        link: LINK.to_owned(),
    };
    let handover = |is_done| GroupHandover {
        name: name.to_owned(),
        who: "Bia Reis".to_owned(),
        group: group(),
        is_done,
        link: LINK.to_owned(),
    };
    vec![
        named("group-handover", handover(false)),
        named("group-handed-over", handover(true)),
        named("group-invitation", invitation),
        named("invitation-accepted", accepted),
        named("member-role-changed", role),
        named("member-removed", removed),
    ]
}

/// To a group of which Bia has changed the keys.
fn secrets(locale: Locale, name: &str) -> Vec<Named> {
    let end = || {
        let at = "2026-11-21T12:05:00Z".parse().unwrap();
        End::new(at, chrono_tz::America::Sao_Paulo, locale)
    };
    let added = SecretAdded {
        name: name.to_owned(),
        by: "Bia Reis".to_owned(),
        secret: "Produção".to_owned(),
        request: request(),
        link: LINK.to_owned(),
    };
    let revoked = |end| SecretRevoked {
        name: name.to_owned(),
        by: "Bia Reis".to_owned(),
        secret: "Produção".to_owned(),
        end,
        request: request(),
        link: LINK.to_owned(),
    };
    let changed = SecretsChanged {
        name: name.to_owned(),
        request: request(),
        link: LINK.to_owned(),
    };
    let expires = SecretExpires {
        name: name.to_owned(),
        secret: "Produção".to_owned(),
        end: end(),
        request: request(),
        link: LINK.to_owned(),
    };
    vec![
        named("secret-added", added),
        named("secret-revoked", revoked(None)),
        named("secret-ending", revoked(Some(end()))),
        named("secrets-changed", changed),
        named("secret-expires", expires),
    ]
}

/// About a message that has two paragraphs.
fn messages(locale: Locale, name: &str) -> Vec<Named> {
    let number = || "M-2026-0042".to_owned();
    let text = || "A chamada responde 401 desde ontem.\n\nO que devo conferir?".to_owned();
    let arrived = MessageArrived {
        name: "Caio".to_owned(),
        sender: format!("{name} Souza"),
        address: "ana.souza@bancoexemplo.com.br".to_owned(),
        number: number(),
        about: "Chave que não funciona".to_owned(),
        text: text(),
        link: LINK.to_owned(),
    };
    let more = MessagesArrived {
        name: name.to_owned(),
        link: LINK.to_owned(),
    };
    let received = |text: Option<String>| MessageReceived {
        name: name.to_owned(),
        number: number(),
        takes_replies: text.is_some(),
        text,
        link: LINK.to_owned(),
    };
    let said = |what, text| Said { what, text };
    let answered = MessageAnswered {
        name: name.to_owned(),
        number: number(),
        text: "Revogue a chave secreta antiga.\n\nDepois, confira a credencial.".to_owned(),
        history: vec![
            said(
                mail::our_answer_of(locale, "21/11/2026"),
                "Qual é o código do erro?".to_owned(),
            ),
            said(mail::your_message_of(locale, "20/11/2026"), text()),
        ],
        takes_replies: false,
        link: LINK.to_owned(),
    };
    vec![
        named("message-arrived", arrived),
        named("messages-arrived", more),
        named("message-received", received(Some(text()))),
        named("message-received-by-a-stranger", received(None)),
        named("message-answered", answered),
    ]
}

/// About the SMV.
fn news(locale: Locale, name: &str) -> Vec<Named> {
    let api = "Verificação silenciosa";
    let letter = |subject, paragraphs, quote, button| ApiNews {
        name: name.to_owned(),
        subject,
        paragraphs,
        quote,
        button,
        link: LINK.to_owned(),
        why: mail::news_why(locale),
        choose: LINK.to_owned(),
    };
    let quote = |label: &str, text: &str| {
        Some(NewsQuote {
            label: label.to_owned(),
            text: text.to_owned(),
        })
    };
    let version = letter(
        mail::version_subject(locale, api, "2.0.0"),
        vec![mail::version_intro(locale, api, "2.0.0")],
        quote(mail::version_notes(locale), "O campo `ip` é novo."),
        mail::version_button(locale),
    );
    let ends = |subject| ApiNews {
        why: mail::news_end_why(locale),
        ..letter(
            subject,
            vec![
                mail::deprecated_intro(locale, api, "30/11/2026"),
                mail::successor(locale, "CRM na nuvem"),
            ],
            None,
            mail::version_button(locale),
        )
    };
    let incident = |subject, stage| {
        letter(
            subject,
            vec![
                format!("{}.", status::since(locale, "21/11/2026")),
                mail::incident_affects(locale, api),
            ],
            quote(stage, "Parte das chamadas demora."),
            mail::incident_button(locale),
        )
    };
    let (kind, title) = (status::degradation(locale), "Respostas lentas");
    let opened = mail::incident_subject(locale, kind, title);
    let closed = mail::incident_closed_subject(locale, title);
    vec![
        named("api-version", version),
        named(
            "api-deprecated",
            ends(mail::deprecated_subject(locale, api, "30/11/2026")),
        ),
        named(
            "api-ending",
            ends(mail::ending_subject(locale, api, mail::days(locale, 7))),
        ),
        named(
            "incident-opened",
            incident(opened, status::investigating(locale)),
        ),
        named(
            "incident-closed",
            incident(closed, status::resolved(locale)),
        ),
    ]
}
