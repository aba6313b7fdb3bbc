// What stays on this phone: own notes, and the private fields of a kind (data-private="name").
// Each is kept in this browser as [what it is about, the text].
function privateKey(name) { return 'private:' + place + ':' + name; }

function bind(field, name, about) {
  field.value = JSON.parse(stored('localStorage', privateKey(name)) || '["", ""]')[1];
  field.addEventListener('input', function () {
    var value = field.value ? JSON.stringify([about, field.value]) : null;
    find('notes-full').hidden = store('localStorage', privateKey(name), value);
    know(place, document.title, room.dataset.held);
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
  document.querySelectorAll('[data-private]').forEach(function (field) {
    if (field.bound) return;
    field.bound = true;
    // Without a name no form can send it.
    field.removeAttribute('name');
    bind(field, field.dataset.private, aboutOf(field));
  });
}

// What was written at other steps, to read again: opened with the notes.
function listPrivate() {
  var list = find('notes-others');
  list.textContent = '';
  // By its key: what it is about is written in the language of that moment.
  keptOf(place, privateKey('notes')).forEach(function (entry) {
    var item = document.createElement('li');
    item.textContent = entry[0] + '\n' + entry[1];
    list.appendChild(item);
  });
}

find('notes').hidden = false;
find('notes').addEventListener('toggle', listPrivate);
bind(find('notes-text'), 'notes', find('notes-text').getAttribute('aria-label'));
document.addEventListener('click', function (event) {
  if (event.target.closest('[href="#notes"]')) find('notes').open = true;
});
find('notes-file').addEventListener('click', function () { saveText(place); });
find('notes-days').addEventListener('click', function () {
  know(place, document.title, room.dataset.held);
  saveReminders(place, this.dataset.title);
});
find('notes-erase').addEventListener('click', function () {
  erase(place);
  document.querySelectorAll('[data-private]').forEach(function (field) {
    field.value = '';
  });
  find('notes-text').value = '';
  listPrivate();
});
prepare();
