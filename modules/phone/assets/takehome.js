// Own notes as a file and as reminders, made on this phone.
function save(name, type, text) {
  var link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: type }));
  link.download = name;
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
}

function inOneText() {
  return allPrivate().map(function (entry) { return entry[0] + '\n' + entry[1]; }).join('\n\n');
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

function compact(day) { return day.toISOString().slice(0, 10).replace(/-/g, ''); }

function reminder(days) {
  var day = new Date(Date.now() + skew);
  var next = new Date(day);
  day.setDate(day.getDate() + days);
  next.setDate(next.getDate() + days + 1);
  return [
    'BEGIN:VEVENT',
    'UID:' + place + '-' + days + '@workshop',
    'DTSTAMP:' + compact(new Date()) + 'T000000Z',
    'DTSTART;VALUE=DATE:' + compact(day),
    'DTEND;VALUE=DATE:' + compact(next),
    calendarLine('SUMMARY', find('notes-days').dataset.title),
    calendarLine('DESCRIPTION', inOneText()),
    'END:VEVENT'
  ].join('\r\n');
}

find('notes-file').addEventListener('click', function () {
  save('my-notes.txt', 'text/plain;charset=utf-8', document.title + '\n\n' + inOneText() + '\n');
});
find('notes-days').addEventListener('click', function () {
  var head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Workshop//Own reminders//EN'];
  var events = [7, 30, 90].map(reminder);
  var text = head.concat(events, ['END:VCALENDAR', '']).join('\r\n');
  save('my-reminders.ics', 'text/calendar;charset=utf-8', text);
});
