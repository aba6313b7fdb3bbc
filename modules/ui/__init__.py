"""What the Streamlit pages share: access, navigation, state, drawing."""
