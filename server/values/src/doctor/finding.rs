//! What can be found.

macro_rules! findings {
    ($($(#[$doc:meta])* $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty),+ })?;)+) => {
        /// Something found in a pasted text. None of them holds a secret.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Finding { $($(#[$doc])* $name $({ $($(#[$field_doc])* $field: $type),+ })?),+ }

        /// A finding without its particulars, for what is always said of it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { $($(#[$doc])* $name),+ }

        impl Kind {
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }

        impl Finding {
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$name { .. } => Kind::$name),+ }
            }
        }
    };
}

findings! {
    /// More text than is looked at.
    TooLong;
    /// Quotation marks that belong to no value.
    Quotes;
    /// A header that means nothing here.
    UnknownHeader {
        /// As it was written.
        name: String
    };
    /// Two ways to authenticate at once (RFC 6749 §2.3 forbids it).
    TwoMethods;
    /// Neither a credential nor a token.
    Missing;
    /// Neither `Basic` nor `Bearer`, or one of them twice.
    Scheme;
    /// `Bearer` where the credential goes.
    BearerForToken;
    /// `Basic` where the access token goes.
    BasicForCall;
    /// A token call that does not say `grant_type=client_credentials`.
    GrantMissing;
    /// A variable or a place to fill in instead of a value.
    Placeholder;
    /// White space within a value.
    WhiteSpace {
        /// Counted from 1.
        at: usize
    };
    /// A character that base64 does not have.
    NotBase64 {
        character: char,
        /// Counted from 1.
        at: usize
    };
    /// The alphabet of RFC 4648 §5 instead of §4.
    UrlAlphabet;
    /// The equals signs at the end are too few or too many.
    Padding;
    /// No base64 has this many characters.
    Cut {
        /// How many.
        length: usize
    };
    /// What was encoded is no text.
    NotText;
    /// The text was encoded as UTF-16.
    Utf16;
    /// What was encoded is base64 itself.
    EncodedTwice;
    /// Keys in plain text where their base64 goes.
    NotEncoded;
    /// The secret key ends in a line break.
    TrailingNewline;
    /// Blanks around the colon, as in `public : secret`.
    SpacedColon;
    /// White space within a key, or around the credential.
    SpaceInKeys;
    /// One key, or two without the colon between them.
    OneKey;
    /// The secret key, and nothing else.
    SecretAlone;
    EmptyPublicKey;
    EmptySecretKey;
    /// The secret key comes first.
    Swapped;
    /// The secret key where the public one belongs.
    SecretForPublic;
    /// The public key where the secret one belongs.
    PublicForSecret;
    PublicKeyLength {
        /// How many characters it has.
        length: usize
    };
    SecretKeyLength {
        /// How many characters it has.
        length: usize
    };
    /// A character that no key has.
    KeyCharacter { character: char };
    /// The secret key does not agree with its own checksum.
    WrongCharacter;
    /// The public key is none of the asker's.
    AnotherApplication;
    /// A token where the credential goes.
    NotACredential;
    /// No whole JWT (RFC 7519).
    NotAToken;
    /// A token that others issued.
    ForeignToken {
        /// Who, where it is an address.
        issuer: Option<String>
    };
    Expired {
        /// How long ago.
        seconds: u64
    };
    /// A token from the future: a clock is wrong.
    NotYet {
        /// How far ahead it is.
        seconds: u64
    };
    CredentialFine {
        /// Which of the asker's public keys it has.
        own: Option<usize>
    };
    TokenFine {
        /// How long it is still good for.
        seconds: u64,
        /// Which of the asker's public keys it was issued to.
        own: Option<usize>
    };
}

impl Finding {
    /// Nothing is wrong.
    #[must_use]
    pub const fn is_fine(&self) -> bool {
        self.kind().is_fine()
    }
}

impl Kind {
    /// Nothing is wrong.
    #[must_use]
    pub const fn is_fine(self) -> bool {
        matches!(self, Self::CredentialFine | Self::TokenFine)
    }
}

/// Findings as they come up, each kind once.
#[derive(Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn add(&mut self, finding: Finding) {
        if self.0.iter().all(|known| known.kind() != finding.kind()) {
            self.0.push(finding);
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Findings> for Vec<Finding> {
    fn from(findings: Findings) -> Self {
        findings.0
    }
}
