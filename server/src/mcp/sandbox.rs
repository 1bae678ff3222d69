//! A call of the sandbox, made by the portal with an application of the person: neither its secret nor
//! its token leaves the portal.

use std::time::Duration;

use app::{
    StatusMeaning,
    agents::{self, CallMistake, GivenCall},
};
use domain::{
    Error,
    gateway::{self, Refusal, TryError, TryMode, TryOut},
    ids::{ApplicationId, TransactionId},
    oauth::GrantError,
    requests::{self, RequestView},
    usage::QuotaState,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    failure::Failure,
    parts::part,
    shapes,
    tool::{Agent, Effect, Told, Tool},
};
use crate::api::ApiError;

/// When to try again what the portal had no time for.
const AGAIN: Duration = Duration::from_secs(5);
const CLOSED: &str = "The API is over: it answers no calls any more.";
const NO_KEYS: &str = "The application has no secret key that is good now. add_key makes one.";
const NO_SANDBOX: &str = "The API has no sandbox. It is called by a program of the person's own.";

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct WantedCall {
    /// The application that calls, as `my_applications` names it. It decides which API is called.
    #[schemars(schema_with = "shapes::id")]
    application: ApplicationId,
    /// The operation, as `read_api` names it.
    #[schemars(length(min = 1, max = 200))]
    operation: String,
    /// Values of parameters by their names, or by place and name where two are called alike, as in
    /// "query.id". Lists and objects as JSON.
    #[serde(default)]
    #[schemars(schema_with = "shapes::values")]
    parameters: Map<String, Value>,
    /// The body: JSON as it is, the fields of a form as an object, anything else as a text.
    #[serde(default)]
    #[schemars(schema_with = "shapes::anything")]
    body: Option<Value>,
    /// The `nextOffset` of the part of the answer's body before; the first part without it. The call is
    /// made anew, and counts anew.
    #[serde(default)]
    #[schemars(range(min = 0, max = 10_000_000))]
    offset: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldAnswer {
    /// What `explain_transaction` takes.
    #[schemars(schema_with = "shapes::id")]
    transaction: TransactionId,
    method: String,
    /// What was called.
    path: String,
    /// The HTTP status.
    status: u16,
    /// The API's own code.
    code: Option<String>,
    /// What the answer means.
    cause: String,
    /// What to do.
    remedy: String,
    content_type: Option<String>,
    /// The body, or a part of it.
    body: String,
    /// Where the next part of the body begins; null at its end.
    next_offset: Option<usize>,
    /// Whether the body was too long for the portal, which kept its beginning alone.
    is_cut: bool,
    milliseconds: f64,
    /// How many calls the plan still gives; null where it has no limit.
    calls_left: Option<u64>,
}

impl ToldAnswer {
    fn of(made: TryOut, view: &RequestView, agent: &Agent, offset: usize) -> Self {
        let answer = made.answer;
        let (status, code) = (answer.result.status, answer.result.code);
        let explained = view.api.text(agent.locale).answer(status, code.as_deref());
        let meaning = StatusMeaning::of(status, explained, agent.locale);
        let is_type = |(name, _): &(String, String)| name == "content-type";
        let content_type = answer.headers.into_iter().find(is_type);
        let (body, next_offset) = part(&String::from_utf8_lossy(&answer.body), offset);
        Self {
            transaction: made.transaction,
            method: made.call.sent.method,
            path: made.call.path_and_query,
            status,
            code,
            cause: meaning.cause,
            remedy: meaning.remedy,
            content_type: content_type.map(|(_, value)| value),
            body,
            next_offset,
            is_cut: answer.is_cut,
            milliseconds: made.call.elapsed.as_secs_f64() * 1000.0,
            calls_left: made.quota.map(|quota| quota.remaining),
        }
    }
}

pub struct CallSandbox;

impl Tool for CallSandbox {
    type Input = WantedCall;
    type Output = ToldAnswer;

    const NAME: &'static str = "call_sandbox";
    const TITLE: &'static str = "Call the sandbox";
    const DESCRIPTION: &'static str = "Calls an operation of an API in its sandbox, with an approved \
        application of the person, and answers what the sandbox answered, with what it means. The call \
        counts as the person's own: it costs nothing, but a Trial has so many. It needs portal.write and \
        no scope of the API, which is never called itself. read_operation says which parameters and \
        which body there are.";
    const EFFECT: Effect = Effect::Adds;

    async fn call(agent: Agent, input: WantedCall) -> Result<Told<ToldAnswer>, Failure> {
        let (scope, services) = (&agent.caller.scope, &agent.caller.services);
        let id = input.application;
        let view = requests::find_application(scope, &services.catalogue, id).await?;
        let view = view.ok_or(ApiError::Related("application"))?;
        let given = GivenCall {
            parameters: input.parameters,
            body: input.body,
        };
        let boundary = format!("balcao-{}", scope.portal.new_id::<TransactionId>());
        let call = agents::call(&view.api, &input.operation, &given, &boundary);
        let call = call.ok_or(ApiError::Related("operation"))?;
        let call = call.map_err(no_call)?;
        let made = gateway::try_call(scope, services, id, TryMode::Sandbox, call).await;
        let offset = input.offset.unwrap_or_default();
        let data = ToldAnswer::of(made.map_err(not_made)?, &view, &agent, offset);
        let text = format!(
            "Answered with {}. {} {}",
            data.status, data.cause, data.remedy
        );
        Ok(Told { text, data })
    }
}

fn no_call(mistake: CallMistake) -> Failure {
    Failure::Said(match mistake {
        CallMistake::Unknown(name) => format!(
            "The operation has no parameter `{name}`. read_operation names those that it has."
        ),
        CallMistake::Missing(name) => {
            format!("The path needs `{name}`: give it in `parameters`.")
        }
        CallMistake::NoBody => "The operation takes no body: leave `body` out.".to_owned(),
        CallMistake::NoFields => {
            "The operation takes a form: give `body` as an object with its fields.".to_owned()
        }
        CallMistake::Files => "The operation takes files, or what its document does not describe. \
             The person calls it from the page of the reference."
            .to_owned(),
    })
}

/// Why nothing was called.
fn not_made(error: TryError) -> Failure {
    let text = match error {
        TryError::Inactive(status) => {
            format!("The application is {status}: only an approved one calls.")
        }
        TryError::NoSandbox | TryError::Refused(Refusal::NobodyAnswers(_)) => NO_SANDBOX.to_owned(),
        TryError::Closed | TryError::Grant(GrantError::NoApi) => CLOSED.to_owned(),
        // The key was good when it was looked for, and has ended since.
        TryError::NoKeys | TryError::Refused(Refusal::Token(..)) => NO_KEYS.to_owned(),
        TryError::Refused(Refusal::Exhausted(_, quota)) => used_up(&quota),
        TryError::Refused(Refusal::Ended(..)) => {
            "The days of the plan are over. The person asks for another plan on the application's page."
                .to_owned()
        }
        TryError::Grant(GrantError::NotBegun) | TryError::Refused(Refusal::NotBegun(_)) => {
            "The contract of the application has not begun yet. Its page says when it does."
                .to_owned()
        }
        TryError::Unconfirmed => return ApiError::NotAllowed.into(),
        // Who left the group meanwhile finds no such application.
        TryError::Common(Error::NotFound(_)) => return ApiError::Related("application").into(),
        TryError::Common(error) => return error.into(),
        TryError::Refused(Refusal::TooLate) => return ApiError::Fault(Some(AGAIN)).into(),
        TryError::Keys(error)
        | TryError::Grant(GrantError::Keys(error))
        | TryError::Refused(Refusal::Fault(error)) => return error.into(),
        error @ (TryError::Refused(_) | TryError::Grant(_)) => {
            return ApiError::fault(error).into();
        }
    };
    Failure::Said(text)
}

fn used_up(quota: &QuotaState) -> String {
    let left = quota.left.filter(|_| quota.renews);
    let again = left.map_or_else(String::new, |left| {
        format!(" More come in {} hours.", left.as_secs().div_ceil(3600))
    });
    format!("All {} calls are used up.{again}", quota.calls)
}

#[cfg(test)]
mod tests {
    use domain::oauth::TokenError;

    use super::*;

    /// What ended between two looks at it is no fault of the portal.
    #[test]
    fn what_changed_meanwhile_is_told_as_what_it_is() {
        let said = |error| not_made(error).text(None);
        let late = said(TryError::Refused(Refusal::TooLate));
        assert!(late.contains("Wait 5 seconds"), "{late}");
        let ended = Refusal::Token(TokenError::Invalid, None);
        assert_eq!(said(TryError::Refused(ended)), NO_KEYS);
        assert_eq!(said(TryError::Grant(GrantError::NoApi)), CLOSED);
        let left = TryError::Common(Error::NotFound("no such application"));
        assert!(said(left).starts_with("`application`: "));
    }
}
