"""What anybody sees at a facilitator's address before signing in."""

import streamlit as st

from modules.ui import showing
from modules.ui.components import sign_in_form

REFUSALS = {
    "wrong": "That passcode is not right. It was shown in the terminal at the first start.",
    "slow": "Too many tries at once. Please wait half a minute and try again.",
    "link": "This sign-in link was used already or is too old. Use the passcode.",
}

showing.page_frame("Sign in", caption="For facilitators. Participants join by phone.")
if refusal := REFUSALS.get(st.query_params.get("refused", "")):
    st.error(refusal, icon=":material/info:")
sign_in_form.sign_in()
st.html('<p><a href="/join" target="_self">I am a participant</a></p>')
