// What a browser paints between two tasks is what an observer, called at the end of each, left.
const SCENE = ".st-key-scene:not(.kept)";
const PLACE = '[class*="st-key-chart_"]';
const CHART = '[class*="st-key-plot_"]';

const named = (scene, mark) => scene?.querySelector(`.${mark}`)?.dataset.result;

// All of it is there, nothing of the one before, and every chart is drawn.
function whole(scene, name) {
  if (!scene.querySelector(`.ends[data-result="${name}"]`)) return false;
  return [...scene.querySelectorAll(CHART)].every(
    (chart) => chart.matches(`[class*="_${name}"]`) && chart.querySelector(".main-svg text"),
  );
}

// A picture of the scene: nothing in it is read aloud or pressed.
function pictureOf(scene) {
  const picture = scene.cloneNode(true);
  picture.classList.add("kept");
  picture.inert = true;
  // Their sizes are in a style sheet that goes when the next result comes.
  const places = [...scene.querySelectorAll(PLACE)].map((place) => getComputedStyle(place));
  picture.querySelectorAll(PLACE).forEach((place, at) => {
    for (const size of ["--wide", "--high"])
      place.style.setProperty(size, places[at].getPropertyValue(size));
  });
  return picture;
}

export default function () {
  let picture = null;
  const look = () => {
    const scene = document.querySelector(SCENE);
    const name = named(scene, "begins");
    if (!name || whole(scene, name)) {
      picture?.remove();
      picture = name ? pictureOf(scene) : null;
    } else if (picture && !picture.isConnected) {
      scene.parentElement.append(picture);
    }
    observer.takeRecords();
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  look();
  return () => {
    observer.disconnect();
    picture?.remove();
  };
}
