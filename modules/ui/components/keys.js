// A clicked button keeps the focus; only a button reached by Tab may take Space and Enter itself.
let tabbed = false;
// On the window, because a redraw may load this file anew.
const lastKey = (window.workshopLastKey ??= {});
const BOUNCE_MS = 200;

const typing = (event) =>
  event.composedPath().some(
    (node) =>
      node instanceof Element &&
      (/^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) || node.isContentEditable),
  );

function press(name) {
  const dialog = document.querySelector('[role="dialog"]');
  if (dialog) {
    if (name === "help") dialog.querySelector('button[aria-label="Close"]')?.click();
    return;
  }
  const place = document.querySelector(`.st-key-${name}`);
  if (place?.querySelector("details, textarea, input")) return openField(place);
  // What was typed is kept when its field is left.
  if (document.activeElement?.matches("input, textarea")) document.activeElement.blur();
  place?.querySelector("button:not([disabled])")?.click();
}

// A field behind a fold is drawn a few frames after the fold was opened.
function openField(place, frames = 60) {
  place.querySelector("details:not([open]) > summary")?.click();
  const field = place.querySelector("textarea:not([disabled]), input:not([disabled])");
  field?.focus();
  if (!field || document.activeElement !== field) {
    if (frames) requestAnimationFrame(() => openField(place, frames - 1));
    return;
  }
  field.setSelectionRange(field.value.length, field.value.length);
}

// A clicker's worn key bounces; a held key repeats. Both are one press.
function isOnePress(event, name) {
  const since = event.timeStamp - (lastKey[name] ?? -BOUNCE_MS);
  lastKey[name] = event.timeStamp;
  return !event.repeat && since >= BOUNCE_MS;
}

// The keys of a clicker that type nothing: they work while somebody writes a note.
const TYPES_NOTHING = /^Page(Up|Down)$/;

function onKey(event, keys) {
  if (event.key === "Tab") tabbed = true;
  // Out of a field, so that keys act again.
  if (event.key === "Escape" && typing(event)) document.activeElement.blur();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event) && !TYPES_NOTHING.test(event.key)) return;
  const name = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!name) return;
  // Streamlit's own shortcut for the same key must not press a second time.
  event.stopImmediatePropagation();
  const focused = document.activeElement;
  if (event.key === " " && tabbed && focused && focused.matches("button, a, summary, [role]")) return;
  event.preventDefault();
  if (isOnePress(event, name)) press(name);
}

// A double click on a button that moves the room is one press: its second half is dropped.
function onClick(event, keys) {
  if (event.detail < 2 || !(event.target instanceof Element)) return;
  const moves = Object.values(keys).map((name) => `.st-key-${name} button`);
  if (!event.target.closest(moves.join())) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}

const onPointer = () => { tabbed = false; };

// A button of the next step takes the place of the one that was pressed, and its focus.
let pressed = "";
const keyOf = (element) => element?.className.match(/st-key-(\S+)/)?.[1] ?? "";
function onFocus(event) {
  if (!(event.target instanceof Element)) return;
  const own = keyOf(event.target.closest(".stElementContainer"));
  const around = keyOf(event.target.closest(".stVerticalBlock"));
  pressed = around && own.startsWith(`${around}-`) ? around : "";
}
function refocus() {
  if (!pressed || document.activeElement !== document.body) return;
  document.querySelector(`.st-key-${pressed} button:not([disabled])`)?.focus({ preventScroll: true });
}

export default function ({ data }) {
  const key = (event) => onKey(event, data);
  const click = (event) => onClick(event, data);
  window.workshopKeys?.();
  window.addEventListener("keydown", key, true);
  window.addEventListener("click", click, true);
  window.addEventListener("pointerdown", onPointer, true);
  window.addEventListener("focusin", onFocus, true);
  const redrawn = new MutationObserver(refocus);
  redrawn.observe(document.body, { childList: true, subtree: true });
  const stop = () => {
    if (window.workshopKeys === stop) delete document.documentElement.dataset.keys;
    window.removeEventListener("keydown", key, true);
    window.removeEventListener("click", click, true);
    window.removeEventListener("pointerdown", onPointer, true);
    window.removeEventListener("focusin", onFocus, true);
    redrawn.disconnect();
  };
  window.workshopKeys = stop;
  document.documentElement.dataset.keys = "listening";
  return stop;
}
