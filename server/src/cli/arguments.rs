//! The arguments of the command line, with their help.

mod parsers;
mod subcommands;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use domain::{accounts::Email, demo::Crowd};
use locales::Locale;

use parsers::{language, size};
pub use subcommands::{
    ApiCommand, AuditCommand, CatalogueCommand, ClientCommand, GatewayCommand, JobsCommand,
    KeysCommand, NewClientOptions, NewUser, TokenCommand, TokensOf, UserCommand,
};

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

#[derive(Clone, Copy, Debug, Args)]
pub struct ServeOptions {
    /// Serve this machine alone: migrate, fill an empty portal with demo content, and without
    /// a mail server keep mails in a mailbox at /dev/correio
    #[arg(long)]
    pub development: bool,
    /// Let pages load themselves again in the browser once another process serves them
    #[arg(long, requires = "development")]
    pub reload: bool,
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
    Serve(ServeOptions),

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
    /// Adds what is missing and changes nothing that is there. Refused where there are accounts,
    /// but no demo accounts: everybody knows the password of those.
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

    /// Register programs of other systems, which get tokens of their own
    Client {
        #[command(subcommand)]
        command: ClientCommand,
    },

    /// List and revoke the tokens of clients
    Token {
        #[command(subcommand)]
        command: TokenCommand,
    },

    /// Say how an API is reached and what it answers
    Api {
        #[command(subcommand)]
        command: ApiCommand,
    },

    /// Fill and keep the catalogue by files: a folder for each API
    Catalogue {
        #[command(subcommand)]
        command: CatalogueCommand,
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

/// How much demo content there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoSize {
    /// A few companies.
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
