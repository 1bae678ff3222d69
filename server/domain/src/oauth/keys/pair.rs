//! A key pair in memory, since parsing it takes as long as signing.

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    error::{KeyRejected, Unspecified},
    rand::SystemRandom,
    rsa::{KeyPair as RsaKeyPair, KeySize},
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256,
    },
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::oauth::Algorithm;

pub enum Pair {
    Es256(EcdsaKeyPair),
    EdDsa(Ed25519KeyPair),
    Rs256(RsaKeyPair),
}

impl Pair {
    pub fn generate(algorithm: Algorithm) -> Result<Self, Unspecified> {
        Ok(match algorithm {
            Algorithm::Es256 => {
                Self::Es256(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING)?)
            }
            Algorithm::EdDsa => Self::EdDsa(Ed25519KeyPair::generate()?),
            Algorithm::Rs256 => Self::Rs256(RsaKeyPair::generate(KeySize::Rsa2048)?),
        })
    }

    pub fn from_pkcs8(algorithm: Algorithm, pkcs8: &[u8]) -> Result<Self, KeyRejected> {
        Ok(match algorithm {
            Algorithm::Es256 => Self::Es256(EcdsaKeyPair::from_pkcs8(
                &ECDSA_P256_SHA256_FIXED_SIGNING,
                pkcs8,
            )?),
            Algorithm::EdDsa => Self::EdDsa(Ed25519KeyPair::from_pkcs8(pkcs8)?),
            Algorithm::Rs256 => Self::Rs256(RsaKeyPair::from_pkcs8(pkcs8)?),
        })
    }

    /// The private key (RFC 5958).
    pub fn to_pkcs8(&self) -> Result<Vec<u8>, Unspecified> {
        Ok(match self {
            Self::Es256(pair) => pair.to_pkcs8v1()?.as_ref().to_vec(),
            Self::EdDsa(pair) => pair.to_pkcs8()?.as_ref().to_vec(),
            Self::Rs256(pair) => AsDer::<Pkcs8V1Der>::as_der(pair)?.as_ref().to_vec(),
        })
    }

    /// A signature in the form of a JWS (RFC 7518 §3.3 and §3.4, RFC 8037 §3.1).
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Unspecified> {
        match self {
            Self::Es256(pair) => Ok(pair.sign(&SystemRandom::new(), message)?.as_ref().to_vec()),
            Self::EdDsa(pair) => Ok(pair.try_sign(message)?.as_ref().to_vec()),
            Self::Rs256(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(
                    &RSA_PKCS1_SHA256,
                    &SystemRandom::new(),
                    message,
                    &mut signature,
                )?;
                Ok(signature)
            }
        }
    }

    /// The members of the public key in a JWK (RFC 7518 §6, RFC 8037 §2).
    pub fn public_members(&self) -> Value {
        let text = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
        match self {
            Self::Es256(pair) => {
                // SEC 1 §2.3.3: a byte for "uncompressed", then both coordinates.
                let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
                json!({"kty": "EC", "crv": "P-256", "x": text(x), "y": text(y)})
            }
            Self::EdDsa(pair) => {
                json!({"kty": "OKP", "crv": "Ed25519", "x": text(pair.public_key().as_ref())})
            }
            Self::Rs256(pair) => {
                let public = pair.public_key();
                let n = text(public.modulus().big_endian_without_leading_zero());
                let e = text(public.exponent().big_endian_without_leading_zero());
                json!({"kty": "RSA", "n": n, "e": e})
            }
        }
    }
}
