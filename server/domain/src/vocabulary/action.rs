//! The actions in the audit trail.

crate::text_enum! {
    /// An action.
    pub enum Action {
        AccountRegistered = "account.registered",
        LinkUsed = "account.link-used",
        PasswordSet = "account.password-set",
        SignedIn = "account.signed-in",
        SignedOut = "account.signed-out",
        SessionsEnded = "account.sessions-ended",
        ProfileChanged = "account.profile-changed",
        RolesChanged = "account.roles-changed",
        LinkResent = "account.link-resent",
        ResetStarted = "account.reset-started",
        ThrottleLifted = "account.throttle-lifted",
        /// The details hold the version of before and that of now.
        TermsAccepted = "account.terms-accepted",
        /// The password was right; what comes next is the second factor.
        SecondFactorAsked = "account.second-factor-asked",
        FactorAdded = "account.factor-added",
        FactorRemoved = "account.factor-removed",
        RecoveryCodesMade = "account.recovery-codes-made",
        RecoveryCodeUsed = "account.recovery-code-used",
        /// The person need not give a second factor in this browser for a while.
        BrowserTrusted = "account.browser-trusted",
        BrowserForgotten = "account.browser-forgotten",
        /// By support; the details of these hold the reason.
        FactorRemovalAsked = "account.factor-removal-asked",
        FactorRemovalWithdrawn = "account.factor-removal-withdrawn",
        /// By a second person of staff.
        FactorsRemovedByStaff = "account.factors-removed-by-staff",
        GroupCreated = "group.created",
        GroupAddressConfirmed = "group.address-confirmed",
        RequestSubmitted = "request.submitted",
        RequestApproved = "request.approved",
        RequestRejected = "request.rejected",
        RequestCancelled = "request.cancelled",
        /// What is asked and answered is with the request alone.
        InformationRequested = "request.information-requested",
        InformationGiven = "request.information-given",
        InformationWithdrawn = "request.information-withdrawn",
        NoteAdded = "request.note-added",
        NoteDeleted = "request.note-deleted",
        /// The details hold the title.
        ReasonSaved = "saved-reason.saved",
        ReasonDeleted = "saved-reason.deleted",
        ApplicationSuspended = "application.suspended",
        ApplicationResumed = "application.resumed",
        ApplicationRevoked = "application.revoked",
        /// From Trial to Pay Per Use; the details hold the number of the request.
        PlanChanged = "application.plan-changed",
        /// The details hold the conditions.
        ConditionsSet = "application.conditions-set",
        /// The details hold the conditions and the reason.
        ConditionsChanged = "application.conditions-changed",
        /// The last day of the contract is over, which suspends the application.
        ContractEnded = "application.contract-ended",
        /// Recorded in addition to a decision that a party took.
        DecidedOnOwn = "application.decided-on-own",
        SecretRevealed = "secret.revealed",
        /// As it was before APIs had drafts.
        ApiChanged = "api.changed",
        ApiDrafted = "api.drafted",
        /// The details hold the slug.
        ApiDraftDiscarded = "api.draft-discarded",
        /// The details hold the number of the revision.
        ApiPublished = "api.published",
        /// The details hold the state before and after.
        ApiStateChanged = "api.state-changed",
        CategoriesChanged = "catalogue.categories-changed",
        SigningKeyAdded = "signing-key.added",
        SigningKeyWithdrawn = "signing-key.withdrawn",
        ResourceServerAdded = "resource-server.added",
        ResourceServerRevoked = "resource-server.revoked",
        SecretAdded = "secret.added",
        /// Revoked at once, or at a later time.
        SecretRevoked = "secret.revoked",
        SandboxKeysRevealed = "sandbox-keys.revealed",
        /// From a page, and billed; the details hold the identifier of the call.
        CallMade = "call.made",
        /// The details of these hold the number within a minute.
        SignInFailed = "security.sign-in-failed",
        ConfirmationFailed = "security.confirmation-failed",
        ClientRefused = "security.client-refused",
        Throttled = "security.throttled",
        UntrustedProxy = "security.untrusted-proxy",
        /// The details hold the kind of the job.
        JobRetried = "job.retried",
        JobDropped = "job.dropped",
        MessageSent = "message.sent",
        MessageAssigned = "message.assigned",
        MessageReleased = "message.released",
        MessageAnswered = "message.answered",
        MessageClosed = "message.closed",
        MessageReopened = "message.reopened",
        IncidentOpened = "incident.opened",
        /// The details of these hold the number of the note.
        IncidentNoted = "incident.noted",
        IncidentNoteCorrected = "incident.note-corrected",
        IncidentClosed = "incident.closed",
        IncidentReopened = "incident.reopened",
        IncidentCorrected = "incident.corrected",
        /// Where a program registered itself, the details hold whom it is bound to.
        ClientRegistered = "client.registered",
        /// By a second administrator.
        ClientApproved = "client.approved",
        /// The details hold until when the secret of before is good.
        ClientSecretChanged = "client.secret-changed",
        ClientDisabled = "client.disabled",
        ClientEnabled = "client.enabled",
        ClientDeleted = "client.deleted",
        /// The details hold how many there were.
        TokensRevoked = "client.tokens-revoked",
        /// A refresh token was used again, by whoever has it beside the client.
        TokenReused = "client.token-reused",
        /// Somebody let a client act for them; the details hold the scopes.
        ConsentGiven = "client.consent-given",
        /// They let it no more; the details hold how many tokens that ended.
        ConsentEnded = "client.consent-ended",
        /// A code was used again, by whoever has it beside the client.
        CodeReused = "client.code-reused",
        WebhookAdded = "webhook.added",
        WebhookChanged = "webhook.changed",
        /// The details hold until when the secret of before signs as well.
        WebhookSecretRotated = "webhook.secret-rotated",
        /// The details hold the cause.
        WebhookPaused = "webhook.paused",
        WebhookResumed = "webhook.resumed",
        WebhookDeleted = "webhook.deleted",
        /// Somebody made a token for a program to register itself with.
        RegistrationTokenMade = "client.registration-token-made",
        /// The details of the first hold the account that it was assigned to.
        RequestAssigned = "request.assigned",
        RequestReleased = "request.released",
        /// The details hold what the contract manager decides on from then on.
        ManagerCoverageChanged = "manager.coverage-changed",
        /// The details hold the first and the last day; there are none for whoever is back.
        ManagerAbsenceChanged = "manager.absence-changed",
        /// The details hold how a contract manager is told of requests.
        RequestNoticesChosen = "manager.notices-chosen",
        /// The details hold how it was filtered.
        AuditExported = "audit.exported",
        /// The details hold the name of the setting, its value before and now.
        SettingChanged = "settings.changed",
        /// Somebody is to become an administrator once a second one agrees.
        AdministratorNominated = "account.administrator-nominated",
        NominationWithdrawn = "account.nomination-withdrawn",
        /// The details of these four hold the account; that of a change its role of before and that
        /// of now as well.
        InvitationAccepted = "group.invitation-accepted",
        MemberRoleChanged = "group.member-role-changed",
        MemberRemoved = "group.member-removed",
        OwnershipHandedOver = "group.ownership-handed-over",
        MemberLeft = "group.member-left",
        /// The details of these hold the invitation.
        InvitationSent = "group.invitation-sent",
        InvitationResent = "group.invitation-resent",
        InvitationWithdrawn = "group.invitation-withdrawn",
        InvitationDeclined = "group.invitation-declined",
        /// The details hold the names of what was changed.
        GroupEdited = "group.edited",
        /// By staff; the details of these hold whom to.
        HandoverProposed = "group.handover-proposed",
        HandoverConfirmed = "group.handover-confirmed",
        HandoverWithdrawn = "group.handover-withdrawn",
    }
}
