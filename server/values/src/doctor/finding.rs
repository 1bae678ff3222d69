//! The findings of the doctor.

macro_rules! findings {
    ($($(#[$doc:meta])* $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty),+ })?;)+) => {
        /// What the doctor found in a pasted text. No finding holds a secret.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Finding { $($(#[$doc])* $name $({ $($(#[$field_doc])* $field: $type),+ })?),+ }

        /// The kind of a finding, without its details. Each kind has a text of its own.
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
    /// The text is longer than the doctor reads.
    TooLong;
    /// Quotation marks that belong to no value.
    Quotes;
    /// The portal does not read this header.
    UnknownHeader {
        /// The name in the spelling of the text.
        name: String
    };
    /// The request authenticates in two ways (RFC 6749 §2.3 forbids it).
    TwoMethods;
    /// The value is neither a credential nor a token.
    Missing;
    /// The scheme is neither `Basic` nor `Bearer`, or stands there twice.
    Scheme;
    /// `Bearer` where the credential goes.
    BearerForToken;
    /// `Basic` where the access token goes.
    BasicForCall;
    /// A token call that does not say `grant_type=client_credentials`.
    GrantMissing;
    /// A variable or a placeholder stands in place of the value.
    Placeholder;
    /// White space within a value.
    WhiteSpace {
        /// Counted from 1.
        at: usize
    };
    /// A character is not in the alphabet of base64.
    NotBase64 {
        character: char,
        /// Counted from 1.
        at: usize
    };
    /// The value has the alphabet of RFC 4648 §5 in place of §4.
    UrlAlphabet;
    /// The equals signs at the end are too few or too many.
    Padding;
    /// A base64 cannot have this number of characters.
    Cut {
        /// How many.
        length: usize
    };
    /// The decoded bytes are no text.
    NotText;
    /// The text was encoded as UTF-16.
    Utf16;
    /// The value was encoded twice.
    EncodedTwice;
    /// The keys stand in plain text in place of their base64.
    NotEncoded;
    /// The secret key ends in a line break.
    TrailingNewline;
    /// Blanks around the colon, as in `public : secret`.
    SpacedColon;
    /// White space within a key, or around the credential.
    SpaceInKeys;
    /// There is one key, or there are two without a colon.
    OneKey;
    /// There is only the secret key.
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
        /// The number of its characters.
        length: usize
    };
    SecretKeyLength {
        /// The number of its characters.
        length: usize
    };
    /// A character cannot be in a key.
    KeyCharacter { character: char };
    /// The checksum of the secret key is wrong.
    WrongCharacter;
    /// The public key belongs to none of the asker's applications.
    AnotherApplication;
    /// A token stands in place of the credential.
    NotACredential;
    /// The token is no complete JWT (RFC 7519).
    NotAToken;
    /// Another issuer made the token.
    ForeignToken {
        /// The issuer, when it is an address.
        issuer: Option<String>
    };
    Expired {
        /// How long ago.
        seconds: u64
    };
    /// The token was issued in the future: one of the clocks is wrong.
    NotYet {
        /// How far ahead it is.
        seconds: u64
    };
    CredentialFine {
        /// The public key of the asker that the credential has.
        own: Option<usize>
    };
    TokenFine {
        /// The time until it expires.
        seconds: u64,
        /// The public key of the asker that the token was issued to.
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

/// Collects findings in their order, each kind once.
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
