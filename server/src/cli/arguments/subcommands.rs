//! The commands below commands.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use domain::{
    Role,
    accounts::Email,
    clients::{ClientKind, Grace},
    ids::{ClientId, JobId, SigningKeyId, TokenId},
    oauth::Algorithm,
};
use locales::Locale;

use super::parsers::{algorithm, language, role};

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Make an account and mail its owner a link to set the password
    #[command(after_help = "\
Examples:
  balcao user create ana@empresa.com.br --role administrator
  balcao user create bia@empresa.com.br --given-name Beatriz --family-name Reis --role support")]
    Create(NewUser),

    /// Show or change what somebody may do; without options, show
    #[command(after_help = "\
Examples:
  balcao user roles ana@empresa.com.br
  balcao user roles ana@empresa.com.br --give support --take administrator")]
    Roles {
        address: Email,
        /// contract-manager, support or administrator; may be repeated
        #[arg(long, value_name = "ROLE", value_parser = role)]
        give: Vec<Role>,
        /// The same, the other way round
        #[arg(long, value_name = "ROLE", value_parser = role)]
        take: Vec<Role>,
    },

    /// List every account with its roles
    List,
}

#[derive(Debug, Subcommand)]
pub enum JobsCommand {
    /// List jobs, the oldest first: mails to send, registrations to see to
    List {
        /// Only those that were given up
        #[arg(long)]
        dead: bool,
    },

    /// Try a job at once, or every one that was given up
    #[command(after_help = "\
Examples:
  balcao jobs retry 019a3c5e-7d31-7bb2-9d53-0f6c2e4a8b10
  balcao jobs retry --dead")]
    Retry {
        #[arg(required_unless_present = "dead")]
        id: Option<JobId>,
        /// All that were given up
        #[arg(long, conflicts_with = "id")]
        dead: bool,
    },

    /// Delete a job without doing it
    Drop { id: JobId },
}

#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// List the keys of tokens that may still be good
    List,

    /// Make a new key; it is published at once and signs a day later
    ///
    /// By then everybody who keeps the key set has the new one. Tokens of the keys before stay
    /// good until they expire.
    Rotate {
        #[arg(
            long,
            value_parser = algorithm,
            help = "ES256, EdDSA or RS256; without it, what the configuration says"
        )]
        algorithm: Option<Algorithm>,
        /// Sign with it at once: whoever keeps the key set must fetch it again
        #[arg(long)]
        now: bool,
    },

    /// Delete a key that somebody else may have; every token it signed is refused
    Withdraw { id: SigningKeyId },
}

#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Write every event since the last export into a new file, a line of JSON each
    ///
    /// With `BALCAO_AUDIT_EXPORT_FIRST` nothing is deleted that was not written by it.
    #[command(after_help = "\
Examples:
  balcao audit export /srv/archive/balcao-2026-08.jsonl")]
    Export { file: PathBuf },

    /// Look for events that somebody edited, deleted or moved
    ///
    /// It ends with 3 when it finds any, and with 1 when it cannot look. A head that was kept elsewhere
    /// shows whether the end was cut off.
    #[command(after_help = "\
Examples:
  balcao audit verify
  balcao audit verify --head /srv/archive/balcao-head.json")]
    Verify {
        /// What `balcao audit head` printed
        #[arg(long, value_name = "FILE")]
        head: Option<PathBuf>,
    },

    /// Print where the trail ends now, to be kept on another machine
    #[command(after_help = "\
Examples:
  balcao audit head > /srv/archive/balcao-head.json")]
    Head,
}

#[derive(Debug, Subcommand)]
pub enum GatewayCommand {
    /// Make the keys of a gateway and show them once
    ///
    /// Nothing is kept of keys that could not be shown.
    Add { name: String },
    /// List gateways
    List,
    /// Stop a gateway from asking
    Revoke { name: String },
}

#[derive(Debug, Subcommand)]
pub enum ApiCommand {
    /// List published APIs with who answers their calls
    List,

    /// Forward Pay Per Use calls of an API to an address
    #[command(after_help = "\
Examples:
  balcao api upstream smv https://api.empresa.com.br/identity/v1
  balcao api upstream smv --none")]
    Upstream {
        slug: String,
        /// Takes the place of the API's base path
        #[arg(required_unless_present = "none")]
        url: Option<String>,
        /// Forward no more
        #[arg(long, conflicts_with = "url")]
        none: bool,
    },

    #[command(about = "Describe an API by an OpenAPI 3.0 or 3.1 document in JSON or YAML")]
    Document {
        slug: String,
        file: PathBuf,
        /// Let the document's x-sandbox answer Trial calls; without a word the sandbox stays as it is
        #[arg(long, conflicts_with = "no_sandbox")]
        sandbox: bool,
        /// Let no sandbox answer
        #[arg(long)]
        no_sandbox: bool,
    },
}

#[derive(Debug, Subcommand)]
pub enum CatalogueCommand {
    /// Write the whole catalogue into a new or empty folder
    #[command(after_help = "\
Examples:
  balcao catalogue export catalogue")]
    Export {
        #[arg(value_name = "DIR")]
        directory: PathBuf,
    },

    /// Take over what a folder's files say: all of it, or nothing when anything is wrong
    ///
    /// What no file mentions stays as it is. An API that is published shows the changes to its
    /// readers at once.
    #[command(after_help = "\
Examples:
  balcao catalogue import catalogue --dry-run    what would it change?
  balcao catalogue import catalogue")]
    Import {
        #[arg(value_name = "DIR")]
        directory: PathBuf,
        /// Say what would change, and change nothing
        #[arg(long)]
        dry_run: bool,
    },

    /// Look for mistakes in a folder's files, without a database
    ///
    /// As if the catalogue were empty: for the checks that run before files are shared.
    #[command(after_help = "\
Examples:
  balcao catalogue check catalogue")]
    Check {
        #[arg(value_name = "DIR")]
        directory: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct NewUser {
    pub address: Email,
    /// First name; without it, taken from the address
    #[arg(long, value_name = "NAME")]
    pub given_name: Option<String>,
    /// Surname; without it, taken from the address
    #[arg(long, value_name = "NAME")]
    pub family_name: Option<String>,
    /// pt-BR, en or es
    #[arg(long, default_value = "pt-BR", value_parser = language)]
    pub language: Locale,
    /// contract-manager, support or administrator; may be repeated
    #[arg(long, value_name = "ROLE", value_parser = role)]
    pub role: Vec<Role>,
}

#[derive(Debug, Subcommand)]
pub enum ClientCommand {
    /// Register a client and show its secret once
    ///
    /// Nothing is kept of a client whose secret could not be shown.
    #[command(after_help = "\
Examples:
  balcao client add ERP --account ana@empresa.com.br --scope crm-na-nuvem
  balcao client add Vendas --kind password --public --scope crm-na-nuvem
  balcao client add Agente --kind authorization --public --scope crm-na-nuvem \\
    --redirect http://127.0.0.1/callback")]
    Add(NewClientOptions),
    /// List clients
    List,
    /// Draw another secret and show it once
    Secret {
        id: ClientId,
        /// How long the current one stays good
        #[arg(long, value_name = "1h|24h|7d|30d")]
        grace: Option<Grace>,
    },
    /// Stop a client: its tokens are revoked, and it gets no others
    Disable { id: ClientId },
    /// Let a disabled client get tokens again
    Enable { id: ClientId },
    /// Delete a client for good
    Delete { id: ClientId },
}

#[derive(Debug, Args)]
pub struct NewClientOptions {
    pub name: String,
    #[arg(long, value_name = "credentials|password|authorization", default_value_t = ClientKind::Credentials)]
    pub kind: ClientKind,
    /// The address of whom a credentials client acts for
    #[arg(long)]
    pub account: Option<String>,
    /// What it may use: an API by its name, portal.read or portal.write
    #[arg(long = "scope", value_name = "SLUG")]
    pub scopes: Vec<String>,
    /// Where an authorization client may be answered: https, or http on this machine, where any
    /// port will do
    #[arg(long = "redirect", value_name = "ADDRESS")]
    pub redirects: Vec<String>,
    /// From where it may ask for tokens, as in 203.0.113.0/24
    #[arg(long = "network", value_name = "NETWORK")]
    pub networks: Vec<String>,
    /// It cannot keep a secret, and gets none
    #[arg(long)]
    pub public: bool,
    #[arg(long, default_value_t = 3600)]
    pub access_seconds: i32,
    #[arg(long, default_value_t = 30)]
    pub refresh_days: i32,
}

#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// List the good tokens of clients
    List {
        #[command(flatten)]
        of: TokensOf,
        /// Those that are over, too
        #[arg(long)]
        all: bool,
    },
    /// Revoke tokens: some, or all of a client or a person
    #[command(after_help = "\
Examples:
  balcao token revoke 0198e3c2-6a51-7c10-8a6e-2f0c3a6b9d11
  balcao token revoke --person ana@empresa.com.br")]
    Revoke {
        #[arg(required_unless_present_any = ["client", "person"], value_name = "TOKEN")]
        tokens: Vec<TokenId>,
        #[command(flatten)]
        of: TokensOf,
    },
}

/// Whose tokens are meant.
#[derive(Debug, Args)]
pub struct TokensOf {
    #[arg(long, value_name = "ID", conflicts_with = "person")]
    pub client: Option<ClientId>,
    #[arg(long, value_name = "ADDRESS")]
    pub person: Option<String>,
}
