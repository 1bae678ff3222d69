//! Second factors, as people add them.

use domain::accounts::factors::TotpSecret;

use super::{TestApp, Visitor};

/// Whoever is signed in adds an authenticator app: what makes its codes, and the recovery codes.
pub async fn adds_app(app: &TestApp, visitor: &Visitor) -> (TotpSecret, Vec<String>) {
    let address = "/conta/verificacao/aplicativo";
    assert_eq!(visitor.post(address, &[]).await.location(), address);
    let page = visitor.get(address).await;
    let secret = TotpSecret::parse(&page.text("#chave-do-aplicativo")).unwrap();
    let code = secret.code_at(app.portal.now());
    let confirm = format!("{address}/confirmar");
    let page = visitor.post(&confirm, &[("verificacao", &*code)]).await;
    (secret, page.texts("main code"))
}
