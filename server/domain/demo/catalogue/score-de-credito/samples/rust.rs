//! pt: Consulta o score de crédito de uma empresa pelo CNPJ.
//! en: Asks for the credit score of a company by its CNPJ.
//! es: Consulta la puntuación de crédito de una empresa por su CNPJ.
//!
//! pt: Precisa das variáveis `BALCAO_URL`, `BALCAO_PUBLIC_KEY` e `BALCAO_SECRET_KEY` e, no `Cargo.toml`:
//! en: Needs the variables `BALCAO_URL`, `BALCAO_PUBLIC_KEY` and `BALCAO_SECRET_KEY`, and in `Cargo.toml`:
//! es: Necesita las variables `BALCAO_URL`, `BALCAO_PUBLIC_KEY` y `BALCAO_SECRET_KEY` y, en `Cargo.toml`:
//!
//! ```toml
//! base64 = "0.22"
//! reqwest = { version = "0.13", features = ["blocking", "form", "json"] }
//! serde_json = "1"
//! ```

use std::env;
use std::error::Error;
use std::process::exit;
use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use reqwest::blocking::{Client, RequestBuilder};
use serde_json::{Value, json};

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> Fallible<()> {
    let client = Client::new();
    let url = env::var("BALCAO_URL")?;
    let token = access_token(&client, &url)?;
    let request = client
        .post(format!("{url}/credit/v1/scores"))
        .header("x-client-auth", format!("Bearer {token}"))
        .json(&json!({ "data": { "document": "12ABC34501DE35" } }));
    println!("{}", send(request)?);
    Ok(())
}

/// pt: Troca as duas chaves por um token.
/// en: Exchanges the two keys for a token.
/// es: Cambia las dos claves por un token.
fn access_token(client: &Client, url: &str) -> Fallible<String> {
    let public = env::var("BALCAO_PUBLIC_KEY")?;
    let secret = env::var("BALCAO_SECRET_KEY")?;
    let credential = STANDARD.encode(format!("{public}:{secret}"));
    let request = client
        .post(format!("{url}/oauth2/v1/token"))
        .header("x-client-auth", format!("Basic {credential}"))
        .form(&[("grant_type", "client_credentials")]);
    let answer: Value = serde_json::from_str(&send(request)?)?;
    let token = answer["access_token"].as_str().ok_or("no token")?;
    Ok(token.to_owned())
}

/// pt: O corpo da resposta; encerra o programa se o status não for 2xx.
/// en: The body of the answer; ends the program unless the status is 2xx.
/// es: El cuerpo de la respuesta; termina el programa si el estado no es 2xx.
fn send(request: RequestBuilder) -> Fallible<String> {
    let response = request.timeout(Duration::from_secs(10)).send()?;
    let status = response.status();
    let body = response.text()?;
    if !status.is_success() {
        eprintln!("{body}");
        exit(1);
    }
    Ok(body)
}
