//! All keys in use: those that sign, will sign, or signed tokens that have not expired.

use std::sync::Arc;

use aws_lc_rs::error::Unspecified;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use jsonwebtoken::DecodingKey;
use serde::Serialize;
use serde_json::{Value, json};

use super::Pair;
use crate::{
    clock::Timestamp,
    ids::SigningKeyId,
    oauth::{Algorithm, TOKEN_TYPE},
};

pub struct SigningKey {
    pub id: SigningKeyId,
    pub algorithm: Algorithm,
    pub signs_from: Timestamp,
    pub signs_until: Option<Timestamp>,
    pub public_jwk: Value,
    pub verifies: DecodingKey,
    pair: Pair,
    /// The encoded header, which is the same for every token of this key.
    header: String,
}

#[derive(Clone, Default)]
pub struct KeyRing(pub Arc<[SigningKey]>);

impl SigningKey {
    pub fn new(
        id: SigningKeyId,
        algorithm: Algorithm,
        pair: Pair,
        signs: (Timestamp, Option<Timestamp>),
    ) -> Result<Self, jsonwebtoken::errors::Error> {
        let public_jwk = public_jwk(id, algorithm, &pair);
        let header = json!({"alg": algorithm.as_str(), "typ": TOKEN_TYPE, "kid": id.to_string()});
        Ok(Self {
            verifies: DecodingKey::from_jwk(&serde_json::from_value(public_jwk.clone())?)?,
            header: BASE64_URL_SAFE_NO_PAD.encode(header.to_string()),
            signs_from: signs.0,
            signs_until: signs.1,
            id,
            algorithm,
            public_jwk,
            pair,
        })
    }

    /// A signed token in its compact form (RFC 7515 §3.1).
    pub fn sign(&self, claims: &impl Serialize) -> Result<String, SignError> {
        let claims = serde_json::to_vec(claims)?;
        let mut token = String::with_capacity(self.header.len() + 2 * claims.len() + 96);
        token.push_str(&self.header);
        token.push('.');
        BASE64_URL_SAFE_NO_PAD.encode_string(claims, &mut token);
        let signature = self.pair.sign(token.as_bytes())?;
        token.push('.');
        BASE64_URL_SAFE_NO_PAD.encode_string(signature, &mut token);
        Ok(token)
    }

    fn signs(&self, now: Timestamp) -> bool {
        self.signs_from <= now && self.signs_until.is_none_or(|until| now < until)
    }
}

#[derive(Debug, thiserror::Error)]
pub enum SignError {
    #[error(transparent)]
    Claims(#[from] serde_json::Error),
    #[error("the key does not sign")]
    Key(#[from] Unspecified),
}

impl KeyRing {
    /// The key that signs now: the newest one whose time has come.
    pub fn current(&self, now: Timestamp) -> Option<&SigningKey> {
        let signing = self.0.iter().filter(|key| key.signs(now));
        signing.max_by_key(|key| (key.signs_from, key.id))
    }

    pub fn find(&self, id: SigningKeyId) -> Option<&SigningKey> {
        self.0.iter().find(|key| key.id == id)
    }
}

/// The public key in the form of RFC 7517 §4.
fn public_jwk(id: SigningKeyId, algorithm: Algorithm, pair: &Pair) -> Value {
    let mut jwk = pair.public_members();
    if let Value::Object(members) = &mut jwk {
        members.insert("kid".to_owned(), id.to_string().into());
        members.insert("use".to_owned(), "sig".into());
        members.insert("alg".to_owned(), algorithm.as_str().into());
    }
    jwk
}
