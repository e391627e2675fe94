// The tablet of a hand-over. What is said is kept here first, each thing with an id of its own, and sent until the
// server says what became of it: a connection that is lost, or a page that is loaded again, loses and doubles nothing.

const form = document.querySelector('[data-handover]');
const told = document.querySelector('[data-kept]');
const name = 'handover ' + new URL(form.action).pathname + ' ' + form.elements.serial.value;
const AGAIN_MS = 5000;
const LONGEST = 1280;

// Somebody is there and does not take it: whoever is signed out has a connection, and waits for it in vain.
class Unanswered extends Error {
  constructor(status) {
    super('status ' + status);
    this.status = status;
  }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? [];
  } catch {
    return [];
  }
}

// A tablet that is full says so: what it cannot keep it has not heard.
function keep(all) {
  try {
    localStorage.setItem(name, JSON.stringify(all));
    return true;
  } catch {
    show(told.dataset.full);
    return false;
  }
}

function id() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function show(text) {
  const stopped = text === told.dataset.quarantined;
  told.setAttribute('role', stopped ? 'alert' : 'status');
  // Said once is enough, where the page said it already when it was loaded.
  stopped && document.querySelector('[data-stopped]')?.remove();
  told.hidden = false;
  told.textContent = text;
}

function showKept() {
  const count = kept().length;
  show(count === 0 ? told.dataset.none : told.dataset.some.replace('{0}', count));
}

function say(thing) {
  const all = kept();
  all.push({ id: id(), at: new Date().toISOString(), ...thing });
  if (keep(all)) {
    showKept();
    send();
  }
}

let sending = false;
let refused = '';

async function send() {
  if (sending || kept().length === 0) {
    return;
  }
  sending = true;
  try {
    await sendSome();
    refused ? show(refused) : showKept();
  } catch (fault) {
    const why = fault instanceof Unanswered ? told.dataset.later.replace('{1}', fault.status) : told.dataset.away;
    show(why.replace('{0}', kept().length));
  } finally {
    sending = false;
  }
}

async function sendSome() {
  while (kept().length > 0) {
    const photo = kept().find(thing => thing.photo);
    const words = kept().filter(thing => !thing.photo).slice(0, 100);
    const gone = words.length > 0 ? await sendWords(words) : await sendPhoto(photo);
    // Read again: something may have been said meanwhile.
    keep(kept().filter(thing => !gone.has(thing.id)));
  }
}

async function sendWords(words) {
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams({
      _csrf: form.elements._csrf.value, serial: form.elements.serial.value, said: JSON.stringify(words),
    }),
  });
  if (!answer.ok || !answer.headers.get('Content-Type')?.startsWith('application/json')) {
    throw new Unanswered(answer.status);
  }
  const heard = await answer.json();
  const bad = heard.said.filter(one => one.outcome === 'refused');
  refused = bad.length > 0 ? told.dataset.refused.replace('{0}', bad.map(one => one.reason).join(', ')) : '';
  if (heard.delivered) {
    refused = told.dataset.delivered;
  } else if (heard.quarantined) {
    refused = told.dataset.quarantined;
  }
  return new Set(heard.said.map(one => one.id));
}

async function sendPhoto(thing) {
  const picture = Uint8Array.from(atob(thing.photo), character => character.charCodeAt(0));
  const query = new URLSearchParams({ serial: form.elements.serial.value, point: thing.subject, at: thing.at });
  const answer = await fetch(form.dataset.photos + '/' + thing.id + '?' + query, {
    method: 'POST', body: picture,
    headers: { 'Content-Type': 'image/jpeg', 'X-XSRF-TOKEN': form.elements._csrf.value },
  });
  if (!answer.ok && ![409, 422].includes(answer.status)) {
    throw new Unanswered(answer.status);
  }
  if (!answer.ok) {
    refused = told.dataset.refused.replace('{0}', answer.status);
  }
  return new Set([thing.id]);
}

function sayPoint(box) {
  const chosen = box.querySelector('input[type=radio]:checked');
  if (chosen) {
    const text = box.querySelector('input[name^="text."]').value.trim();
    say({ kind: 'point', subject: box.dataset.point, good: chosen.value === 'good', text });
  }
}

function sayField(kind, subject, text) {
  const value = form.elements[subject].value.trim();
  if (value) {
    say(kind === 'note' ? { kind, subject: '', text: value } : { kind, subject: value, text: text.value.trim() });
    form.elements[subject].value = '';
  }
}

// A photo as large as a screen: a tablet keeps a dozen of them until it has a connection.
async function sayPhoto(point, file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  say({ kind: 'photo', subject: point, photo: canvas.toDataURL('image/jpeg', 0.8).split(',')[1] });
}

// The owner signs with a finger or a pen: moves and lines, and nothing else, go to the server.
const pad = form.querySelector('[data-pad]');
const path = pad.querySelector('path');
let strokes = '';
let drawing = false;

function at(event) {
  const box = pad.getBoundingClientRect();
  return ((event.clientX - box.left) / box.width * 600).toFixed(0) + ','
    + ((event.clientY - box.top) / box.height * 200).toFixed(0);
}

function draw(event, letter) {
  const more = (strokes && ' ') + letter + at(event).replace(/-/g, '');
  if (strokes.length + more.length < 20000) {
    strokes += more;
    path.setAttribute('d', strokes);
  }
}

pad.addEventListener('pointerdown', event => {
  drawing = true;
  pad.setPointerCapture(event.pointerId);
  draw(event, 'M');
  event.preventDefault();
});
pad.addEventListener('pointermove', event => drawing && draw(event, 'L'));
pad.addEventListener('pointerup', () => {
  if (drawing) {
    drawing = false;
    say({ kind: 'signature', subject: 'owner', text: strokes });
  }
});
form.querySelector('[data-clear]').addEventListener('click', () => {
  strokes = '';
  path.setAttribute('d', '');
});

// What was kept before the page was loaded again is on it again.
for (const thing of kept()) {
  const box = thing.kind === 'point' && form.querySelector('[data-point="' + CSS.escape(thing.subject) + '"]');
  if (box) {
    box.querySelector('input[value="' + (thing.good ? 'good' : 'bad') + '"]').checked = true;
    box.querySelector('input[name^="text."]').value = thing.text;
  }
  if (thing.kind === 'done') {
    form.elements.done.checked = true;
  }
}

for (const box of form.querySelectorAll('[data-point]')) {
  for (const input of box.querySelectorAll('input:not([type=file])')) {
    input.addEventListener('change', () => sayPoint(box));
  }
  box.querySelector('input[type=file]').addEventListener('change', event => {
    const file = event.target.files[0];
    file && sayPhoto(box.dataset.point, file).catch(() => show(told.dataset.refused.replace('{0}', 'photo')));
  });
}
form.elements.done.addEventListener('change', event => {
  if (event.target.checked) {
    say({ kind: 'done', subject: '', text: '' });
  }
});
form.addEventListener('submit', event => {
  event.preventDefault();
  sayField('document', 'document', form.elements.number);
  sayField('note', 'note');
  send();
});
form.querySelectorAll('[data-script]').forEach(part => part.hidden = false);
addEventListener('online', send);
setInterval(send, AGAIN_MS);
showKept();
send();
