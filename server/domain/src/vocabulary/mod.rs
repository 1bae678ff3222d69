//! Types that rows and subjects share, with the text forms that the database stores.

mod action;
mod algorithm;
mod api_state;
mod call_kind;
mod change;
mod client;
mod corporate_mail;
mod email;
mod incident;
mod invitation;
mod job;
mod keys;
mod link_purpose;
mod member_role;
mod message;
mod plan;
mod registration;
mod request_answers;
mod request_kind;
mod return_to;
mod role;
mod session_kind;
mod state;
mod throttle_key;
mod webhook;

pub use action::Action;
pub use algorithm::Algorithm;
pub use api_state::ApiState;
pub use call_kind::{CallKind, KeyKind};
pub use change::ChangeKind;
pub use client::{ClientAct, ClientKind, ClientState, GrantType, PortalScope};
pub use corporate_mail::{CorporateMailMode, CorporateMailPolicy, Verdict};
pub use email::{Email, EmailError};
pub use incident::{IncidentKind, IncidentStage};
pub use invitation::{HandoverState, InvitationState};
pub(crate) use job::TRIED_FOR;
pub use job::{JobState, Lane};
pub use keys::{PublicKey, SecretKey};
pub use link_purpose::LinkPurpose;
pub use member_role::{GroupRight, MemberRole};
pub use message::{MessageAct, MessageState};
pub use plan::Plan;
pub use registration::{Consent, Registration};
pub use request_answers::{AnswerValue, GivenAnswer, LegalBasis, RequestAnswers};
pub use request_kind::RequestKind;
pub use return_to::ReturnTo;
pub use role::Role;
pub use session_kind::SessionKind;
pub use state::{
    ApplicationEvent, ApplicationState, InvalidTransition, RequestEvent, RequestState, Status,
};
pub(crate) use throttle_key::Key as ThrottleKey;
pub use webhook::{DeliveryState, EventKind, Exchange, PauseCause, ReceiverAnswer, SendFailure};
