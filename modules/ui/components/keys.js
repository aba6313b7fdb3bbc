// A clicked button keeps the focus; only a button reached by Tab may take Space and Enter itself.
let tabbed = false;
// On the window, because a redraw may load this file anew.
const lastPress = (window.workshopLastPress ??= new Map());
const CALM_MS = 350;

const typing = (event) =>
  event.composedPath().some(
    (node) =>
      node instanceof Element &&
      (/^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) || node.isContentEditable),
  );

function press(name) {
  const dialog = document.querySelector('[role="dialog"]');
  if (dialog) {
    if (name === "qr" || name === "help") dialog.querySelector('button[aria-label="Close"]')?.click();
    return;
  }
  document.querySelector(`.st-key-${name} button:not([disabled])`)?.click();
}

function onKey(event, keys) {
  if (event.key === "Tab") tabbed = true;
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
  const name = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!name) return;
  // Streamlit's own shortcut for the same key must not press a second time.
  event.stopImmediatePropagation();
  const focused = document.activeElement;
  if (event.key === " " && tabbed && focused && focused.matches("button, a, summary, [role]")) return;
  event.preventDefault();
  if (!event.repeat) press(name);
}

// A trembling finger presses twice: the second press of one button within a moment is dropped.
function onClick(event) {
  const button = event.target instanceof Element && event.target.closest("button");
  const holder = button && button.closest('[class*="st-key-"]');
  if (!holder) return;
  const name = /st-key-[\w-]+/.exec(holder.className)[0];
  const now = performance.now();
  if (now - (lastPress.get(name) ?? -CALM_MS) < CALM_MS) {
    event.stopImmediatePropagation();
    event.preventDefault();
    return;
  }
  lastPress.set(name, now);
}

const onPointer = () => { tabbed = false; };

export default function ({ data }) {
  const handle = (event) => onKey(event, data);
  window.workshopKeys?.();
  window.addEventListener("keydown", handle, true);
  window.addEventListener("click", onClick, true);
  window.addEventListener("pointerdown", onPointer, true);
  const stop = () => {
    window.removeEventListener("keydown", handle, true);
    window.removeEventListener("click", onClick, true);
    window.removeEventListener("pointerdown", onPointer, true);
  };
  window.workshopKeys = stop;
  return stop;
}
