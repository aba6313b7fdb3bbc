// Swapping the stage in part by part, so that what did not change keeps its focus and its text.
function remember(parts) {
  parts.forEach(function (part) { part.asSent = part.outerHTML; });
}
function parts(section) { return Array.prototype.slice.call(section.children); }

function typedText(form) {
  var fields = form ? form.querySelectorAll('textarea[name], input[type=text][name]') : [];
  return Array.prototype.map.call(fields, function (f) { return f.value.trim(); })
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
  var shut = now.dataset.accepting === 'yes' && (moved || next.dataset.accepting === 'no');
  if (shut && !isQueued(round()) && room.dataset.own === 'no') keep(typedText(find('answer')));
  if (moved) tell('');
  var fresh = parts(next);
  remember(fresh);
  replaceParts(now, fresh);
  Object.keys(next.dataset).forEach(function (n) { now.dataset[n] = next.dataset[n]; });
  show();
  prepare();
  if (moved) arrive();
  else if (shut && stage().querySelector('.closed')) say(stage().querySelector('.closed').textContent.trim());
}

function replaceParts(now, fresh) {
  var at = now.firstElementChild;
  function dropUntil(end) {
    while (at && at !== end) {
      var gone = at;
      at = at.nextElementSibling;
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
    }
  });
  dropUntil(null);
}

// Something new is on the stage: lead there, unless somebody is writing notes.
function arrive() {
  var busy = document.activeElement;
  var heading = find('now');
  if (busy && busy !== document.body && !stage().contains(busy) && busy.tagName === 'TEXTAREA') {
    say(heading.textContent);
    return;
  }
  window.scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}
remember(parts(stage()));
