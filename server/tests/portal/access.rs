//! Every kind of reader against every route: who may in, who is shown another way, who is refused.

use app::routes;
use axum::http::{Method, StatusCode};
use domain::Role;

use crate::harness::{Answer, TestApp, Visitor};

/// Whom a route is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audience {
    Anyone,
    /// Whoever came by a one-time link, or is signed in.
    Arrived,
    Members,
    Role(Role),
    /// A visitor on the machine of a development run.
    Development,
}

use Audience::{Anyone, Arrived, Development, Members};

const MANAGERS: Audience = Audience::Role(Role::ContractManager);
const SUPPORT: Audience = Audience::Role(Role::Support);
const ADMINISTRATORS: Audience = Audience::Role(Role::Administrator);

/// What was decided, row by row; the site must say the same.
const ROWS: &[(&str, &str, Audience)] = &[
    ("GET", "/", Anyone),
    ("POST", "/idioma", Anyone),
    ("GET", "/privacidade", Anyone),
    ("GET", "/termos", Anyone),
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

#[test]
fn every_route_has_its_row_and_every_row_its_route() {
    let site = app::site();
    let mut routes: Vec<_> = site
        .table()
        .iter()
        .map(|route| (route.method.as_str(), route.path))
        .collect();
    let mut rows: Vec<_> = ROWS
        .iter()
        .map(|(method, path, _)| (*method, *path))
        .collect();
    routes.sort_unstable();
    rows.sort_unstable();
    assert_eq!(routes, rows);
}

/// How the portal answered a reader.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Open,
    /// Shown to the sign-in page.
    SignIn,
    /// Shown to the password page: the link's session is good for nothing else.
    Password,
    Forbidden,
}

fn outcome(answer: &Answer) -> Outcome {
    let location = answer.header(axum::http::header::LOCATION);
    match answer.status {
        StatusCode::FORBIDDEN => Outcome::Forbidden,
        StatusCode::SEE_OTHER if location.starts_with("/entrar") => Outcome::SignIn,
        StatusCode::SEE_OTHER if location == "/senha" => Outcome::Password,
        _ => Outcome::Open,
    }
}

async fn request(visitor: &Visitor, (method, path, _): (&str, &'static str, Audience)) -> Answer {
    let nowhere = "00000000-0000-7000-8000-000000000000";
    let path = routes::fill(path, &[&nowhere, &nowhere, &nowhere]);
    visitor.ask(&method.parse::<Method>().unwrap(), &path).await
}

#[tokio::test]
async fn visitors_are_shown_the_way_in() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for row in ROWS.iter().copied().filter(|row| row.2 != Development) {
        let expected = if row.2 == Anyone {
            Outcome::Open
        } else {
            Outcome::SignIn
        };
        assert_eq!(outcome(&request(&visitor, row).await), expected, "{row:?}");
    }
}

#[tokio::test]
async fn a_link_lets_set_the_password_and_nothing_else() {
    let app = TestApp::start().await;
    let ana = app.registers("ana@empresa.com.br").await;
    let link = app.inbox.link_for("ana@empresa.com.br");
    assert_eq!(ana.post(&link, &[]).await.location(), "/senha");
    for row in ROWS
        .iter()
        .copied()
        .filter(|row| !matches!(row.2, Anyone | Development))
    {
        let expected = if row.2 == Arrived {
            Outcome::Open
        } else {
            Outcome::Password
        };
        assert_eq!(outcome(&request(&ana, row).await), expected, "{row:?}");
    }
}

#[tokio::test]
async fn staff_pages_open_to_their_role_alone() {
    let app = TestApp::start().await;
    let kinds: [&[Role]; 4] = [
        &[],
        &[Role::ContractManager],
        &[Role::Support],
        &[Role::Administrator],
    ];
    for roles in kinds {
        let email = format!(
            "pessoa{}@empresa.com.br",
            roles.first().map_or("", |role| role.as_str())
        );
        let person = app.signed_in(&email, roles).await;
        // Signing out or setting the password ends the session this is about.
        let kept = ROWS
            .iter()
            .copied()
            .filter(|row| !matches!(row.2, Anyone | Arrived | Development));
        for row in kept {
            let expected = match row.2 {
                Audience::Role(role) if !roles.contains(&role) => Outcome::Forbidden,
                _ => Outcome::Open,
            };
            assert_eq!(
                outcome(&request(&person, row).await),
                expected,
                "{roles:?} {row:?}"
            );
        }
    }
}

#[tokio::test]
async fn the_mailbox_is_for_the_machine_itself() {
    let app = TestApp::start().await;
    let (far, near) = (
        app.visitor(),
        app.visitor_from(std::net::Ipv4Addr::LOCALHOST),
    );
    far.get("/dev/correio").await.is(StatusCode::NOT_FOUND);
    near.get("/dev/correio").await.is(StatusCode::OK);
}
