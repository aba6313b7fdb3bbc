"""A plain HTML form, because the answer to it sets a cookie, which Streamlit's own forms cannot."""

import streamlit as st

_HTML = """
<form method="post" action="/sign-in" class="sign-in">
  <label for="passcode">Passcode</label>
  <input id="passcode" name="passcode" type="password" autocomplete="current-password" required>
  <button type="submit">Sign in</button>
</form>
"""
_CSS = """
.sign-in { display: grid; gap: 0.6rem; max-width: 24rem; }
.sign-in label { font-weight: 650; }
.sign-in input, .sign-in button {
  font: inherit; font-size: 1.1rem; padding: 0.7rem 0.9rem; min-height: 3rem;
  border-radius: 0.6rem;
}
.sign-in input {
  color: inherit; background: var(--st-secondary-background-color); border: 1px solid #857c92;
}
.sign-in button {
  border: 0; font-weight: 700; cursor: pointer; margin-top: 0.4rem;
  color: var(--st-background-color); background: var(--st-primary-color);
}
.sign-in :focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
"""
# Not isolated: password managers do not look into a shadow root.
_form = st.components.v2.component("workshop_sign_in", html=_HTML, css=_CSS, isolate_styles=False)


def show() -> None:
    _form(key="sign_in_form")
