// Brings the islands of a page to life when somebody turns to one: by focus, by a press, or by the
// key that leads to it. Until then they are plain HTML, and nothing of them is loaded.

const { islands, wasm } = document.querySelector("script[data-islands]").dataset;
const ISLAND = "leptos-island";
// What an island around a long text acts on: nothing else in it wakes it.
const WAKES = "[data-wakes]";

let awake = false;
let waking;
let attempts = 0;
let loaded = false;
let program;

// A program that stopped in the midst of something is not gone on with, wherever that was.
addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) program = undefined;
});

for (const button of document.querySelectorAll("[data-needs-script]")) button.hidden = false;

addEventListener("focusin", turnTo, true);
addEventListener("pointerdown", turnTo, true);
addEventListener("click", holdBack, true);
addEventListener("keydown", followKey);

if (document.querySelector(`${ISLAND} [data-at-once]`)) {
  if ("requestIdleCallback" in window) requestIdleCallback(wake, { timeout: 2000 });
  else setTimeout(wake);
} else if (isOfIsland(document.activeElement)) {
  wake();
}

function isOfIsland(element) {
  const island = element?.closest?.(ISLAND);
  return island && (!island.querySelector(WAKES) || element.closest(WAKES));
}

function turnTo({ type, target }) {
  if (awake || !isOfIsland(target)) return;
  wake().then(() => {
    const stays = awake && type === "focusin" && document.activeElement === target;
    if (stays) target.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  });
}

// A button that only its island knows what to do with is pressed again once that is awake; so is a
// link that its island opens in place, or else it leads to its page.
function holdBack(event) {
  const pressed = event.target.closest?.(`${ISLAND} :is(button[type=button], a${WAKES})`);
  if (awake || !pressed || (pressed.href && isForElsewhere(event))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  wake().then(() => {
    if (awake) pressed.click();
    else if (pressed.href) location.assign(pressed.href);
  });
}

// To another tab or window, or to a file.
function isForElsewhere({ ctrlKey, metaKey, shiftKey, altKey }) {
  return ctrlKey || metaKey || shiftKey || altKey;
}

function followKey(event) {
  const { key, target } = event;
  const typing = target.closest?.("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const element = [...document.querySelectorAll("[aria-keyshortcuts]")].find(
    (element) => element.getAttribute("aria-keyshortcuts") === key,
  );
  if (!element) return;
  event.preventDefault();
  element.focus();
}

// What could not be loaded is tried again when somebody turns to an island again.
function wake() {
  waking ??= bringToLife().then(() => {
    awake = loaded;
    if (!awake) waking = undefined;
  });
  return waking;
}

// In document order an outer island comes before those in it. What the server rendered as children
// of an island sits in <leptos-children>; an island in there first restores its parent's context.
// One that fails stays the plain HTML that it was, and those after it get a program of their own.
async function bringToLife() {
  for (const island of document.querySelectorAll(ISLAND)) {
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
}

// The browser keeps one module for each address, be it one that failed: another query gives another.
async function load() {
  const address = attempts === 0 ? islands : `${islands}?${attempts}`;
  attempts += 1;
  const module = await import(address);
  await module.default({ module_or_path: wasm });
  module.hydrate();
  loaded = true;
  return module;
}
