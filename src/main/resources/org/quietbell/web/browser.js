'use strict';
// Asks this browser to show notes, once the button is pressed, and sends what it gives to the page.
(() => {
  const form = document.getElementById('ask');
  const instead = id => {
    form.hidden = true;
    document.getElementById(id).hidden = false;
  };
  if (!window.isSecureContext || !('serviceWorker' in navigator) || !('PushManager' in window)) {
    instead('cannot');
    return;
  }
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      await navigator.serviceWorker.register('/worker.js');
      const worker = await navigator.serviceWorker.ready;
      const before = await worker.pushManager.getSubscription();
      if (before) {
        await before.unsubscribe(); // it belongs to other keys
      }
      const given = await worker.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: form.elements.key.value
      });
      form.elements.subscription.value = JSON.stringify(given);
      form.submit();
    } catch {
      instead('refused');
    }
  });
})();
