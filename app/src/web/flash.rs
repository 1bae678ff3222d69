//! A message that waits in a cookie for the next page. The cookie names it; it holds no text.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue};
use locales::{
    Locale, api_draft, api_editor, apis, approval_queue, audit, categories, clients, conditions,
    configuration, factors, flash as t, group_edit, incidents, inquiries, jobs, managers, members,
    messages, reasons, subscriptions, support, support_groups, webhooks,
};

use super::cookies;

const COOKIE: &str = "balcao-aviso";
const LIFETIME: Duration = Duration::from_mins(1);

macro_rules! flashes {
    ($($flash:ident = $code:literal, $tone:ident, $text:path;)+) => {
        /// What just happened.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Flash { $($flash),+ }

        impl Flash {
            const ALL: &[Self] = &[$(Self::$flash),+];

            const fn code(self) -> &'static str {
                match self { $(Self::$flash => $code),+ }
            }

            #[must_use]
            pub const fn tone(self) -> Tone {
                match self { $(Self::$flash => Tone::$tone),+ }
            }

            #[must_use]
            pub const fn text(self, locale: Locale) -> &'static str {
                match self { $(Self::$flash => $text(locale)),+ }
            }
        }
    };
}

/// How a message is coloured; its icon says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    Bad,
    Info,
}

flashes! {
    Nominated = "indicada", Info, support::nominated;
    NominationWithdrawn = "indicacao-retirada", Good, support::nomination_withdrawn;
    NominationGone = "indicacao-decidida", Info, support::nomination_gone;
    OwnNomination = "indicacao-propria", Bad, support::own_nomination;
    ConfigurationSaved = "configuracoes", Good, configuration::saved;
    AuditTooLong = "auditoria-longa", Bad, audit::too_long;
    FreeMail = "e-mail-gratuito", Info, t::free_mail;
    FormKept = "formulario", Info, t::form_kept;
    SignedOut = "saiu", Info, t::signed_out;
    AccountReady = "conta", Good, t::account_ready;
    AccountReadyToAsk = "conta-e-pedido", Good, t::account_ready_to_ask;
    PasswordSaved = "senha", Good, t::password_saved;
    ProfileSaved = "dados", Good, t::profile_saved;
    SessionEnded = "sessao", Good, t::session_ended;
    SessionsEnded = "sessoes", Good, t::sessions_ended;
    GroupCreated = "grupo", Good, t::group_created;
    AddressAsked = "e-mail-do-grupo", Good, t::address_asked;
    AddressConfirmed = "e-mail-confirmado", Info, t::address_confirmed;
    AlreadyOpen = "aberta", Info, t::already_open;
    DraftChanged = "mudou", Info, t::draft_changed;
    RequestCancelled = "cancelada", Info, t::request_cancelled;
    TooLateToCancel = "tarde", Bad, t::too_late_to_cancel;
    QuestionAnswered = "pergunta-respondida", Good, inquiries::sent;
    QuestionOver = "pergunta-encerrada", Info, inquiries::over;
    QuestionAsked = "pergunta-enviada", Good, inquiries::asked_now;
    QuestionWithdrawn = "pergunta-retirada", Good, inquiries::withdrawn_now;
    AskedMeanwhile = "pergunta-antes", Bad, inquiries::asked_meanwhile;
    AnsweredMeanwhile = "pergunta-mudou", Bad, inquiries::answered_meanwhile;
    ConditionsSaved = "condicoes", Good, conditions::saved;
    ConditionsChanged = "condicoes-mudaram", Bad, conditions::changed;
    ConditionsPast = "condicoes-vencidas", Bad, conditions::past;
    ContractEnded = "contrato-encerrado", Bad, conditions::contract_ended;
    PlanMoved = "plano-mudou", Good, conditions::moved;
    ReasonSaved = "motivo-salvo", Good, reasons::saved_now;
    ReasonDeleted = "motivo-apagado", Good, reasons::deleted_now;
    ReasonChanged = "motivo-mudou", Bad, reasons::changed;
    NoteAdded = "nota-salva", Good, reasons::note_added;
    NoteDeleted = "nota-apagada", Good, reasons::note_deleted;
    Approved = "aprovada", Good, t::approved;
    Rejected = "rejeitada", Good, t::rejected;
    AlreadyDecided = "decidida", Bad, t::already_decided;
    OwnRequest = "propria", Bad, t::own_request;
    NoPlanToChange = "sem-trial", Bad, t::no_plan_to_change;
    AlreadyPayPerUse = "pay-per-use", Info, t::already_pay_per_use;
    NotInUse = "fora-de-uso", Info, t::not_in_use;
    AccessSuspended = "suspensa", Good, t::access_suspended;
    AccessResumed = "retomada", Good, t::access_resumed;
    AccessRevoked = "revogada", Good, t::access_revoked;
    AccessChanged = "acesso-mudou", Bad, t::access_changed;
    LinkResent = "link", Good, t::link_resent;
    ResetStarted = "redefinicao", Good, t::reset_started;
    ThrottleLifted = "liberada", Good, t::throttle_lifted;
    AccountSessionsEnded = "conta-sessoes", Good, t::account_sessions_ended;
    ApiChanged = "api", Good, apis::changed;
    ApiCreated = "api-criada", Good, api_editor::created;
    ApiPublished = "api-publicada", Good, api_draft::published_now;
    ApiDraftChanged = "api-mudou", Bad, api_draft::draft_changed;
    ApiDiscarded = "api-descartada", Good, api_draft::api_discarded;
    DraftSaved = "api-salva", Good, api_draft::saved;
    DraftDiscarded = "api-rascunho-descartado", Good, api_draft::discarded;
    CategoriesSaved = "categorias", Good, categories::categories_saved;
    SecretRevoked = "chave-revogada", Good, t::secret_revoked;
    SecretEnding = "chave-com-prazo", Good, t::secret_ending;
    SecretOver = "chave-encerrada", Info, t::secret_over;
    RolesSaved = "papeis", Good, t::roles_saved;
    JobRetried = "tarefa-tentada", Good, jobs::retried;
    JobDropped = "tarefa-descartada", Good, jobs::dropped;
    JobGone = "tarefa-feita", Info, jobs::gone;
    MessageAssigned = "mensagem-assumida", Good, messages::assigned;
    MessageReleased = "mensagem-devolvida", Good, messages::released;
    MessageAnswered = "mensagem-respondida", Good, messages::answered;
    MessageAnsweredAndClosed = "mensagem-respondida-e-encerrada", Good, messages::answered_and_closed;
    MessageClosed = "mensagem-encerrada", Good, messages::closed_now;
    MessageReopened = "mensagem-reaberta", Good, messages::reopened;
    MessageChanged = "mensagem-mudou", Bad, messages::changed;
    ApiFollowed = "api-acompanhada", Good, subscriptions::followed_now;
    ApiUnfollowed = "api-sem-avisos", Good, subscriptions::unfollowed_now;
    IncidentOpened = "incidente-publicado", Good, incidents::opened;
    IncidentNoted = "incidente-nota", Good, incidents::noted;
    IncidentClosed = "incidente-encerrado", Good, incidents::closed_now;
    IncidentCorrected = "incidente-corrigido", Good, incidents::corrected;
    ClientApproved = "cliente-aprovado", Good, clients::approved_now;
    ClientDisabled = "cliente-desativado", Good, clients::disabled_now;
    ClientEnabled = "cliente-ativado", Good, clients::enabled_now;
    ClientDeleted = "cliente-excluido", Good, clients::deleted_now;
    ClientChanged = "cliente-mudou", Bad, clients::changed;
    SecondAdministrator = "segundo-administrador", Bad, clients::second_needed;
    TokensRevoked = "tokens-revogados", Good, clients::revoked_now;
    OwnTokenRevoked = "token-revogado", Good, t::own_token_revoked;
    OwnProgramDeleted = "programa-excluido", Good, t::own_program_deleted;
    NoTokenChosen = "nenhum-token", Info, clients::none_chosen;
    WebhookChanged = "webhook-alterado", Good, webhooks::changed_now;
    WebhookPaused = "webhook-pausado", Good, webhooks::paused_now;
    WebhookResumed = "webhook-retomado", Good, webhooks::resumed_now;
    WebhookDeleted = "webhook-apagado", Good, webhooks::deleted_now;
    WebhookTested = "webhook-testado", Good, webhooks::tested_now;
    WebhookResent = "webhook-reenviado", Good, webhooks::resent_now;
    WebhookIsPaused = "webhook-em-pausa", Bad, webhooks::is_paused;
    WebhookIsPending = "webhook-a-caminho", Info, webhooks::is_pending;
    WebhookSecretKept = "webhook-segredo", Bad, webhooks::secret_changed;
    RequestAssigned = "solicitacao-atribuida", Good, approval_queue::assigned;
    RequestReleased = "solicitacao-devolvida", Good, approval_queue::released;
    RequestChanged = "solicitacao-mudou", Bad, approval_queue::assign_changed;
    NotTheirRequest = "solicitacao-de-outro", Bad, approval_queue::assign_not_theirs;
    NotCovered = "solicitacao-de-outros", Bad, approval_queue::not_covered;
    NothingLeft = "nenhuma-outra", Info, approval_queue::nothing_left;
    ViewSaved = "filtros-salvos", Good, approval_queue::view_saved;
    ViewDeleted = "filtros-excluidos", Good, approval_queue::view_deleted;
    ViewUnnamed = "filtros-sem-nome", Bad, approval_queue::view_unnamed;
    TooManyViews = "filtros-demais", Bad, approval_queue::view_too_many;
    NoticesChosen = "avisos-escolhidos", Good, managers::notices_chosen;
    AbsenceSaved = "ausencia-salva", Good, managers::absence_saved;
    AbsenceEnded = "ausencia-encerrada", Good, managers::absence_ended;
    CoverageSaved = "parte-salva", Good, managers::coverage_saved;
    FactorAppRemoved = "verificacao-removida", Good, factors::app_removed_now;
    FactorAppThere = "verificacao-existe", Info, factors::app_there;
    PasskeyAdded = "chave-adicionada", Good, factors::passkey_added_now;
    PasskeyRemoved = "chave-removida", Good, factors::passkey_removed_now;
    FactorOver = "verificacao-encerrada", Bad, factors::over_now;
    BrowserForgotten = "navegador-esquecido", Good, factors::browser_forgotten_now;
    FactorRequired = "verificacao-exigida", Info, factors::required_now;
    FactorRemovalAsked = "remocao-pedida", Good, factors::removal_asked_now;
    FactorRemovalConfirmed = "remocao-confirmada", Good, factors::removal_confirmed_now;
    FactorRemovalWithdrawn = "remocao-retirada", Good, factors::removal_withdrawn_now;
    FactorRemovalSecond = "remocao-segunda", Bad, factors::removal_second_now;
    FactorRemovalOver = "remocao-nada", Info, factors::removal_over_now;
    InvitationSent = "convite-enviado", Good, members::invited_now;
    InvitationResent = "convite-reenviado", Good, members::resent_now;
    InvitationWithdrawn = "convite-cancelado", Good, members::withdrawn_now;
    InvitationGone = "convite-respondido", Info, members::invitation_gone;
    MemberRoleChanged = "papel-no-grupo", Good, members::role_changed_now;
    MemberRemoved = "pessoa-removida", Good, members::removed_now;
    GroupLeft = "grupo-deixado", Good, members::left_now;
    GroupHandedOver = "grupo-transferido", Good, members::handed_over_now;
    GroupJoined = "grupo-aceito", Good, members::joined_now;
    GroupSaved = "grupo-salvo", Good, group_edit::saved_now;
    HandoverProposed = "transferencia-proposta", Good, support_groups::proposed_now;
    HandoverConfirmed = "transferencia-confirmada", Good, support_groups::confirmed_now;
    HandoverWithdrawn = "transferencia-cancelada", Good, support_groups::withdrawn_now;
    HandoverOver = "transferencia-encerrada", Info, support_groups::over;
    SecondPerson = "segunda-pessoa", Bad, support_groups::second_needed;
    OwnerNeeded = "ultimo-dono", Bad, members::owner_needed;
    LastAdministrator = "ultimo-administrador", Bad, t::last_administrator;
    OtherOfTwo = "outra-de-duas", Bad, t::other_of_two_administrators;
}

impl Flash {
    pub(super) fn read(headers: &HeaderMap) -> Option<Self> {
        let code = cookies::read(headers, COOKIE)?;
        Self::ALL.iter().copied().find(|flash| flash.code() == code)
    }

    pub(super) fn cookie(self, https: bool) -> Option<HeaderValue> {
        cookies::set(COOKIE, self.code(), LIFETIME, https)
    }

    pub(super) fn removal_cookie(https: bool) -> Option<HeaderValue> {
        cookies::expire(COOKIE, https)
    }
}
