//! Turns what the compiler and the style sheets give into what a browser gets: small files under
//! hashed names, with compressed twins and a manifest that knows the names.

mod assets;
mod inputs;
mod manifest;
#[cfg(test)]
mod scratch;
mod styles;
mod wasm;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::inputs::{Fingerprint, Stamp};

const USAGE: &str = "\
Usage: bundle <islands.wasm> <main.css> <public directory> <output directory>

  islands.wasm      the islands, as compiled for wasm32-unknown-unknown
  main.css          the entry style sheet; what it imports is bundled in
  public directory  files served as they are: the boot script, icons
  output directory  gets everything under hashed names, with .br and .gz twins and
                    manifest.json; any other file in it is removed

Does nothing when no input has changed since the last run.";

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [islands, style, public, output] = arguments.as_slice() else {
        bail!(
            "four arguments are needed, {} given\n\n{USAGE}",
            arguments.len()
        );
    };
    bundle(&Site {
        islands,
        style,
        public,
        output,
    })
}

struct Site<'a> {
    islands: &'a Path,
    style: &'a Path,
    public: &'a Path,
    output: &'a Path,
}

fn bundle(site: &Site) -> Result<()> {
    let style_sheets = site
        .style
        .parent()
        .context("the style sheet has no directory")?;
    let fingerprint = Fingerprint::of(&[site.islands, style_sheets, site.public])?;
    let stamp = Stamp::beside(site.output);
    if stamp.matches(&fingerprint) && manifest::exists(site.output) {
        println!("bundle: {} is up to date", site.output.display());
        return Ok(());
    }
    stamp.remove()?;
    build(site)?;
    stamp.write(&fingerprint)
}

fn build(site: &Site) -> Result<()> {
    let mut assets = assets::read(site.public)?;
    assets.push(styles::bundle(site.style)?);
    assets.extend(wasm::bind(site.islands)?);
    let mut written = assets::write(&assets, site.output)?;
    written.push(manifest::write(&assets, site.output)?);
    assets::remove_others(site.output, &written)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::scratch::Scratch;

    /// The smallest module there is: nothing but the format's magic number and version.
    const EMPTY_WASM: &[u8] = b"\0asm\x01\0\0\0";

    fn names(directory: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(directory)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_change_replaces_the_files_it_concerns_and_no_change_touches_none() {
        let root = Scratch::new();
        let at = |path: &str| root.path().join(path);
        fs::create_dir(at("style")).unwrap();
        fs::create_dir(at("public")).unwrap();
        fs::write(at("islands.wasm"), EMPTY_WASM).unwrap();
        fs::write(at("style/main.css"), "a { color: red }").unwrap();
        fs::write(at("public/boot.js"), "export {};").unwrap();
        let (islands, style) = (at("islands.wasm"), at("style/main.css"));
        let (public, output) = (at("public"), at("site"));
        let site = Site {
            islands: &islands,
            style: &style,
            public: &public,
            output: &output,
        };

        bundle(&site).unwrap();
        let first = names(&output);
        fs::write(output.join("manifest.json"), "left alone").unwrap();
        bundle(&site).unwrap();
        let manifest = fs::read_to_string(output.join("manifest.json")).unwrap();
        assert_eq!(manifest, "left alone", "nothing had changed");

        fs::write(&style, "a { color: blue }").unwrap();
        bundle(&site).unwrap();
        let second = names(&output);
        assert_eq!(first.len(), second.len(), "{first:?} {second:?}");
        let replaced: Vec<&String> = first.iter().filter(|name| !second.contains(name)).collect();
        assert!(!replaced.is_empty());
        assert!(
            replaced.iter().all(|name| name.starts_with("main.")),
            "{replaced:?}"
        );
    }
}
