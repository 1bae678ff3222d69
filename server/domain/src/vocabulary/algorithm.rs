//! How access tokens are signed.

crate::text_enum! {
    /// How access tokens are signed (RFC 7518 §3.1, RFC 8037 §3.1).
    pub enum Algorithm { Es256 = "ES256", EdDsa = "EdDSA", Rs256 = "RS256" }
}
