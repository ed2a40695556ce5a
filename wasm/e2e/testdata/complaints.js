// Tells the test what goes wrong in a page, before the page goes on.
(() => {
  const tell = text => {
    const request = new XMLHttpRequest();
    request.open('POST', '/complaint', false);
    request.send(text);
  };
  addEventListener('error', e => tell(`exception: ${e.message ?? 'cannot load ' + (e.target.src ?? e.target.href)}`), true);
  addEventListener('unhandledrejection', e => tell(`rejection: ${e.reason}`));
  addEventListener('securitypolicyviolation', e => tell(`policy: ${e.violatedDirective} ${e.blockedURI}`));
  for (const level of ['error', 'assert']) {
    const print = console[level];
    console[level] = (...words) => {
      if (level == 'error' || !words[0]) tell(`console: ${words.join(' ')}`);
      print.apply(console, words);
    };
  }
})();
