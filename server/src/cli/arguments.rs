//! What may be said on the command line, and the help that explains it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::{
    Role,
    accounts::Email,
    demo::Crowd,
    ids::{JobId, SigningKeyId},
    oauth::Algorithm,
};
use locales::Locale;

const EXAMPLES: &str = "\
Examples:
  balcao serve --development            look around, on this machine alone
  balcao doctor                         is everything as it should be?
  balcao migrate up && balcao serve     serve people

Settings come from balcao.toml (or --config FILE) and, above it, from BALCAO_… in the
environment; .env.example lists them all.";

/// A self-hosted portal where companies ask for access to APIs and get their credentials.
#[derive(Debug, Parser)]
#[command(name = "balcao", version, after_help = EXAMPLES, max_term_width = 100)]
pub struct Arguments {
    /// Read settings from FILE instead of balcao.toml
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,

    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the portal until told to stop
    ///
    /// Refuses to start on a database that is not up to date. SIGTERM or Ctrl-C lets requests and
    /// mails that are under way come to their end, within 8 seconds; a second one does not wait.
    /// SIGHUP changes nothing: settings are read at start alone.
    #[command(after_help = "\
Examples:
  balcao serve
  balcao serve --development
  BALCAO_LISTEN=127.0.0.1:8080 balcao serve --development")]
    Serve {
        /// Serve this machine alone: migrate, fill an empty portal with demo content, and without
        /// a mail server keep mails in a mailbox at /dev/correio
        #[arg(long)]
        development: bool,
    },

    /// Bring the database up to date, or tell how far it is
    #[command(after_help = "\
Examples:
  balcao migrate            the same as `balcao migrate up`
  balcao migrate status")]
    Migrate {
        #[arg(value_enum, default_value_t = MigrateAction::Up)]
        action: MigrateAction,
        /// Do not ask before a migration is taken back
        #[arg(long)]
        yes: bool,
    },

    /// Copy the database into a new directory, while it is served
    ///
    /// For `SQLite`; what does it for `PostgreSQL` is said when it is asked for.
    /// The copy is that of one moment: all that was stored before is in it. The key-encryption
    /// key is not, only its fingerprint: keep the key elsewhere.
    #[command(after_help = "\
Examples:
  balcao backup /var/backups/balcao-2026-11-28")]
    Backup {
        #[arg(value_name = "DIR")]
        directory: PathBuf,
    },

    /// Put a backup where the database is to be
    ///
    /// Everything is checked before anything is touched. Refuses while the database is served.
    #[command(after_help = "\
Examples:
  balcao restore /var/backups/balcao-2026-11-28
  balcao restore /var/backups/balcao-2026-11-28 --replace")]
    Restore {
        #[arg(value_name = "DIR")]
        directory: PathBuf,
        /// Move the database that is there aside
        #[arg(long)]
        replace: bool,
    },

    /// Fill an empty portal with demo APIs, people and requests
    ///
    /// Adds what is missing and changes nothing that is there. Demo people come only to a portal
    /// without accounts: their password is known to everybody.
    #[command(after_help = "\
Examples:
  balcao demo
  balcao demo --size large          to see how a portal carries 200,000 applications
  balcao demo --size 0.01           a hundredth of that")]
    Demo {
        /// small; large: 100,000 accounts, 50,000 groups, 200,000 applications and 2,000,000
        /// events of the trail, in some minutes; or which part of large, as in 0.01. Refused where
        /// there are accounts
        #[arg(long, default_value = "small", value_parser = size)]
        size: DemoSize,
    },

    /// Make accounts, give roles, list who is there
    User {
        #[command(subcommand)]
        command: UserCommand,
    },

    /// Make, replace and withdraw the keys that sign access tokens
    Keys {
        #[command(subcommand)]
        command: KeysCommand,
    },

    /// Take the audit trail elsewhere
    Audit {
        #[command(subcommand)]
        command: AuditCommand,
    },

    /// Let gateways of yours ask about access tokens and report use
    Gateway {
        #[command(subcommand)]
        command: GatewayCommand,
    },

    /// Say how an API is reached and what it answers
    Api {
        #[command(subcommand)]
        command: ApiCommand,
    },

    /// See what waits to be done, and what was given up
    Jobs {
        #[command(subcommand)]
        command: JobsCommand,
    },

    /// Send a mail that says that mail works
    #[command(after_help = "\
Examples:
  balcao send-test-mail ana@empresa.com.br
  balcao send-test-mail ana@empresa.com.br --language en")]
    SendTestMail {
        address: Email,
        /// pt-BR, en or es
        #[arg(long, default_value = "pt-BR", value_parser = language)]
        language: Locale,
    },

    /// Check database, mail, keys, clock and public URL, and say how to mend what is wrong
    ///
    /// Ends with 1 when something is wrong, or with 2 when a setting is, so that it can guard a
    /// deployment.
    Doctor,
}

/// How much there is to look around in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoSize {
    /// The few companies of the story.
    Small,
    Crowd(Crowd),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MigrateAction {
    /// Apply every migration that is missing
    Up,
    /// Take the last migration back, with the data in what it made
    Down,
    /// List migrations, applied and missing
    Status,
}

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

    #[command(about = "Describe an API by an OpenAPI 3.1 document in JSON")]
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

fn language(text: &str) -> Result<Locale, &'static str> {
    text.parse().map_err(|_| "it should be pt-BR, en or es")
}

fn size(text: &str) -> Result<DemoSize, &'static str> {
    const MAX_PART: f64 = 10.0;
    match text {
        "small" => Ok(DemoSize::Small),
        "large" => Ok(DemoSize::Crowd(Crowd::LARGE)),
        part => part
            .parse()
            .ok()
            .filter(|part| (0.001..=MAX_PART).contains(part))
            .map(|part| DemoSize::Crowd(Crowd::part(part)))
            .ok_or("it should be small, large or a number from 0.001 to 10"),
    }
}

fn role(text: &str) -> Result<Role, &'static str> {
    text.parse()
        .map_err(|_| "it should be contract-manager, support or administrator")
}

fn algorithm(text: &str) -> Result<Algorithm, &'static str> {
    text.parse()
        .map_err(|_| "it should be ES256, EdDSA or RS256")
}
