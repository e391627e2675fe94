// The war room's seconds. Each event is the whole of it; only what changed is put in place, so that what somebody
// reads, has open or has the focus on stays where it is. Without this file the page loads itself again.
const room = document.getElementById('live');
const lost = document.getElementById('live-lost');

function replace(part) {
  const shown = document.getElementById(part.id);
  for (const open of shown.querySelectorAll('details[open]')) {
    part.querySelector('#' + open.id).open = true;
  }
  if (shown.outerHTML === part.outerHTML) {
    return;
  }
  const focused = shown.contains(document.activeElement) ? document.activeElement.id : '';
  shown.replaceWith(part);
  if (focused) {
    document.getElementById(focused).focus({ preventScroll: true });
  }
}

function say(text) {
  if (lost.textContent !== text) {
    lost.textContent = text;
  }
}

const events = new EventSource(room.dataset.events);

events.onmessage = event => {
  const second = document.createElement('template');
  second.innerHTML = event.data;
  [...second.content.children].forEach(replace);
  say('');
};

// The browser comes back by itself, unless the server said no: then the page is loaded again, which says why.
events.onerror = () => {
  say(lost.dataset.lost);
  if (events.readyState === EventSource.CLOSED) {
    setTimeout(() => location.reload(), 5000);
  }
};
