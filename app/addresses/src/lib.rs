//! Every address of the portal, once. People see them, so they are Portuguese.

mod reserved;

pub use reserved::is_reserved;

pub const HOME: &str = "/";
pub const LANGUAGE: &str = "/idioma";
pub const PRIVACY: &str = "/privacidade";
pub const TERMS: &str = "/termos";
pub const TERMS_ACCEPT: &str = "/termos/aceitar";
pub const ONBOARDING: &str = "/onboarding";
pub const QUESTIONS: &str = "/perguntas-frequentes";
/// How the portal and its APIs work, and as a feed for those who follow it.
pub const STATUS: &str = "/situacao";
pub const STATUS_FEED: &str = "/situacao.atom";
pub const CONTACT: &str = "/contato";
pub const CONTACT_SENT: &str = "/contato/enviada";

pub const SIGN_UP: &str = "/cadastro";
pub const SIGN_UP_SENT: &str = "/cadastro/enviado";
pub const LINK: &str = "/acesso/{token}";
pub const LINK_RENEW: &str = "/acesso/{token}/novo";
pub const LINK_RENEWED: &str = "/acesso/enviado";
/// Confirms the address of a group.
pub const GROUP_ADDRESS: &str = "/acesso/grupo/{link}";
pub const PASSWORD: &str = "/senha";
pub const SIGN_IN: &str = "/entrar";
/// Where the second factor is asked for, after the password.
pub const SIGN_IN_FACTOR: &str = "/entrar/verificacao";
/// Signing in by a passkey, and what asks for it.
pub const SIGN_IN_PASSKEY: &str = "/entrar/chave";
pub const SIGN_IN_PASSKEY_CHALLENGE: &str = "/entrar/chave/opcoes";
pub const SIGN_IN_FACTOR_CHALLENGE: &str = "/entrar/verificacao/opcoes";
pub const SIGN_OUT: &str = "/sair";
pub const FORGOTTEN: &str = "/esqueci-minha-senha";
pub const FORGOTTEN_SENT: &str = "/esqueci-minha-senha/enviado";

/// Where password managers look for the page that changes a password (W3C).
pub const CHANGE_PASSWORD: &str = "/.well-known/change-password";
/// Whom to tell of a weakness (RFC 9116).
pub const SECURITY: &str = "/.well-known/security.txt";

/// What robots are to leave alone (RFC 9309).
pub const ROBOTS: &str = "/robots.txt";
/// Every page that anybody may read.
pub const SITEMAP: &str = "/sitemap.xml";
/// The APIs, for programs (RFC 9727).
pub const API_CATALOGUE: &str = "/.well-known/api-catalog";

/// What agents read first, and all that they may read.
pub const LLMS: &str = "/llms.txt";
pub const LLMS_FULL: &str = "/llms-full.txt";
/// Pages as Markdown. That of an API ends in `.md` as well.
pub const HOME_MARKDOWN: &str = "/index.md";
pub const CATALOGUE_MARKDOWN: &str = "/catalogo.md";
pub const API_DOCUMENTATION_MARKDOWN: &str = "/catalogo/{slug}/documentacao.md";
pub const API_REFERENCE_MARKDOWN: &str = "/catalogo/{slug}/referencia.md";
pub const API_SAMPLES_MARKDOWN: &str = "/catalogo/{slug}/exemplos.md";
pub const ONBOARDING_MARKDOWN: &str = "/onboarding.md";
pub const QUESTIONS_MARKDOWN: &str = "/perguntas-frequentes.md";
pub const CONTACT_MARKDOWN: &str = "/contato.md";
pub const DOCTOR_MARKDOWN: &str = "/diagnostico.md";
pub const PRIVACY_MARKDOWN: &str = "/privacidade.md";
pub const TERMS_MARKDOWN: &str = "/termos.md";
pub const STATUS_MARKDOWN: &str = "/situacao.md";

pub const ACCOUNT: &str = "/conta";
pub const ACCOUNT_PASSWORD: &str = "/conta/senha";
/// What somebody is told of APIs by mail; by the link of a mail, without signing in.
pub const ACCOUNT_NEWS: &str = "/conta/avisos";
pub const NEWS: &str = "/avisos/{link}";
/// Programs for mail post here when their reader wants no more (RFC 8058).
pub const NEWS_STOP: &str = "/avisos/{link}/parar";
/// The second factors of somebody.
pub const ACCOUNT_FACTOR: &str = "/conta/verificacao";
pub const ACCOUNT_APP: &str = "/conta/verificacao/aplicativo";
pub const ACCOUNT_APP_CONFIRM: &str = "/conta/verificacao/aplicativo/confirmar";
pub const ACCOUNT_APP_REMOVE: &str = "/conta/verificacao/aplicativo/remover";
pub const ACCOUNT_PASSKEY: &str = "/conta/verificacao/chaves";
/// What makes a passkey, and what asks for one.
pub const ACCOUNT_PASSKEY_NEW: &str = "/conta/verificacao/chaves/nova";
pub const ACCOUNT_PASSKEY_CHALLENGE: &str = "/conta/verificacao/chaves/opcoes";
pub const ACCOUNT_PASSKEY_REMOVE: &str = "/conta/verificacao/chaves/{passkey}/remover";
pub const ACCOUNT_RECOVERY_CODES: &str = "/conta/verificacao/codigos";
pub const ACCOUNT_REMOVAL_CANCEL: &str = "/conta/verificacao/remocao/cancelar";
pub const ACCOUNT_BROWSER_FORGET: &str = "/conta/verificacao/navegadores/{browser}/esquecer";
pub const ACCOUNT_SESSIONS_END: &str = "/conta/sessoes/encerrar";
pub const ACCOUNT_SESSION_END: &str = "/conta/sessoes/{session}/encerrar";
pub const ACCOUNT_TOKEN_REVOKE: &str = "/conta/tokens/{token}/revogar";
/// Ends what a program may do for somebody.
pub const ACCOUNT_PROGRAM_END: &str = "/conta/programas/{program}/encerrar";
/// Makes the token that a program registers itself with.
pub const ACCOUNT_REGISTRATION_TOKEN: &str = "/conta/token-de-registro";
/// Deletes a program that registered itself for somebody.
pub const ACCOUNT_OWN_PROGRAM_DELETE: &str = "/conta/programas-registrados/{client}/excluir";

pub const CATALOGUE: &str = "/catalogo";
pub const API: &str = "/catalogo/{slug}";
pub const API_DOCUMENTATION: &str = "/catalogo/{slug}/documentacao";
pub const API_REFERENCE: &str = "/catalogo/{slug}/referencia";
pub const API_TRY: &str = "/catalogo/{slug}/referencia/{operation}/testar";
pub const API_SAMPLES: &str = "/catalogo/{slug}/exemplos";
/// All calls of an API, for Postman and Bruno.
pub const API_POSTMAN: &str = "/catalogo/{slug}/postman.json";
pub const API_BRUNO: &str = "/catalogo/{slug}/bruno.json";
pub const API_DOCUMENT: &str = "/catalogo/{slug}/openapi.json";
pub const API_VERSIONS: &str = "/catalogo/{slug}/versoes";
pub const API_FEED: &str = "/catalogo/{slug}/versoes.atom";
pub const API_FOLLOW: &str = "/catalogo/{slug}/acompanhar";
pub const API_TUTORIAL: &str = "/catalogo/{slug}/tutorial.pdf";
pub const API_LOGO: &str = "/catalogo/{slug}/logo";
/// What messengers show where its pages are shared.
pub const API_CARD: &str = "/catalogo/{slug}/cartao.png";

pub const REQUEST_NEW: &str = "/solicitacoes/nova/{slug}/{plan}";
pub const REQUEST_GROUP: &str = "/solicitacoes/{application}/grupo";
pub const REQUEST_APPLICATION: &str = "/solicitacoes/{application}/aplicacao";
pub const REQUEST_REVIEW: &str = "/solicitacoes/{application}/revisao";
pub const REQUEST_DONE: &str = "/solicitacoes/{application}/pronto";
pub const REQUEST_CANCEL: &str = "/solicitacoes/{application}/cancelar";
pub const REQUEST_CORRECT: &str = "/solicitacoes/{application}/corrigir";
/// Where the applicant answers what a contract manager asks.
pub const REQUEST_ANSWER: &str = "/solicitacoes/{application}/responder";

pub const GROUP_NEW: &str = "/grupos/novo";
pub const GROUP_EDIT: &str = "/grupos/{group}/dados";
pub const GROUP_COMPANY: &str = "/grupos/{group}/empresa";
pub const GROUP_HISTORY: &str = "/grupos/{group}/historico";
/// The people of a group.
pub const MEMBERS: &str = "/grupos/{group}/membros";
pub const MEMBERS_LEAVE: &str = "/grupos/{group}/membros/sair";
pub const MEMBERS_INVITE: &str = "/grupos/{group}/membros/convidar";
pub const MEMBERS_HAND_OVER: &str = "/grupos/{group}/membros/transferir";
pub const MEMBER: &str = "/grupos/{group}/membros/{account}";
pub const MEMBER_REMOVE: &str = "/grupos/{group}/membros/{account}/remover";
pub const INVITATION_RESEND: &str = "/grupos/{group}/convites/{invitation}/reenviar";
pub const INVITATION_WITHDRAW: &str = "/grupos/{group}/convites/{invitation}/cancelar";
/// An invitation, by the link of its mail.
pub const INVITATION: &str = "/convites/{token}";
pub const INVITATION_DECLINE: &str = "/convites/{token}/recusar";
pub const INVITATION_REGISTER: &str = "/convites/{token}/cadastro";

pub const APPLICATIONS: &str = "/minhas-aplicacoes";
pub const GROUP: &str = "/minhas-aplicacoes/{group}";
pub const GROUP_ADDRESS_ASK: &str = "/minhas-aplicacoes/{group}/confirmar-e-mail";
pub const REVEAL: &str = "/minhas-aplicacoes/{group}/{application}/revelar";

pub const GROUP_USE: &str = "/minhas-aplicacoes/{group}/uso";
pub const GROUP_USE_CSV: &str = "/minhas-aplicacoes/{group}/uso.csv";
pub const SECRETS: &str = "/minhas-aplicacoes/{group}/{application}/chaves";
pub const SECRET_REVOKE: &str = "/minhas-aplicacoes/{group}/{application}/chaves/{secret}/revogar";
pub const SANDBOX_KEYS: &str = "/minhas-aplicacoes/{group}/{application}/chaves-de-teste";
pub const TRY: &str = "/minhas-aplicacoes/{group}/{application}/testar";
pub const USE: &str = "/minhas-aplicacoes/{group}/{application}/uso";
pub const USE_CSV: &str = "/minhas-aplicacoes/{group}/{application}/uso.csv";
pub const CALLS: &str = "/minhas-aplicacoes/{group}/{application}/chamadas";
pub const PLAN_CHANGE: &str = "/minhas-aplicacoes/{group}/{application}/pay-per-use";

/// Finds what is wrong with a header or a token.
pub const DOCTOR: &str = "/diagnostico";

/// Where a program asks a person to let it act for them.
pub const AUTHORIZE: &str = "/autorizar";
/// Where programs ask for an access token.
pub const TOKEN: &str = "/oauth2/v1/token";
/// The same for clients, as programs made for the CRM know it.
pub const ACCESS_TOKEN: &str = "/Api/access_token";
pub const INTROSPECT: &str = "/oauth2/v1/introspect";
pub const REVOKE_TOKEN: &str = "/oauth2/v1/revoke";
/// Where programs register themselves.
pub const REGISTER_CLIENT: &str = "/oauth2/v1/register";
pub const JWKS: &str = "/.well-known/jwks.json";
/// The management API, and its `OpenAPI` document.
pub const PORTAL_API: &str = "/api/v1";
pub const PORTAL_API_DOCUMENT: &str = "/openapi.json";
/// What agents do for people (Model Context Protocol).
pub const MCP: &str = "/mcp";
pub const RESOURCE_METADATA: &str = "/.well-known/oauth-protected-resource";
/// The same for agents, who look where their own address is added (RFC 9728 §3.1).
pub const MCP_METADATA: &str = "/.well-known/oauth-protected-resource/mcp";
pub const SERVER_METADATA: &str = "/.well-known/oauth-authorization-server";

/// The webhooks of a group, and of the portal.
pub const GROUP_WEBHOOKS: &str = "/minhas-aplicacoes/{group}/webhooks";
pub const GROUP_WEBHOOK_NEW: &str = "/minhas-aplicacoes/{group}/webhooks/novo";
pub const PORTAL_WEBHOOKS: &str = "/administracao/webhooks";
pub const PORTAL_WEBHOOK_NEW: &str = "/administracao/webhooks/novo";
/// One webhook, whose ever it is.
pub const WEBHOOK: &str = "/webhooks/{webhook}";
pub const WEBHOOK_CHANGE: &str = "/webhooks/{webhook}/alterar";
pub const WEBHOOK_SECRET: &str = "/webhooks/{webhook}/segredo";
pub const WEBHOOK_STATE: &str = "/webhooks/{webhook}/situacao";
pub const WEBHOOK_TEST: &str = "/webhooks/{webhook}/testar";
pub const WEBHOOK_DELETE: &str = "/webhooks/{webhook}/apagar";
pub const WEBHOOK_DELIVERY: &str = "/webhooks/{webhook}/entregas/{delivery}";
pub const WEBHOOK_RESEND: &str = "/webhooks/{webhook}/entregas/{delivery}/reenviar";

pub const APPROVALS: &str = "/aprovacoes";
pub const APPROVAL: &str = "/aprovacoes/{application}";
pub const APPROVE: &str = "/aprovacoes/{application}/aprovar";
pub const REJECT: &str = "/aprovacoes/{application}/rejeitar";
pub const APPROVAL_SUSPEND: &str = "/aprovacoes/{application}/suspender";
pub const APPROVAL_RESUME: &str = "/aprovacoes/{application}/retomar";
pub const APPROVAL_REVOKE: &str = "/aprovacoes/{application}/revogar";
pub const APPROVAL_ASK: &str = "/aprovacoes/{application}/perguntar";
pub const APPROVAL_WITHDRAW: &str = "/aprovacoes/{application}/retirar-pergunta";
/// Puts a saved reason into the form of the decision.
pub const APPROVAL_REASON: &str = "/aprovacoes/{application}/motivo";
pub const APPROVAL_NOTES: &str = "/aprovacoes/{application}/notas";
pub const APPROVAL_NOTE_DELETE: &str = "/aprovacoes/{application}/notas/{note}/apagar";
pub const APPROVAL_CONDITIONS: &str = "/aprovacoes/{application}/condicoes";
pub const APPROVAL_PLAN: &str = "/aprovacoes/{application}/plano";
pub const REASONS: &str = "/aprovacoes/motivos";
pub const REASON_NEW: &str = "/aprovacoes/motivos/novo";
pub const REASON: &str = "/aprovacoes/motivos/{reason}";
pub const REASON_DELETE: &str = "/aprovacoes/motivos/{reason}/apagar";

/// The list as a file, several decisions at once, saved lists, and what became of all.
pub const APPROVALS_CSV: &str = "/aprovacoes/lista.csv";
pub const APPROVAL_NEXT: &str = "/aprovacoes/proxima";
pub const APPROVALS_SEVERAL: &str = "/aprovacoes/varias";
pub const APPROVAL_VIEWS: &str = "/aprovacoes/filtros";
pub const APPROVAL_VIEW_DELETE: &str = "/aprovacoes/filtros/{view}/excluir";
pub const APPROVAL_NUMBERS: &str = "/aprovacoes/numeros";
/// How a contract manager is told, and when they are away.
pub const APPROVAL_PREFERENCES: &str = "/aprovacoes/preferencias";
pub const APPROVAL_ABSENCE: &str = "/aprovacoes/preferencias/ausencia";
pub const APPROVAL_ASSIGN: &str = "/aprovacoes/{application}/atribuir";

pub const SUPPORT: &str = "/suporte/contas";
pub const SUPPORT_ACCOUNT: &str = "/suporte/contas/{account}";
pub const SUPPORT_RESEND: &str = "/suporte/contas/{account}/reenviar-link";
pub const SUPPORT_RESET: &str = "/suporte/contas/{account}/redefinir-senha";
pub const SUPPORT_LIFT: &str = "/suporte/contas/{account}/liberar";
pub const SUPPORT_END_SESSIONS: &str = "/suporte/contas/{account}/encerrar-sessoes";

pub const SUPPORT_FACTOR: &str = "/suporte/contas/{account}/verificacao";
pub const SUPPORT_FACTOR_CONFIRM: &str = "/suporte/contas/{account}/verificacao/confirmar";
pub const SUPPORT_FACTOR_WITHDRAW: &str = "/suporte/contas/{account}/verificacao/desistir";

pub const SUPPORT_MESSAGES: &str = "/suporte/mensagens";
pub const SUPPORT_MESSAGE: &str = "/suporte/mensagens/{message}";

/// Groups, for staff who hand one over.
pub const SUPPORT_GROUPS: &str = "/suporte/grupos";
pub const SUPPORT_GROUP: &str = "/suporte/grupos/{group}";
pub const HANDOVER_CONFIRM: &str = "/suporte/transferencias/{handover}/confirmar";
pub const HANDOVER_WITHDRAW: &str = "/suporte/transferencias/{handover}/cancelar";

pub const PEOPLE: &str = "/administracao/pessoas";
pub const PERSON_ROLES: &str = "/administracao/pessoas/{account}/papeis";

/// Which requests each contract manager decides on.
pub const MANAGERS: &str = "/administracao/gestores";
pub const MANAGER: &str = "/administracao/gestores/{account}";
pub const MANAGER_ABSENCE: &str = "/administracao/gestores/{account}/ausencia";

/// A second administrator agrees that somebody becomes one, or anybody of them turns it down.
pub const NOMINATION_AGREE: &str = "/administracao/pessoas/indicacoes/{nomination}/aceitar";
pub const NOMINATION_WITHDRAW: &str = "/administracao/pessoas/indicacoes/{nomination}/retirar";

pub const APIS: &str = "/administracao/apis";
/// Not below the others: an API may have any name there.
pub const API_NEW: &str = "/administracao/nova-api";
pub const API_ADMINISTRATION: &str = "/administracao/apis/{slug}";
pub const API_IDENTITY: &str = "/administracao/apis/{slug}/identificacao";
pub const API_TEXTS: &str = "/administracao/apis/{slug}/textos/{language}";
pub const API_PLANS: &str = "/administracao/apis/{slug}/planos";
pub const API_ACCESS: &str = "/administracao/apis/{slug}/acesso";
pub const API_REQUEST_FORM: &str = "/administracao/apis/{slug}/solicitacao";
pub const API_ANSWERS: &str = "/administracao/apis/{slug}/respostas";
pub const API_CHANGES: &str = "/administracao/apis/{slug}/mudancas";
pub const API_OPENAPI: &str = "/administracao/apis/{slug}/documento";
pub const API_CALLS: &str = "/administracao/apis/{slug}/chamadas";
pub const API_ATTACHMENTS: &str = "/administracao/apis/{slug}/arquivos";
pub const API_ATTACHMENT: &str = "/administracao/apis/{slug}/arquivos/{digest}";
pub const API_PUBLISH: &str = "/administracao/apis/{slug}/publicar";
pub const API_DISCARD: &str = "/administracao/apis/{slug}/descartar";
pub const API_PREVIEW: &str = "/administracao/apis/{slug}/previa";
pub const API_PREVIEW_DOCUMENTATION: &str = "/administracao/apis/{slug}/previa/documentacao";
pub const API_PREVIEW_REFERENCE: &str = "/administracao/apis/{slug}/previa/referencia";
pub const API_PREVIEW_SAMPLES: &str = "/administracao/apis/{slug}/previa/exemplos";
pub const API_COMPARE: &str = "/administracao/apis/{slug}/comparar";
pub const CATEGORIES: &str = "/administracao/categorias";

pub const SEARCHES: &str = "/administracao/buscas";

pub const INCIDENTS: &str = "/administracao/incidentes";
pub const INCIDENT_NEW: &str = "/administracao/incidentes/novo";
pub const INCIDENT: &str = "/administracao/incidentes/{incident}";
pub const INCIDENT_FACTS: &str = "/administracao/incidentes/{incident}/dados";
pub const INCIDENT_NOTE: &str = "/administracao/incidentes/{incident}/notas/{note}";

pub const CLIENTS: &str = "/administracao/clientes";
pub const CLIENT_NEW_CREDENTIALS: &str = "/administracao/clientes/novo-de-credenciais";
pub const CLIENT_NEW_PASSWORD: &str = "/administracao/clientes/novo-de-senha";
pub const CLIENT_NEW_AUTHORIZATION: &str = "/administracao/clientes/novo-de-autorizacao";
pub const CLIENT: &str = "/administracao/clientes/{client}";
pub const CLIENT_STATE: &str = "/administracao/clientes/{client}/situacao";
pub const CLIENT_SECRET: &str = "/administracao/clientes/{client}/segredo";
pub const CLIENT_DELETE: &str = "/administracao/clientes/{client}/excluir";
pub const TOKENS: &str = "/administracao/tokens";
pub const TOKENS_REVOKE: &str = "/administracao/tokens/revogar";

/// The audit trail, one event of it, and its export.
pub const AUDIT: &str = "/administracao/auditoria";
pub const AUDIT_EVENT: &str = "/administracao/auditoria/{event}";
pub const AUDIT_EXPORT: &str = "/administracao/auditoria/exportar";

/// Settings that change while the portal runs.
pub const CONFIGURATION: &str = "/administracao/configuracoes";

pub const JOBS: &str = "/administracao/tarefas";
pub const JOB_RETRY: &str = "/administracao/tarefas/{job}/tentar";
pub const JOB_DROP: &str = "/administracao/tarefas/{job}/descartar";

pub const MAILBOX: &str = "/dev/correio";
pub const MAILBOX_MESSAGE: &str = "/dev/correio/{message}";
pub const MAILBOX_HTML: &str = "/dev/correio/{message}/html";

/// The address with its parameters filled in, in order.
#[must_use]
pub fn fill(pattern: &str, parameters: &[&dyn std::fmt::Display]) -> String {
    let mut address = String::with_capacity(pattern.len() + 36 * parameters.len());
    let mut rest = pattern;
    for parameter in parameters {
        let Some((before, after)) = rest.split_once('{') else {
            break;
        };
        address.push_str(before);
        address.push_str(&parameter.to_string());
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    address.push_str(rest);
    address
}

/// What every address of a pattern begins with: all before its first parameter.
#[must_use]
pub fn start(pattern: &str) -> &str {
    pattern.split_once('{').map_or(pattern, |(start, _)| start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_take_their_places() {
        assert_eq!(fill(REVEAL, &[&1, &2]), "/minhas-aplicacoes/1/2/revelar");
        assert_eq!(fill(HOME, &[]), "/");
    }

    #[test]
    fn a_pattern_starts_with_what_all_its_addresses_share() {
        assert_eq!(start(REQUEST_NEW), "/solicitacoes/nova/");
        assert_eq!(start(HOME), "/");
    }
}
