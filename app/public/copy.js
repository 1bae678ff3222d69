// Copy buttons: each copies the text of the element that it names, and says whether it could.

const SHOWN = 3000;

const said = document.createElement("p");
said.className = "visually-hidden";
said.setAttribute("role", "status");
document.body.append(said);

for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-copy]");
  if (button) press(button);
});

const timers = new WeakMap();

async function press(button) {
  const { copy, copied, selected } = button.dataset;
  const idle = button.querySelector(".copy__idle").lastChild;
  button.asks ??= idle.data;
  const show = (done, words) => {
    button.classList.toggle("is-copied", done === true);
    idle.data = done === false ? ` ${words}` : button.asks;
    said.textContent = words;
  };
  const done = await copyText(document.getElementById(copy));
  show(done, done ? copied : selected);
  clearTimeout(timers.get(button));
  timers.set(button, setTimeout(show, SHOWN, undefined, ""));
}

// There is no clipboard on a page that came over plain http, and a policy may forbid its use. What
// cannot be copied at all stays selected, so that the reader can.
async function copyText(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    const selection = getSelection();
    selection.selectAllChildren(element);
    const copied = document.execCommand("copy");
    if (copied) selection.removeAllRanges();
    return copied;
  }
}
