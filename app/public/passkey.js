// Passkeys: a button gets a challenge from the portal and its answer from the browser, and sends it
// with the form that it stands in.

const decode = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const known = (list) => list?.map((one) => ({ ...one, id: decode(one.id) }));

function revived({ publicKey: asked }) {
  const options = { ...asked, challenge: decode(asked.challenge) };
  if (asked.user) options.user = { ...asked.user, id: decode(asked.user.id) };
  if (asked.allowCredentials) options.allowCredentials = known(asked.allowCredentials);
  if (asked.excludeCredentials) options.excludeCredentials = known(asked.excludeCredentials);
  return options;
}

function sendable({ id, rawId, type, response }) {
  const bytes = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (name in response) bytes[name] = response[name] ? encode(response[name]) : null;
  }
  return { id, rawId: encode(rawId), type, response: bytes, extensions: {} };
}

async function answerTo(address) {
  const asked = await fetch(address, { headers: { accept: "application/json" } });
  if (!asked.ok) throw new Error("nothing to ask for");
  const { note, options } = await asked.json();
  const publicKey = revived(options);
  const credential = publicKey.rp
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey });
  return JSON.stringify({ note, credential: sendable(credential) });
}

async function press(button) {
  const { passkey, field, failed } = button.dataset;
  const said = button.nextElementSibling;
  said.textContent = "";
  button.disabled = true;
  try {
    const { form } = button;
    form.elements[field].value = await answerTo(passkey);
    // With the name and the value of the button that sends the form.
    form.requestSubmit(form.querySelector("button:not([type=button])"));
  } catch {
    said.textContent = failed;
    button.disabled = false;
  }
}

// Whoever comes back finds the page as they left it, with an answer that was used.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  for (const button of document.querySelectorAll("[data-passkey]")) {
    button.form.elements[button.dataset.field].value = "";
    button.disabled = false;
  }
});

if (globalThis.PublicKeyCredential) {
  for (const button of document.querySelectorAll("[data-passkey]")) button.closest("[hidden]").hidden = false;
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-passkey]");
    if (button) press(button);
  });
}
