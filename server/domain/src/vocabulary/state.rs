//! The states of requests and applications, and the transitions between them.

crate::text_enum! {
    /// The state of a request. A draft is no request yet.
    pub enum RequestState {
        Pending = "pending",
        /// A contract manager asked the applicant something before deciding.
        AwaitingApplicant = "awaiting-applicant",
        Approved = "approved",
        Rejected = "rejected",
        Cancelled = "cancelled",
    }
}

/// What can happen to a request. A rejected one is corrected by a new draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestEvent {
    Approve,
    Reject,
    Cancel,
    /// A contract manager asks the applicant something.
    Ask,
    /// The applicant answers, or the manager takes the question back.
    Resume,
}

crate::text_enum! {
    /// The state of an application, which begins as an approved one.
    pub enum ApplicationState {
        Approved = "approved",
        Suspended = "suspended",
        Revoked = "revoked",
    }
}

crate::text_enum! {
    /// What can happen to an application.
    pub enum ApplicationEvent {
        Suspend = "suspend",
        Resume = "resume",
        Revoke = "revoke",
        /// The last day of the contract is over, which suspends it.
        ContractEnd = "contract-end",
        /// Other conditions, which leave the state as it is.
        ConditionsChange = "conditions-change",
    }
}

crate::text_enum! {
    /// The status that people see: the state of the request until it is approved, and of its
    /// application from then on.
    pub enum Status {
        Pending = "pending",
        AwaitingApplicant = "awaiting-applicant",
        Approved = "approved",
        Rejected = "rejected",
        Cancelled = "cancelled",
        Suspended = "suspended",
        Revoked = "revoked",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{event:?} does not happen to what is {from:?}")]
pub struct InvalidTransition<S, E> {
    pub from: S,
    pub event: E,
}

impl RequestState {
    /// Those in which nothing is decided yet.
    pub const OPEN: [Self; 2] = [Self::Pending, Self::AwaitingApplicant];

    /// Whether it can still be decided or cancelled.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Pending | Self::AwaitingApplicant)
    }

    /// The state that `event` leads to.
    ///
    /// # Errors
    /// [`InvalidTransition`] when the request is decided or cancelled already.
    pub const fn after(
        self,
        event: RequestEvent,
    ) -> Result<Self, InvalidTransition<Self, RequestEvent>> {
        match (self, event) {
            (Self::Pending | Self::AwaitingApplicant, RequestEvent::Approve) => Ok(Self::Approved),
            (Self::Pending | Self::AwaitingApplicant, RequestEvent::Reject) => Ok(Self::Rejected),
            (Self::Pending | Self::AwaitingApplicant, RequestEvent::Cancel) => Ok(Self::Cancelled),
            (Self::Pending, RequestEvent::Ask) => Ok(Self::AwaitingApplicant),
            (Self::AwaitingApplicant, RequestEvent::Resume) => Ok(Self::Pending),
            (from, event) => Err(InvalidTransition { from, event }),
        }
    }
}

impl ApplicationState {
    /// The state that `event` leads to.
    ///
    /// # Errors
    /// [`InvalidTransition`] when the event is not possible in this state.
    pub const fn after(
        self,
        event: ApplicationEvent,
    ) -> Result<Self, InvalidTransition<Self, ApplicationEvent>> {
        match (self, event) {
            (Self::Approved, ApplicationEvent::Suspend | ApplicationEvent::ContractEnd) => {
                Ok(Self::Suspended)
            }
            (Self::Suspended, ApplicationEvent::Resume) => Ok(Self::Approved),
            (Self::Approved | Self::Suspended, ApplicationEvent::Revoke) => Ok(Self::Revoked),
            (state @ (Self::Approved | Self::Suspended), ApplicationEvent::ConditionsChange) => {
                Ok(state)
            }
            (from, event) => Err(InvalidTransition { from, event }),
        }
    }
}

impl From<RequestState> for Status {
    fn from(state: RequestState) -> Self {
        match state {
            RequestState::Pending => Self::Pending,
            RequestState::AwaitingApplicant => Self::AwaitingApplicant,
            RequestState::Approved => Self::Approved,
            RequestState::Rejected => Self::Rejected,
            RequestState::Cancelled => Self::Cancelled,
        }
    }
}

impl From<ApplicationState> for Status {
    fn from(state: ApplicationState) -> Self {
        match state {
            ApplicationState::Approved => Self::Approved,
            ApplicationState::Suspended => Self::Suspended,
            ApplicationState::Revoked => Self::Revoked,
        }
    }
}

impl Status {
    /// The state of a request; `None` for states of applications only.
    #[must_use]
    pub const fn of_request(self) -> Option<RequestState> {
        match self {
            Self::Pending => Some(RequestState::Pending),
            Self::AwaitingApplicant => Some(RequestState::AwaitingApplicant),
            Self::Rejected => Some(RequestState::Rejected),
            Self::Cancelled => Some(RequestState::Cancelled),
            Self::Approved | Self::Suspended | Self::Revoked => None,
        }
    }

    /// The state of an application; `None` for states of requests only.
    #[must_use]
    pub const fn of_application(self) -> Option<ApplicationState> {
        match self {
            Self::Approved => Some(ApplicationState::Approved),
            Self::Suspended => Some(ApplicationState::Suspended),
            Self::Revoked => Some(ApplicationState::Revoked),
            Self::Pending | Self::AwaitingApplicant | Self::Rejected | Self::Cancelled => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ApplicationEvent, InvalidTransition, RequestEvent, Status};
    use super::{ApplicationState as Application, RequestState as Request};

    /// One row for each state, one column for each event: approve, reject, cancel, ask, resume.
    const REQUESTS: [(Request, [Option<Request>; 5]); 5] = [
        (
            Request::Pending,
            [
                Some(Request::Approved),
                Some(Request::Rejected),
                Some(Request::Cancelled),
                Some(Request::AwaitingApplicant),
                None,
            ],
        ),
        (
            Request::AwaitingApplicant,
            [
                Some(Request::Approved),
                Some(Request::Rejected),
                Some(Request::Cancelled),
                None,
                Some(Request::Pending),
            ],
        ),
        (Request::Approved, [None; 5]),
        (Request::Rejected, [None; 5]),
        (Request::Cancelled, [None; 5]),
    ];

    /// One row for each state, one column for each event: suspend, resume, revoke, end of contract,
    /// other conditions.
    const APPLICATIONS: [(Application, [Option<Application>; 5]); 3] = [
        (
            Application::Approved,
            [
                Some(Application::Suspended),
                None,
                Some(Application::Revoked),
                Some(Application::Suspended),
                Some(Application::Approved),
            ],
        ),
        (
            Application::Suspended,
            [
                None,
                Some(Application::Approved),
                Some(Application::Revoked),
                None,
                Some(Application::Suspended),
            ],
        ),
        (Application::Revoked, [None; 5]),
    ];

    #[test]
    fn a_request_is_decided_or_cancelled_once() {
        assert_eq!(REQUESTS.map(|(state, _)| state).as_slice(), Request::ALL);
        for (from, row) in REQUESTS {
            let events = [
                RequestEvent::Approve,
                RequestEvent::Reject,
                RequestEvent::Cancel,
                RequestEvent::Ask,
                RequestEvent::Resume,
            ];
            for (event, to) in events.into_iter().zip(row) {
                let expected = to.ok_or(InvalidTransition { from, event });
                assert_eq!(from.after(event), expected, "{event:?} when {from}");
            }
        }
    }

    #[test]
    fn what_is_open_can_be_decided() {
        for state in Request::ALL.iter().copied() {
            let can_be = state.after(RequestEvent::Approve).is_ok();
            assert_eq!(state.is_open(), can_be, "{state}");
            assert_eq!(Request::OPEN.contains(&state), can_be, "{state}");
        }
    }

    #[test]
    fn an_application_is_suspended_and_resumed_until_it_is_revoked() {
        assert_eq!(
            APPLICATIONS.map(|(state, _)| state).as_slice(),
            Application::ALL
        );
        for (from, row) in APPLICATIONS {
            for (event, to) in ApplicationEvent::ALL.iter().copied().zip(row) {
                let expected = to.ok_or(InvalidTransition { from, event });
                assert_eq!(from.after(event), expected, "{event:?} when {from}");
            }
        }
    }

    #[test]
    fn a_status_is_of_a_request_or_of_an_application() {
        for status in Status::ALL {
            let request = status.of_request().map(Status::from);
            let application = status.of_application().map(Status::from);
            assert_eq!(request.xor(application), Some(*status));
        }
    }
}
