// Small comforts for the fields of any kind of activity.
function prepare() {
  // At the end, own notes are what is left to do on this phone.
  if (stage().dataset.scene === 'ended') find('notes').open = true;
  document.querySelectorAll('.answer [maxlength]').forEach(function (field) {
    if (!field.counter) {
      field.counter = document.createElement('p');
      field.counter.className = 'quiet';
      field.counter.setAttribute('aria-hidden', 'true');
      field.insertAdjacentElement('afterend', field.counter);
      field.addEventListener('input', count);
    }
    count.call(field);
  });
  openPrivate();
  document.dispatchEvent(new Event('prepared'));
}
function count() {
  this.counter.textContent = this.value.length + '/' + this.getAttribute('maxlength');
}
