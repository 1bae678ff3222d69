// Brings the islands of a page to life, once its content is there and the browser has time.

const { islands, wasm } = document.querySelector("script[data-islands]").dataset;

await new Promise((resolve) =>
  "requestIdleCallback" in window ? requestIdleCallback(resolve, { timeout: 2000 }) : setTimeout(resolve),
);

let loads = 0;
let program = await load();

// A program that stopped in the midst of something is not gone on with, wherever that was.
addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) program = undefined;
});

// In document order an outer island comes before those in it. What the server rendered as children
// of an island sits in <leptos-children>; an island in there first restores its parent's context.
// One that fails stays the plain HTML that it was, and those after it get a program of their own.
for (const island of document.querySelectorAll("leptos-island")) {
  try {
    program ??= await load();
    island.closest("leptos-children")?.$$on_hydrate?.();
    await program[island.dataset.component](island);
  } catch (error) {
    program = undefined;
    reportError(error);
  }
}

document.documentElement.dataset.hydrated = "";

// The browser keeps one module for each address: another query gives another.
async function load() {
  const module = await import(loads === 0 ? islands : `${islands}?${loads}`);
  loads += 1;
  await module.default({ module_or_path: wasm });
  module.hydrate();
  return module;
}
