// Ranking: lines that move by buttons or by dragging; the hidden selects follow.
function ranks(list) {
  Array.prototype.forEach.call(list.children, function (line, at) {
    line.querySelector('select').value = at + 1;
  });
}
function move(line, before) {
  var button = document.activeElement;
  line.parentNode.insertBefore(line, before);
  ranks(line.parentNode);
  // Moving an element takes its focus away.
  if (line.contains(button)) button.focus();
  say(line.querySelector('select').value + ': ' + line.title);
}
function ranking() {
  Array.prototype.forEach.call(document.querySelectorAll('[data-ranking]'), function (list) {
    if (!list.ready) {
      list.ready = true;
      // A random first order favours no line.
      for (var left = list.children.length; left > 0; left -= 1) {
        var line = list.children[Math.floor(Math.random() * left)];
        line.title = line.textContent.split('\n')[0].replace(/[\d\s]+$/, '');
        line.style.touchAction = 'none';
        line.querySelector('select').hidden = true;
        ['up', 'down'].forEach(function (way) {
          var button = document.createElement('button');
          button.type = 'button';
          button.dataset.way = way;
          button.textContent = way === 'up' ? '↑' : '↓';
          button.setAttribute('aria-label', list.dataset[way] + ': ' + line.title);
          line.appendChild(button);
        });
        list.appendChild(line);
      }
    }
    ranks(list);
  });
}
document.addEventListener('click', function (event) {
  var button = event.target.closest('[data-way]');
  if (!button) return;
  var line = button.closest('li');
  var up = button.dataset.way === 'up';
  var other = up ? line.previousElementSibling : line.nextElementSibling;
  if (other) move(line, up ? other : other.nextElementSibling);
});
var dragged = null;
document.addEventListener('pointerdown', function (event) {
  var line = event.target.closest('[data-ranking] li');
  if (line && !event.target.closest('button')) dragged = line;
});
document.addEventListener('pointermove', function (event) {
  if (!dragged) return;
  var under = document.elementFromPoint(event.clientX, event.clientY);
  var line = under && under.closest('[data-ranking] li');
  if (!line || line === dragged) return;
  var box = line.getBoundingClientRect();
  move(dragged, event.clientY < box.top + box.height / 2 ? line : line.nextElementSibling);
});
['pointerup', 'pointercancel'].forEach(function (name) {
  document.addEventListener(name, function () { dragged = null; });
});
document.addEventListener('prepared', ranking);
ranking();
