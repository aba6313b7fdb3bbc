// Signals: a tap gives one, a second tap takes it back; each lapses by itself after five minutes.
var lapse = null;

function showGiven(given) {
  Array.prototype.forEach.call(document.querySelectorAll('#signals button'), function (button) {
    button.setAttribute('aria-pressed', given.indexOf(button.value) >= 0 ? 'true' : 'false');
  });
  clearTimeout(lapse);
  if (given.length) lapse = setTimeout(function () { showGiven([]); }, 300000);
}

document.addEventListener('click', function (event) {
  var button = event.target.closest('#signals button');
  if (!button) return;
  event.preventDefault();
  post('/signal', padded('signal=' + encodeURIComponent(button.value))).then(function (answer) {
    return answer.json();
  }).then(function (outcome) {
    if (outcome.given) showGiven(outcome.given);
    tell(outcome.say);
  }, function () { find('line').hidden = false; });
});
