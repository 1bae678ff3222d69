//! A call that is made from a page: who answers it, and what it leaves behind.

use std::sync::Arc;

use super::{
    AdmittedCall, CallAnswer, CallContext, CallResult, CallStep, Caller, Forwarder, OpenCall,
    OutgoingCall, Refusal, Target, TryError, TryMode, admit, record,
};
use crate::{
    Error, Scope, Services,
    audit::{self, Action, Subject},
    catalogue::Api,
    sandbox::{Call, ErrorFacts, Sandbox},
};

/// A call from its admission to its record.
pub(super) struct Attempt<'a> {
    pub(super) scope: &'a Scope,
    pub(super) services: &'a Services,
    pub(super) api: &'a Api,
    pub(super) mode: TryMode<'a>,
    pub(super) call: OutgoingCall,
    pub(super) context: CallContext,
}

/// The status of a call that was admitted and could not be made.
const UNAVAILABLE: u16 = 503;

/// Who answers an admitted call.
enum Answering<'a> {
    Sandbox(Arc<Sandbox>),
    Upstream(String, &'a dyn Forwarder),
}

impl<'a> Attempt<'a> {
    pub(super) async fn run(&self, token: &str) -> Result<(AdmittedCall, CallAnswer), TryError> {
        let admitted = admit(self.services, self.api, Some(token)).await;
        let admitted = admitted.and_then(|admitted| self.answering(admitted));
        let (admitted, answering) = match admitted {
            Ok(admitted) => admitted,
            Err(refused) => {
                self.record_refused(&refused);
                return Err(refused.into());
            }
        };
        // From here on it counts, so it is recorded whatever comes.
        let mut open = OpenCall::new(self.services, &admitted.caller, &self.context);
        if let Answering::Upstream(..) = answering
            && let Err(error) = self.record_in_trail(&admitted.caller).await
        {
            open.result = CallResult::with_status(UNAVAILABLE);
            return Err(error.into());
        }
        let answer = match answering {
            Answering::Sandbox(sandbox) => self.ask(&sandbox),
            Answering::Upstream(upstream, forwarder) => {
                let transaction = self.context.transaction;
                let (caller, call) = (&admitted.caller, &self.call);
                let answer = forwarder.send(self.api, &upstream, caller, transaction, call);
                answer.await
            }
        };
        open.result.clone_from(&answer.result);
        drop(open);
        Ok((admitted, answer))
    }

    /// Whoever was meant to answer. When the plan became Pay Per Use after the application was read,
    /// nobody answers: a call that was meant for the sandbox is never billed.
    fn answering(&self, admitted: AdmittedCall) -> Result<(AdmittedCall, Answering<'a>), Refusal> {
        let answering = match (&admitted.target, self.mode) {
            (Target::Sandbox(sandbox), TryMode::Sandbox) => Answering::Sandbox(Arc::clone(sandbox)),
            (Target::Upstream(upstream), TryMode::Live(forwarder)) => {
                Answering::Upstream(upstream.clone(), forwarder)
            }
            _ => return Err(Refusal::NobodyAnswers(admitted.caller)),
        };
        Ok((admitted, answering))
    }

    /// The answer to HEAD is the one to GET, without the body (RFC 9110 §9.3.2).
    fn ask(&self, sandbox: &Sandbox) -> CallAnswer {
        let (path, query) = self.call.path_and_query();
        let is_head = self.call.method == "HEAD";
        let headers = self.call.headers.iter();
        let headers: Vec<_> = headers
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let answer = sandbox.answer(&Call {
            method: if is_head { "GET" } else { &self.call.method },
            path,
            query,
            headers: &headers,
            body: &self.call.body,
            transaction: self.context.transaction.0,
            now: self.scope.now(),
            public_url: self.public_url(),
        });
        let mut answer = CallAnswer::from(answer);
        if is_head {
            answer.body.clear();
        }
        answer
    }

    /// Records a refused call with the answer that a program would get.
    fn record_refused(&self, refused: &Refusal) {
        let Some(caller) = refused.caller() else {
            return;
        };
        let answer = self.api.sandbox.as_ref().map(|sandbox| {
            sandbox.error(&ErrorFacts {
                status: refused.status(),
                transaction: self.context.transaction.0,
                detail: None,
                public_url: self.public_url(),
            })
        });
        let result = answer.map_or_else(
            || CallResult::with_status(refused.status()),
            |answer| CallAnswer::from(answer).result,
        );
        record(self.services, caller, &self.context, &result);
    }

    /// Who made a call that is billed.
    async fn record_in_trail(&self, caller: &Caller) -> Result<(), Error> {
        let transaction = self.scope.portal.db.begin().await?;
        let subject = Subject::Application(caller.client.application);
        let details = Some(self.context.transaction.to_string());
        let action = Action::CallMade;
        audit::record_with(&transaction, self.scope, action, subject, details).await?;
        transaction.commit().await?;
        Ok(())
    }

    pub(super) fn step(&self) -> CallStep {
        CallStep {
            sent: self.call.clone(),
            path_and_query: format!("{}{}", self.api.base_path, self.call.path_and_query),
            elapsed: self.context.began.elapsed(),
        }
    }

    fn public_url(&self) -> &str {
        &self.scope.portal.settings.public_url
    }
}
