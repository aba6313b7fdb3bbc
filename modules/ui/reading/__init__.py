"""What is read: results with their files, and guides."""
