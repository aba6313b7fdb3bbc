// Support: ticks as they are known here, at first from the server. What is taken back is named,
// because a missing tick alone says nothing.
var supports = {};
function eachBox(does) {
  Array.prototype.forEach.call(document.querySelectorAll('input[name=support]'), does);
}
function withdrawals() {
  eachBox(function (box) {
    if (box.ready) return;
    box.ready = true;
    box.checked = Boolean(supports[box.value]);
  });
  Array.prototype.forEach.call(document.querySelectorAll('input[name=withdraw]'), function (field) {
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
Array.prototype.forEach.call(document.querySelectorAll('[data-supported]'), function (field) {
  field.dataset.supported.split(' ').forEach(function (handle) { supports[handle] = true; });
});
document.addEventListener('prepared', withdrawals);
withdrawals();
