export default function ({ data, parentElement }) {
  let box = parentElement.querySelector(".box");
  if (!box) {
    box = document.createElement("div");
    box.className = "box";
    box.innerHTML =
      '<label><span></span><div class="line"><input readonly><button type="button">Copy</button></div></label>';
    parentElement.appendChild(box);
  }
  const input = box.querySelector("input");
  const button = box.querySelector("button");
  box.querySelector("span").textContent = data.label;
  input.value = data.text;
  button.onclick = async () => {
    input.select();
    let copied = false;
    if (navigator.clipboard) copied = await navigator.clipboard.writeText(data.text).then(() => true, () => false);
    // Plain HTTP on a local network has no clipboard API.
    if (!copied) copied = document.execCommand("copy");
    button.textContent = copied ? "Copied" : "Press Ctrl+C";
    setTimeout(() => { button.textContent = "Copy"; }, 2500);
  };
}
