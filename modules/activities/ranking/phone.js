// Ranking: lines that move by buttons or by dragging a handle. The hidden selects follow once
// somebody has moved a line, or said that the order is right: chance alone sends nothing.
function ranks(list) {
  Array.prototype.forEach.call(list.children, function (line, at) {
    line.querySelector('select').value = list.right.checked ? at + 1 : '';
  });
}
// The others move around the line: so it keeps its focus, and a finger does not lose it.
function moveTo(line, other) {
  var list = line.parentNode;
  var lines = Array.from(list.children);
  var from = lines.indexOf(line);
  var to = lines.indexOf(other);
  var after = line.nextElementSibling;
  lines.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(function (each) {
    if (each !== line) list.insertBefore(each, to > from ? line : after);
  });
  list.right.checked = true;
  ranks(list);
  sayPlace(line);
}
function sayPlace(line) {
  say(Array.from(line.parentNode.children).indexOf(line) + 1 + ': ' + line.title);
}
function handles(line, list) {
  var row = document.createElement('span');
  row.className = 'moves';
  row.innerHTML = '<span aria-hidden="true">⠿</span>';
  ['up', 'down'].forEach(function (way) {
    var button = document.createElement('button');
    button.type = 'button';
    button.dataset.way = way;
    button.textContent = way === 'up' ? '↑' : '↓';
    button.setAttribute('aria-label', list.dataset[way] + ': ' + line.title);
    row.appendChild(button);
  });
  line.appendChild(row);
}
function confirms(list) {
  var label = document.createElement('label');
  label.className = 'option';
  label.innerHTML = '<input type="checkbox"> ';
  label.appendChild(document.createTextNode(list.dataset.right));
  list.right = label.firstChild;
  list.right.addEventListener('change', function () { ranks(list); });
  list.insertAdjacentElement('afterend', label);
}
// In the order that was given before, or in a random one, which favours no line.
function ordered(list) {
  var lines = Array.from(list.children);
  var place = function (line) { return Number(line.querySelector('select').value); };
  list.right.checked = lines.every(place);
  var rest = lines.sort(function (one, other) { return place(one) - place(other); });
  while (rest.length) {
    var at = list.right.checked ? 0 : Math.floor(Math.random() * rest.length);
    var line = rest.splice(at, 1)[0];
    line.title = line.querySelector('label').firstChild.textContent.trim();
    line.querySelector('select').hidden = true;
    handles(line, list);
    list.appendChild(line);
  }
}
function ranking() {
  document.querySelectorAll('[data-ranking]').forEach(function (list) {
    if (list.right) return;
    confirms(list);
    ordered(list);
    ranks(list);
  });
}
document.addEventListener('click', function (event) {
  var button = event.target.closest('[data-way]');
  if (!button) return;
  var line = button.closest('li');
  var other = button.dataset.way === 'up' ? line.previousElementSibling : line.nextElementSibling;
  // At either end the place is told again: a press is never met by silence. But nothing was moved.
  if (other) moveTo(line, other);
  else sayPlace(line);
});
var dragged = null;
document.addEventListener('pointerdown', function (event) {
  if (event.target.closest('[data-ranking] [aria-hidden]')) dragged = event.target.closest('li');
});
document.addEventListener('pointermove', function (event) {
  if (!dragged) return;
  var under = document.elementFromPoint(event.clientX, event.clientY);
  var line = under && under.closest('[data-ranking] li');
  if (!line || line === dragged) return;
  var box = line.getBoundingClientRect();
  var lower = event.clientY > box.top + box.height / 2;
  var below = dragged.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (below ? lower : !lower) moveTo(dragged, line);
});
['pointerup', 'pointercancel'].forEach(function (name) {
  document.addEventListener(name, function () { dragged = null; });
});
document.addEventListener('prepared', ranking);
ranking();
