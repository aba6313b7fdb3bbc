// The timer: counted down here, by the server's clock, and never below zero.
var wasLeft = 0;
function tick() {
  var timer = document.querySelector('.timer');
  if (!timer) return markStep(wasLeft = -1);
  var ends = Number(timer.dataset.ends);
  var left = ends ? Math.round((ends - Date.now() - skew) / 1000) : Number(timer.dataset.left);
  left = Math.max(0, left);
  var seconds = left % 60;
  timer.textContent = Math.floor(left / 60) + ':' + (seconds < 10 ? '0' : '') + seconds;
  if (!left && wasLeft > 0) say(find('live').dataset.over);
  wasLeft = left;
  markStep(timer.dataset.total - left);
}
// The step one is at: the first that is not over, the last when all are.
function markStep(elapsed) {
  var steps = Array.from(document.querySelectorAll('.steps [data-until]'));
  var now = steps.filter(function (step) {
    return !step.dataset.until || Number(step.dataset.until) > elapsed;
  })[0] || steps[steps.length - 1];
  steps.forEach(function (step) {
    if (elapsed >= 0 && step === now) step.setAttribute('aria-current', 'step');
    else step.removeAttribute('aria-current');
  });
}
setInterval(tick, 500);
document.addEventListener('prepared', tick);
tick();
