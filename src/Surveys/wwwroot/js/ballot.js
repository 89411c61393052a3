// Hands a survey in so that not even the server can tell whose answer it is: gets a ballot paper signed blindly with the ticket's
// cookie, then sends the answer with the paper alone. RSABSSA-SHA384-PSS-Randomized, RFC 9474. Without it the form is sent as it is.
const form = document.querySelector('form[data-modulus]')
const e = 65537n
const hashBytes = 48

const number = bytes => BigInt('0x' + [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join(''))
const bytes = (value, length) => Uint8Array.from(value.toString(16).padStart(length * 2, '0').match(/../g), hex => parseInt(hex, 16))
const text = data => btoa(String.fromCharCode(...data)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const data = value => Uint8Array.from(atob(value.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))
const random = length => crypto.getRandomValues(new Uint8Array(length))
const sha384 = async message => new Uint8Array(await crypto.subtle.digest('SHA-384', message))
const joined = (...parts) => Uint8Array.from(parts.flatMap(part => [...part]))

function power(base, exponent, modulus) {
  let result = 1n
  for (base %= modulus; exponent > 0n; exponent >>= 1n, base = base * base % modulus) if (exponent & 1n) result = result * base % modulus
  return result
}

function inverse(value, modulus) {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n]
  while (a > 1n) [a, b, x, y] = [b, a % b, y, x - a / b * y]
  return x < 0n ? x + modulus : x
}

// EMSA-PSS (RFC 8017, section 9.1.1) with SHA-384 and a salt of its length.
async function encode(message, length) {
  const salt = random(hashBytes)
  const hash = await sha384(joined(new Uint8Array(8), await sha384(message), salt))
  const block = joined(new Uint8Array(length - 2 * hashBytes - 2), [1], salt)
  for (let at = 0, count = 0; at < block.length; at += hashBytes, count++) {
    const mask = await sha384(joined(hash, [0, 0, 0, count]))
    for (let i = 0; i < hashBytes && at + i < block.length; i++) block[at + i] ^= mask[i]
  }
  block[0] &= 0x7f
  return joined(block, hash, [0xbc])
}

// One paper for each survey and tab: asked for again after a broken connection, it is the same one.
async function paper(modulus, length) {
  const place = `eventops-paper-${form.dataset.survey}`
  const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null')
  if (kept) return { paper: data(kept.paper), blinded: data(kept.blinded), unblind: BigInt(kept.unblind) }
  const made = random(64)
  const secret = number(random(length - 1)) + 2n
  const blinded = bytes(number(await encode(made, length)) * power(secret, e, modulus) % modulus, length)
  const unblind = inverse(secret, modulus)
  sessionStorage.setItem(place, JSON.stringify({ paper: text(made), blinded: text(blinded), unblind: unblind.toString() }))
  return { paper: made, blinded, unblind }
}

const answers = extra => {
  const sent = new URLSearchParams([...new FormData(form)].filter(([name]) => name.startsWith('q-')))
  for (const [name, value] of Object.entries({ 'ticket-type': form.dataset.ticketType ?? '', ...extra })) sent.set(name, value)
  return sent
}

const post = (path, body, credentials) => fetch(`${form.getAttribute('action')}/${path}`, { method: 'POST', body, credentials })

async function handIn() {
  if ((await post('ballot', answers({ check: 'true' }), 'omit')).status !== 204) return false
  const length = form.dataset.modulus.length / 2
  const modulus = BigInt(`0x${form.dataset.modulus}`)
  const mine = await paper(modulus, length)
  const token = new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value, blinded: text(mine.blinded) })
  const signed = await post('paper', token, 'same-origin')
  if (!signed.ok) return false
  const signature = bytes(number(data(await signed.text())) * mine.unblind % modulus, length)
  const taken = await post('ballot', answers({ paper: text(mine.paper), signature: text(signature) }), 'omit')
  if (taken.status !== 204) throw new Error(`${taken.status}`)
  location.assign(`${form.getAttribute('action')}/thanks`)
  return true
}

form?.addEventListener('submit', async event => {
  if (event.submitter?.value !== 'next' || !globalThis.crypto?.subtle || form.dataset.sent) return
  event.preventDefault()
  event.submitter.disabled = true
  try {
    if (await handIn()) return
  } catch {
    event.submitter.disabled = false
    document.querySelector('[data-not-sent]').hidden = false
    return
  }
  event.submitter.disabled = false
  form.dataset.sent = 'true'
  form.requestSubmit(event.submitter)
})
