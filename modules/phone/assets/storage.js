// Browser storage may be switched off or full: then nothing is kept, and nothing breaks.
function stored(area, key) {
  try { return window[area].getItem(key); } catch (refused) { return null; }
}
function store(area, key, value) {
  try {
    if (value === null) window[area].removeItem(key); else window[area].setItem(key, value);
    return true;
  } catch (refused) { return false; }
}
function keysFrom(start) {
  try {
    return Object.keys(window.localStorage).filter(function (key) {
      return key.indexOf(start) === 0;
    }).sort();
  } catch (refused) { return []; }
}
