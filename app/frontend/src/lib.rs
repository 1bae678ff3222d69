//! The islands as one wasm module: nothing but what must run in the browser.
use app as _;

/// Called once by the page's script, before it hands each island its element.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
