const AROUND = 2 * Math.PI * 45;

const two = (n) => String(n).padStart(2, "0");
const clock = (seconds) => {
  const s = Math.max(0, Math.round(seconds));
  return `${Math.floor(s / 60)}:${two(s % 60)}`;
};

function ring(root) {
  root.innerHTML =
    '<div class="ring"><svg viewBox="0 0 100 100" aria-hidden="true">' +
    '<circle class="rest" cx="50" cy="50" r="45"></circle>' +
    '<circle class="left" cx="50" cy="50" r="45"></circle></svg>' +
    '<output role="timer"><span><b></b><small></small></span></output></div>';
  const left = root.querySelector(".left");
  left.style.strokeDasharray = AROUND;
  return (data, passed) => {
    const seconds = Math.max(0, data.left - passed);
    left.style.strokeDashoffset = AROUND * (1 - Math.min(1, seconds / data.total));
    left.style.visibility = seconds > 0 ? "visible" : "hidden";
    root.querySelector("b").textContent = clock(seconds);
    root.querySelector("small").textContent = data.runs ? (seconds > 0 ? "" : "time") : "paused";
  };
}

function text(root) {
  root.innerHTML = '<span class="text"></span>';
  return (data, passed) => {
    root.querySelector(".text").textContent =
      `${clock(data.elapsed + passed * data.pace)} of ${clock(data.total)}`;
  };
}

function back(root) {
  root.innerHTML = '<span class="back" role="status"></span>';
  return (data, passed) => {
    const end = new Date(Date.now() + (data.left - passed) * 1000);
    const at = `${end.getHours()}:${two(end.getMinutes())}`;
    root.querySelector(".back").textContent =
      !data.runs ? "The time is paused" : data.left > passed ? `Back at ${at}` : "We go on";
  };
}

const shapes = { ring, text, back };
const running = new WeakMap();

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector(".clock");
  if (!root || root.dataset.shape !== data.shape) {
    root?.remove();
    root = document.createElement("div");
    root.className = "clock";
    root.dataset.shape = data.shape;
    parentElement.appendChild(root);
    root.draw = shapes[data.shape](root);
  }
  clearInterval(running.get(parentElement));
  const since = performance.now();
  const tick = () => root.draw(data, data.runs ? (performance.now() - since) / 1000 : 0);
  tick();
  running.set(parentElement, setInterval(tick, 500));
  return () => clearInterval(running.get(parentElement));
}
