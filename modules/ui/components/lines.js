const GUTTER = "workshop-lines";

function gutterOf(area) {
  let gutter = area.parentElement.querySelector(`.${GUTTER}`);
  if (!gutter) {
    gutter = document.createElement("div");
    gutter.className = GUTTER;
    gutter.setAttribute("aria-hidden", "true");
    gutter.appendChild(document.createElement("pre"));
    area.parentElement.appendChild(gutter);
  }
  return gutter;
}

function draw(area) {
  const numbers = gutterOf(area).firstChild;
  const count = area.value.split("\n").length;
  if (numbers.childElementCount === 0 && numbers.dataset.count !== String(count)) {
    numbers.dataset.count = String(count);
    numbers.textContent = Array.from({ length: count }, (_, at) => at + 1).join("\n");
  }
  numbers.style.transform = `translateY(${-area.scrollTop}px)`;
}

function goTo(area, line) {
  const before = area.value.split("\n").slice(0, line - 1);
  const start = before.reduce((sum, text) => sum + text.length + 1, 0);
  const end = area.value.indexOf("\n", start);
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end < 0 ? area.value.length : end);
  const height = parseFloat(getComputedStyle(area).lineHeight);
  area.scrollTop = Math.max(0, (line - 1) * height - area.clientHeight / 3);
  area.scrollLeft = 0;
  draw(area);
}

export default function ({ data }) {
  const area = () => document.querySelector(`.st-key-${data.field} textarea`);
  const redraw = (event) => {
    const found = area();
    if (found && (!event || event.target === found)) draw(found);
  };
  const press = (event) => {
    const pressed = event.target.closest?.("[data-line]");
    const found = area();
    if (pressed && found) goTo(found, Number(pressed.dataset.line));
  };
  redraw();
  // The field may be drawn a moment after this, and is drawn anew with another text.
  const later = setInterval(redraw, 500);
  document.addEventListener("input", redraw, true);
  document.addEventListener("scroll", redraw, true);
  document.addEventListener("click", press);
  return () => {
    clearInterval(later);
    document.removeEventListener("input", redraw, true);
    document.removeEventListener("scroll", redraw, true);
    document.removeEventListener("click", press);
  };
}
