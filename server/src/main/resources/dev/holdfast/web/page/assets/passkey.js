// Passkeys: the one thing on these pages that a browser can do by script alone.

function bytes(text) {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, character => character.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

// What the server reads; the browser's own toJSON is not in every browser.
function written(credential) {
  const response = { clientDataJSON: text(credential.response.clientDataJSON) };
  if (credential.response.attestationObject) {
    response.attestationObject = text(credential.response.attestationObject);
    response.transports = credential.response.getTransports ? credential.response.getTransports() : [];
  } else {
    response.authenticatorData = text(credential.response.authenticatorData);
    response.signature = text(credential.response.signature);
    response.userHandle = credential.response.userHandle ? text(credential.response.userHandle) : null;
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: {},
    response,
  });
}

async function asked(form) {
  const answer = await fetch(form.dataset.challenge, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
  });
  if (!answer.ok) {
    throw new Error('status ' + answer.status);
  }
  return answer.json();
}

function created(form, invitation) {
  form.elements.handle.value = invitation.handle;
  return navigator.credentials.create({
    publicKey: {
      rp: { id: invitation.site, name: 'Holdfast' },
      user: { id: bytes(invitation.handle), name: form.dataset.member, displayName: form.dataset.member },
      challenge: bytes(invitation.challenge),
      pubKeyCredParams: [-7, -8, -257].map(alg => ({ type: 'public-key', alg })),
      excludeCredentials: invitation.known.map(id => ({ type: 'public-key', id: bytes(id) })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    },
  });
}

function signed(question) {
  return navigator.credentials.get({
    publicKey: { rpId: question.site, challenge: bytes(question.challenge), userVerification: 'required' },
  });
}

async function use(form) {
  const challenge = await asked(form);
  const credential = form.dataset.passkey === 'create' ? await created(form, challenge) : await signed(challenge);
  form.elements.answer.value = written(credential);
  form.submit();
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!window.PublicKeyCredential) {
    continue;
  }
  form.hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    // Whoever closes the browser's question, or has no such device, is told so and stays where they are.
    use(form).catch(() => { form.querySelector('[role=status]').hidden = false; });
  });
}
