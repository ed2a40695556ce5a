// The service worker keeps the whole site in the browser, so that every lab works
// without a network after one visit. The build writes the names of the files.
'use strict';

const own = `rote ${registration.scope} `; // another site of this host may be a Rote, too
const version = own + '{{.Version}}'; // of all files together
const files = new Set({{.Files}});
const patience = 4000; // ms that a page from the network may take, where one is kept

const top = () => registration.scope;
const isHashed = name => /-[0-9a-f]{10}\.\w+$/.test(name);

// fill takes what an older version has, if its name has a hash, and loads the rest.
async function fill() {
  const cache = await caches.open(version);
  for (const name of files) {
    const url = top() + name.replace(/(^|\/)index\.html$/, '$1');
    const old = isHashed(name) && await caches.match(url);
    if (old) await cache.put(url, old);
    else await cache.add(new Request(url, isHashed(name) ? {} : {cache: 'no-cache'}));
  }
}

async function clean() {
  for (const name of await caches.keys()) {
    if (name.startsWith(own) && name != version) await caches.delete(name);
  }
  await clients.claim();
}

// online asks the network for a page, and calls otherwise where that does not answer, or
// a proxy does in its place.
const online = (request, otherwise) => fetch(request).then(page => page.status < 500 ? page : otherwise(), otherwise);

// answer gives files with a hash from what is kept, and pages as they are now, or as
// they were kept where the network does not answer.
async function answer(request, name) {
  const cache = await caches.open(version);
  const kept = await cache.match(request, {ignoreSearch: true});
  if (kept && isHashed(name)) return kept;
  if (!kept) return fetch(request);
  const late = new Promise(resolve => setTimeout(resolve, patience, kept));
  return Promise.race([online(request, () => kept), late]);
}

addEventListener('install', event => event.waitUntil(fill().then(() => skipWaiting())));
addEventListener('activate', event => event.waitUntil(clean()));
addEventListener('fetch', event => {
  const {request} = event, url = request.url.split(/[?#]/)[0];
  if (request.method != 'GET' || !url.startsWith(top())) return;
  const name = url.slice(top().length).replace(/(^|\/)$/, '$1index.html');
  if (files.has(name)) event.respondWith(answer(request, name).catch(() => fetch(request))); // the store may fail
  else if (files.has(name + '/index.html')) event.respondWith(online(request, () => Response.redirect(url + '/' + new URL(request.url).search)));
});
