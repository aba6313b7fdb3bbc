// What is kept for its owner, workshop by workshop: as a list, as a file, as reminders, erased.
function keptOf(place, but) {
  return keysFrom('private:' + place + ':').filter(function (key) {
    return key !== but;
  }).map(function (key) {
    return JSON.parse(stored('localStorage', key));
  });
}

// [title, date, a number of this phone's own]: by it a calendar knows its own entries again.
function workshopOf(place) {
  return JSON.parse(stored('localStorage', 'workshop:' + place) || '["", "", ""]');
}
function know(place, title, date) {
  if (workshopOf(place)[1]) return;
  var number = crypto.getRandomValues(new Uint32Array(3)).join('');
  store('localStorage', 'workshop:' + place, JSON.stringify([title, date, number]));
}

function erase(place) {
  keysFrom('private:' + place + ':').concat('workshop:' + place).forEach(function (key) {
    store('localStorage', key, null);
  });
}

function save(name, type, text) {
  var link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: type + ';charset=utf-8' }));
  link.download = name;
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
}

function inOneText(place) {
  return keptOf(place).map(function (entry) { return entry[0] + '\n' + entry[1]; }).join('\n\n');
}

function saveText(place) {
  save('my-notes.txt', 'text/plain', workshopOf(place)[0] + '\n\n' + inOneText(place) + '\n');
}

// RFC 5545: commas, semicolons and line ends are escaped, lines are at most 75 octets long.
function calendarLine(name, value) {
  var line = name + ':' + value.replace(/([\\,;])/g, '\\$1').replace(/\n/g, '\\n');
  var pieces = [''];
  var size = 0;
  Array.from(line).forEach(function (sign) {
    var octets = new TextEncoder().encode(sign).length;
    if (size + octets > 74) {
      pieces.push(' ');
      size = 1;
    }
    pieces[pieces.length - 1] += sign;
    size += octets;
  });
  return pieces.join('\r\n');
}

// A date counts in whole days, so that no time zone comes into it.
function dayAfter(date, days) {
  return new Date(Date.parse(date) + days * 86400000).toISOString().slice(0, 10).replace(/-/g, '');
}

// `wording` has a blank for the workshop's title.
function saveReminders(place, wording) {
  var workshop = workshopOf(place);
  var title = calendarLine('SUMMARY', wording.replace('{title}', workshop[0]));
  var lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Workshop//Own reminders//EN'];
  [7, 30, 90].forEach(function (days) {
    lines.push(
      'BEGIN:VEVENT',
      'UID:' + workshop[2] + '-' + days + '@workshop.invalid',
      'DTSTAMP:' + new Date().toISOString().replace(/-|:|\.\d+/g, ''),
      'DTSTART;VALUE=DATE:' + dayAfter(workshop[1], days),
      'DTEND;VALUE=DATE:' + dayAfter(workshop[1], days + 1),
      title,
      calendarLine('DESCRIPTION', inOneText(place)),
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      title.replace('SUMMARY', 'DESCRIPTION'),
      'TRIGGER:PT9H',
      'END:VALARM',
      'END:VEVENT'
    );
  });
  save('my-reminders.ics', 'text/calendar', lines.concat('END:VCALENDAR', '').join('\r\n'));
}
