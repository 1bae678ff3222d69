//! One minified style sheet out of the entry and everything it imports.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use lightningcss::{
    bundler::{Bundler, FileProvider},
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions},
};

use crate::assets::Asset;

pub fn bundle(entry: &Path) -> Result<Asset> {
    let name = entry
        .file_name()
        .context("the style sheet has no name")?
        .to_string_lossy();
    Ok(Asset {
        name: name.into_owned(),
        content: minified(entry)?.into_bytes(),
    })
}

/// No target browsers are given: the sheets are written for today's and pass through unlowered.
fn minified(entry: &Path) -> Result<String> {
    let files = FileProvider::new();
    // Errors borrow from the bundler, so each is turned into text before it goes up.
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(entry)
        .map_err(|error| anyhow!("{}: {error}", entry.display()))?;
    sheet
        .minify(MinifyOptions::default())
        .map_err(|error| anyhow!("{error}"))?;
    let printed = sheet.to_css(PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    });
    Ok(printed.map_err(|error| anyhow!("{error}"))?.code)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn imports_come_in_with_their_layer() {
        let directory = Scratch::new();
        let entry = directory.path().join("main.css");
        fs::write(
            &entry,
            "@layer base, components;\n@import \"a.css\" layer(components);",
        )
        .unwrap();
        fs::write(
            directory.path().join("a.css"),
            ".a { color : light-dark(red, blue) }",
        )
        .unwrap();
        let asset = bundle(&entry).unwrap();
        assert_eq!(asset.name, "main.css");
        assert_eq!(
            String::from_utf8(asset.content).unwrap(),
            "@layer base;@layer components{.a{color:light-dark(red,#00f)}}",
        );
    }

    #[test]
    fn a_mistake_names_the_file() {
        let directory = Scratch::new();
        let entry = directory.path().join("main.css");
        fs::write(&entry, "@import \"missing.css\";").unwrap();
        let error = bundle(&entry).err().unwrap().to_string();
        assert!(
            error.contains("main.css") || error.contains("missing.css"),
            "{error}"
        );
    }
}
