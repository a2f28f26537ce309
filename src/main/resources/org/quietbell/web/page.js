// For comfort and haste only: every page works without it.
(function () {
  'use strict';
  var link = document.querySelector('.leave a');
  if (!link) { return; }
  var idle = 5 * 60 * 1000;
  var last = Date.now();
  var told = last;
  var shifts = [];

  function blank() {
    document.documentElement.replaceChildren();
  }

  function leave() {
    var to = link.dataset.to;
    blank();
    try { fetch('/leave', { keepalive: true, redirect: 'manual', credentials: 'same-origin' }); } catch (e) { /* it ends by itself */ }
    location.replace(to);
  }

  function lock() {
    blank();
    location.replace('/enter');
  }

  function active() {
    last = Date.now();
    if (last - told > 60000) {
      told = last;
      fetch('/here', { credentials: 'same-origin' }).then(function (answer) {
        if (answer.redirected || !answer.ok) { lock(); }
      }, function () { /* it may come back */ });
    }
  }

  link.addEventListener('click', function (event) {
    event.preventDefault();
    leave();
  });
  addEventListener('keydown', function (event) {
    active();
    if (event.repeat) { return; }
    if (event.key !== 'Shift') { shifts = []; return; }
    var now = Date.now();
    if (shifts.length && now - shifts[shifts.length - 1] > 5000) { shifts = []; }
    shifts.push(now);
    if (shifts.length === 3) { leave(); }
  });
  addEventListener('pointerdown', active, { passive: true });
  addEventListener('scroll', active, { passive: true });
  addEventListener('pageshow', function (event) {
    if (event.persisted) { blank(); location.reload(); }
  });
  setInterval(function () {
    if (Date.now() - last >= idle) { lock(); }
  }, 5000);
  var problem = document.querySelector('.problem');
  if (problem) { problem.focus(); }
})();

// Asks this browser to show notes, once the button is pressed, and sends what it gives to the page.
(function () {
  'use strict';
  var form = document.getElementById('ask');
  if (!form) { return; }

  function instead(id) {
    form.hidden = true;
    document.getElementById(id).hidden = false;
  }

  if (!window.isSecureContext || !('serviceWorker' in navigator) || !('PushManager' in window)) {
    instead('cannot');
    return;
  }
  form.hidden = false;
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    navigator.serviceWorker.register('/worker.js').then(function () {
      return navigator.serviceWorker.ready;
    }).then(function (worker) {
      return worker.pushManager.getSubscription().then(function (before) {
        return before && before.unsubscribe(); // it belongs to other keys
      }).then(function () {
        return worker.pushManager.subscribe({
          userVisibleOnly: true,
          applicationServerKey: form.elements.key.value
        });
      });
    }).then(function (given) {
      form.elements.subscription.value = JSON.stringify(given);
      form.submit();
    }).catch(function () {
      instead('refused');
    });
  });
})();
