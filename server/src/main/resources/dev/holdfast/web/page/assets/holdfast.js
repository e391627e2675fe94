// Small comforts; every page works without them. A module, so that its names are not those of the page's own script.

// Countdowns run on the server's clock: each carries the instant it was written at.
const arrived = Date.now();

function left(clock) {
  const now = Number(clock.dataset.now) + (Date.now() - arrived);
  return Math.max(0, Math.ceil((Number(clock.dataset.until) - now) / 1000));
}

function show(clock, seconds) {
  const days = Math.floor(seconds / 86400);
  const time = [seconds % 86400 / 3600, seconds % 3600 / 60, seconds % 60]
    .map(part => String(Math.floor(part)).padStart(2, '0')).join(':');
  const words = days === 1 ? clock.dataset.day : clock.dataset.days;
  clock.textContent = days === 0 ? time : words.replace('{0}', days) + ' ' + time;
}

// At zero the page has something new to say. Spread over two seconds, so that a whole line does not ask at once.
function tick() {
  for (const clock of document.querySelectorAll('.clock:not([data-over])')) {
    const seconds = left(clock);
    show(clock, seconds);
    if (seconds === 0) {
      clock.dataset.over = 'true';
      setTimeout(() => location.reload(), 500 + Math.random() * 2000);
    }
  }
}

if (document.querySelector('.clock')) {
  setInterval(tick, 1000);
}

// The waiting room asks for what is the same for everybody, and works out what it means for its own place.
const room = document.querySelector('[data-lobby]');

function told(now) {
  const place = Number(room.dataset.place);
  const called = place > 0 && now.serving >= place;
  if (called || now.state !== room.dataset.state) {
    // A whole lobby learns of it in the same second, and need not load the page in the same second.
    setTimeout(() => location.reload(), Math.random() * (called ? 1000 : 8000));
    return;
  }
  const ahead = Math.max(0, place - now.serving - 1) + now.kept;
  // The line has passed the supply for this place, or a unit came back to it: either is worth a new page at once.
  const beyond = now.left !== null && now.left <= ahead;
  if (room.dataset.scene === (beyond ? 'waiting' : 'beyond') && room.dataset.refuses) {
    setTimeout(() => location.reload(), Math.random() * 4000);
    return;
  }
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const put = (name, text) => document.querySelectorAll('[data-' + name + ']').forEach(at => at.textContent = text);
  put('serving', number.format(now.serving));
  put('ahead', number.format(ahead));
  if (now.pace > 0) {
    const minutes = Math.max(1, Math.ceil((place - now.serving) / now.pace / 60));
    const words = document.querySelector('[data-wait]')?.dataset;
    put('wait', (minutes === 1 ? words?.one : words?.many)?.replace('{0}', number.format(minutes)));
  }
  watch(place - now.serving < 500 && place > 0 ? 2000 : 6000);
}

function watch(wait) {
  setTimeout(() => fetch(room.dataset.lobby)
    .then(answer => answer.ok ? answer.json() : Promise.reject(answer.status))
    .then(told, () => watch(10000)), wait * (0.75 + Math.random() / 2));
}

if (room) {
  watch(3000);
}

// The provider's word is on its way: look again until it is here.
if (document.querySelector('[data-again]')) {
  setTimeout(() => location.reload(), 1500);
}

// A second press while the first is on its way is harmless for the server; here it merely says so by being quiet.
document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.matches('[data-once]')) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
  }
  form.dataset.sent = 'true';
});

// Coming back by the back button, the form may be sent again: with the same key, for the same order.
addEventListener('pageshow', () => {
  document.querySelectorAll('[data-sent]').forEach(form => delete form.dataset.sent);
});

// What was picked without loading the page again is what a reload, or a friend with the address, picks.
document.addEventListener('htmx:afterSwap', event => {
  const link = event.detail.requestConfig?.elt;
  if (link?.matches?.('[data-pick]')) {
    history.replaceState(null, '', link.getAttribute('hx-get'));
  }
});
