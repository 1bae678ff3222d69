//! Making a secret key, which no agent is shown.

use app::web::ticket_path;
use domain::{
    applications,
    clock::Timestamp,
    credentials::{self, AddSecretError, Expiry, MAX_SECRETS, NewSecret},
    ids::{ApplicationId, SecretId},
    values::SecretLabel,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    failure::Failure,
    shapes,
    tool::{Agent, Effect, Told, Tool},
};
use crate::api::ApiError;

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct WantedKey {
    /// The application, as `my_applications` names it. It has up to three secret keys at once.
    #[schemars(schema_with = "shapes::id")]
    application: ApplicationId,
    /// What the key is called, different from the others: where it will be used, as in "Server 2".
    #[schemars(length(min = 1, max = 60))]
    label: String,
    /// When it ends; within ten years. Never without it.
    #[serde(default)]
    expires_at: Option<Timestamp>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldKey {
    #[schemars(schema_with = "shapes::id")]
    secret: SecretId,
    public_key: String,
    label: String,
    /// Where the person reveals the secret key.
    link: String,
}

pub struct AddKey;

impl Tool for AddKey {
    type Input = WantedKey;
    type Output = ToldKey;

    const NAME: &'static str = "add_key";
    const TITLE: &'static str = "Add a secret key";
    const DESCRIPTION: &'static str = "Adds another secret key to an approved application, beside those \
        that it has, for owners of its group. The key is not shown to you: the answer has a link to the \
        page where the person reveals it. If a call was not answered, my_applications has the link to see \
        whether the key is there; the same label is not taken twice.";
    const EFFECT: Effect = Effect::Adds;

    async fn call(agent: Agent, input: WantedKey) -> Result<Told<ToldKey>, Failure> {
        let (scope, id) = (&agent.caller.scope, input.application);
        let label = SecretLabel::parse(&input.label).map_err(ApiError::text("label"))?;
        let application = applications::visible_one(scope, id).await?;
        let application = application.ok_or(ApiError::NotFound)?;
        let new = NewSecret {
            id: scope.portal.new_id(),
            label: label.clone(),
            expiry: input.expires_at.map_or(Expiry::Never, Expiry::On),
        };
        let vault = &agent.caller.services.vault;
        let link = agent.link(&ticket_path(application.group_id, id));
        let made = credentials::add_unseen_secret(scope, vault, id, new).await;
        let made = made.map_err(|error| not_added(error, &link))?;
        let data = ToldKey {
            secret: made.secret,
            public_key: made.public_key.to_string(),
            label: label.to_string(),
            link,
        };
        let text = format!("The key is made. The person reveals it at {}", data.link);
        Ok(Told { text, data })
    }
}

fn not_added(error: AddSecretError, link: &str) -> Failure {
    Failure::Said(match error {
        AddSecretError::LabelTaken => format!(
            "The application has an active key with this label. It may be the one of an earlier call \
             of yours whose answer was lost: the person sees and reveals it at {link}. For another \
             key choose another label."
        ),
        AddSecretError::TooMany => format!(
            "The application has {MAX_SECRETS} active keys, which is the most. The person revokes one \
             at {link}; then call again."
        ),
        AddSecretError::InvalidDate(_) => {
            "`expiresAt`: It is not ahead, or more than ten years ahead.".to_owned()
        }
        AddSecretError::Unconfirmed => format!(
            "Administrators let this program in, and not the person: such programs make no keys. The \
             person adds it at {link}"
        ),
        other => return other.into(),
    })
}
