//! `balcao user`.

use anyhow::{Context, anyhow};
use domain::{
    Role, Scope, Services,
    accounts::{
        self, AccountSummary, Email, NewAccount,
        administration::{self, RoleChange, RoleUpdate},
    },
    values::PersonName,
};

use super::{
    Output,
    arguments::{NewUser, UserCommand},
};
use crate::{config::Config, welcome::role_names};

pub async fn run(
    config: &Config,
    command: &UserCommand,
    output: &mut Output,
) -> anyhow::Result<()> {
    let services = super::services(config).await?;
    let scope = services.system();
    match command {
        UserCommand::Create(user) => create(&services, user, output).await,
        UserCommand::Roles {
            address,
            give,
            take,
        } => roles(&scope, address, (give, take), output).await,
        UserCommand::List => list(&scope, output).await,
    }
}

async fn create(services: &Services, user: &NewUser, output: &mut Output) -> anyhow::Result<()> {
    let (given, family) = names_in(&user.address);
    let account = NewAccount {
        given_name: name(user.given_name.as_deref().unwrap_or(&given), "--given-name")?,
        family_name: name(
            user.family_name.as_deref().unwrap_or(&family),
            "--family-name",
        )?,
        email: user.address.clone(),
        locale: user.language,
        password: None,
        roles: user.role.clone(),
    };
    let (passwords, vault) = (&services.passwords, &services.vault);
    accounts::create(&services.system(), passwords, vault, account).await?;
    output.line(format_args!(
        "{} is now {}.",
        user.address,
        role_names(&user.role)
    ));
    output.line("A link to set the password is mailed as soon as the portal serves.");
    Ok(())
}

fn name(text: &str, option: &str) -> anyhow::Result<PersonName> {
    text.parse()
        .map_err(|error| anyhow!("{text:?} cannot be a name ({error}); give one with {option}"))
}

/// The names of a new account from its address: `ana.souza@empresa.com.br` gives Ana Souza,
/// `ana@empresa.com.br` gives Ana Empresa. The owner can change them.
fn names_in(address: &Email) -> (String, String) {
    let words: Vec<_> = address
        .local_part()
        .split(['.', '_', '-', '+'])
        .filter(|word| !word.is_empty())
        .collect();
    let company = address.domain().split('.').next().unwrap_or_default();
    let given = words.first().copied().unwrap_or_default();
    let family = words
        .get(1..)
        .and_then(<[_]>::last)
        .copied()
        .unwrap_or(company);
    (capitalised(given), capitalised(family))
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}

async fn roles(
    scope: &Scope,
    address: &Email,
    (give, take): (&[Role], &[Role]),
    output: &mut Output,
) -> anyhow::Result<()> {
    let account = accounts::find_by_email(scope, address).await?;
    let account =
        account.with_context(|| format!("there is no account with the address {address}"))?;
    let change = RoleChange {
        give: give.to_vec(),
        take: take.to_vec(),
    };
    let RoleUpdate { before, after, .. } =
        administration::change_roles(scope, account.id, &change).await?;
    if before == after {
        output.line(format_args!("{address} is {}.", role_names(&after)));
    } else {
        let (now, before) = (role_names(&after), role_names(&before));
        output.line(format_args!("{address} is {now} now, and was {before}."));
    }
    Ok(())
}

/// Lists accounts page by page, so that the first line appears at once.
async fn list(scope: &Scope, output: &mut Output) -> anyhow::Result<()> {
    let mut after = None;
    loop {
        let page = accounts::list(scope, after).await?;
        for account in &page.items {
            output.line(line(account));
        }
        after = page.next;
        if after.is_none() {
            return Ok(());
        }
    }
}

fn line(account: &AccountSummary) -> String {
    let state = if account.verified_at.is_some() {
        "verified"
    } else {
        "unverified"
    };
    let email = account.email.as_str();
    let name = account.full_name();
    format!(
        "{email:<40}  {name:<30}  {state:<10}  {}",
        role_names(&account.roles)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_from_the_address() {
        let names = |address: &str| names_in(&address.parse().unwrap());
        let owned = |given: &str, family: &str| (given.to_owned(), family.to_owned());
        assert_eq!(
            names("ana.maria.souza@empresa.com.br"),
            owned("Ana", "Souza")
        );
        assert_eq!(names("ana@empresa.com.br"), owned("Ana", "Empresa"));
    }
}
