// What stays on this phone: own notes, and the private fields of a kind (data-private="name").
function privateKey(name) { return 'private:' + place + ':' + name; }

function bind(field, name) {
  field.value = stored('localStorage', privateKey(name)) || '';
  field.addEventListener('input', function () {
    var kept = store('localStorage', privateKey(name), field.value || null);
    find('notes-full').hidden = kept;
  });
}

function openPrivate() {
  Array.prototype.forEach.call(document.querySelectorAll('[data-private]'), function (field) {
    if (field.bound) return;
    field.bound = true;
    // Without a name no form can send it.
    field.removeAttribute('name');
    bind(field, field.dataset.private);
  });
}

function erasePrivate() {
  var start = privateKey('');
  Object.keys(window.localStorage).forEach(function (key) {
    if (key.indexOf(start) === 0) store('localStorage', key, null);
  });
  Array.prototype.forEach.call(document.querySelectorAll('[data-private]'), function (field) {
    field.value = '';
  });
  find('notes-text').value = '';
}

find('notes').hidden = false;
bind(find('notes-text'), 'notes');
find('notes-erase').addEventListener('click', erasePrivate);
prepare();
