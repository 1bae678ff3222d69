//! The same as commands of a shell, with variables where the secrets go.

use domain::gateway::CallStep;

/// Asks for the token, shows what came, so that an error is seen, and keeps the token. The
/// answer's order never changes: the token is the 36th piece between quotation marks.
pub fn token(token_url: &str) -> String {
    format!(
        r#"CREDENCIAL='…'
RESPOSTA=$(curl -sS {} \
  -H "x-client-auth: Basic $CREDENCIAL" \
  -d grant_type=client_credentials)
echo "$RESPOSTA"
TOKEN=$(printf %s "$RESPOSTA" | cut -d'"' -f36)"#,
        quoted(token_url)
    )
}

/// Calls the API with it, and shows the headers of the answer too.
pub fn call(call: &CallStep) -> String {
    let mut command = format!(
        "curl -sS -i -X {} {} \\\n  -H \"x-client-auth: Bearer $TOKEN\"",
        call.method,
        quoted(&call.url)
    );
    if let Some(body) = &call.body {
        command += " \\\n  -H 'content-type: application/json' \\\n  -d ";
        command += &quoted(&body.to_string());
    }
    command
}

/// As one word, whatever it holds (POSIX.1-2017, XCU §2.2.2).
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_word_stays_one() {
        assert_eq!(quoted("a b$c"), "'a b$c'");
        assert_eq!(quoted("d'água"), r"'d'\''água'");
    }
}
