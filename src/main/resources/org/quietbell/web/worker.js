'use strict';
// Shows a note as it was sent. One takes the place of the one before; a press only closes it.
self.addEventListener('push', event => {
  const note = event.data ? event.data.json() : {};
  event.waitUntil(
    self.registration.showNotification(String(note.title || ''), {
      body: String(note.body || ''),
      tag: 'note',
      silent: true
    })
  );
});
self.addEventListener('notificationclick', event => event.notification.close());
