"""What only the running process knows: who is listening, who was just here, where it is reached."""
