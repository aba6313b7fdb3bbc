// Another language in the middle of an answer: what is in the forms goes along, in this tab only, and
// is forgotten once it is in them again.
var draftKey = 'draft:' + place;
document.addEventListener('click', function (event) {
  if (!event.target.closest('.languages a')) return;
  store('sessionStorage', draftKey, JSON.stringify(parts(stage()).map(answerForm).filter(Boolean).map(function (form) {
    var state = mine(form.dataset.round);
    return [form.dataset.round, filled(form), typedText(form), state.changing, state.noted];
  })));
});
JSON.parse(stored('sessionStorage', draftKey) || '[]').forEach(function (draft) {
  var form = document.querySelector('form.answer[data-round="' + draft[0] + '"]');
  if (!form) return keep(draft[2]);
  draft[1].forEach(function (one) { fill(form, one); });
  mine(draft[0]).changing = draft[3];
  mine(draft[0]).noted = draft[4];
  if (draft[2]) form.parentNode.open = true;
});
store('sessionStorage', draftKey, null);
show();
