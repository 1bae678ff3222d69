// Brings the islands of a page to life, once its content is there and the browser has time.

const { islands, wasm } = document.querySelector("script[data-islands]").dataset;

await new Promise((resolve) =>
  "requestIdleCallback" in window ? requestIdleCallback(resolve, { timeout: 2000 }) : setTimeout(resolve),
);

const module = await import(islands);
await module.default({ module_or_path: wasm });
module.hydrate();

// In document order an outer island comes before those in it. What the server rendered as children
// of an island sits in <leptos-children>; an island in there first restores its parent's context.
for (const island of document.querySelectorAll("leptos-island")) {
  island.closest("leptos-children")?.$$on_hydrate?.();
  await module[island.dataset.component](island);
}

document.documentElement.dataset.hydrated = "";
