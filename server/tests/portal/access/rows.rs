//! Who may open each route.

use domain::Role;

use Audience::{Anyone, Arrived, Development, Members};

/// Whom a route is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Anyone,
    /// Whoever came by a one-time link, or is signed in.
    Arrived,
    Members,
    Role(Role),
    /// A visitor on the machine of a development run.
    Development,
}

const MANAGERS: Audience = Audience::Role(Role::ContractManager);
const SUPPORT: Audience = Audience::Role(Role::Support);
const ADMINISTRATORS: Audience = Audience::Role(Role::Administrator);

/// Who may open each route; the site must declare the same.
pub const ROWS: &[(&str, &str, Audience)] = &[
    ("GET", "/", Anyone),
    ("POST", "/idioma", Anyone),
    ("GET", "/privacidade", Anyone),
    ("GET", "/termos", Anyone),
    ("GET", "/contato", Anyone),
    ("POST", "/contato", Anyone),
    ("GET", "/contato/enviada", Anyone),
    ("GET", "/perguntas-frequentes", Anyone),
    ("GET", "/cadastro", Anyone),
    ("POST", "/cadastro", Anyone),
    ("GET", "/cadastro/enviado", Anyone),
    ("GET", "/acesso/{token}", Anyone),
    ("POST", "/acesso/{token}", Anyone),
    ("POST", "/acesso/{token}/novo", Anyone),
    ("GET", "/acesso/enviado", Anyone),
    ("GET", "/acesso/grupo/{link}", Anyone),
    ("POST", "/acesso/grupo/{link}", Anyone),
    ("GET", "/senha", Arrived),
    ("POST", "/senha", Arrived),
    ("GET", "/entrar", Anyone),
    ("POST", "/entrar", Anyone),
    ("POST", "/sair", Anyone),
    ("GET", "/esqueci-minha-senha", Anyone),
    ("POST", "/esqueci-minha-senha", Anyone),
    ("GET", "/esqueci-minha-senha/enviado", Anyone),
    ("GET", "/.well-known/change-password", Anyone),
    ("GET", "/.well-known/security.txt", Anyone),
    ("GET", "/conta", Members),
    ("POST", "/conta", Members),
    ("GET", "/conta/senha", Members),
    ("POST", "/conta/senha", Members),
    ("POST", "/conta/sessoes/encerrar", Members),
    ("POST", "/conta/sessoes/{session}/encerrar", Members),
    ("GET", "/catalogo", Anyone),
    ("GET", "/catalogo/{slug}", Anyone),
    ("GET", "/catalogo/{slug}/openapi.json", Anyone),
    ("GET", "/solicitacoes/nova/{slug}/{plan}", Members),
    ("POST", "/solicitacoes/nova/{slug}/{plan}", Members),
    ("GET", "/solicitacoes/{application}/grupo", Members),
    ("POST", "/solicitacoes/{application}/grupo", Members),
    ("GET", "/solicitacoes/{application}/aplicacao", Members),
    ("POST", "/solicitacoes/{application}/aplicacao", Members),
    ("GET", "/solicitacoes/{application}/revisao", Members),
    ("POST", "/solicitacoes/{application}/revisao", Members),
    ("GET", "/solicitacoes/{application}/pronto", Members),
    ("POST", "/solicitacoes/{application}/cancelar", Members),
    ("POST", "/solicitacoes/{application}/corrigir", Members),
    ("GET", "/grupos/novo", Members),
    ("POST", "/grupos/novo", Members),
    ("GET", "/minhas-aplicacoes", Members),
    ("GET", "/minhas-aplicacoes/{group}", Members),
    (
        "POST",
        "/minhas-aplicacoes/{group}/confirmar-e-mail",
        Members,
    ),
    (
        "GET",
        "/minhas-aplicacoes/{group}/{application}/revelar",
        Members,
    ),
    (
        "POST",
        "/minhas-aplicacoes/{group}/{application}/revelar",
        Members,
    ),
    (
        "GET",
        "/minhas-aplicacoes/{group}/{application}/chaves",
        Members,
    ),
    (
        "POST",
        "/minhas-aplicacoes/{group}/{application}/chaves",
        Members,
    ),
    (
        "GET",
        "/minhas-aplicacoes/{group}/{application}/chaves/{secret}/revogar",
        Members,
    ),
    (
        "POST",
        "/minhas-aplicacoes/{group}/{application}/chaves/{secret}/revogar",
        Members,
    ),
    (
        "GET",
        "/minhas-aplicacoes/{group}/{application}/chaves-de-teste",
        Members,
    ),
    (
        "POST",
        "/minhas-aplicacoes/{group}/{application}/chaves-de-teste",
        Members,
    ),
    (
        "GET",
        "/minhas-aplicacoes/{group}/{application}/pay-per-use",
        Members,
    ),
    (
        "POST",
        "/minhas-aplicacoes/{group}/{application}/pay-per-use",
        Members,
    ),
    ("GET", "/minhas-aplicacoes/{group}/uso", Members),
    ("GET", "/minhas-aplicacoes/{group}/uso.csv", Members),
    (
        "GET",
        "/minhas-aplicacoes/{group}/{application}/uso",
        Members,
    ),
    (
        "GET",
        "/minhas-aplicacoes/{group}/{application}/uso.csv",
        Members,
    ),
    (
        "GET",
        "/minhas-aplicacoes/{group}/{application}/chamadas",
        Members,
    ),
    (
        "GET",
        "/minhas-aplicacoes/{group}/{application}/testar",
        Members,
    ),
    (
        "POST",
        "/minhas-aplicacoes/{group}/{application}/testar",
        Members,
    ),
    ("GET", "/diagnostico", Anyone),
    ("GET", "/aprovacoes", MANAGERS),
    ("GET", "/aprovacoes/{application}", MANAGERS),
    ("GET", "/aprovacoes/{application}/aprovar", MANAGERS),
    ("POST", "/aprovacoes/{application}/aprovar", MANAGERS),
    ("GET", "/aprovacoes/{application}/rejeitar", MANAGERS),
    ("POST", "/aprovacoes/{application}/rejeitar", MANAGERS),
    ("GET", "/aprovacoes/{application}/suspender", MANAGERS),
    ("POST", "/aprovacoes/{application}/suspender", MANAGERS),
    ("GET", "/aprovacoes/{application}/retomar", MANAGERS),
    ("POST", "/aprovacoes/{application}/retomar", MANAGERS),
    ("GET", "/aprovacoes/{application}/revogar", MANAGERS),
    ("POST", "/aprovacoes/{application}/revogar", MANAGERS),
    ("GET", "/suporte/contas", SUPPORT),
    ("GET", "/suporte/contas/{account}", SUPPORT),
    ("POST", "/suporte/contas/{account}/reenviar-link", SUPPORT),
    ("POST", "/suporte/contas/{account}/redefinir-senha", SUPPORT),
    ("POST", "/suporte/contas/{account}/liberar", SUPPORT),
    (
        "POST",
        "/suporte/contas/{account}/encerrar-sessoes",
        SUPPORT,
    ),
    ("GET", "/suporte/mensagens", SUPPORT),
    ("GET", "/suporte/mensagens/{message}", SUPPORT),
    ("POST", "/suporte/mensagens/{message}", SUPPORT),
    ("GET", "/administracao/pessoas", ADMINISTRATORS),
    (
        "GET",
        "/administracao/pessoas/{account}/papeis",
        ADMINISTRATORS,
    ),
    (
        "POST",
        "/administracao/pessoas/{account}/papeis",
        ADMINISTRATORS,
    ),
    ("GET", "/administracao/tarefas", ADMINISTRATORS),
    (
        "POST",
        "/administracao/tarefas/{job}/tentar",
        ADMINISTRATORS,
    ),
    (
        "GET",
        "/administracao/tarefas/{job}/descartar",
        ADMINISTRATORS,
    ),
    (
        "POST",
        "/administracao/tarefas/{job}/descartar",
        ADMINISTRATORS,
    ),
    ("GET", "/dev/correio", Development),
    ("GET", "/dev/correio/{message}", Development),
    ("GET", "/dev/correio/{message}/html", Development),
];
