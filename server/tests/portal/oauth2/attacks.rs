//! Tokens that are none of ours, however much they look like it.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use domain::credentials::SecretKey;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode, jwk::Jwk};
use serde_json::{Value, json};

use crate::harness::{Program, SESSION, TestApp};

/// A good token in its parts.
struct Parts {
    header: Value,
    claims: Value,
    signature: String,
}

impl Parts {
    fn of(token: &str) -> Self {
        let mut parts = token.split('.');
        let mut json = || {
            let bytes = BASE64.decode(parts.next().unwrap()).unwrap();
            serde_json::from_slice(&bytes).unwrap()
        };
        let (header, claims) = (json(), json());
        let signature = parts.next().unwrap().to_owned();
        Self {
            header,
            claims,
            signature,
        }
    }

    fn join(&self) -> String {
        let part = |json: &Value| BASE64.encode(json.to_string());
        format!(
            "{}.{}.{}",
            part(&self.header),
            part(&self.claims),
            self.signature
        )
    }
}

async fn start() -> (TestApp, Program, Parts) {
    let (app, program) = TestApp::with_program().await;
    let parts = Parts::of(&program.token().await);
    (app, program, parts)
}

#[tokio::test]
async fn the_parts_put_together_again_are_believed() {
    let (_app, program) = TestApp::with_program().await;
    let token = program.token().await;
    assert!(program.is_active(&token).await);
    let parts = Parts::of(&token);
    assert_eq!(parts.header["typ"], "at+jwt");
    assert_eq!(parts.header["alg"], "ES256");
    for claim in [
        "iss",
        "exp",
        "aud",
        "sub",
        "client_id",
        "iat",
        "jti",
        "scope",
    ] {
        assert!(!parts.claims[claim].is_null(), "{claim}");
    }
}

#[tokio::test]
async fn no_signature_is_no_signature() {
    let (_app, program, parts) = start().await;
    for alg in ["none", "None", "NONE", ""] {
        for signature in [String::new(), parts.signature.clone()] {
            let mut header = parts.header.clone();
            header["alg"] = alg.into();
            let forged = Parts {
                header,
                claims: parts.claims.clone(),
                signature,
            };
            assert!(!program.is_active(&forged.join()).await, "alg {alg:?}");
        }
    }
}

#[tokio::test]
async fn the_public_key_is_no_shared_secret() {
    let (_app, program, parts) = start().await;
    let set: Value = program.gets("/.well-known/jwks.json", &[]).await.json();
    let key = &set["keys"][0];
    let mut header = Header::new(Algorithm::HS256);
    header.typ = Some("at+jwt".to_owned());
    header.kid = Some(key["kid"].as_str().unwrap().to_owned());
    let point = [
        &[4][..],
        &BASE64.decode(key["x"].as_str().unwrap()).unwrap(),
        &BASE64.decode(key["y"].as_str().unwrap()).unwrap(),
    ]
    .concat();
    for secret in [point, key.to_string().into_bytes(), Vec::new()] {
        let key = EncodingKey::from_secret(&secret);
        let forged = encode(&header, &parts.claims, &key).unwrap();
        assert!(!program.is_active(&forged).await);
    }
}

/// A key pair of the attacker's, and its public part.
fn own_key() -> (EncodingKey, Jwk) {
    let pair = aws_lc_rs::signature::EcdsaKeyPair::generate(
        &aws_lc_rs::signature::ECDSA_P256_SHA256_FIXED_SIGNING,
    );
    let key = EncodingKey::from_ec_der(pair.unwrap().to_pkcs8v1().unwrap().as_ref());
    let jwk = Jwk::from_encoding_key(&key, Algorithm::ES256).unwrap();
    (key, jwk)
}

#[tokio::test]
async fn a_key_that_a_token_brings_along_is_not_believed() {
    let (_app, program, parts) = start().await;
    let (key, jwk) = own_key();
    let ours = parts.header["kid"].as_str().unwrap();
    let header = |change: &dyn Fn(&mut Header)| {
        let mut header = Header::new(Algorithm::ES256);
        header.typ = Some("at+jwt".to_owned());
        header.kid = Some(ours.to_owned());
        change(&mut header);
        header
    };
    let headers = [
        header(&|_| {}),
        header(&|it| it.jwk = Some(jwk.clone())),
        header(&|it| it.jku = Some("https://evil.example/jwks.json".to_owned())),
        header(&|it| it.x5u = Some("https://evil.example/chain.pem".to_owned())),
        header(&|it| it.kid = Some("00000000-0000-7000-8000-000000000000".to_owned())),
        header(&|it| it.kid = Some("../../etc/passwd".to_owned())),
        header(&|it| it.kid = None),
    ];
    for header in headers {
        let forged = encode(&header, &parts.claims, &key).unwrap();
        assert!(!program.is_active(&forged).await, "{header:?}");
    }
}

#[tokio::test]
async fn nothing_in_a_token_can_be_changed() {
    let (_app, program, parts) = start().await;
    for (claim, value) in [
        ("exp", json!(4_102_444_800_i64)),
        ("aud", json!("https://balcao.example/credit/v1")),
        ("scope", json!("score-de-credito")),
        ("client_id", json!("x".repeat(32))),
        ("iss", json!("https://evil.example")),
    ] {
        let mut claims = parts.claims.clone();
        claims[claim] = value;
        let forged = Parts {
            header: parts.header.clone(),
            claims,
            signature: parts.signature.clone(),
        };
        assert!(!program.is_active(&forged.join()).await, "{claim}");
    }
    for (name, value) in [("typ", "JWT"), ("alg", "ES384"), ("crit", "[]")] {
        let mut header = parts.header.clone();
        header[name] = value.into();
        let forged = Parts {
            header,
            claims: parts.claims.clone(),
            signature: parts.signature.clone(),
        };
        assert!(!program.is_active(&forged.join()).await, "{name}");
    }
}

#[tokio::test]
async fn neither_a_session_nor_a_secret_is_an_access_token() {
    let (app, program, _) = start().await;
    let visitor = app.bia().await;
    let session = visitor.cookie(SESSION).unwrap();
    let secret = SecretKey::generate(app.portal.random.as_ref());
    for other in [
        &*session,
        secret.expose(),
        &program.secret_key,
        &program.credential(),
    ] {
        assert!(!program.is_active(other).await);
    }
}
