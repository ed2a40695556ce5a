// In a package for a learning platform this tells the course, by SCORM 1.2, how far the
// lab in the frame has come: it is completed when a run has ended or all predictions of
// the lesson are made, and its score is the share of predictions made. Whether they
// were right is not told.
'use strict';

// find returns the platform's API: that of a window above this one, or of the window
// that opened it.
function find(w, most = 50) {
  try {
    for (; w && most > 0; most--, w = w.parent) {
      if (w.API) return w.API;
      if (w.parent == w) return w.opener ? find(w.opener, most - 1) : null;
    }
  } catch { /* a page of another origin: it has none for this one */ }
  return null;
}

const api = find(window), began = Date.now();
const get = name => api.LMSGetValue('cmi.core.' + name);
const set = (name, value) => api.LMSSetValue('cmi.core.' + name, String(value));

// time is how long the page has been open, as SCORM writes it.
function time() {
  const seconds = Math.floor((Date.now() - began) / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((n, i) => String(n).padStart(i ? 2 : 4, '0')).join(':');
}

function complete() {
  if (get('lesson_status') == 'completed') return;
  set('lesson_status', 'completed');
  api.LMSCommit('');
}

// score tells the share of predictions made. In another browser they begin anew, and
// the course keeps the larger share.
function score(made, of) {
  const share = Math.round(100 * made / of);
  if (share > Number(get('score.raw')) || get('score.raw') === '') {
    set('score.min', 0);
    set('score.max', 100);
    set('score.raw', share);
    api.LMSCommit('');
  }
  if (made == of) complete();
}

if (api && String(api.LMSInitialize('')) == 'true') {
  const frame = document.getElementById('lab');
  document.getElementById('told').textContent = 'Your course is told how many of the predictions you make, not whether they are right, and that a run has ended.';
  if (['not attempted', ''].includes(get('lesson_status'))) set('lesson_status', 'incomplete');
  addEventListener('message', ({source, data}) => {
    if (source != frame.contentWindow || data?.context != 'rote') return;
    if (data.kind == 'answers' && data.of > 0) score(data.made, data.of);
  });
  // The frame is a page of the same package.
  const watch = () => {
    const body = frame.contentDocument.body, look = () => { if (body.dataset.state == 'finished') complete(); };
    new MutationObserver(look).observe(body, {attributeFilter: ['data-state']});
  };
  frame.addEventListener('load', watch);
  if (frame.contentDocument?.readyState == 'complete') watch();
  addEventListener('pagehide', () => {
    set('session_time', time());
    api.LMSFinish('');
  });
}
