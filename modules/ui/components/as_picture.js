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
    button.textContent = await copy(data).catch(() => "Could not be drawn");
    setTimeout(() => { button.textContent = "Copy as PNG"; }, 2500);
  };
}

async function copy(data) {
  const picture = await png(data);
  // Browsers let only pages of a secure address write pictures to the clipboard.
  if (navigator.clipboard && window.ClipboardItem) {
    const item = new ClipboardItem({ "image/png": picture });
    if (await navigator.clipboard.write([item]).then(() => true, () => false)) return "Copied";
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(picture);
  link.download = data.name;
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

// The slide comes laid out from the server; here it becomes pixels.
async function png({ slide, width, height }) {
  const image = new Image();
  const whole = slide.replace(">", `><style>${await ownFonts()}</style>`);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d").drawImage(image, 0, 0, width, height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
