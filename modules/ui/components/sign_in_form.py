"""Plain HTML forms: the answers to them set and remove a cookie, which Streamlit's own cannot."""

import streamlit as st

_SIGN_IN = """
<form method="post" action="/sign-in" class="sign-in">
  <label for="passcode">Passcode</label>
  <input id="passcode" name="passcode" type="password" autocomplete="current-password" required>
  <button type="submit">Sign in</button>
</form>
"""
_SIGN_OUT = """
<form method="post" action="/sign-out" class="sign-out">
  <button type="submit">Sign out</button>
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
.sign-out button {
  font: inherit; color: inherit; background: none; border: 1px solid var(--st-border-color);
  border-radius: 0.6rem; padding: 0.45rem 0.9rem; cursor: pointer;
}
form :focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
"""
# Not isolated: password managers do not look into a shadow root.
_in = st.components.v2.component("workshop_sign_in", html=_SIGN_IN, css=_CSS, isolate_styles=False)
_out = st.components.v2.component(
    "workshop_sign_out", html=_SIGN_OUT, css=_CSS, isolate_styles=False
)


def sign_in() -> None:
    _in(key="sign_in_form")


def sign_out() -> None:
    """Ends this device's sign-in everywhere at once."""
    _out(key="sign_out_form")
