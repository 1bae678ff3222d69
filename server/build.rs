//! Finds the site's files, which are embedded into the program.

use std::path::{Path, PathBuf};

const USUAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/site");

fn main() {
    println!("cargo::rerun-if-env-changed=BALCAO_SITE_DIR");
    let site = site();
    println!("cargo::rerun-if-changed={}", site.display());
    if site.join("manifest.json").is_file() {
        println!("cargo::rustc-env=BALCAO_SITE={}", site.display());
    } else {
        let site = site.display();
        println!(
            "cargo::error=the site is not in {site}: run `make site`, or name its directory in BALCAO_SITE_DIR"
        );
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a build has no configuration file"
)]
fn site() -> PathBuf {
    let named = std::env::var_os("BALCAO_SITE_DIR").map(PathBuf::from);
    let site = named.unwrap_or_else(|| Path::new(USUAL).to_owned());
    site.canonicalize().unwrap_or(site)
}
