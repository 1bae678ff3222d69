//! One file of the site, its hashed name and its compressed twins.

use std::{
    collections::HashSet,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use crate::inputs::sha256_prefix;

/// Formats that neither brotli nor gzip make smaller.
const COMPRESSED: [&str; 3] = ["webp", "png", "woff2"];

/// A file as pages ask for it: `name` is the one in the manifest, without the hash; for a file in a
/// folder, its path there.
pub struct Asset {
    pub name: String,
    pub content: Vec<u8>,
}

impl Asset {
    /// `main.css` becomes `main.0123456789abcdef.css`.
    /// Folders become a part of it: what is served has none.
    pub fn hashed_name(&self) -> String {
        let hash = sha256_prefix(&self.content);
        let name = self.name.replace('/', "-");
        match name.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
            None => format!("{name}.{hash}"),
        }
    }

    /// Whether its format compresses by itself.
    fn is_compressed(&self) -> bool {
        let extension = self.name.rsplit_once('.').map(|(_, extension)| extension);
        extension.is_some_and(|extension| COMPRESSED.contains(&extension))
    }
}

/// Every file of a directory and of those in it, hidden ones excepted, in the order of their names.
pub fn read(directory: &Path) -> Result<Vec<Asset>> {
    let mut assets = Vec::new();
    read_below(directory, "", &mut assets)?;
    assets.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(assets)
}

fn read_below(directory: &Path, folder: &str, assets: &mut Vec<Asset>) -> Result<()> {
    for path in entries(directory)? {
        let name = file_name(&path);
        if name.starts_with('.') {
            continue;
        }
        let name = format!("{folder}{name}");
        if path.is_dir() {
            read_below(&path, &format!("{name}/"), assets)?;
        } else {
            let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            assets.push(Asset { name, content });
        }
    }
    Ok(())
}

/// Writes each asset and its twins, if it becomes smaller by them; the names written.
pub fn write(assets: &[Asset], directory: &Path) -> Result<Vec<String>> {
    fs::create_dir_all(directory).with_context(|| format!("making {}", directory.display()))?;
    let mut written = Vec::new();
    for asset in assets {
        let name = asset.hashed_name();
        write_if_absent(&directory.join(&name), || Ok(asset.content.clone()))?;
        if asset.is_compressed() {
            written.push(name);
            continue;
        }
        let brotli = write_if_absent(&directory.join(format!("{name}.br")), || brotli(asset))?;
        let gzip = write_if_absent(&directory.join(format!("{name}.gz")), || gzip(asset))?;
        let raw = asset.content.len();
        println!("bundle: {name:<40} {raw:>8} bytes, {gzip:>7} gzip, {brotli:>7} brotli");
        written.extend([format!("{name}.br"), format!("{name}.gz"), name]);
    }
    Ok(written)
}

/// Removes every file of the directory that was not written this time.
pub fn remove_others(directory: &Path, written: &[String]) -> Result<()> {
    let keep: HashSet<&str> = written.iter().map(String::as_str).collect();
    for path in files(directory)? {
        if !keep.contains(file_name(&path).as_str()) {
            fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
        }
    }
    Ok(())
}

fn files(directory: &Path) -> Result<Vec<PathBuf>> {
    let entries = entries(directory)?.into_iter();
    Ok(entries.filter(|path| path.is_file()).collect())
}

fn entries(directory: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(directory)
        .and_then(Iterator::collect::<io::Result<Vec<_>>>)
        .with_context(|| format!("listing {}", directory.display()))?;
    Ok(entries.into_iter().map(|entry| entry.path()).collect())
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// A name carries the hash of its content: a file that is there already is the right one, and
/// left alone it makes nothing that embeds it compile again. The size of the file is returned.
fn write_if_absent(path: &Path, content: impl FnOnce() -> Result<Vec<u8>>) -> Result<u64> {
    if let Ok(metadata) = fs::metadata(path) {
        return Ok(metadata.len());
    }
    let content = content()?;
    // A write that is cut short must not leave half a file under a name that vouches for it.
    let unfinished = path.with_extension("unfinished");
    fs::write(&unfinished, &content)
        .and_then(|()| fs::rename(&unfinished, path))
        .with_context(|| format!("writing {}", path.display()))?;
    Ok(content.len() as u64)
}

fn brotli(asset: &Asset) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        size_hint: asset.content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut asset.content.as_slice(), &mut compressed, &parameters)
        .with_context(|| format!("compressing {}", asset.name))?;
    Ok(compressed)
}

fn gzip(asset: &Asset) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(&asset.content)
        .and_then(|()| encoder.finish())
        .with_context(|| format!("compressing {}", asset.name))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::scratch::Scratch;

    fn asset(name: &str, content: &str) -> Asset {
        Asset {
            name: name.to_owned(),
            content: content.into(),
        }
    }

    #[test]
    fn the_name_carries_the_hash_of_the_content() {
        // SHA-256 of nothing begins e3b0c44298fc1c14.
        assert_eq!(
            asset("main.css", "").hashed_name(),
            "main.e3b0c44298fc1c14.css"
        );
        assert_eq!(asset("robots", "").hashed_name(), "robots.e3b0c44298fc1c14");
        assert_ne!(
            asset("a.js", "1").hashed_name(),
            asset("a.js", "2").hashed_name()
        );
    }

    #[test]
    fn the_twins_hold_the_same_content() {
        let text = "balcão ".repeat(200);
        let asset = asset("text.txt", &text);
        let (mut unbrotlied, mut ungzipped) = (String::new(), String::new());
        brotli::Decompressor::new(brotli(&asset).unwrap().as_slice(), 4096)
            .read_to_string(&mut unbrotlied)
            .unwrap();
        flate2::read::GzDecoder::new(gzip(&asset).unwrap().as_slice())
            .read_to_string(&mut ungzipped)
            .unwrap();
        assert_eq!(
            (unbrotlied.as_str(), ungzipped.as_str()),
            (text.as_str(), text.as_str())
        );
    }

    #[test]
    fn hidden_files_stay_at_home() {
        let directory = Scratch::new();
        for name in [".gitkeep", "b.svg", "a.js"] {
            fs::write(directory.path().join(name), name).unwrap();
        }
        let names: Vec<String> = read(directory.path())
            .unwrap()
            .into_iter()
            .map(|asset| asset.name)
            .collect();
        assert_eq!(names, ["a.js", "b.svg"]);
    }
}
