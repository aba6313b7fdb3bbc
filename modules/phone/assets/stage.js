// Swapping the stage in part by part, so that what did not change keeps its focus and its text.
function remember(parts) {
  parts.forEach(function (part) { part.asSent = part.outerHTML; });
}
function parts(section) { return Array.from(section.children); }

function typedText(form) {
  var fields = form ? form.querySelectorAll('textarea[name], input[type=text][name]') : [];
  return Array.from(fields, function (f) { return f.value.trim(); })
    .filter(Boolean).join('\n\n');
}

function fragmentOf(html) {
  var holder = document.createElement('template');
  holder.innerHTML = html;
  return holder.content.firstElementChild;
}

function swap(html) {
  var next = fragmentOf(html);
  var now = stage();
  var moved = ['scene', 'position', 'round'].some(function (n) {
    return now.dataset[n] !== next.dataset[n];
  });
  var opened = next.dataset.accepting === 'yes' && (moved || now.dataset.accepting === 'no') &&
    now.dataset.position === next.dataset.position;
  var shut = now.dataset.accepting === 'yes' && (moved || next.dataset.accepting === 'no');
  if (moved || shut) tell('');
  if (shut && !isQueued(round()) && room.dataset.own === 'no') keep(typedText(find('answer')));
  var fresh = parts(next);
  var inForm = find('answer') && find('answer').contains(document.activeElement);
  remember(fresh);
  replaceParts(now, fresh);
  Object.keys(next.dataset).forEach(function (n) { now.dataset[n] = next.dataset[n]; });
  show();
  prepare();
  if (moved) arrive();
  if (opened) {
    // What can be sent again need not be copied.
    if (typedText(find('answer')) === find('kept-text').value) putAway();
    say(find('live').dataset.open + ' ' + prompted());
  } else if (shut && !moved && stage().querySelector('.closed .notice')) say(stage().querySelector('.closed .notice').innerText);
  if (shut && !moved && inForm) find('now').focus();
}

function replaceParts(now, fresh) {
  var at = now.firstElementChild;
  function dropUntil(end) {
    while (at && at !== end) {
      var gone = at;
      at = at.nextElementSibling;
      keepStanding(gone);
      now.removeChild(gone);
    }
  }
  fresh.forEach(function (part) {
    var same = parts(now).filter(function (old) { return old.asSent === part.asSent; })[0];
    if (same) {
      dropUntil(same);
      at = same.nextElementSibling;
    } else {
      now.insertBefore(part, at);
      carryOver(now, part);
    }
  });
  dropUntil(null);
}

// A question that is half typed when its time is over can be copied.
function keepStanding(part) {
  var form = answerForm(part);
  if (!form || form.id === 'answer' || isQueued(form.dataset.round)) return;
  if (!document.querySelectorAll('#' + form.id)[1]) keep(typedText(form));
}

function answerForm(part) { return part.querySelector('form.answer'); }

// A form that changed around its fields keeps what is in them, its place and its focus.
function carryOver(now, part) {
  var form = answerForm(part);
  var old = form && parts(now).filter(function (other) {
    var its = answerForm(other);
    return other !== part && its && its.dataset.round === form.dataset.round;
  })[0];
  if (!old) return;
  // What its own step had opened closes again, unless somebody is writing there.
  var opened = old.open && !old.dataset.open;
  part.open = part.open || opened || Boolean(typedText(answerForm(old)));
  var busy = document.activeElement;
  filled(answerForm(old), function (field, entry) {
    var fresh = fill(form, entry);
    if (fresh && field === busy) {
      fresh.focus({ preventScroll: true });
      if (/^text/.test(field.type)) fresh.setSelectionRange(field.selectionStart, field.selectionEnd);
    }
  });
}

// What is in a form: for each field the key that finds it, its place among those of this key, and
// what it holds.
function filled(form, does) {
  var seen = {};
  return Array.from(form.querySelectorAll('[name]:not([type=hidden])'), function (field) {
    var tick = field.type === 'checkbox' || field.type === 'radio';
    var at = tick || field.tagName === 'BUTTON' ? '[value="' + field.value + '"]' : '';
    var key = '[name="' + field.name + '"]' + at;
    seen[key] = (seen[key] || 0) + 1;
    var entry = [key, seen[key] - 1, tick ? field.checked : field.value];
    if (does) does(field, entry);
    return entry;
  });
}
function fill(form, entry) {
  var field = form.querySelectorAll(entry[0])[entry[1]];
  if (field) field[typeof entry[2] === 'string' ? 'value' : 'checked'] = entry[2];
  return field;
}

// What is asked, unless a content note comes first.
function prompted() {
  var legend = stage().querySelector('#answer legend');
  return legend && legend.offsetParent ? legend.textContent : '';
}

// Something new is on the stage: lead there, unless somebody is writing.
function arrive() {
  var busy = document.activeElement;
  var heading = find('now');
  if (busy && busy.matches('textarea, input[type=text]')) {
    say(heading.textContent);
    return;
  }
  window.scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}
// As it was for everyone, before the server marked the step that this page was loaded at.
document.querySelectorAll('.steps [aria-current]').forEach(function (step) {
  step.removeAttribute('aria-current');
});
remember(parts(stage()));
