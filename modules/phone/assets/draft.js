// What is half filled in when the page goes (another page, Back, a reload, another language) stays in
// this tab only, until the page is here again. A question that is over meanwhile leaves a text to copy.
var draftKey = 'draft:' + place;
function forgetDraft() { store('sessionStorage', draftKey, null); }
function saveDraft() {
  forgetDraft();
  if (stage().dataset.scene === 'ended') return;
  var drafts = parts(stage()).map(answerForm).filter(Boolean).map(function (form) {
    var state = mine(form.dataset.round);
    var entries = filled(form).filter(function (entry) { return entry[2]; });
    return [form.dataset.round, entries, typedText(form), entries[0] && state.changing, state.noted];
  }).concat([['', [], find('kept-text').value]]).filter(function (draft) {
    return !isQueued(draft[0]) && (draft[1][0] || draft[2] || draft[4]);
  });
  if (drafts[0]) store('sessionStorage', draftKey, JSON.stringify(drafts));
}
window.addEventListener('pagehide', saveDraft);
// Whoever leaves takes along what was not sent, and that something was.
function forget() {
  window.removeEventListener('pagehide', saveDraft);
  forgetDraft();
  queue = [];
  saveQueue();
  store('localStorage', 'answered:' + place, null);
}
room.addEventListener('submit', function (event) {
  if (event.target.matches('[action$=leave]')) forget();
});
JSON.parse(stored('sessionStorage', draftKey) || '[]').forEach(function (draft) {
  var form = document.querySelector('form.answer[data-round="' + draft[0] + '"]');
  if (!form) return keep(draft[2]);
  draft[1].forEach(function (one) { fill(form, one); });
  mine(draft[0]).changing = draft[3];
  mine(draft[0]).noted = draft[4];
  if (draft[2]) form.parentNode.open = true;
});
forgetDraft();
show();
