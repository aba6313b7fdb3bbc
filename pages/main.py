"""The one script that Streamlit runs: page config, then the sign-in or the page asked for."""

import streamlit as st

from modules.ui import access, navigation, showing

st.set_page_config(page_title="Workshop", page_icon=showing.ICON, layout="wide")
navigation.chosen_page(access.signed_in()).run()
