//! `balcao client` and `balcao token`: programs of other systems, and what they were given.

use std::io;

use anyhow::Context;
use domain::{
    Cursor, Scope, Services,
    accounts::{self, Email},
    clients::{
        self, Client, ClientError, ClientKind, ClientMistake, ClientSecret, ClientState, Holder,
        IssuedToken, NewClient, RedirectMistake, TokenFilter,
    },
    ids::{AccountId, ClientId},
};

use super::{
    Output,
    arguments::{ClientCommand, NewClientOptions, TokenCommand, TokensOf},
};
use crate::config::Config;

pub async fn run(
    config: &Config,
    command: &ClientCommand,
    output: &mut Output,
) -> anyhow::Result<()> {
    let services = super::services(config).await?;
    let scope = services.system();
    match command {
        ClientCommand::Add(options) => add(&services, &scope, options, output).await,
        ClientCommand::List => list(&scope, output).await,
        ClientCommand::Secret { id, grace } => {
            let secret = ClientSecret::propose(scope.portal.random.as_ref());
            // A secret that nobody saw must not take the place of one that works.
            show(output, *id, &secret).context(UNSEEN)?;
            let changed = clients::change_secret(&scope, *id, secret.expose(), *grace).await;
            changed.map_err(told).context(UNSEEN)
        }
        ClientCommand::Disable { id } => {
            clients::disable(&scope, *id).await.map_err(told)?;
            output.line(format_args!(
                "{id} gets no tokens any more, and those it has are revoked."
            ));
            Ok(())
        }
        ClientCommand::Enable { id } => {
            clients::enable(&scope, *id).await.map_err(told)?;
            output.line(format_args!("{id} gets tokens again."));
            Ok(())
        }
        ClientCommand::Delete { id } => {
            clients::delete(&scope, *id).await.map_err(told)?;
            output.line(format_args!("{id} is deleted, and its tokens are revoked."));
            Ok(())
        }
    }
}

const UNSEEN: &str = "nothing was changed, and a secret shown for it is good for nothing";

async fn add(
    services: &Services,
    scope: &Scope,
    options: &NewClientOptions,
    output: &mut Output,
) -> anyhow::Result<()> {
    let secret = ClientSecret::propose(scope.portal.random.as_ref());
    let new = NewClient {
        id: scope.portal.new_id(),
        kind: options.kind,
        name: options.name.clone(),
        is_confidential: !options.public,
        account: options.account.clone().unwrap_or_default(),
        access_seconds: Some(options.access_seconds),
        refresh_days: Some(options.refresh_days),
        scopes: options.scopes.clone(),
        networks: options.networks.join(" "),
        redirect_addresses: options.redirects.join("\n"),
        secret: if options.public {
            String::new()
        } else {
            secret.expose().to_owned()
        },
    };
    let mistakes = clients::mistakes(scope, &services.catalogue, &new).await?;
    if !mistakes.is_empty() {
        return Err(told(ClientError::Mistakes(mistakes)));
    }
    // A client is registered only after its secret was shown.
    if options.public {
        output.line(format_args!("client_id      {}", new.id));
    } else {
        show(output, new.id, &secret).context(UNSEEN)?;
    }
    let registered = clients::register(scope, &services.catalogue, &new).await;
    registered.map_err(told).context(UNSEEN)?;
    Ok(())
}

fn show(output: &mut Output, id: ClientId, secret: &ClientSecret) -> io::Result<()> {
    output.line(format_args!("client_id      {id}"));
    output.line(format_args!("client_secret  {}", secret.expose()));
    output.line("The secret is not shown again.");
    output.flush()
}

async fn list(scope: &Scope, output: &mut Output) -> anyhow::Result<()> {
    let mut after: Option<Cursor> = None;
    loop {
        let page = clients::list(scope, after).await?;
        for client in &page.items {
            output.line(line(client));
        }
        after = page.next;
        if after.is_none() {
            return Ok(());
        }
    }
}

fn line(client: &Client) -> String {
    let state = match client.state {
        ClientState::Active => String::new(),
        state => format!("  {state}"),
    };
    let account = match (&client.account, &client.bound_to) {
        (Some(account), _) => account.email.shown(),
        (None, Some(person)) => format!("{}, who registered it", person.email.shown()),
        (None, None) => anybody(client.kind).to_owned(),
    };
    let (id, kind, name) = (client.id, client.kind, &client.name);
    format!(
        "{id}  {kind}  {name}  {account}  {} tokens{state}",
        client.tokens_alive
    )
}

/// Whom a client acts for that is associated with nobody.
const fn anybody(kind: ClientKind) -> &'static str {
    match kind {
        ClientKind::Credentials => "nobody",
        ClientKind::Password => "whoever gives their password",
        ClientKind::Authorization => "whoever agrees",
    }
}

/// What is wrong, in words of the command line.
fn told(error: ClientError) -> anyhow::Error {
    let ClientError::Mistakes(mistakes) = error else {
        return error.into();
    };
    let words: Vec<_> = mistakes.iter().map(words).collect();
    anyhow::anyhow!("{}", words.join("; "))
}

fn words(mistake: &ClientMistake) -> String {
    match mistake {
        ClientMistake::NoName => "it has no name".to_owned(),
        ClientMistake::LongName => {
            format!("its name has more than {} characters", clients::MAX_NAME)
        }
        ClientMistake::NotConfidential => "a credentials client must be confidential".to_owned(),
        ClientMistake::NoAccount => "no account has verified the address of --account".to_owned(),
        ClientMistake::AccessLifetime => "--access-seconds goes from 60 to 86400".to_owned(),
        ClientMistake::RefreshLifetime => "--refresh-days goes from 1 to 365".to_owned(),
        ClientMistake::NoScope => "it needs a --scope".to_owned(),
        ClientMistake::ManyScopes => "it has too many scopes for one token".to_owned(),
        ClientMistake::Scope(name) => format!("no published API is called {name}"),
        ClientMistake::Network(text) => format!("{text} is no network"),
        ClientMistake::NoRedirect => "it needs a --redirect".to_owned(),
        ClientMistake::ManyRedirects => {
            format!("it has more than {} addresses", clients::MAX_REDIRECTS)
        }
        ClientMistake::Redirect(text, why) => format!("--redirect {text}: {}", why_not(why)),
        ClientMistake::NoSecret | ClientMistake::Secret(_) => "its secret is too weak".to_owned(),
    }
}

fn why_not(mistake: &RedirectMistake) -> String {
    match mistake {
        RedirectMistake::NoAddress => "no address".to_owned(),
        RedirectMistake::Insecure => {
            "it must be https, or http on 127.0.0.1, [::1] or localhost".to_owned()
        }
        RedirectMistake::Fragment => "it may have no fragment".to_owned(),
        RedirectMistake::Credentials => "it may hold no user".to_owned(),
        RedirectMistake::TooLong => "it is too long".to_owned(),
        RedirectMistake::Unusual(usual) => format!("write {usual}"),
    }
}

pub async fn tokens(
    config: &Config,
    command: &TokenCommand,
    output: &mut Output,
) -> anyhow::Result<()> {
    let scope = super::scope(config).await?;
    match command {
        TokenCommand::List { of, all } => {
            let filter = TokenFilter {
                client: of.client,
                person: person(&scope, of).await?,
                alive: !all,
                alone: false,
            };
            list_tokens(&scope, filter, output).await
        }
        TokenCommand::Revoke { tokens, of } => {
            let holder = match (of.client, person(&scope, of).await?) {
                (Some(id), _) => Some(Holder::Client(id)),
                (None, Some(id)) => Some(Holder::Person(id)),
                (None, None) => None,
            };
            let revoked = match holder {
                Some(holder) => clients::revoke_all(&scope, holder).await?,
                None => clients::revoke_tokens(&scope, tokens).await?,
            };
            output.line(format_args!("{revoked} tokens are revoked."));
            Ok(())
        }
    }
}

async fn person(scope: &Scope, of: &TokensOf) -> anyhow::Result<Option<AccountId>> {
    let Some(address) = &of.person else {
        return Ok(None);
    };
    let email = Email::parse(address).ok();
    let email = email.with_context(|| format!("{address} is no address"))?;
    let account = accounts::find_by_email(scope, &email).await?;
    let account = account.with_context(|| format!("nobody has the address {address}"))?;
    Ok(Some(account.id))
}

async fn list_tokens(
    scope: &Scope,
    filter: TokenFilter,
    output: &mut Output,
) -> anyhow::Result<()> {
    let mut after: Option<Cursor> = None;
    loop {
        let page = clients::tokens(scope, filter, after).await?;
        for token in &page.items {
            output.line(token_line(token));
        }
        after = page.next;
        if after.is_none() {
            return Ok(());
        }
    }
}

fn token_line(token: &IssuedToken) -> String {
    let account = token.account.as_ref().map(|account| account.email.shown());
    let revoked = token.revoked_at.map(|at| format!("  revoked {at}"));
    format!(
        "{}  {}  {}  {}  until {}{}",
        token.id,
        token.client_name,
        account.unwrap_or_default(),
        token.grant,
        token.expires_at,
        revoked.unwrap_or_default(),
    )
}
