// Loads the page again once another process answers.
const answering = async () => (await fetch("/dev/process", { cache: "no-store" })).text();
const first = await answering();
setInterval(async () => {
  const now = await answering().catch(() => first); // nobody does while it starts anew
  if (now !== first) location.reload();
}, 300);
