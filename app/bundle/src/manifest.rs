//! `manifest.json`: from the name a page asks for to the hashed name it is served under.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};

use crate::assets::Asset;

const NAME: &str = "manifest.json";

pub fn exists(directory: &Path) -> bool {
    directory.join(NAME).exists()
}

/// The name of the file written.
pub fn write(assets: &[Asset], directory: &Path) -> Result<String> {
    let path = directory.join(NAME);
    fs::write(&path, to_json(assets)?).with_context(|| format!("writing {}", path.display()))?;
    Ok(NAME.to_owned())
}

fn to_json(assets: &[Asset]) -> Result<String> {
    let names: BTreeMap<&str, String> = assets
        .iter()
        .map(|asset| (asset.name.as_str(), asset.hashed_name()))
        .collect();
    Ok(serde_json::to_string_pretty(&names)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_maps_each_name_to_its_hashed_name() {
        let asset = |name: &str| Asset {
            name: name.to_owned(),
            content: Vec::new(),
        };
        let json = to_json(&[asset("main.css"), asset("boot.js")]).unwrap();
        let names: BTreeMap<String, String> = serde_json::from_str(&json).unwrap();
        assert_eq!(names["main.css"], "main.e3b0c44298fc1c14.css");
        assert_eq!(names["boot.js"], "boot.e3b0c44298fc1c14.js");
    }
}
