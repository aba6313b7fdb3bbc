// Support that is taken back is named: a missing tick alone says nothing on a reloaded page.
var withdrawn = {};
function withdrawals() {
  Array.prototype.forEach.call(document.querySelectorAll('input[name=withdraw]'), function (field) {
    field.parentNode.removeChild(field);
  });
  Array.prototype.forEach.call(document.querySelectorAll('input[name=support]'), function (box) {
    if (box.checked || !withdrawn[box.value]) return;
    var field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'withdraw';
    field.value = box.value;
    box.parentNode.appendChild(field);
  });
}
document.addEventListener('change', function (event) {
  if (event.target.name !== 'support') return;
  withdrawn[event.target.value] = !event.target.checked;
  withdrawals();
});
document.addEventListener('prepared', withdrawals);
