//! The sources of settings: defaults, a file, and the environment, in ascending precedence.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use figment::{
    Error, Figment, Metadata, Profile, Provider,
    providers::{Format, Toml},
    value::{Dict, Map, Value},
};

use super::{
    mistake::{Mistake, Mistakes},
    settings,
};

/// What the defaults are called among the sources.
pub(super) const DEFAULTS: &str = "default";
const USUAL_FILE: &str = "balcao.toml";

/// Variables with the prefix that builds and tests use.
const NOT_SETTINGS: [&str; 2] = ["BALCAO_SITE_DIR", "BALCAO_TEST_DATABASE_URL"];

/// A file of settings and variables of the environment.
pub struct Sources {
    file: Option<PathBuf>,
    variables: Vec<(String, String)>,
}

impl Sources {
    /// The environment of the process, and `file` or, without it, `balcao.toml` if that exists.
    #[must_use]
    pub fn of_process(file: Option<PathBuf>) -> Self {
        let text = |(name, value): (OsString, OsString)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        };
        let variables = std::env::vars_os().filter_map(text).collect();
        Self { file, variables }
    }

    /// These variables, and a file if there is one.
    #[must_use]
    pub fn of(file: Option<PathBuf>, variables: &[(&str, &str)]) -> Self {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let variables = variables.iter().map(owned).collect();
        Self { file, variables }
    }

    /// Variables with the prefix of settings that name no setting.
    pub(super) fn unknown_variables(&self) -> Vec<String> {
        let names = self.variables.iter().map(|(name, _)| name);
        let strange = |name: &&String| {
            name.starts_with(settings::PREFIX)
                && !NOT_SETTINGS.contains(&name.as_str())
                && settings::ALL
                    .iter()
                    .all(|setting| setting.variable() != **name)
        };
        names.filter(strange).cloned().collect()
    }

    /// Merges all sources by their precedence.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(super) fn merge(self) -> Result<Figment, Mistakes> {
        let figment = Figment::from(Defaults);
        let figment = match self.file {
            Some(file) => figment.merge(toml(&file)?),
            None if Path::new(USUAL_FILE).exists() => figment.merge(toml(Path::new(USUAL_FILE))?),
            None => figment,
        };
        Ok(figment.merge(Environment(self.variables)))
    }
}

/// Reads a file and reports its syntax errors.
fn toml(file: &Path) -> Result<figment::providers::Data<Toml>, Mistakes> {
    let provider = Toml::file_exact(file);
    let name = file.display().to_string();
    let mistakes = match provider.data() {
        Err(error) => vec![Mistake::new(name, error.to_string())],
        Ok(data) => data
            .into_values()
            .flat_map(Dict::into_keys)
            .filter_map(|key| unknown(&name, &key))
            .collect(),
    };
    if mistakes.is_empty() {
        Ok(provider)
    } else {
        Err(Mistakes(mistakes))
    }
}

fn unknown(file: &str, key: &str) -> Option<Mistake> {
    let known = settings::ALL.iter().any(|setting| setting.name == key);
    (!known).then(|| {
        Mistake::new(
            key,
            format!("there is no such setting ({file}); .env.example lists them all"),
        )
    })
}

struct Defaults;

impl Provider for Defaults {
    fn metadata(&self) -> Metadata {
        Metadata::named(DEFAULTS)
            .interpolater(|_: &Profile, keys: &[&str]| format!("{}, by default", keys.join(".")))
    }

    fn data(&self) -> Result<Map<Profile, Dict>, Error> {
        let given = settings::ALL
            .iter()
            .filter_map(|setting| Some((setting.name, setting.default?)));
        Ok(Profile::Default.collect(
            given
                .map(|(name, value)| (name.to_owned(), Value::from(value)))
                .collect(),
        ))
    }
}

/// Variables are always text, since a brand may be called `1984`. An empty variable counts as
/// missing.
struct Environment(Vec<(String, String)>);

impl Provider for Environment {
    fn metadata(&self) -> Metadata {
        Metadata::named("environment").interpolater(|_: &Profile, keys: &[&str]| variable(keys))
    }

    fn data(&self) -> Result<Map<Profile, Dict>, Error> {
        let values = settings::ALL.iter().filter_map(|setting| {
            let variable = setting.variable();
            let (_, value) = self.0.iter().find(|(name, _)| *name == variable)?;
            (!value.is_empty()).then(|| (setting.name.to_owned(), Value::from(value.as_str())))
        });
        Ok(Profile::Default.collect(values.collect::<Dict>()))
    }
}

fn variable(keys: &[&str]) -> String {
    format!(
        "{}{}",
        settings::PREFIX,
        keys.join("_").to_ascii_uppercase()
    )
}
