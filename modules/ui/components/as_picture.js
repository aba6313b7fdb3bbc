const SCALE = 2;

export default function ({ data, parentElement }) {
  let button = parentElement.querySelector("button");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy as PNG";
    parentElement.appendChild(button);
  }
  button.setAttribute("aria-label", `Copy as PNG: ${data.title}`);
  button.onclick = async () => {
    const plot = document.querySelector(`.st-key-${data.container} .js-plotly-plot`);
    const copied = plot && (await copy(plot, data.name).catch(() => "Could not be drawn"));
    button.textContent = copied || "Not drawn yet";
    setTimeout(() => { button.textContent = "Copy as PNG"; }, 2500);
  };
}

async function copy(plot, name) {
  const picture = await png(plot);
  // Browsers let only pages of a secure address write pictures to the clipboard.
  if (navigator.clipboard && window.ClipboardItem) {
    const item = new ClipboardItem({ "image/png": picture });
    if (await navigator.clipboard.write([item]).then(() => true, () => false)) return "Copied";
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(picture);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  return "Saved as PNG";
}

// A picture in a picture loads nothing, so our font goes into it.
let fonts;
function ownFonts() {
  fonts ??= Promise.all([...document.styleSheets].flatMap(rulesOf).map(embedded)).then((all) => all.join(""));
  return fonts;
}

function rulesOf(sheet) {
  return [...sheet.cssRules].filter((rule) => /url\("?\/assets\/fonts\//.test(rule.cssText) && !/italic/.test(rule.cssText));
}

async function embedded(rule) {
  const address = rule.cssText.match(/url\("?([^")]+)/)[1];
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return rule.cssText.replace(/url\("?[^")]+"?\)/, `url(data:font/woff2;base64,${text})`);
}

async function png(plot) {
  const layers = [...plot.querySelectorAll(".main-svg")];
  const width = layers[0].width.baseVal.value;
  const height = layers[0].height.baseVal.value;
  const fonts = await ownFonts();
  const drawn = layers.map((layer) => new XMLSerializer().serializeToString(layer)).join("");
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${fonts}</style>${drawn}</svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const sheet = canvas.getContext("2d");
  sheet.fillStyle = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
  sheet.fillRect(0, 0, canvas.width, canvas.height);
  sheet.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
