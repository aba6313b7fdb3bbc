// The script of a phone's room page. Its parts share one scope; iOS Safari 14 must understand it.
// What lacks these two gets the page as it is without scripts; what has them has fetch and the rest.
if (!window.AbortController || !window.EventSource) {
  Array.from(document.querySelectorAll('noscript'), function (part) { part.outerHTML = part.textContent; });
  return;
}
var room = document.getElementById('room');
var base = room.dataset.base;
room.dataset.scripted = 'yes';
var place = room.dataset.place;

function find(id) { return document.getElementById(id); }
function stage() { return find('stage'); }
function round() { return stage().dataset.round; }

// Said once: whoever reads through the page later must not find what is no longer true.
var saying = null;
function say(text) {
  clearTimeout(saying);
  find('live').textContent = text;
  saying = setTimeout(function () { find('live').textContent = ''; }, 10000);
}

// A notice that stays until the next thing happens, in sight however far down the page something was
// pressed; '' takes it away.
function tell(text) {
  var notice = find('said');
  notice.textContent = text;
  notice.hidden = !text;
}

// What was typed and cannot be sent any more, to copy it from.
function keep(text) {
  var field = find('kept-text');
  if (!text || field.value.includes(text)) return;
  field.value = (field.value + '\n\n' + text).trim();
  find('kept').hidden = false;
  tell(find('kept').dataset.say);
}
function putAway() {
  find('kept-text').value = '';
  find('kept').hidden = true;
  tell('');
}
find('kept-away').addEventListener('click', putAway);

// This phone's own state in each round: the last seq, whether an answer is in, whether it is being
// changed, whether the question behind a content note was asked for.
var own = {};
function mine(id) { return own[id] || (own[id] = { seq: 0, answered: false, changing: false }); }
document.querySelectorAll('input[data-round]').forEach(function (field) {
  mine(field.dataset.round).seq = Number(field.value) - 1;
});
mine(round()).seq = Number(room.dataset.seq) - 1;
mine(round()).answered = mine(round()).seq > 0;
mine(round()).changing = mine(round()).answered && room.dataset.own === 'no';
mine(round()).noted = room.dataset.note === 'shown';

function show() {
  var state = mine(round());
  var changing = state.changing && stage().dataset.accepting === 'yes';
  var own = isQueued(round()) ? 'sending' : state.answered && !changing ? 'yes' : 'no';
  room.dataset.own = own;
  room.dataset.note = state.noted || state.changing ? 'shown' : 'first';
}
