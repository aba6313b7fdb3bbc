// The timer: counted down here, by the server's clock, and never below zero.
function tick() {
  var timer = document.querySelector('.timer');
  if (!timer) return;
  var ends = Number(timer.dataset.ends);
  var left = ends ? Math.round((ends - Date.now() - skew) / 1000) : Number(timer.dataset.left);
  left = Math.max(0, left);
  var seconds = left % 60;
  timer.textContent = Math.floor(left / 60) + ':' + (seconds < 10 ? '0' : '') + seconds;
}
setInterval(tick, 500);
tick();
