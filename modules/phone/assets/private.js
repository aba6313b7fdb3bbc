// What stays on this phone: own notes, and the private fields of a kind (data-private="name").
// Each is kept in this browser as [what it is about, the text].
function privateKey(name) { return 'private:' + place + ':' + name; }

function kept(name) {
  return JSON.parse(stored('localStorage', privateKey(name)) || '["", ""]');
}

function bind(field, name, about) {
  field.value = kept(name)[1];
  field.addEventListener('input', function () {
    var value = field.value ? JSON.stringify([about, field.value]) : null;
    find('notes-full').hidden = store('localStorage', privateKey(name), value);
  });
}

function aboutOf(field) {
  var label = field.closest('label');
  var heading = (field.closest('fieldset') || stage()).querySelector('legend') || find('now');
  return [heading, label].filter(Boolean).map(function (element) {
    return element.textContent.trim();
  }).join(' ');
}

function openPrivate() {
  Array.prototype.forEach.call(document.querySelectorAll('[data-private]'), function (field) {
    if (field.bound) return;
    field.bound = true;
    // Without a name no form can send it.
    field.removeAttribute('name');
    bind(field, field.dataset.private, aboutOf(field));
  });
}

function allPrivate() {
  var start = privateKey('');
  var names = [];
  try {
    names = Object.keys(window.localStorage).filter(function (key) {
      return key.indexOf(start) === 0;
    });
  } catch (refused) { return []; }
  return names.sort().map(function (key) { return kept(key.slice(start.length)); });
}

function erasePrivate() {
  var start = privateKey('');
  try {
    Object.keys(window.localStorage).forEach(function (key) {
      if (key.indexOf(start) === 0) store('localStorage', key, null);
    });
  } catch (refused) { return; }
  Array.prototype.forEach.call(document.querySelectorAll('[data-private]'), function (field) {
    field.value = '';
  });
  find('notes-text').value = '';
  listPrivate();
}

// What was written at other steps, to read again: opened with the notes.
function listPrivate() {
  var list = find('notes-others');
  list.textContent = '';
  allPrivate().forEach(function (entry) {
    if (entry[0] === aboutNotes) return;
    var item = document.createElement('li');
    item.textContent = entry[0] + '\n' + entry[1];
    list.appendChild(item);
  });
}

var aboutNotes = find('notes-text').getAttribute('aria-label');
find('notes').hidden = false;
find('notes').addEventListener('toggle', listPrivate);
bind(find('notes-text'), 'notes', aboutNotes);
find('notes-erase').addEventListener('click', erasePrivate);
prepare();
