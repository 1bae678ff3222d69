//! What is wrong with the key of a program, as far as it can be told without anything that is secret.
//! The check-up of headers and tokens is made in the browser of whoever has them, and sends nothing.

use app::routes;
use domain::{
    clock::Timestamp,
    credentials::{self, OwnKey, PublicKey, Secret, SecretStatus},
    ids::ApplicationId,
    requests::Status,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    failure::Failure,
    shapes,
    tool::{Agent, Effect, Told, Tool},
};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct SuspectKey {
    /// The public key alone, which is no secret. Never a secret key, a credential, a header or a token.
    #[schemars(length(min = 1))]
    public_key: String,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckedKey {
    #[schemars(schema_with = "shapes::id")]
    application: ApplicationId,
    application_name: String,
    #[schemars(schema_with = "shapes::status")]
    status: Status,
    /// Whether it opens the sandbox alone.
    is_for_sandbox: bool,
    /// The secret keys that there are for it, the newest first, without the keys themselves.
    secrets: Vec<CheckedSecret>,
    /// What keeps programs from using it; nothing where all is well.
    problems: Vec<Problem>,
    /// Where the person has a whole header examined, in their browser, which sends it nowhere.
    check_up: String,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct CheckedSecret {
    /// Empty for the first one.
    label: String,
    /// Whether it is good now.
    is_active: bool,
    /// When it ends, or ended.
    ends_at: Option<Timestamp>,
    /// When a token was last got with it.
    last_used_at: Option<Timestamp>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct Problem {
    cause: String,
    remedy: String,
}

impl CheckedSecret {
    fn of(secret: Secret, now: Timestamp) -> Self {
        let ends_at = match secret.status(now) {
            SecretStatus::Active(end) => end,
            SecretStatus::Expired(at) | SecretStatus::Revoked(at) => Some(at),
        };
        Self {
            is_active: secret.is_active(now),
            label: secret.label,
            ends_at,
            last_used_at: secret.last_used_at,
        }
    }
}

pub struct CheckCredential;

impl Tool for CheckCredential {
    type Input = SuspectKey;
    type Output = CheckedKey;

    const NAME: &'static str = "check_credential";
    const TITLE: &'static str = "Check a credential";
    const DESCRIPTION: &'static str = "Says why a program gets no token, as far as it can be told by the \
        public key: whose it is, whether the application is approved, and which secret keys are good. \
        It takes no secret. When the header itself may be wrong, give the person the link to the \
        check-up, which examines it in their browser and sends it nowhere.";
    const EFFECT: Effect = Effect::Reads;

    async fn call(agent: Agent, input: SuspectKey) -> Result<Told<CheckedKey>, Failure> {
        let check_up = agent.link(routes::DOCTOR);
        let public_key = PublicKey::parse(input.public_key.trim());
        let public_key = public_key.ok_or_else(|| no_public_key(&check_up))?;
        let (scope, now) = (&agent.caller.scope, agent.caller.scope.now());
        let own = credentials::own_keys(scope).await?;
        let own = own.into_iter().find(|own| own.public_key == public_key);
        let own = own.ok_or_else(|| not_own(&check_up))?;
        // Test keys have one secret, which never ends.
        let secrets = if own.sandbox {
            None
        } else {
            credentials::secrets_of(scope, own.application_id).await?
        };
        let secrets = secrets.into_iter().flat_map(|it| it.secrets);
        let secrets: Vec<_> = secrets.map(|it| CheckedSecret::of(it, now)).collect();
        let problems = problems(&own, &secrets);
        let text = match &*problems {
            [] => "The key is good. If a program gets no token all the same, its header is wrong.",
            _ => "The key cannot be used now.",
        };
        let data = CheckedKey {
            application: own.application_id,
            application_name: own.application,
            status: own.status,
            is_for_sandbox: own.sandbox,
            secrets,
            problems,
            check_up,
        };
        Ok(Told {
            text: text.to_owned(),
            data,
        })
    }
}

fn problems(own: &OwnKey, secrets: &[CheckedSecret]) -> Vec<Problem> {
    let problem = |cause: String, remedy: &str| Problem {
        cause,
        remedy: remedy.to_owned(),
    };
    let closed = (!own.is_open()).then(|| {
        problem(
            format!("The application is {}.", own.status),
            "Its keys work while it is approved. The person sees the reason on its page.",
        )
    });
    let has_none = !own.sandbox && !secrets.iter().any(|secret| secret.is_active);
    let none = (closed.is_none() && has_none).then(|| {
        problem(
            "None of its secret keys is good any more.".to_owned(),
            "An owner of the group adds one; add_key does it for them.",
        )
    });
    closed.into_iter().chain(none).collect()
}

fn no_public_key(check_up: &str) -> Failure {
    Failure::said(format!(
        "`publicKey` is no public key, so nothing was looked at, and nothing is kept. If it was a \
         secret key, a credential or a token, tell the person that it has been in this conversation \
         and should be replaced. They have headers examined at {check_up}, which sends nothing."
    ))
}

fn not_own(check_up: &str) -> Failure {
    Failure::said(format!(
        "This public key is of none of the person's applications: it has a mistake, or is of another \
         account or portal. They find their keys on the page of the application, and have headers \
         examined at {check_up}."
    ))
}
