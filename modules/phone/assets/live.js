// Following the room: one event stream, reopened by itself with growing, uneven pauses.
var source = null;
var pause = 1000;
var heardAt = Date.now();
var retrying = null;
var over = false;
var skew = Number(room.dataset.now) - Date.now();

function connect() {
  clearTimeout(retrying);
  retrying = null;
  if (source) source.close();
  source = new EventSource(base + '/events?v=' + room.dataset.version);
  source.addEventListener('beat', function (event) {
    heard();
    skew = Number(event.data) - Date.now();
  });
  source.addEventListener('stage', function (event) {
    heard();
    room.dataset.version = event.lastEventId;
    swap(event.data);
    // The line stays open: an end by accident is taken back within a quarter of an hour.
    if (stage().dataset.scene === 'ended') store('localStorage', 'answered:' + place, null);
  });
  source.addEventListener('over', function () {
    heard();
    over = true;
  });
  source.addEventListener('gone', function () {
    source.close();
    forget();
    location.reload();
  });
  source.onerror = lost;
}

function heard() {
  heardAt = Date.now();
  pause = 1000;
  find('line').hidden = true;
}

function lost() {
  source.close();
  if (over || retrying) return;
  if (Date.now() - heardAt > 3000) find('line').hidden = false;
  retrying = setTimeout(connect, pause * (0.5 + Math.random()));
  pause = Math.min(pause * 2, 15000);
}

function reconnect() {
  pause = 1000;
  connect();
  if (!over) flush();
}

// A beat comes every 15 seconds. Without one for long, the line is dead even if nothing said so.
setInterval(function () {
  if (Date.now() - heardAt > 45000 && !retrying && !over) lost();
}, 5000);
document.addEventListener('visibilitychange', function () {
  if (!document.hidden && Date.now() - heardAt > 20000) reconnect();
});
window.addEventListener('online', reconnect);
window.addEventListener('pageshow', function (event) {
  if (!event.persisted) return;
  forgetDraft();
  reconnect();
});
// Where the end is final, the server says that it is over, and closes the line.
connect();
