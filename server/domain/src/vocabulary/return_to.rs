//! Where somebody was going who had to register first, or to set another password: to ask for an
//! API. A mail's link leads on to nowhere else, for anyone can have one sent to anyone.

use serde::{Deserialize, Serialize};

/// The address of a page, as in `/solicitacoes/nova/smv/trial`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReturnTo(String);

impl ReturnTo {
    const MAX_BYTES: usize = 200;

    /// Reads an address that begins with `start`; any other is none.
    #[must_use]
    pub fn parse(path: &str, start: &str) -> Option<Self> {
        let rest = path.strip_prefix(start)?;
        let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'/');
        let fits = path.len() <= Self::MAX_BYTES && !rest.is_empty() && rest.bytes().all(plain);
        fits.then(|| Self(path.to_owned()))
    }

    /// An address that was read before and kept.
    pub(crate) const fn stored(path: String) -> Self {
        Self(path)
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::ReturnTo;

    #[test]
    fn only_the_start_of_a_request_is_taken() {
        let parse = |path| ReturnTo::parse(path, "/solicitacoes/nova/");
        let path = "/solicitacoes/nova/smv/pay-per-use";
        assert_eq!(parse(path).unwrap().as_str(), path);
        let long = format!("/solicitacoes/nova/{}", "a".repeat(200));
        for other in [
            "",
            "/conta",
            "/solicitacoes/nova/",
            "/solicitacoes/nova/../../sair",
            "/solicitacoes/nova/smv?x=1",
            "//evil.example/solicitacoes/nova/smv/trial",
            &long,
        ] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
