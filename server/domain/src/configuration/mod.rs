//! What administrators decide while the portal runs: which mail addresses count as corporate, how long
//! links are good, in which time requests are to be decided, and what is told on top of every page.
//!
//! The values are held by [`Portal::runtime`](crate::Portal); here they are checked, changed and
//! recorded. A change names the version that its author saw: of two at once, exactly one counts, and
//! the other is told.

mod check;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use locales::Locale;

use crate::{
    Error, Role, Scope,
    audit::{self, Action, Subject},
    from_common,
    settings::runtime,
};

pub use crate::settings::runtime::{Banner, RuntimeValues, SettingName};
pub use check::{MAX_APPROVAL_HOURS, MAX_BANNER, MAX_DOMAINS, MAX_LINK_HOURS, mistakes};

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigurationMistake {
    /// This is no domain of mail addresses.
    Domain(SettingName, String),
    TooManyDomains(SettingName),
    /// Less than one hour, or more than a month.
    LinkHours(SettingName),
    ApprovalHours,
    /// The banner has no text in the portal's default language.
    NoBannerText,
    LongBannerText(Locale),
    BannerEnds,
}

/// Why a change is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ConfigurationError {
    /// Somebody else was quicker.
    #[error("the settings were changed meanwhile")]
    Changed,
    #[error("something is wrong with the settings")]
    Mistakes(Vec<ConfigurationMistake>),
    #[error(transparent)]
    Common(#[from] Error),
}

from_common!(ConfigurationError);

/// What was chosen, with its version.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn current(scope: &Scope) -> Result<(RuntimeValues, i64), Error> {
    scope.require(Role::Administrator)?;
    let db = scope.portal.db.reader();
    // The version first: whoever saves what a change in between replaced is told.
    let version = runtime::version(db).await?;
    Ok((runtime::load(db).await?, version))
}

/// Changes what was chosen into these values, unless somebody changed it since the version `seen`.
/// Settings that the configuration fixes stay as they are stored.
///
/// # Errors
/// [`ConfigurationError::Changed`] and [`ConfigurationError::Mistakes`] as they say,
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn change(
    scope: &Scope,
    seen: i64,
    new: &RuntimeValues,
) -> Result<(), ConfigurationError> {
    scope.require(Role::Administrator)?;
    let found = mistakes(new);
    if !found.is_empty() {
        return Err(ConfigurationError::Mistakes(found));
    }
    let transaction = scope.portal.db.begin().await?;
    if runtime::lock(&transaction).await? != seen {
        return Err(ConfigurationError::Changed);
    }
    let before = runtime::load(&transaction).await?;
    let fixed = &scope.portal.settings.fixed;
    let names = SettingName::ALL.iter().filter(|name| !fixed.contains(name));
    let mut has_changed = false;
    for name in names {
        let (old, value) = (before.stored(*name), new.stored(*name));
        if old == value {
            continue;
        }
        has_changed = true;
        let details = told(*name, old.as_deref(), value.as_deref());
        let subject = scope.account_id().map_or(Subject::Nobody, Subject::Account);
        audit::record_with(
            &transaction,
            scope,
            Action::SettingChanged,
            subject,
            Some(details),
        )
        .await?;
        let author = (scope.now(), scope.account_id());
        runtime::store(&transaction, *name, value, author).await?;
    }
    if has_changed {
        runtime::advance(&transaction).await?;
    }
    transaction.commit().await?;
    refresh_soon(scope).await;
    Ok(())
}

/// The most characters that the trail tells of a change, so that every receiver of events takes them.
const MAX_TOLD: usize = 2_000;

/// What the trail tells of a change: both values, or what came and what went of long ones.
fn told(name: SettingName, old: Option<&str>, new: Option<&str>) -> String {
    let value = |value: Option<&str>| value.unwrap_or("(default)").to_owned();
    let whole = format!("{name}: {} → {}", value(old), value(new));
    if whole.chars().count() <= MAX_TOLD {
        return whole;
    }
    let words = |text: Option<&str>| -> BTreeSet<String> {
        let between = |letter: char| letter.is_whitespace() || "[],\"".contains(letter);
        let words = text.unwrap_or_default().split(between);
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (old, new) = (words(old), words(new));
    let came = new.difference(&old).map(|word| format!(" +{word}"));
    let gone = old.difference(&new).map(|word| format!(" -{word}"));
    let changes: String = came.chain(gone).collect();
    let shown: String = changes.chars().take(MAX_TOLD).collect();
    let rest = if shown.len() < changes.len() {
        "…"
    } else {
        ""
    };
    format!("{name}:{shown}{rest}")
}

/// This instance has the change before its author is answered. What cannot be read now is read within
/// seconds.
async fn refresh_soon(scope: &Scope) {
    let portal = &scope.portal;
    if let Err(error) = portal.runtime.refresh(&portal.db).await {
        tracing::warn!(%error, "the settings cannot be read yet");
    }
}
