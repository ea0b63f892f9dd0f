// Notices at the foot of the window, which a screen reader hears; they say what happened, and may offer to take it back.
const LASTS_MS = 8000;

/**
 * Say something.
 * @param {string} words
 * @param {{wrong?: boolean, offer?: string, take?: () => void}} [more] a button with the words `offer` that does `take`
 */
export function say(words, { wrong = false, offer = "", take = null } = {}) {
  const notice = document.createElement("p");
  notice.className = wrong ? "notice notice-wrong" : "notice";
  notice.append(words);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = offer || "Close";
  button.addEventListener("click", () => {
    notice.remove();
    if (offer) take?.();
  });
  notice.append(button);
  document.getElementById("notices").append(notice);
  if (!wrong && !offer) setTimeout(() => notice.remove(), LASTS_MS);
}
