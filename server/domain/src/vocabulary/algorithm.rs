//! Algorithms that sign access tokens.

crate::text_enum! {
    /// An algorithm that signs access tokens (RFC 7518 §3.1, RFC 8037 §3.1).
    pub enum Algorithm { Es256 = "ES256", EdDsa = "EdDSA", Rs256 = "RS256" }
}
