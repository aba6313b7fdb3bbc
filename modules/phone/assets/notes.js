// The page of everything that this browser keeps for its owner. It sends nothing, and may not.
function find(id) { return document.getElementById(id); }

function places() {
  var found = [];
  keysFrom('private:').forEach(function (key) {
    var place = key.split(':')[1];
    if (found.indexOf(place) < 0) found.push(place);
  });
  return found;
}

// What was written before its workshop was noted counts from today.
function today() {
  var now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

// A date as the other pages write it.
function inWords(date) {
  var wording = find('kept').dataset;
  var numbers = date.split('-').map(Number);
  return wording.date
    .replace('{day}', numbers[2])
    .replace('{month}', wording.months.split('|')[numbers[1] - 1])
    .replace('{year}', numbers[0])
    .replace(/ /g, '\u00a0');
}

function section(place) {
  know(place, '', today());
  var part = find('one').content.cloneNode(true);
  var workshop = workshopOf(place);
  var heading = part.querySelector('h2');
  heading.id = 'of-' + place;
  part.querySelector('section').setAttribute('aria-labelledby', heading.id);
  // Isolated, so that a title in another script leaves the date in order.
  if (workshop[0]) heading.textContent = '\u2068' + workshop[0] + '\u2069 · ' + inWords(workshop[1]);
  keptOf(place).forEach(function (entry) {
    [['dt', entry[0]], ['dd', entry[1]]].forEach(function (line) {
      var element = document.createElement(line[0]);
      element.dir = 'auto';
      element.textContent = line[1];
      part.querySelector('dl').appendChild(element);
    });
  });
  var does = [
    function () { saveText(place); },
    function () { saveReminders(place, this.dataset.title); },
    function () {
      erase(place);
      show();
      find('top').focus();
    }
  ];
  part.querySelectorAll('button').forEach(function (button, at) {
    button.addEventListener('click', does[at]);
  });
  return part;
}

function show() {
  var found = places();
  find('none').hidden = found.length > 0;
  find('kept').textContent = '';
  found.forEach(function (place) { find('kept').appendChild(section(place)); });
}
show();
