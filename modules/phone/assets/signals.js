// Signals: a tap gives one, a second tap takes it back; each lapses by itself after five minutes.
function showSignal(button, left) {
  button.name = left ? 'withdraw' : 'give';
  button.setAttribute('aria-pressed', left ? 'true' : 'false');
  clearTimeout(button.lapse);
  if (left) button.lapse = setTimeout(showSignal, left * 1000, button, 0);
}
function eachSignal(leftOf) {
  document.querySelectorAll('#signals button').forEach(function (button) {
    showSignal(button, leftOf(button));
  });
}

document.addEventListener('click', function (event) {
  var button = event.target.closest('#signals button');
  if (!button) return;
  event.preventDefault();
  var body = button.name + '=' + encodeURIComponent(button.value);
  post('/signal', padded(body)).then(function (answer) {
    return answer.json();
  }).then(function (outcome) {
    if (outcome.given) eachSignal(function (each) { return outcome.given[each.value]; });
    tell(outcome.say);
  }, function () { tell(find('signals').dataset.unsent); });
});

eachSignal(function (button) { return Number(button.dataset.left); });
