//! The islands: JavaScript that loads the module, and the module itself.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::assets::Asset;

const NAME: &str = "islands";

/// The script takes the address of the module as an argument, so both may have hashed names.
pub fn bind(compiled: &Path) -> Result<[Asset; 2]> {
    let mut output = Bindgen::new()
        .input_path(compiled)
        .out_name(NAME)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_producers_section(true)
        .remove_name_section(true)
        .generate_output()
        .with_context(|| format!("binding {}", compiled.display()))?;
    ensure!(
        output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
        "a dependency of the islands brings JavaScript files of its own, which get no hashed name"
    );
    let script = Asset {
        name: format!("{NAME}.js"),
        content: output.js().into(),
    };
    let module = Asset {
        name: format!("{NAME}.wasm"),
        content: output.wasm_mut().emit_wasm(),
    };
    Ok([script, module])
}
