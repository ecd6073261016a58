// The page itself, kept on the tablet: whole versions only, so that it opens with the hub switched off.
const VERSION = "repatria-__VERSION__";
const FILES = [/*FILES*/];

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(VERSION)
      .then((cache) => cache.addAll(FILES.map((path) => new Request(path, { cache: "reload" }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  // What the hub knows is never kept here: it is about people.
  if (event.request.method !== "GET" || url.origin !== self.location.origin || url.pathname.startsWith("/api/")) return;
  const path = event.request.mode === "navigate" ? "/" : url.pathname;
  event.respondWith(
    caches.open(VERSION).then((cache) => cache.match(path)).then((found) => found || fetch(event.request)),
  );
});
