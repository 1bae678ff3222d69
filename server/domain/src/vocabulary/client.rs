//! OAuth 2.0 clients: how they get tokens, whether they may, and what is done to them.

crate::text_enum! {
    /// How a client gets its tokens.
    pub enum ClientKind {
        /// By its own secret, for the account that it is associated with.
        Credentials = "credentials",
        /// By address and password of whoever uses it.
        Password = "password",
        /// By a code, once a person let it act for them.
        Authorization = "authorization",
    }
}

crate::text_enum! {
    pub enum ClientState {
        /// A second administrator has yet to approve it.
        Pending = "pending",
        Active = "active",
        Disabled = "disabled",
    }
}

crate::text_enum! {
    /// What was done to a client.
    pub enum ClientAct {
        Registered = "registered",
        Approved = "approved",
        SecretChanged = "secret-changed",
        Disabled = "disabled",
        Enabled = "enabled",
        Deleted = "deleted",
    }
}

crate::text_enum! {
    /// What a token was given for (RFC 6749 §4.1, §4.3, §4.4 and §6).
    pub enum GrantType {
        AuthorizationCode = "authorization_code",
        ClientCredentials = "client_credentials",
        Password = "password",
        RefreshToken = "refresh_token",
    }
}

crate::text_enum! {
    /// What a client may do by the portal's own API; all other scopes are slugs of APIs, which have
    /// no dot.
    pub enum PortalScope {
        /// See what its account sees.
        Read = "portal.read",
        /// Change what its account may change.
        Write = "portal.write",
    }
}
