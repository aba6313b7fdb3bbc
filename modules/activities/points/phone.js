// Points: steppers that cannot give out more than there is, and what is left.
function pointsIn(set) {
  return Array.from(set.querySelectorAll('input[type=number]'));
}
function pointsLeft(set, but) {
  return pointsIn(set).reduce(function (left, field) {
    return field === but ? left : left - (Number(field.value) || 0);
  }, Number(set.dataset.points));
}
function keepSum(field) {
  var set = field.closest('[data-points]');
  var most = pointsLeft(set, field);
  if (field.value !== '') {
    field.value = Math.max(0, Math.min(most, Math.round(Number(field.value) || 0)));
  }
  set.querySelector('output').textContent = pointsLeft(set);
}
// One sentence for both numbers: the field may hold less than was typed.
function sayPoints(field) {
  var left = field.closest('[data-points]').querySelector('output').parentNode;
  say((field.value || 0) + '. ' + left.textContent);
}
function points() {
  document.querySelectorAll('[data-points]').forEach(function (set) {
    set.querySelector('output').parentNode.hidden = false;
    pointsIn(set).forEach(function (field) {
      if (!field.ready) {
        field.ready = true;
        var label = field.parentNode;
        [['−', -5], ['+', 5]].forEach(function (step) {
          var button = document.createElement('button');
          button.type = 'button';
          button.dataset.step = step[1];
          button.textContent = step[0] + ' 5';
          button.setAttribute('aria-label', step[0] + ' 5: ' + label.textContent.trim());
          label.insertAdjacentElement(step[1] < 0 ? 'beforebegin' : 'afterend', button);
        });
      }
      keepSum(field);
    });
  });
}
document.addEventListener('click', function (event) {
  var button = event.target.closest('[data-step]');
  if (!button) return;
  var field = button.parentNode.querySelector('input');
  field.value = (Number(field.value) || 0) + Number(button.dataset.step);
  keepSum(field);
  sayPoints(field);
});
document.addEventListener('change', function (event) {
  if (!event.target.closest('[data-points]')) return;
  keepSum(event.target);
  sayPoints(event.target);
});
document.addEventListener('prepared', points);
points();
