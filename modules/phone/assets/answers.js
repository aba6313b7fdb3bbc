// Sending answers: queued, sent once, kept until they are acknowledged.
var queueKey = 'unsent:' + place;
var queue = JSON.parse(stored('sessionStorage', queueKey) || '[]');
var underWay = false;
var pressed = null;
var again = 1000;
var nextTry = null;

function isQueued(id) { return queue.some(function (item) { return item.round === id; }); }

function saveQueue() {
  store('sessionStorage', queueKey, queue.length ? JSON.stringify(queue) : null);
}

// Every single choice and every Pass has one size on the wire; longer texts grow in steps of 1 KiB.
function padded(body) {
  var bare = body + '&pad=';
  var size = Math.ceil(bare.length / 1024) * 1024;
  while (bare.length < size) bare += '.';
  return bare;
}

function enqueue(form, act) {
  var id = form.dataset.round;
  var state = mine(id);
  var fields = new URLSearchParams();
  state.seq += 1;
  fields.append('round', id);
  fields.append('seq', state.seq);
  fields.append('act', act);
  if (act !== 'pass') {
    new FormData(form).forEach(function (value, name) {
      if (name !== 'round' && name !== 'seq' && name !== 'act') fields.append(name, value);
    });
  }
  queue = queue.filter(function (item) { return item.round !== id; });
  var text = act === 'pass' ? '' : typedText(form);
  queue.push({ round: id, seq: state.seq, body: padded(fields.toString()), text: text });
  saveQueue();
}

document.addEventListener('click', function (event) {
  var button = event.target.closest('button[name=act]');
  if (button) pressed = button.value;
  var shows = event.target.closest('[data-show]');
  if (shows || event.target.closest('[data-change]')) {
    event.preventDefault();
    mine(round())[shows ? 'noted' : 'changing'] = true;
    tell('');
    show();
    find('now').focus();
  }
});

room.addEventListener('submit', function (event) {
  if (!event.target.matches('form.answer')) return;
  event.preventDefault();
  enqueue(event.target, pressed || 'send');
  pressed = null;
  tell('');
  var done = event.target.querySelector('.in');
  if (done) done.hidden = true;
  show();
  // The button that was pressed goes away: wait at the heading, not nowhere.
  if (event.target.id === 'answer') find('now').focus();
  flush();
});

function post(path, body) {
  var stop = new AbortController();
  setTimeout(function () { stop.abort(); }, 10000);
  return fetch(base + path, {
    method: 'POST',
    body: body,
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    signal: stop.signal
  });
}

function flush() {
  if (underWay || !queue.length) return;
  underWay = true;
  var item = queue[0];
  post('/answer', item.body).then(function (response) {
    if (response.status >= 500 || response.status === 429 || response.status === 408) throw response;
    return response.json();
  }).then(function (outcome) {
    settle(item, outcome);
  }, function () {
    find('unsent').hidden = false;
    find('sending').hidden = true;
    clearTimeout(nextTry);
    nextTry = setTimeout(flush, again * (0.5 + Math.random()));
    again = Math.min(again * 2, 15000);
  }).then(function () {
    underWay = false;
    if (again === 1000) flush();
  });
}

function settle(item, outcome) {
  var state = mine(item.round);
  var here = item.round === round();
  again = 1000;
  find('unsent').hidden = true;
  find('sending').hidden = false;
  // A newer press for the same round stays in the queue.
  queue = queue.filter(function (other) { return other !== item; });
  saveQueue();
  if (outcome.seq) state.seq = Math.max(state.seq, outcome.seq);
  var form = document.querySelector('form.answer[data-round="' + item.round + '"]');
  if (outcome.state === 'out') {
    // What is in the form is there again after joining.
    if (!form) keep(item.text);
    location = base + '?joined';
    return;
  }
  if (outcome.state === 'in' || outcome.state === 'newer') {
    state.answered = true;
    state.changing = false;
    store('localStorage', 'answered:' + place, item.round + ' ' + state.seq);
    if (here && form) emptied(form);
    else if (form) thanked(form);
  } else {
    if (!form || outcome.state !== 'again') keep(item.text);
    if (here && form && outcome.state === 'closed') emptied(form);
  }
  tell(outcome.say);
  show();
  if (here && room.dataset.own === 'yes') find('thanks').focus();
}

// The choice is nowhere in the page after sending: the form is put there anew, as it came.
function emptied(form) {
  var part = form.closest('[data-part]');
  var fresh = fragmentOf(part.asSent);
  remember([fresh]);
  part.parentNode.replaceChild(fresh, part);
  prepare();
}

// What stands beside the stage can be answered again and again: ticks stay, texts are cleared.
function thanked(form) {
  form.querySelectorAll('textarea[name]').forEach(function (field) {
    field.value = '';
  });
  form.querySelector('.in').hidden = false;
  prepare();
}

// Another tab of this phone has sent an answer.
window.addEventListener('storage', function (event) {
  if (event.key !== 'answered:' + place || !event.newValue) return;
  var said = event.newValue.split(' ');
  var state = mine(said[0]);
  state.seq = Math.max(state.seq, Number(said[1]));
  state.answered = true;
  state.changing = false;
  if (said[0] === round() && find('answer')) emptied(find('answer'));
  show();
});

queue.forEach(function (item) {
  var state = mine(item.round);
  state.seq = Math.max(state.seq, item.seq);
});
show();
flush();
