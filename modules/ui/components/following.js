// Hears the room's word from the server, and has the page drawn again once it is not the word of
// what is on the page (`drawn.js` says which that is): all of it after a move, else its counts, and
// the server draws all of it where more than counts has changed. A page that Streamlit has given up
// for good after an error of its own is loaded anew: it looks alive, but no button works. Nothing is
// lost, for the room is on the server.
const followed = (window.workshopFollowed ??= {});
const AGAIN_MS = 1000;
// Between two pages Streamlit looks at rest for a moment, and until the server answers a press: who
// asks then is sent back to the page that is left. The press that erases a room leaves its page.
const AT_REST_MS = 100;
const AFTER_THE_END_MS = 1000;
const GONE = "gone";
// While a room answers there is another word all the time, and phones wait for whatever is drawn:
// a move is drawn soon, a count that grows a little later.
const AFTER_A_MOVE_MS = 250;
const AFTER_AN_ANSWER_MS = 700;
// Streamlit forgets a press when another request comes before it has begun with the press, and looks
// at rest until the browser has drawn what the press changed: whoever presses goes first.
const AFTER_A_PRESS_MS = 500;
// A drawing may be lost on its way, and the order to look again with it.
const ASKED_IN_VAIN_MS = 5000;

const theApp = () => document.querySelector('[data-testid="stApp"]');
const stageOf = (word) => word.split(".")[0];

function look() {
  clearTimeout(followed.later);
  const { word, seen, told, tell, count } = followed;
  if (!tell || !seen || !word || word === seen) return;
  // What is being drawn may be what the word is about: it is looked at once that is done.
  if (theApp().dataset.testScriptState !== "notRunning") return;
  const moved = stageOf(word) !== stageOf(seen);
  const pause = moved ? AFTER_A_MOVE_MS : AFTER_AN_ANSWER_MS;
  const soonest = Math.max(
    followed.rests + AT_REST_MS,
    (followed.drawn ?? -Infinity) + pause,
    (followed.pressed ?? -Infinity) + AFTER_A_PRESS_MS,
    word === GONE ? followed.heard + AFTER_THE_END_MS : -Infinity,
    word === told ? followed.drawn + ASKED_IN_VAIN_MS : -Infinity,
  );
  const wait = soonest - performance.now();
  if (wait > 0) {
    followed.later = setTimeout(look, wait);
    return;
  }
  followed.drawn = performance.now();
  followed.told = word;
  followed.later = setTimeout(look, ASKED_IN_VAIN_MS);
  const ask = moved ? tell : (count ?? tell);
  ask("news", word);
}
followed.look = look;

function pressed() {
  followed.pressed = performance.now();
}

function rests() {
  followed.rests = performance.now();
  look();
}

function listen(address) {
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}${address}`);
  const current = () => followed.socket === socket;
  followed.socket = socket;
  followed.address = address;
  socket.onmessage = (message) => {
    if (!current()) return;
    followed.word = message.data;
    followed.heard = performance.now();
    look();
  };
  socket.onclose = () => setTimeout(() => current() && listen(address), AGAIN_MS);
}

function leave() {
  const { socket } = followed;
  followed.socket = followed.address = followed.word = null;
  socket?.close();
}

export default function ({ data, setTriggerValue }) {
  clearTimeout(followed.leaving);
  followed.tell = setTriggerValue;
  if (followed.address !== data.address) {
    leave();
    listen(data.address);
  }
  rests();
  const comeBack = () => {
    if (theApp().dataset.testConnectionState === "DISCONNECTED_FOREVER") location.reload();
  };
  const connected = new MutationObserver(comeBack);
  connected.observe(theApp(), { attributeFilter: ["data-test-connection-state"] });
  comeBack();
  const drawn = new MutationObserver(rests);
  drawn.observe(theApp(), { attributeFilter: ["data-test-script-state"] });
  document.addEventListener("click", pressed, { capture: true });
  return () => {
    document.removeEventListener("click", pressed, { capture: true });
    connected.disconnect();
    drawn.disconnect();
    // A redraw calls this again; another page does not, and must not be drawn for this one's news.
    followed.tell = null;
    followed.leaving = setTimeout(leave, AGAIN_MS);
  };
}
