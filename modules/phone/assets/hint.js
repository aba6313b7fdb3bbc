// A way to the own notes, on pages of people who may have some.
try {
  document.getElementById('mine').hidden = !Object.keys(window.localStorage).some(function (key) {
    return key.indexOf('private:') === 0;
  });
} catch (refused) { /* Nothing is kept here, so there is nothing to show. */ }
