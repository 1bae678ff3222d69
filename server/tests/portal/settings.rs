//! The example of the configuration.

use server::config::{
    Config, Purpose, Sources,
    settings::{self, PREFIX},
};

const EXAMPLE: &str = include_str!("../../../.env.example");

/// What the example says of each setting, in its order.
fn lines() -> Vec<(&'static str, &'static str)> {
    let assignment = |line: &'static str| line.trim_start_matches('#').split_once('=');
    let settings = EXAMPLE
        .lines()
        .filter(|line| line.trim_start_matches('#').starts_with(PREFIX));
    settings.filter_map(assignment).collect()
}

#[test]
fn it_lists_every_setting_with_its_default() {
    let expected: Vec<_> = settings::ALL
        .iter()
        .map(|setting| (setting.variable(), setting.default.unwrap_or_default()))
        .collect();
    let listed: Vec<_> = lines()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    assert_eq!(listed, expected);
}

#[test]
fn it_is_a_configuration_to_begin_with() {
    let config = Config::load(Sources::of(None, &lines()), Purpose::Development).unwrap();
    assert!(config.unknown_variables.is_empty());
    assert_eq!(config.public_url.as_str(), "http://localhost:3000");
}
