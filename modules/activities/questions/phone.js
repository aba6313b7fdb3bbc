// Support: ticks as they are known here, at first from the server. What is taken back is named,
// because a missing tick alone says nothing.
var supports = {};
function eachBox(does) {
  document.querySelectorAll('input[name=support]').forEach(does);
}
function withdrawals() {
  eachBox(function (box) {
    if (box.ready) return;
    box.ready = true;
    box.checked = Boolean(supports[box.value]);
  });
  document.querySelectorAll('input[name=withdraw]').forEach(function (field) {
    field.parentNode.removeChild(field);
  });
  eachBox(function (box) {
    if (supports[box.value] !== false) return;
    var field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'withdraw';
    field.value = box.value;
    box.parentNode.appendChild(field);
  });
}
document.addEventListener('change', function (event) {
  if (event.target.name !== 'support') return;
  supports[event.target.value] = event.target.checked;
  withdrawals();
});
document.querySelectorAll('[data-supported]').forEach(function (field) {
  field.dataset.supported.split(' ').forEach(function (handle) { supports[handle] = true; });
});
document.addEventListener('prepared', withdrawals);
withdrawals();
