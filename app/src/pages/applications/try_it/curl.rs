//! The same as commands of a shell, with variables where the secrets go.

use domain::gateway::CallStep;

use crate::islands::shells::{Shell, Word};

/// What stands for a value that only the reader has.
const YOURS: &str = "…";
const CREDENTIAL: &str = "CREDENCIAL";

/// Asks for the token, shows what came, so that an error is seen, and keeps the token, but in
/// `cmd`, where the reader does.
pub fn token(shell: Shell, token_url: &str) -> String {
    let asks = shell.curl(
        &[
            &[Word::Plain("-sS"), Word::Text(token_url)],
            &[
                Word::Plain("-H"),
                Word::Variable("x-client-auth: Basic ", CREDENTIAL),
            ],
            &[
                Word::Plain("-d"),
                Word::Plain("grant_type=client_credentials"),
            ],
        ],
        None,
    );
    let credential = shell.assigns(CREDENTIAL, YOURS);
    match shell {
        // The answer's order never changes: the token is the 36th piece between quotation marks.
        Shell::Posix => format!(
            r#"{credential}
RESPOSTA=$({asks})
echo "$RESPOSTA"
TOKEN=$(printf %s "$RESPOSTA" | cut -d'"' -f36)"#
        ),
        Shell::Cmd => format!("{credential}\n{asks}\n{}", shell.assigns("TOKEN", YOURS)),
        Shell::PowerShell => format!(
            "{credential}\n$RESPOSTA = {asks}\n$RESPOSTA\n\
             $TOKEN = ($RESPOSTA | ConvertFrom-Json).access_token"
        ),
    }
}

/// Calls the API with it, and shows the headers of the answer too.
pub fn call(shell: Shell, call: &CallStep) -> String {
    let body = call.body.as_ref().map(ToString::to_string);
    shell.curl(
        &[
            &[
                Word::Plain("-sS -i -X"),
                Word::Plain(&call.method),
                Word::Text(&call.url),
            ],
            &[
                Word::Plain("-H"),
                Word::Variable("x-client-auth: Bearer ", "TOKEN"),
            ],
        ],
        body.as_deref(),
    )
}
