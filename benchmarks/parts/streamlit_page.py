"""The peer of the phone's question page: the same question, as a Streamlit page asks it."""

import streamlit as st

st.title("Question 1")
st.caption("Take the one that is nearest to you.")
with st.form("answer"):
    st.radio(
        "1. When told that I hurt someone, my first impulse is …",
        ["make a joke", "explain what I meant", "apologise at length", "go quiet and leave"],
        index=None,
    )
    sent = st.form_submit_button("Send", width="stretch")
    passed = st.form_submit_button("Pass", width="stretch")
if sent or passed:
    st.success("Thank you. Your answer is in.")
with st.expander("What happens to my answer?"):
    st.write("It is counted, and nothing that belongs to you is kept beside it.")
